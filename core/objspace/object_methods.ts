/** `object`: what every class inherits. */
import { registerDel } from "../interpreter/finalizer_queue.ts";
import { f64ToI64, type FixedArray, type i32, type i64, identityHash, objectId } from "@rts";
import { genericDelattr, genericGetattr, genericSetattr, getattr, setObjectHooks } from "./attributes.ts";
import { W_GetSet } from "./builtin_function.ts";
import { callMethod0, callSpecial2, type } from "./call.ts";
import { setInstanceDescriptors } from "./class_build.ts";
import { W_Dict } from "./dict.ts";
import { classNameOf, type OperationError, typeError, typeName } from "./errors.ts";
import { getInstanceDict, setInstanceDict } from "./instance_dict.ts";
import { newBool, newInt32 } from "./int.ts";
import { changeClass } from "./map.ts";
import { W_Instance } from "./object.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { Special } from "./special.ts";
import { intern, internRts } from "./str/intern.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { repr, str } from "./text.ts";
import { define, type GetSetEntry } from "./typedef.ts";
import { inheritsObjectInit, inheritsObjectNew, setObjectConstructors } from "./type_call.ts";
import { lookup } from "./type_lookup.ts";
import { TypeFlag, W_Type } from "./type.ts";
import { objectType } from "./types.ts";
import { setFrom, setsEqual } from "./set_ops.ts";
import { newTuple1, type W_Tuple } from "./tuple.ts";
import { intArgument, isTrue } from "./truth.ts";
import { W_Module } from "./module.ts";
import { weakReferencesOf } from "./weakref_support.ts";
import { reduceEx } from "./object_reduce.ts";
import { unpackIterable } from "./iteration.ts";
import { typeModule } from "./type_names.ts";
import { objectDir } from "./object_dir.ts";

const s_abstractmethods: W_Str = internRts("__abstractmethods__");

/** Attribute names must be strings; users' subclasses of `str` count as their text. */
export function attributeName(w_name: W_Root): W_Str {
  if (w_name instanceof W_Str) return intern(w_name.plain());
  throw typeError(`attribute name must be string, not '${typeName(w_name)}'`);
}

function objectNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0];
  if (!(w_type instanceof W_Type)) {
    throw typeError(`object.__new__(X): X is not a type object (${typeName(w_type)})`);
  }
  const hasArguments = (scope[1] as W_Tuple).items.length > 0 || (scope[2] as W_Dict).length > 0;
  if (hasArguments) {
    if (!inheritsObjectNew(w_type)) {
      throw typeError("object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (inheritsObjectInit(w_type)) throw typeError(`${w_type.name.toRts()}() takes no arguments`);
  }
  if (w_type.hasFlag(TypeFlag.Abstract)) throw abstractClass(w_type);
  if (w_type.solid !== objectType) {
    const name = classNameOf(w_type.solid);
    throw typeError(`object.__new__(${classNameOf(w_type)}) is not safe, use ${name}.__new__()`);
  }
  const w_obj = new W_Instance(w_type.instanceMap);
  if (w_type.hasFlag(TypeFlag.HasDel)) registerDel(w_obj);
  return w_obj;
}

function abstractClass(w_type: W_Type): OperationError {
  const w_names = getattr(w_type, s_abstractmethods);
  const items = sortedNames(w_names);
  let list = "";
  for (let i = 0; i < items.length; i++) {
    const name = (items[i] as W_Str).toRts();
    list = i === 0 ? name : `${list}, ${name}`;
  }
  const plural = items.length === 1 ? "" : "s";
  return typeError(
    `Can't instantiate abstract class ${w_type.name.toRts()} with abstract method${plural} ${list}`,
  );
}

function sortedNames(w_names: W_Root): W_Root[] {
  const items = unpackIterable(w_names);
  items.sort((w_a, w_b) => (w_a as W_Str).compare(w_b as W_Str));
  return items;
}

function objectInit(scope: FixedArray<W_Root>): W_Root {
  const hasArguments = (scope[1] as W_Tuple).items.length > 0 || (scope[2] as W_Dict).length > 0;
  if (!hasArguments) return w_None;
  const w_type = type(scope[0]);
  if (!inheritsObjectInit(w_type)) {
    throw typeError("object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (inheritsObjectNew(w_type)) {
    throw typeError(
      `${w_type.name.toRts()}.__init__() takes exactly one argument (the instance to initialize)`,
    );
  }
  return w_None;
}

function objectRepr(w_self: W_Root): W_Root {
  const w_type = type(w_self);
  const module = typeModule(w_type);
  const name = w_type.qualname.toRts();
  const shown = module === "" || module === "builtins" ? name : `${module}.${name}`;
  return fromRts(`<${shown} object at ${addressText(w_self)}>`);
}

/** `id(w_obj)`. */
export function idOf(w_obj: W_Root): i64 {
  return f64ToI64(objectId(w_obj));
}

/** The identity as `repr` shows it: `0x7f…`. */
export function addressText(w_obj: W_Root): string {
  let value = idOf(w_obj);
  let text = "";
  while (value > 0n) {
    const digit = Number(value & 15n);
    text = (digit < 10 ? String.fromCharCode(48 + (digit | 0)) : String.fromCharCode(87 + (digit | 0))) +
      text;
    value = value >> 4n;
  }
  return "0x" + text.padStart(12, "0");
}

function objectEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_self === w_other ? newBool(true) : w_NotImplemented;
}

/** `!=` is what `==` is not. */
function objectNe(w_self: W_Root, w_other: W_Root): W_Root {
  const w_eq = type(w_self).special[Special.Eq];
  if (w_eq === null) return w_NotImplemented;
  const w_result = callSpecial2(w_eq, w_self, w_other);
  return w_result === w_NotImplemented ? w_result : newBool(!isTrue(w_result));
}

function noOrder(_w_self: W_Root, _w_other: W_Root): W_Root {
  return w_NotImplemented;
}

function objectFormat(w_self: W_Root, w_spec: W_Root): W_Root {
  if (!(w_spec instanceof W_Str)) {
    throw typeError(
      `__format__() argument must be str, not ${w_spec === w_None ? "None" : typeName(w_spec)}`,
    );
  }
  if (w_spec.length > 0) {
    throw typeError(`unsupported format string passed to ${typeName(w_self)}.__format__`);
  }
  return str(w_self);
}

function getClass(w_self: W_Root): W_Root {
  return type(w_self);
}

/** Throws TypeError where a built-in class has a way of its own that `object`'s method would get round. */
function checkApplies(w_self: W_Root, name: string, special: i32): void {
  const w_solid = type(w_self).solid;
  if (w_solid.special[special] === objectType.special[special]) return;
  throw typeError(`can't apply this ${name} to ${w_solid.name.toRts()} object`);
}

/** `x.__class__ = C`: between classes of the same layout. */
function setClass(w_self: W_Root, w_class: W_Root): W_Root {
  if (!(w_class instanceof W_Type)) {
    throw typeError(`__class__ must be set to a class, not '${typeName(w_class)}' object`);
  }
  const w_old = type(w_self);
  const isModule = w_self instanceof W_Module && w_class.solid === w_old.solid;
  if (!isModule && (!w_class.isHeap() || !w_old.isHeap())) {
    throw typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
  }
  const layout = TypeFlag.Dict | TypeFlag.Weakrefs;
  if (
    w_old.solid !== w_class.solid || (w_old.flags & layout) !== (w_class.flags & layout) ||
    !sameSlots(w_old, w_class)
  ) {
    throw typeError(
      `__class__ assignment: '${w_class.name.toRts()}' object layout differs from '${w_old.name.toRts()}'`,
    );
  }
  changeClass(w_self, w_class);
  return w_None;
}

function deleteClass(_w_self: W_Root): W_Root {
  throw typeError("can't delete __class__ attribute");
}

/** The slots of two classes are the same in number and names. */
function sameSlots(w_a: W_Type, w_b: W_Type): boolean {
  const baseA = w_a.layoutBase;
  const baseB = w_b.layoutBase;
  if (baseA === baseB) return true;
  if (baseA === baseA.solid || baseB === baseB.solid) return false;
  const w_slotsA = baseA.dict.getStr(s_slots);
  const w_slotsB = baseB.dict.getStr(s_slots);
  if (w_slotsA === null || w_slotsB === null) return false;
  if (!sameNames(w_slotsA, w_slotsB)) return false;
  return baseA.bases[0].layoutBase === baseB.bases[0].layoutBase;
}

const s_slots: W_Str = internRts("__slots__");

/** Their order does not matter: values are found by name. */
function sameNames(w_a: W_Root, w_b: W_Root): boolean {
  const w_namesA = w_a instanceof W_Str ? newTuple1(w_a) : w_a;
  const w_namesB = w_b instanceof W_Str ? newTuple1(w_b) : w_b;
  return setsEqual(setFrom(w_namesA), setFrom(w_namesB));
}

/** Classes are changed by `type`'s own methods alone. */
function refuseClass(w_self: W_Root, method: string): void {
  if (w_self instanceof W_Type) throw typeError(`can't apply this ${method} to ${typeName(w_self)} object`);
}

define(objectType, {
  doc: "The base of all classes.",
  textSignature: "()",
  flags: TypeFlag.Base,
  new: { signature: "($type, *args, **kwargs)", scope: objectNew },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: objectInit },
    __repr__: ["($self, /)", objectRepr],
    __str__: ["($self, /)", (w_self: W_Root): W_Root => repr(w_self)],
    __hash__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(identityHash(w_self))],
    __eq__: ["($self, value, /)", objectEq],
    __ne__: ["($self, value, /)", objectNe],
    __lt__: ["($self, value, /)", noOrder],
    __le__: ["($self, value, /)", noOrder],
    __gt__: ["($self, value, /)", noOrder],
    __ge__: ["($self, value, /)", noOrder],
    __getattribute__: [
      "($self, name, /)",
      (w_self: W_Root, w_name: W_Root): W_Root => genericGetattr(w_self, attributeName(w_name)),
    ],
    __setattr__: ["($self, name, value, /)", (w_self: W_Root, w_name: W_Root, w_value: W_Root): W_Root => {
      refuseClass(w_self, "__setattr__");
      checkApplies(w_self, "__setattr__", Special.Setattr);
      genericSetattr(w_self, attributeName(w_name), w_value);
      return w_None;
    }],
    __delattr__: ["($self, name, /)", (w_self: W_Root, w_name: W_Root): W_Root => {
      refuseClass(w_self, "__delattr__");
      checkApplies(w_self, "__delattr__", Special.Delattr);
      genericDelattr(w_self, attributeName(w_name));
      return w_None;
    }],
    __format__: [
      "($self, format_spec, /)",
      objectFormat,
      "Default formatter: `str` without a specification.",
    ],
    __dir__: ["($self, /)", objectDir],
    __sizeof__: ["($self, /)", (_w_self: W_Root): W_Root => newInt32(32)],
    __reduce__: ["($self, /)", (w_self: W_Root): W_Root => reduceEx(w_self, 0)],
    __reduce_ex__: ["($self, protocol, /)", objectReduceEx],
  },
  classmethods: {
    __init_subclass__: {
      signature: "($cls, /, *args, **kwargs)",
      scope: (scope: FixedArray<W_Root>): W_Root => {
        if ((scope[1] as W_Tuple).items.length > 0) {
          throw typeError(
            `${(scope[0] as W_Type).qualname.toRts()}.__init_subclass__() takes no arguments (${
              (scope[1] as W_Tuple).items.length
            } given)`,
          );
        }
        if ((scope[2] as W_Dict).length > 0) {
          throw typeError(
            `${(scope[0] as W_Type).qualname.toRts()}.__init_subclass__() takes no keyword arguments`,
          );
        }
        return w_None;
      },
    },
    __subclasshook__: ["($cls, subclass, /)", (_w_cls: W_Root, _w_sub: W_Root): W_Root => w_NotImplemented],
  },
  getsets: { __class__: [getClass, setClass, deleteClass] },
});

