/**
 * Built-in functions as Python sees them: functions of modules and bound methods (`builtin_function_or_method`),
 * method descriptors, slot wrappers and their bound form, class method descriptors, attribute descriptors.
 */
import type { FixedArray, i32 } from "@rts";
import type { BuiltinCode, Fn1, Fn2 } from "./builtin_code.ts";
import { classNameOf, type OperationError, typeError, typeName } from "./errors.ts";
import { W_Object } from "./object.ts";
import { W_Root } from "./root.ts";
import { Special } from "./special.ts";
import type { W_Str } from "./str/wstr.ts";
import { W_Type } from "./type.ts";
import {
  builtinFunctionType,
  classmethodDescriptorType,
  getsetDescriptorType,
  memberDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  objectType,
  wrapperDescriptorType,
} from "./types.ts";

/** A function of a module, `__new__`, or a method bound to its object (then `code` takes `w_self` first). */
export class W_BuiltinFunction extends W_Root {
  readonly code: BuiltinCode;
  /** What the first parameter is bound to; null for plain functions. */
  readonly w_self: W_Root | null;
  /** What `__self__` shows for plain functions: the module, or the class for `__new__`; null for None. */
  w_owner: W_Root | null = null;
  /** `__module__`; null for None. */
  moduleName: W_Str | null = null;

  constructor(code: BuiltinCode, w_self: W_Root | null) {
    super();
    this.code = code;
    this.w_self = w_self;
  }

  override typeOf(): W_Type {
    return this.w_self !== null && this.code.isWrapper ? methodWrapperType : builtinFunctionType;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    const w_self = this.w_self;
    if (w_self === null) {
      if (this.code.newType !== null) this.checkClass(args, base, count);
      return this.code.invoke(args, base, count, names);
    }
    args[base - 1] = w_self;
    return this.code.invoke(args, base - 1, count + 1, names);
  }

  /** `__new__` called by a program: the class must be one whose instances this function can make. */
  private checkClass(args: FixedArray<W_Root | null>, base: i32, count: i32): void {
    const w_own = this.code.newType!;
    const own = w_own.name.toRts();
    if (count === 0) throw typeError(`${own}.__new__(): not enough arguments`);
    const w_cls = args[base]!;
    if (!(w_cls instanceof W_Type)) {
      throw typeError(`${own}.__new__(X): X is not a type object (${typeName(w_cls)})`);
    }
    if (w_cls === w_own || w_own === objectType) return;
    const name = w_cls.name.toRts();
    if (!w_cls.isSubtype(w_own)) {
      throw typeError(`${own}.__new__(${name}): ${name} is not a subtype of ${own}`);
    }
    const w_solid = w_cls.solid;
    if (w_solid !== w_own && w_solid.special[Special.New] !== this) {
      throw typeError(`${own}.__new__(${name}) is not safe, use ${w_solid.name.toRts()}.__new__()`);
    }
  }
}

/** A method of a built-in class, unbound: `list.append`, `int.__add__`. */
export class W_MethodDescr extends W_Root {
  readonly code: BuiltinCode;
  readonly w_objclass: W_Type;

  constructor(code: BuiltinCode, w_objclass: W_Type) {
    super();
    this.code = code;
    this.w_objclass = w_objclass;
  }

  override typeOf(): W_Type {
    return this.code.isWrapper ? wrapperDescriptorType : methodDescriptorType;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    this.checkSelf(args, base, count);
    return this.code.invoke(args, base, count, names);
  }

  private checkSelf(args: FixedArray<W_Root | null>, base: i32, count: i32): void {
    if (count === 0) throw this.missingSelf();
    const w_self = args[base]!;
    const w_type = w_self instanceof W_Object ? w_self.map.w_type : w_self.typeOf();
    if (w_type !== this.w_objclass && !w_type.isSubtype(this.w_objclass)) throw this.wrongSelf(w_self);
  }

  private missingSelf(): OperationError {
    const name = this.code.name.toRts();
    return this.code.isWrapper
      ? typeError(`descriptor '${name}' of '${classNameOf(this.w_objclass)}' object needs an argument`)
      : typeError(`unbound method ${this.w_objclass.name.toRts()}.${name}() needs an argument`);
  }

  /** The error of applying the descriptor to an object of another class. */
  wrongSelf(w_self: W_Root): OperationError {
    const owner = classNameOf(this.w_objclass);
    const name = this.code.name.toRts();
    return this.code.isWrapper
      ? typeError(`descriptor '${name}' requires a '${owner}' object but received a '${typeName(w_self)}'`)
      : typeError(
        `descriptor '${name}' for '${owner}' objects doesn't apply to a '${typeName(w_self)}' object`,
      );
  }
}

/** A class method of a built-in class: `dict.fromkeys`. */
export class W_ClassMethodDescr extends W_Root {
  readonly code: BuiltinCode;
  readonly w_objclass: W_Type;

  constructor(code: BuiltinCode, w_objclass: W_Type) {
    super();
    this.code = code;
    this.w_objclass = w_objclass;
  }

  override typeOf(): W_Type {
    return classmethodDescriptorType;
  }
}

/** A computed attribute of a built-in class. */
export class W_GetSet extends W_Root {
  readonly name: W_Str;
  readonly w_objclass: W_Type;
  readonly getter: Fn1;
  readonly setter: Fn2 | null;
  readonly deleter: Fn1 | null;
  readonly doc: string | null;
  /** A plain field in CPython (`member_descriptor`). */
  readonly isMember: boolean;

  constructor(
    name: W_Str,
    w_objclass: W_Type,
    getter: Fn1,
    setter: Fn2 | null,
    deleter: Fn1 | null,
    doc: string | null,
    isMember: boolean,
  ) {
    super();
    this.name = name;
    this.w_objclass = w_objclass;
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
    this.doc = doc;
    this.isMember = isMember;
  }

  override typeOf(): W_Type {
    return this.isMember ? memberDescriptorType : getsetDescriptorType;
  }
}

/** An attribute that `__slots__` made: a place in the hidden class's storage. */
export class W_SlotMember extends W_Root {
  readonly name: W_Str;
  readonly w_objclass: W_Type;
  /** The `AttrKind` of the slot: two classes may have slots of one name. */
  readonly kind: i32;

  constructor(name: W_Str, w_objclass: W_Type, kind: i32) {
    super();
    this.name = name;
    this.w_objclass = w_objclass;
    this.kind = kind;
  }

  override typeOf(): W_Type {
    return memberDescriptorType;
  }
}
