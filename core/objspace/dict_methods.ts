/** Methods of `dict`. */
import type { Exception, FixedArray, i32 } from "@rts";
import { call0, callSpecial2, type } from "./call.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { identicalOrEqual } from "./compare.ts";
import { newDictOf, W_Dict } from "./dict.ts";
import { updateFrom, updateFromArguments } from "./dict_merge.ts";
import { W_DictItems, W_DictKeys, W_DictValues } from "./dict_view.ts";
import { W_DictKeyIterator, W_DictReverseKeyIterator } from "./dict_iterator.ts";
import { keyError, stackOverflowIn } from "./errors.ts";
import { newBool, newInt32 } from "./int.ts";
import { iter, next, setitem } from "./iteration.ts";
import { enterRepr, leaveRepr } from "./repr_guard.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { Special } from "./special.ts";
import { W_Set } from "./set.ts";
import { StrBuilder } from "./str/builder.ts";
import { fromRts } from "./str/wstr.ts";
import { repr } from "./text.ts";
import { newTuple2 } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { dictType } from "./types.ts";

define(dictType, {
  doc:
    "A mapping from keys to values, in the order of insertion. dict(), dict(mapping), dict(pairs), dict(**names).",
  flags: TypeFlag.Base | TypeFlag.Mapping | TypeFlag.MatchSelf,
  new: { signature: "($type, /, *args, **kwargs)", scope: dictNew },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: dictInit },
    __len__: ["($self, /)", dictLen],
    __getitem__: ["($self, key, /)", dictGetitem],
    __setitem__: ["($self, key, value, /)", dictSetitem],
    __delitem__: ["($self, key, /)", dictDelitem],
    __contains__: ["($self, key, /)", dictContains],
    __iter__: ["($self, /)", dictIter],
    __reversed__: ["($self, /)", dictReversed, "An iterator over the keys, last one first."],
    __repr__: ["($self, /)", dictRepr],
    __eq__: ["($self, value, /)", dictEq],
    __ne__: ["($self, value, /)", dictNe],
    __lt__: ["($self, value, /)", dictOrder],
    __le__: ["($self, value, /)", dictOrder],
    __gt__: ["($self, value, /)", dictOrder],
    __ge__: ["($self, value, /)", dictOrder],
    __or__: ["($self, value, /)", dictOr],
    __ror__: ["($self, value, /)", dictRor],
    __ior__: ["($self, value, /)", dictIor],
    __sizeof__: ["($self, /)", dictSizeof, "Size of the dict in memory, in bytes."],
    clear: ["($self, /)", dictClear, "Removes all entries."],
    copy: ["($self, /)", dictCopy, "A new dict with the same entries."],
    get: ["($self, key, default=None, /)", dictGet, "The value of a key, or the default."],
    items: ["($self, /)", dictItems, "A view of the pairs of key and value."],
    keys: ["($self, /)", dictKeys, "A view of the keys."],
    values: ["($self, /)", dictValues, "A view of the values."],
    pop: [
      "($self, key, default=<unrepresentable>, /)",
      dictPop,
      "Removes a key and returns its value. Without a default, raises KeyError where it is missing.",
    ],
    popitem: [
      "($self, /)",
      dictPopitem,
      "Removes the last pair and returns it. Raises KeyError when there is none.",
    ],
    setdefault: [
      "($self, key, default=None, /)",
      dictSetdefault,
      "The value of a key, which is set if missing.",
    ],
    update: {
      signature: "($self, /, *args, **kwargs)",
      scope: dictUpdate,
      doc: "Sets the entries of a mapping, of pairs, and of keywords.",
    },
  },
  classmethods: {
    fromkeys: [
      "($type, iterable, value=None, /)",
      dictFromkeys,
      "A dict with keys of an iterable and one value.",
    ],
    __class_getitem__: CLASS_GETITEM,
  },
  constants: { __hash__: w_None },
});

function dictNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  return w_type === dictType ? new W_Dict() : newDictOf(w_type.instanceMap);
}

function dictInit(scope: FixedArray<W_Root>): W_Root {
  updateFromArguments(scope[0] as W_Dict, scope, "dict");
  return w_None;
}

function dictUpdate(scope: FixedArray<W_Root>): W_Root {
  updateFromArguments(scope[0] as W_Dict, scope, "update");
  return w_None;
}

function dictLen(w_self: W_Root): W_Root {
  return newInt32((w_self as W_Dict).length);
}

function dictGetitem(w_self: W_Root, w_key: W_Root): W_Root {
  const self = w_self as W_Dict;
  const w_value = self.get(w_key);
  if (w_value !== null) return w_value;
  if (self.map.w_type !== dictType) {
    const w_missing = type(self).special[Special.Missing];
    if (w_missing !== null) return callSpecial2(w_missing, self, w_key);
  }
  throw keyError(w_key);
}

function dictSetitem(w_self: W_Root, w_key: W_Root, w_value: W_Root): W_Root {
  (w_self as W_Dict).set(w_key, w_value);
  return w_None;
}

function dictDelitem(w_self: W_Root, w_key: W_Root): W_Root {
  if ((w_self as W_Dict).delete(w_key) === null) throw keyError(w_key);
  return w_None;
}

