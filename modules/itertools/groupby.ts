/**
 * `itertools.groupby`: runs of elements with equal keys. The groups read from the iterator that `groupby` reads: a group
 * ends when `groupby` moves on.
 */
import { call1, type } from "../../core/objspace/call.ts";
import { identicalOrEqual } from "../../core/objspace/compare.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { builtinIter } from "../../core/objspace/builtins_access.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { fullTypeName } from "../../core/objspace/type_names.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { checkStateSize, stateItems } from "./state.ts";

export const groupbyType: W_Type = moduleClass("groupby", "itertools");
export const grouperType: W_Type = moduleClass("_grouper", "itertools");

export class W_Groupby extends W_Object {
  readonly w_iterator: W_Root;
  readonly w_keyFunction: W_Root;
  /** The element read last, and its key; null before the first and after it was given. */
  w_value: W_Root | null = null;
  w_key: W_Root | null = null;
  /** The key of the group given last. */
  w_target: W_Root | null = null;
  /** The group that may still read. */
  w_group: W_Grouper | null = null;

  constructor(map: InstanceMap, w_iterator: W_Root, w_keyFunction: W_Root) {
    super(map);
    this.w_iterator = w_iterator;
    this.w_keyFunction = w_keyFunction;
  }

  override iterNext(): W_Root | null {
    this.w_group = null;
    for (;;) {
      const w_key = this.w_key;
      const w_target = this.w_target;
      if (w_key !== null && (w_target === null || !identicalOrEqual(w_target, w_key))) break;
      if (!this.step()) return null;
    }
    const w_key = this.w_key!;
    this.w_target = w_key;
    const w_group = new W_Grouper(this, w_key);
    this.w_group = w_group;
    return newTuple2(w_key, w_group);
  }

  /** Reads the next element; false at the end. */
  step(): boolean {
    const w_value = next(this.w_iterator);
    if (w_value === null) return false;
    const w_function = this.w_keyFunction;
    const w_key = w_function === w_None ? w_value : call1(w_function, w_value);
    this.w_value = w_value;
    this.w_key = w_key;
    return true;
  }
}

/** The elements of one group. */
export class W_Grouper extends W_Root {
  readonly w_parent: W_Groupby;
  readonly w_target: W_Root;

  constructor(w_parent: W_Groupby, w_target: W_Root) {
    super();
    this.w_parent = w_parent;
    this.w_target = w_target;
  }
  override typeOf(): W_Type {
    return grouperType;
  }
  override iterNext(): W_Root | null {
    const parent = this.w_parent;
    if (parent.w_group !== this) return null;
    if (parent.w_value === null && !parent.step()) return null;
    if (!identicalOrEqual(this.w_target, parent.w_key!)) return null;
    const w_value = parent.w_value;
    parent.w_value = null;
    return w_value;
  }
}

define(groupbyType, {
  doc: "groupby(iterable, key=None): pairs of a key and an iterator over the run of elements with that key.",
  flags: TypeFlag.Base,
  new: ["($type, iterable, key=None)", groupbyNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", setState, "Restores what pickling stored."],
  },
});
define(grouperType, {
  new: ["($type, parent, tgtkey, /)", grouperNew],
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", reduceGroup, "What pickling stores."],
  },
});

function groupbyNew(w_type: W_Root, w_iterable: W_Root, w_key: W_Root): W_Root {
  return new W_Groupby((w_type as W_Type).instanceMap, iter(w_iterable), w_key);
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_Groupby;
  const w_args = newTuple2(self.w_iterator, self.w_keyFunction);
  const w_key = self.w_key;
  const w_value = self.w_value;
  const w_target = self.w_target;
  if (w_key === null || w_value === null || w_target === null) return newTuple2(type(self), w_args);
  return newTuple3(type(self), w_args, newTuple3(w_key, w_value, w_target));
}

function setState(w_self: W_Root, w_state: W_Root): W_Root {
  const self = w_self as W_Groupby;
  const items = stateItems(w_state);
  checkStateSize(items, 3, 3);
  self.w_key = items[0];
  self.w_value = items[1];
  self.w_target = items[2];
  return w_None;
}

function grouperNew(_w_type: W_Root, w_parent: W_Root, w_target: W_Root): W_Root {
  if (!(w_parent instanceof W_Groupby)) {
    throw typeError(`_grouper() argument 1 must be itertools.groupby, not ${fullTypeName(type(w_parent))}`);
  }
  const w_group = new W_Grouper(w_parent, w_target);
  w_parent.w_group = w_group;
  return w_group;
}

/** A group that `groupby` has left behind is an empty iterator. */
function reduceGroup(w_self: W_Root): W_Root {
  const self = w_self as W_Grouper;
  if (self.w_parent.w_group !== self) return newTuple2(builtinIter(), newTuple1(w_emptyTuple));
  return newTuple2(grouperType, newTuple2(self.w_parent, self.w_target));
}
