/** The views of `OrderedDict`: those of dicts with iterators of their own. */
import type { W_Dict } from "../../core/objspace/dict.ts";
import { W_DictItems, W_DictKeys, W_DictValues } from "../../core/objspace/dict_view.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { dictItemsType, dictKeysType, dictValuesType, moduleClass } from "../../core/objspace/types.ts";
import { Gives, W_OrderedIterator } from "./ordered_iterator.ts";

export const orderedKeysType: W_Type = moduleClass("odict_keys", "builtins");
export const orderedValuesType: W_Type = moduleClass("odict_values", "builtins");
export const orderedItemsType: W_Type = moduleClass("odict_items", "builtins");

export class W_OrderedKeys extends W_DictKeys {
  override typeOf(): W_Type {
    return orderedKeysType;
  }
}
export class W_OrderedValues extends W_DictValues {
  override typeOf(): W_Type {
    return orderedValuesType;
  }
}
export class W_OrderedItems extends W_DictItems {
  override typeOf(): W_Type {
    return orderedItemsType;
  }
}

function keysOf(w_self: W_Root): W_Dict {
  return (w_self as W_DictKeys).w_dict;
}
function valuesOf(w_self: W_Root): W_Dict {
  return (w_self as W_DictValues).w_dict;
}
function itemsOf(w_self: W_Root): W_Dict {
  return (w_self as W_DictItems).w_dict;
}

define(orderedKeysType, {
  base: dictKeysType,
  methods: {
    __iter__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(keysOf(w_self), Gives.Keys, false),
    ],
    __reversed__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(keysOf(w_self), Gives.Keys, true),
    ],
  },
});
define(orderedValuesType, {
  base: dictValuesType,
  methods: {
    __iter__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(valuesOf(w_self), Gives.Values, false),
    ],
    __reversed__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(valuesOf(w_self), Gives.Values, true),
    ],
  },
});
define(orderedItemsType, {
  base: dictItemsType,
  methods: {
    __iter__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(itemsOf(w_self), Gives.Items, false),
    ],
    __reversed__: [
      "($self, /)",
      (w_self: W_Root): W_Root => new W_OrderedIterator(itemsOf(w_self), Gives.Items, true),
    ],
  },
});
