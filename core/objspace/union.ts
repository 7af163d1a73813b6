/** `types.UnionType`: `int | str`. */
import type { i32 } from "@rts";
import { eq } from "./compare.ts";
import { typeError } from "./errors.ts";
import { W_GenericAlias } from "./generic_alias.ts";
import { hash } from "./hash.ts";
import { newBool, newInt } from "./int.ts";
import { isinstance, issubclass } from "./isinstance.ts";
import { binary, BinaryOp } from "./operators.ts";
import { W_Root } from "./root.ts";
import { newFrozenSet } from "./set.ts";
import { setFrom, setsEqual, update } from "./set_ops.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { StrBuilder } from "./str/builder.ts";
import { tupleOf, type W_Tuple } from "./tuple.ts";
import { TypeFlag, W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { makeParameters, reprArgument, substitute } from "./type_parameters.ts";
import { noneType, unionType } from "./types.ts";

/** Two or more classes (or aliases), none of them twice, none of them a union. */
export class W_Union extends W_Root {
  readonly w_args: W_Tuple;
  constructor(w_args: W_Tuple) {
    super();
    this.w_args = w_args;
  }
  override typeOf(): W_Type {
    return unionType;
  }
}

function canJoin(w_obj: W_Root): boolean {
  return w_obj === w_None || w_obj instanceof W_Type || w_obj instanceof W_GenericAlias ||
    w_obj instanceof W_Union;
}

/** `w_a | w_b` of classes: NotImplemented for anything else. */
export function makeUnion(w_a: W_Root, w_b: W_Root): W_Root {
  if (!canJoin(w_a) || !canJoin(w_b)) return w_NotImplemented;
  const members: W_Root[] = [];
  addMembers(members, w_a);
  addMembers(members, w_b);
  return members.length === 1 ? members[0] : new W_Union(tupleOf(members));
}

function addMembers(members: W_Root[], w_obj: W_Root): void {
  if (!(w_obj instanceof W_Union)) {
    addMember(members, w_obj === w_None ? noneType : w_obj);
    return;
  }
  const args = w_obj.w_args.items;
  for (let i: i32 = 0; i < args.length; i++) addMember(members, args[i]);
}

function addMember(members: W_Root[], w_member: W_Root): void {
  for (let i: i32 = 0; i < members.length; i++) {
    if (members[i] === w_member) return;
    if (
      w_member instanceof W_GenericAlias && members[i] instanceof W_GenericAlias && eq(members[i], w_member)
    ) return;
  }
  members.push(w_member);
}

define(unionType, {
  doc: "An object of one of several classes, as int | str.",
  flags: TypeFlag.NoNew,
  methods: {
    __repr__: ["($self, /)", unionRepr],
    __hash__: ["($self, /)", unionHash],
    __eq__: ["($self, value, /)", unionEq],
    __ne__: ["($self, value, /)", unionNe],
    __or__: ["($self, value, /)", makeUnion],
    __ror__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => makeUnion(w_b, w_a)],
    __getitem__: ["($self, key, /)", unionGetitem],
    __instancecheck__: ["($self, instance, /)", unionInstancecheck],
    __subclasscheck__: ["($self, cls, /)", unionSubclasscheck],
  },
  members: { __args__: [(w_self: W_Root): W_Root => argsOf(w_self)] },
  getsets: { __parameters__: [(w_self: W_Root): W_Root => makeParameters(argsOf(w_self))] },
});

function argsOf(w_self: W_Root): W_Tuple {
  return (w_self as W_Union).w_args;
}

function unionRepr(w_self: W_Root): W_Root {
  const args = argsOf(w_self).items;
  const out = new StrBuilder();
  for (let i: i32 = 0; i < args.length; i++) {
    if (i > 0) out.appendRts(" | ");
    if (args[i] === noneType) out.appendRts("None");
    else out.appendStr(reprArgument(args[i]));
  }
  return out.build();
}

/** The order of the members does not matter. */
function unionHash(w_self: W_Root): W_Root {
  const w_set = newFrozenSet();
  update(w_set, argsOf(w_self));
  return newInt(hash(w_set));
}

function sameMembers(w_a: W_Root, w_b: W_Root): boolean {
  return setsEqual(setFrom(argsOf(w_a)), setFrom(argsOf(w_b)));
}
function unionEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Union ? newBool(sameMembers(w_self, w_other)) : w_NotImplemented;
}
function unionNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Union ? newBool(!sameMembers(w_self, w_other)) : w_NotImplemented;
}

function unionGetitem(w_self: W_Root, w_item: W_Root): W_Root {
  const w_args = argsOf(w_self);
  const items = substitute(w_self, w_args, makeParameters(w_args), w_item).items;
  let w_union = items[0];
  for (let i: i32 = 1; i < items.length; i++) w_union = binary(BinaryOp.Or, w_union, items[i]);
  return w_union;
}

/** Throws TypeError when a member is a generic alias: those cannot be checked. */
function refuseAliases(w_args: W_Tuple, name: string): void {
  for (let i: i32 = 0; i < w_args.items.length; i++) {
    if (w_args.items[i] instanceof W_GenericAlias) {
      throw typeError(`${name}() argument 2 cannot contain a parameterized generic`);
    }
  }
}

function unionInstancecheck(w_self: W_Root, w_obj: W_Root): W_Root {
  const w_args = argsOf(w_self);
  refuseAliases(w_args, "isinstance");
  for (let i: i32 = 0; i < w_args.items.length; i++) {
    if (isinstance(w_obj, w_args.items[i])) return newBool(true);
  }
  return newBool(false);
}

function unionSubclasscheck(w_self: W_Root, w_class: W_Root): W_Root {
  if (!(w_class instanceof W_Type)) throw typeError("issubclass() arg 1 must be a class");
  const w_args = argsOf(w_self);
  refuseAliases(w_args, "issubclass");
  for (let i: i32 = 0; i < w_args.items.length; i++) {
    if (issubclass(w_class, w_args.items[i])) return newBool(true);
  }
  return newBool(false);
}
