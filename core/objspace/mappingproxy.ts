/** `types.MappingProxyType`: another mapping, seen without the ways to change it. */
import { callMethod0, callMethod2, type } from "./call.ts";
import { CompareOp, richcompare } from "./compare.ts";
import { typeError, typeName } from "./errors.ts";
import { newBool, newInt } from "./int.ts";
import { contains, getitem, iter } from "./iteration.ts";
import { W_List } from "./list.ts";
import { binary, BinaryOp } from "./operators.ts";
import { reversed } from "./reversed.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { internRts } from "./str/intern.ts";
import { StrBuilder } from "./str/builder.ts";
import type { W_Str } from "./str/wstr.ts";
import { repr, str } from "./text.ts";
import { length } from "./truth.ts";
import { W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { mappingproxyType } from "./types.ts";

const s_get: W_Str = internRts("get");
const s_keys: W_Str = internRts("keys");
const s_values: W_Str = internRts("values");
const s_items: W_Str = internRts("items");
const s_copy: W_Str = internRts("copy");

/** A read-only view of a mapping: `type.__dict__` is one. */
export class W_MappingProxy extends W_Root {
  readonly w_mapping: W_Root;
  constructor(w_mapping: W_Root) {
    super();
    this.w_mapping = w_mapping;
  }
  override typeOf(): W_Type {
    return mappingproxyType;
  }
}

/** A read-only view of a mapping. */
export function newMappingProxy(w_mapping: W_Root): W_MappingProxy {
  return new W_MappingProxy(w_mapping);
}

define(mappingproxyType, {
  doc: "A view of a mapping that cannot change it.",
  flags: TypeFlag.Mapping,
  new: ["($type, mapping)", proxyNew],
  methods: {
    __len__: ["($self, /)", (w_self: W_Root): W_Root => newInt(length(mappingOf(w_self)))],
    __getitem__: [
      "($self, key, /)",
      (w_self: W_Root, w_key: W_Root): W_Root => getitem(mappingOf(w_self), w_key),
    ],
    __contains__: [
      "($self, key, /)",
      (w_self: W_Root, w_key: W_Root): W_Root => newBool(contains(mappingOf(w_self), w_key)),
    ],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => iter(mappingOf(w_self))],
    __reversed__: ["($self, /)", (w_self: W_Root): W_Root => reversed(mappingOf(w_self))],
    __repr__: ["($self, /)", proxyRepr],
    __str__: ["($self, /)", (w_self: W_Root): W_Root => str(mappingOf(w_self))],
    __lt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => richcompare(CompareOp.Lt, mappingOf(w_a), w_b),
    ],
    __le__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => richcompare(CompareOp.Le, mappingOf(w_a), w_b),
    ],
    __eq__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => richcompare(CompareOp.Eq, mappingOf(w_a), w_b),
    ],
    __ne__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => richcompare(CompareOp.Ne, mappingOf(w_a), w_b),
    ],
    __gt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => richcompare(CompareOp.Gt, mappingOf(w_a), w_b),
    ],
    __ge__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => richcompare(CompareOp.Ge, mappingOf(w_a), w_b),
    ],
    __or__: ["($self, value, /)", proxyOr],
    __ror__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => proxyOr(w_b, w_a)],
    __ior__: ["($self, value, /)", proxyIor],
    copy: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod0(mappingOf(w_self), s_copy),
      "A copy of the mapping.",
    ],
    get: [
      "($self, key, default=None, /)",
      (w_self: W_Root, w_key: W_Root, w_default: W_Root): W_Root =>
        callMethod2(mappingOf(w_self), s_get, w_key, w_default),
      "The value of a key, or the default.",
    ],
    items: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod0(mappingOf(w_self), s_items),
      "The mapping's items.",
    ],
    keys: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod0(mappingOf(w_self), s_keys),
      "The mapping's keys.",
    ],
    values: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod0(mappingOf(w_self), s_values),
      "The mapping's values.",
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  constants: { __hash__: w_None },
});

function mappingOf(w_self: W_Root): W_Root {
  return w_self instanceof W_MappingProxy ? w_self.w_mapping : w_self;
}

function proxyNew(_w_type: W_Root, w_mapping: W_Root): W_Root {
  const hasItems = type(w_mapping).special[Special.Getitem] !== null;
  if (!hasItems || w_mapping instanceof W_List || w_mapping instanceof W_Tuple) {
    throw typeError(`mappingproxy() argument must be a mapping, not ${typeName(w_mapping)}`);
  }
  return new W_MappingProxy(w_mapping);
}

function proxyRepr(w_self: W_Root): W_Root {
  const out = new StrBuilder();
  out.appendRts("mappingproxy(");
  out.appendStr(repr(mappingOf(w_self)));
  out.appendRts(")");
  return out.build();
}

function proxyOr(w_a: W_Root, w_b: W_Root): W_Root {
  return binary(BinaryOp.Or, mappingOf(w_a), mappingOf(w_b));
}

function proxyIor(_w_self: W_Root, _w_other: W_Root): W_Root {
  throw typeError("'|=' is not supported by mappingproxy; use '|' instead");
}
