/** The base class `AST`: fields are set by position or by name. */
import type { FixedArray, i32 } from "@rts";
import { getattrOrNull, setattr } from "../../core/objspace/attributes.ts";
import { type } from "../../core/objspace/call.ts";
import { eq } from "../../core/objspace/compare.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { getInstanceDict, setInstanceDict } from "../../core/objspace/instance_dict.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { W_Instance } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intern, internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { length } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3, w_emptyTuple, type W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { astType } from "./classes.ts";

const s_fields: W_Str = internRts("_fields");
const s_dict: W_Str = internRts("__dict__");

/** The fields of a node's class. */
function fieldsOf(w_self: W_Root): FixedArray<W_Root> {
  const w_fields = getattrOrNull(type(w_self), s_fields);
  if (w_fields === null) return w_emptyTuple.items;
  length(w_fields);
  return fixedItems(w_fields);
}

function fieldName(w_name: W_Root): W_Str {
  if (w_name instanceof W_Str) return intern(w_name.plain());
  throw typeError(`attribute name must be string, not '${typeName(w_name)}'`);
}

function init(scope: FixedArray<W_Root>): W_Root {
  const w_self = scope[0];
  const items = (scope[1] as W_Tuple).items;
  const w_keywords = scope[2] as W_Dict;
  const fields = fieldsOf(w_self);
  if (fields.length < items.length) {
    const plural = fields.length === 1 ? "" : "s";
    throw typeError(
      `${typeName(w_self)} constructor takes at most ${fields.length} positional argument${plural}`,
    );
  }
  for (let i: i32 = 0; i < items.length; i++) setattr(w_self, fieldName(fields[i]), items[i]);
  for (let p = w_keywords.next(0); p >= 0; p = w_keywords.next(p + 1)) {
    const w_key = w_keywords.keyAt(p);
    for (let i: i32 = 0; i < items.length; i++) {
      if (!eq(fields[i], w_key)) continue;
      throw typeError(`${typeName(w_self)} got multiple values for argument '${(w_key as W_Str).toRts()}'`);
    }
    setattr(w_self, fieldName(w_key), w_keywords.valueAt(p));
  }
  return w_None;
}

function reduce(w_self: W_Root): W_Root {
  const w_dict = getattrOrNull(w_self, s_dict);
  if (w_dict === null) return newTuple2(type(w_self), w_emptyTuple);
  return newTuple3(type(w_self), w_emptyTuple, w_dict);
}

function setDict(w_self: W_Root, w_dict: W_Root): W_Root {
  if (!(w_dict instanceof W_Dict)) {
    throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(w_dict)}'`);
  }
  setInstanceDict(w_self, w_dict);
  return w_None;
}

define(astType, {
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Heap,
  new: {
    signature: "($type, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_Instance((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: init },
    __reduce__: ["($self, /)", reduce],
  },
  getsets: { __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self), setDict] },
  constants: {
    _fields: w_emptyTuple,
    __match_args__: w_emptyTuple,
    _attributes: w_emptyTuple,
    __module__: internRts("ast"),
  },
});
