/** Methods of `types.GenericAlias`: what it does not know itself, it leaves to its origin. */
import type { FixedArray, i32 } from "@rts";
import { genericGetattr, getattr, setattr } from "./attributes.ts";
import { checkCount, keywordsOf, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { callWithDict } from "../interpreter/calls.ts";
import { eq } from "./compare.ts";
import { OperationError, typeError } from "./errors.ts";
import { attributeErrorType, typeErrorType } from "./exception_types.ts";
import { W_GenericAlias } from "./generic_alias.ts";
import { hash } from "./hash.ts";
import { newBool, newInt } from "./int.ts";
import { listFrom } from "./list_methods.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
import { intern, internRts } from "./str/intern.ts";
import { StrBuilder } from "./str/builder.ts";
import { W_Str } from "./str/wstr.ts";
import { newTuple1, newTuple2, W_Tuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { makeParameters, reprArgument, substitute } from "./type_parameters.ts";
import { genericAliasType } from "./types.ts";
import { makeUnion } from "./union.ts";
import { call0 } from "./call.ts";

const s_orig_class: W_Str = internRts("__orig_class__");
const s_dir: W_Str = internRts("__dir__");

/** Attributes that an alias has itself. */
const OWN: W_Str[] = [
  "__origin__",
  "__args__",
  "__parameters__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
].map(internRts);

define(genericAliasType, {
  doc: "A class with the types of its parts, as list[int].",
  flags: TypeFlag.Base | TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: aliasNew },
  methods: {
    __getattribute__: ["($self, name, /)", aliasGetattribute],
    __repr__: ["($self, /)", aliasRepr],
    __hash__: ["($self, /)", aliasHash],
    __eq__: ["($self, value, /)", aliasEq],
    __ne__: ["($self, value, /)", aliasNe],
    __call__: { signature: "($self, /, *args, **kwargs)", scope: aliasCall },
    __getitem__: ["($self, key, /)", aliasGetitem],
    __or__: ["($self, value, /)", makeUnion],
    __ror__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => makeUnion(w_b, w_a)],
    __mro_entries__: [
      "($self, bases, /)",
      (w_self: W_Root, _w_bases: W_Root): W_Root => newTuple1(originOf(w_self)),
    ],
    __instancecheck__: ["($self, instance, /)", refuseInstance],
    __subclasscheck__: ["($self, cls, /)", refuseSubclass],
    __reduce__: ["($self, /)", aliasReduce],
    __dir__: ["($self, /)", aliasDir],
  },
  members: { __origin__: [originOf], __args__: [(w_self: W_Root): W_Root => argsOf(w_self)] },
  getsets: { __parameters__: [(w_self: W_Root): W_Root => parametersOf(w_self as W_GenericAlias)] },
});

function originOf(w_self: W_Root): W_Root {
  return (w_self as W_GenericAlias).w_origin;
}
function argsOf(w_self: W_Root): W_Tuple {
  return (w_self as W_GenericAlias).w_args;
}

function parametersOf(self: W_GenericAlias): W_Tuple {
  const w_known = self.w_parameters;
  if (w_known !== null) return w_known;
  const w_parameters = makeParameters(self.w_args);
  self.w_parameters = w_parameters;
  return w_parameters;
}

function aliasNew(scope: FixedArray<W_Root>): W_Root {
  const args = positionalOf(scope);
  refuseKeywords("GenericAlias", scope);
  checkCount("GenericAlias", args.length, 2, 2);
  const w_arguments = args[1];
  const w_tuple = w_arguments instanceof W_Tuple ? w_arguments : newTuple1(w_arguments);
  return new W_GenericAlias((scope[0] as W_Type).instanceMap, args[0], w_tuple);
}

function isOwn(name: W_Str): boolean {
  for (let i: i32 = 0; i < OWN.length; i++) {
    if (OWN[i].equals(name)) return true;
  }
  return false;
}

function aliasGetattribute(w_self: W_Root, w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) throw typeError("attribute name must be string");
  const name = intern(w_name);
  return isOwn(name) ? genericGetattr(w_self, name) : getattr(originOf(w_self), name);
}

function aliasRepr(w_self: W_Root): W_Root {
  const out = new StrBuilder();
  out.appendStr(reprArgument(originOf(w_self)));
  out.appendRts("[");
  const args = argsOf(w_self).items;
  if (args.length === 0) out.appendRts("()");
  for (let i: i32 = 0; i < args.length; i++) {
    if (i > 0) out.appendRts(", ");
    out.appendStr(reprArgument(args[i]));
  }
  out.appendRts("]");
  return out.build();
}

function aliasHash(w_self: W_Root): W_Root {
  return newInt(hash(originOf(w_self)) ^ hash(argsOf(w_self)));
}

function sameAlias(w_a: W_Root, w_b: W_Root): boolean {
  return eq(originOf(w_a), originOf(w_b)) && eq(argsOf(w_a), argsOf(w_b));
}

function aliasEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_GenericAlias ? newBool(sameAlias(w_self, w_other)) : w_NotImplemented;
}
function aliasNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_GenericAlias ? newBool(!sameAlias(w_self, w_other)) : w_NotImplemented;
}

/** Calls the origin; the object learns the alias, if it can. */
function aliasCall(scope: FixedArray<W_Root>): W_Root {
  const w_self = scope[0];
  const w_keywords = keywordsOf(scope);
  const w_obj = callWithDict(
    originOf(w_self),
    positionalOf(scope),
    w_keywords.length === 0 ? null : w_keywords,
  );
  try {
    setattr(w_obj, s_orig_class, w_self);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    if (!e.matches(attributeErrorType) && !e.matches(typeErrorType)) throw e;
  }
  return w_obj;
}

function aliasGetitem(w_self: W_Root, w_item: W_Root): W_Root {
  const self = w_self as W_GenericAlias;
  const w_args = substitute(self, self.w_args, parametersOf(self), w_item);
  return new W_GenericAlias(genericAliasType.instanceMap, self.w_origin, w_args);
}

function refuseInstance(_w_self: W_Root, _w_obj: W_Root): W_Root {
  throw typeError("isinstance() argument 2 cannot be a parameterized generic");
}
function refuseSubclass(_w_self: W_Root, _w_class: W_Root): W_Root {
  throw typeError("issubclass() argument 2 cannot be a parameterized generic");
}

function aliasReduce(w_self: W_Root): W_Root {
  return newTuple2(genericAliasType, newTuple2(originOf(w_self), argsOf(w_self)));
}

/** The origin's attributes, and the alias's own. */
function aliasDir(w_self: W_Root): W_Root {
  const w_names = listFrom(call0(getattr(originOf(w_self), s_dir)));
  for (let i: i32 = 0; i < OWN.length; i++) w_names.append(OWN[i]);
  return w_names;
}
