/** `_tuplegetter`: what reads the fields of named tuples. */
import type { i32 } from "@rts";
import { attributeError, indexError, typeError, typeName } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { clampI32, ssizeArgument } from "../../core/objspace/truth.ts";
import { newTuple2, W_Tuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const tuplegetterType: W_Type = moduleClass("_tuplegetter", "_collections");

export class W_TupleGetter extends W_Root {
  readonly index: i32;
  w_doc: W_Root;

  constructor(index: i32, w_doc: W_Root) {
    super();
    this.index = index;
    this.w_doc = w_doc;
  }
  override typeOf(): W_Type {
    return tuplegetterType;
  }
}

define(tuplegetterType, {
  doc: "A descriptor that reads an element of a tuple.",
  new: ["($type, index, doc, /)", tuplegetterNew],
  methods: {
    __get__: ["($self, instance, owner=None, /)", read],
    __set__: ["($self, instance, value, /)", write],
    __delete__: ["($self, instance, /)", remove],
    __repr__: ["($self, /)", show],
    __reduce__: ["($self, /)", reduce],
  },
  members: {
    __doc__: [
      (w_self: W_Root): W_Root => (w_self as W_TupleGetter).w_doc,
      setDoc,
      (w_self: W_Root): W_Root => setDoc(w_self, w_None),
    ],
  },
});

function tuplegetterNew(_w_type: W_Root, w_index: W_Root, w_doc: W_Root): W_Root {
  return new W_TupleGetter(clampI32(ssizeArgument(w_index)), w_doc);
}

function read(w_self: W_Root, w_obj: W_Root, _w_owner: W_Root): W_Root {
  const self = w_self as W_TupleGetter;
  if (w_obj === w_None) return self;
  if (!(w_obj instanceof W_Tuple)) {
    throw typeError(
      `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${
        typeName(w_obj)
      }' object`,
    );
  }
  if (self.index < 0 || self.index >= w_obj.items.length) throw indexError("tuple index out of range");
  return w_obj.items[self.index];
}

function write(_w_self: W_Root, _w_obj: W_Root, _w_value: W_Root): W_Root {
  throw attributeError("can't set attribute");
}
function remove(_w_self: W_Root, _w_obj: W_Root): W_Root {
  throw attributeError("can't delete attribute");
}

function setDoc(w_self: W_Root, w_doc: W_Root): W_Root {
  (w_self as W_TupleGetter).w_doc = w_doc;
  return w_None;
}

function reduce(w_self: W_Root): W_Root {
  const self = w_self as W_TupleGetter;
  return newTuple2(tuplegetterType, newTuple2(newInt32(self.index), self.w_doc));
}

function show(w_self: W_Root): W_Root {
  const self = w_self as W_TupleGetter;
  return fromRts(`_tuplegetter(${self.index}, ${reprText(self.w_doc)})`);
}