function dictContains(w_self: W_Root, w_key: W_Root): W_Root {
  return newBool((w_self as W_Dict).get(w_key) !== null);
}

function dictIter(w_self: W_Root): W_Root {
  return new W_DictKeyIterator(w_self as W_Dict);
}

function dictReversed(w_self: W_Root): W_Root {
  return new W_DictReverseKeyIterator(w_self as W_Dict);
}

function dictRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Dict;
  if (self.length === 0) return fromRts("{}");
  if (!enterRepr(self)) return fromRts("{...}");
  const out = new StrBuilder();
  try {
    out.appendRts("{");
    let isFirst = true;
    for (let p = self.next(0); p >= 0; p = self.next(p + 1)) {
      if (!isFirst) out.appendRts(", ");
      isFirst = false;
      const w_value = self.valueAt(p);
      out.appendStr(repr(self.keyAt(p)));
      out.appendRts(": ");
      out.appendStr(repr(w_value));
    }
    out.appendRts("}");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

/** Same keys with equal values. `__eq__` may change the dicts. */
export function dictsEqual(a: W_Dict, b: W_Dict): boolean {
  if (a === b && a.length === 0) return true;
  if (a.length !== b.length) return false;
  for (let p = a.next(0); p >= 0; p = a.next(p + 1)) {
    const w_value = a.valueAt(p);
    const w_other = b.get(a.keyAt(p));
    if (w_other === null || !valuesEqual(w_value, w_other)) return false;
  }
  return true;
}

function valuesEqual(w_a: W_Root, w_b: W_Root): boolean {
  try {
    return identicalOrEqual(w_a, w_b);
  } catch (e) {
    throw stackOverflowIn(e as Exception, "in comparison");
  }
}

function dictEq(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  return newBool(dictsEqual(w_self as W_Dict, w_other));
}

function dictNe(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  return newBool(!dictsEqual(w_self as W_Dict, w_other));
}

function dictOrder(_w_self: W_Root, _w_other: W_Root): W_Root {
  return w_NotImplemented;
}

function dictOr(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  const w_union = (w_self as W_Dict).copy();
  updateFrom(w_union, w_other);
  return w_union;
}

function dictRor(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Dict)) return w_NotImplemented;
  const w_union = w_other.copy();
  updateFrom(w_union, w_self);
  return w_union;
}

function dictIor(w_self: W_Root, w_other: W_Root): W_Root {
  updateFrom(w_self as W_Dict, w_other);
  return w_self;
}

function dictSizeof(w_self: W_Root): W_Root {
  return newInt32(64 + 24 * (w_self as W_Dict).length);
}

function dictClear(w_self: W_Root): W_Root {
  (w_self as W_Dict).clear();
  return w_None;
}

function dictCopy(w_self: W_Root): W_Root {
  return (w_self as W_Dict).copy();
}

function dictGet(w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root {
  const w_value = (w_self as W_Dict).get(w_key);
  return w_value === null ? w_default : w_value;
}

function dictItems(w_self: W_Root): W_Root {
  return new W_DictItems(w_self as W_Dict);
}
function dictKeys(w_self: W_Root): W_Root {
  return new W_DictKeys(w_self as W_Dict);
}
function dictValues(w_self: W_Root): W_Root {
  return new W_DictValues(w_self as W_Dict);
}

function dictPop(w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root {
  const self = w_self as W_Dict;
  // An empty dict does not even ask for the key's hash.
  const w_value = self.length === 0 ? null : self.delete(w_key);
  if (w_value !== null) return w_value;
  if (w_default === w_unset) throw keyError(w_key);
  return w_default;
}

function dictPopitem(w_self: W_Root): W_Root {
  const self = w_self as W_Dict;
  const last: i32 = self.previous(0x7fffffff);
  if (last < 0) throw keyError(fromRts("popitem(): dictionary is empty"));
  const w_pair = newTuple2(self.keyAt(last), self.valueAt(last));
  self.deleteAt(last);
  return w_pair;
}

function dictSetdefault(w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root {
  return (w_self as W_Dict).setDefault(w_key, w_default);
}

function setHashed(w_dict: W_Dict, w_key: W_Root, folded: i32, w_value: W_Root): void {
  w_dict.strategy.setHashed(w_dict, w_key, folded, w_value);
}

function dictFromkeys(w_type: W_Root, w_iterable: W_Root, w_value: W_Root): W_Root {
  const w_dict = call0(w_type);
  const isPlain = w_dict instanceof W_Dict && type(w_dict) === dictType;
  if (isPlain && w_iterable instanceof W_Set && !type(w_iterable).isHeap()) {
    const table = w_iterable.table;
    for (let p = table.next(0); p >= 0; p = table.next(p + 1)) {
      setHashed(w_dict as W_Dict, table.key(p), table.hashAt(p), w_value);
    }
    return w_dict;
  }
  const w_iterator = iter(w_iterable);
  for (;;) {
    const w_key = next(w_iterator);
    if (w_key === null) return w_dict;
    if (isPlain) (w_dict as W_Dict).set(w_key, w_value);
    else setitem(w_dict, w_key, w_value);
  }
}