/** `__reduce_ex__`: a user's `__reduce__` goes first. */
function objectReduceEx(w_self: W_Root, w_protocol: W_Root): W_Root {
  const w_reduce = lookup(type(w_self), s_reduce);
  if (w_reduce !== null && w_reduce !== lookup(objectType, s_reduce)) return callMethod0(w_self, s_reduce);
  return reduceEx(w_self, intArgument(w_protocol));
}

const s_reduce: W_Str = internRts("__reduce__");

function instanceDictDescriptor(w_type: W_Type): W_Root {
  return new W_GetSet(s_dict, w_type, readDict, writeDict, deleteDict, null, false);
}
const s_dict: W_Str = internRts("__dict__");
const s_weakref: W_Str = internRts("__weakref__");

function readDict(w_self: W_Root): W_Root {
  return getInstanceDict(w_self);
}
function writeDict(w_self: W_Root, w_dict: W_Root): W_Root {
  refuseClassDict(w_self);
  if (!(w_dict instanceof W_Dict)) {
    throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(w_dict)}'`);
  }
  setInstanceDict(w_self, w_dict);
  return w_None;
}
function deleteDict(w_self: W_Root): W_Root {
  refuseClassDict(w_self);
  setInstanceDict(w_self, new W_Dict());
  return w_None;
}
/** A metaclass that also derives from an ordinary class inherits a descriptor that is not for classes. */
function refuseClassDict(w_self: W_Root): void {
  if (!(w_self instanceof W_Type)) return;
  throw typeError(`this __dict__ descriptor does not support '${typeName(w_self)}' objects`);
}
function weakrefDescriptor(w_type: W_Type): W_Root {
  return new W_GetSet(
    s_weakref,
    w_type,
    (w_self: W_Root): W_Root => weakReferencesOf(w_self),
    null,
    null,
    null,
    false,
  );
}

/** `__dict__` of built-in classes whose instances have one: an entry for `getsets`. */
export const INSTANCE_DICT: GetSetEntry = [readDict, writeDict, keepDict];

function keepDict(_w_self: W_Root): W_Root {
  throw typeError("cannot delete __dict__");
}

setInstanceDescriptors(instanceDictDescriptor, weakrefDescriptor);

/** Tells the parts that treat `object`'s own methods specially what those are. Runs after the classes are finished. */
export function installObjectHooks(): void {
  const special = objectType.special;
  setObjectHooks(special[Special.Getattribute]!, special[Special.Setattr]!, special[Special.Delattr]!);
  setObjectConstructors(special[Special.New]!, special[Special.Init]!);
}
