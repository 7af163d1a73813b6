/** `type`: methods and attributes of classes. */
import { type FixedArray, type i32, newFixedArray, WeakReference } from "@rts";
import { getattr } from "./attributes.ts";
import { attributeName } from "./object_methods.ts";
import { type } from "./call.ts";
import {
  basesTuple,
  bestBase,
  calculateMetaclass,
  linearize,
  newClass,
  setAbstract,
  setLinearization,
} from "./class_build.ts";
import {
  deleteDescriptor,
  getDescriptor,
  getDescriptorOfClass,
  isDataDescriptor,
  isReadFirst,
  setDescriptor,
} from "./descriptors.ts";
import { W_Dict } from "./dict.ts";
import { attributeError, typeError, typeName, valueError } from "./errors.ts";
import { withAttributeContext } from "./exceptions.ts";
import { newBool, newInt32 } from "./int.ts";
import { plainIsinstance, plainIssubclass } from "./isinstance.ts";
import { listOf } from "./list.ts";
import { newMappingProxy } from "./mappingproxy.ts";
import { keyList, mergeClassNames } from "./object_dir.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { findChar } from "./str/find.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { constructWithDict } from "./type_call.ts";
import { attributeChanged, hierarchyChanged, lookup } from "./type_lookup.ts";
import { fullTypeName } from "./type_names.ts";
import { isTrue } from "./truth.ts";
import { TypeFlag, W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { W_Tuple } from "./tuple.ts";
import { bytesType, intType, tupleType, typeType } from "./types.ts";
import { makeUnion } from "./union.ts";
import { Special } from "./special.ts";
import { callPrefixed } from "../interpreter/calls.ts";

const s_module: W_Str = internRts("__module__");
const s_doc: W_Str = internRts("__doc__");
const s_abstractmethods: W_Str = internRts("__abstractmethods__");
const s_annotations: W_Str = internRts("__annotations__");
const s_new: W_Str = internRts("__new__");

function asType(w_obj: W_Root): W_Type {
  return w_obj as W_Type;
}

function typeNew(scope: FixedArray<W_Root>): W_Root {
  const w_meta = asType(scope[0]);
  const items = (scope[1] as W_Tuple).items;
  const w_keywords = scope[2] as W_Dict;
  if (items.length === 1 && w_keywords.length === 0 && w_meta === typeType) return type(items[0]);
  if (items.length !== 3 && w_meta === typeType) throw typeError("type() takes 1 or 3 arguments");
  if (items.length !== 3) throw typeError(`type.__new__() takes exactly 3 arguments (${items.length} given)`);
  const w_name = items[0];
  const w_bases = items[1];
  const w_dict = items[2];
  if (!(w_name instanceof W_Str)) {
    throw typeError(`type.__new__() argument 1 must be str, not ${typeName(w_name)}`);
  }
  if (!(w_bases instanceof W_Tuple)) {
    throw typeError(`type.__new__() argument 2 must be tuple, not ${typeName(w_bases)}`);
  }
  if (!(w_dict instanceof W_Dict)) {
    throw typeError(`type.__new__() argument 3 must be dict, not ${typeName(w_dict)}`);
  }
  checkMroEntries(w_bases);
  const w_winner = calculateMetaclass(w_meta, w_bases.items);
  if (w_winner !== w_meta && w_winner.special[Special.New] !== typeType.special[Special.New]) {
    return callWinner(w_winner, scope);
  }
  checkName(w_name);
  return newClass(w_winner, w_name, w_bases.items, w_dict, w_keywords);
}

/** Another metaclass has a `__new__` of its own: that makes the class. */
function callWinner(w_winner: W_Type, scope: FixedArray<W_Root>): W_Root {
  return callPrefixed(getattr(w_winner, s_new), w_winner, scope[1] as W_Tuple, scope[2] as W_Dict);
}

function checkMroEntries(w_bases: W_Tuple): void {
  for (let i = 0; i < w_bases.items.length; i++) {
    const w_base = w_bases.items[i];
    if (w_base instanceof W_Type) continue;
    if (type(w_base).special[Special.MroEntries] !== null) {
      throw typeError(
        "type() doesn't support MRO entry resolution; use types.new_class()",
      );
    }
  }
}

function checkName(name: W_Str): void {
  if (findChar(name.kind, name.data, 0, 0, name.length) >= 0) {
    throw valueError("type name must not contain null characters");
  }
}

function typeInit(scope: FixedArray<W_Root>): W_Root {
  const count = (scope[1] as W_Tuple).items.length;
  if (count === 1 && (scope[2] as W_Dict).length > 0) {
    throw typeError("type.__init__() takes no keyword arguments");
  }
  if (count !== 1 && count !== 3) throw typeError("type.__init__() takes 1 or 3 arguments");
  return w_None;
}

function typeCall(scope: FixedArray<W_Root>): W_Root {
  return constructWithDict(asType(scope[0]), (scope[1] as W_Tuple).items, scope[2] as W_Dict);
}

function typeRepr(w_self: W_Root): W_Root {
  return fromRts(`<class '${fullTypeName(asType(w_self))}'>`);
}

/** Reading attributes of classes: data descriptors of the metaclass, the class and its bases, the metaclass. */
function typeGetattribute(w_self: W_Root, w_name: W_Root): W_Root {
  const w_type = asType(w_self);
  const name = attributeName(w_name);
  const w_meta = type(w_type);
  const w_metaDescr = lookup(w_meta, name);
  if (w_metaDescr !== null && isReadFirst(w_metaDescr)) {
    return getDescriptor(w_metaDescr, w_type, w_meta);
  }
  const w_found = lookup(w_type, name);
  if (w_found !== null) return getDescriptorOfClass(w_found, w_type);
  if (w_metaDescr !== null) return getDescriptor(w_metaDescr, w_type, w_meta);
  const error = attributeError(`type object '${w_type.name.toRts()}' has no attribute '${name.toRts()}'`);
  throw withAttributeContext(error, w_type, name);
}

function checkMutable(w_type: W_Type, name: W_Str): void {
  if (w_type.isHeap()) return;
  throw typeError(`cannot set '${name.toRts()}' attribute of immutable type '${w_type.name.toRts()}'`);
}

function typeSetattr(w_self: W_Root, w_name: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  const name = attributeName(w_name);
  checkMutable(w_type, name);
  const w_descr = lookup(type(w_type), name);
  if (w_descr !== null && isDataDescriptor(w_descr)) {
    setDescriptor(w_descr, w_type, w_value);
    return w_None;
  }
  w_type.dict.setStr(name, w_value);
  attributeChanged(w_type, name);
  return w_None;
}

function typeDelattr(w_self: W_Root, w_name: W_Root): W_Root {
  const w_type = asType(w_self);
  const name = attributeName(w_name);
  checkMutable(w_type, name);
  const w_descr = lookup(type(w_type), name);
  if (w_descr !== null && isDataDescriptor(w_descr)) {
    deleteDescriptor(w_descr, w_type);
    return w_None;
  }
  if (w_type.dict.delete(name) === null) {
    throw withAttributeContext(attributeError(name.toRts()), w_type, name);
  }
  attributeChanged(w_type, name);
  return w_None;
}

function getName(w_self: W_Root): W_Root {
  return asType(w_self).name;
}
function setName(w_self: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_name);
  if (!(w_value instanceof W_Str)) {
    throw typeError(`can only assign string to ${w_type.name.toRts()}.__name__, not '${typeName(w_value)}'`);
  }
  checkName(w_value);
  w_type.name = w_value.plain();
  return w_None;
}
const s_name: W_Str = internRts("__name__");
const s_qualname: W_Str = internRts("__qualname__");
const s_bases: W_Str = internRts("__bases__");

function cannotDelete(w_self: W_Root, name: W_Str): W_Root {
  const text = asType(w_self).isHeap() ? "delete" : "set";
  throw typeError(
    `cannot ${text} '${name.toRts()}' attribute of immutable type '${asType(w_self).name.toRts()}'`,
  );
}

function getQualname(w_self: W_Root): W_Root {
  return asType(w_self).qualname;
}
function setQualname(w_self: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_qualname);
  if (!(w_value instanceof W_Str)) {
    throw typeError(
      `can only assign string to ${w_type.name.toRts()}.__qualname__, not '${typeName(w_value)}'`,
    );
  }
  w_type.qualname = w_value;
  return w_None;
}

function getModule(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  if (!w_type.isHeap()) return fromRts(w_type.module);
  const w_module = w_type.dict.getStr(s_module);
  if (w_module === null) throw attributeError("__module__");
  return w_module;
}
function setModule(w_self: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_module);
  w_type.dict.setStr(s_module, w_value);
  attributeChanged(w_type, s_module);
  return w_None;
}

function getBases(w_self: W_Root): W_Root {
  return basesTuple(asType(w_self));
}

/** `C.__bases__ = …`: the linearizations of the class and its subclasses are made anew. */
function setBases(w_self: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_bases);
  if (!(w_value instanceof W_Tuple)) {
    throw typeError(`can only assign tuple to ${w_type.name.toRts()}.__bases__, not ${typeName(w_value)}`);
  }
  if (w_value.items.length === 0) {
    throw typeError(`can only assign non-empty tuple to ${w_type.name.toRts()}.__bases__, not ()`);
  }
  const bases = newFixedArray<W_Type>(w_value.items.length, w_type);
  for (let i = 0; i < bases.length; i++) {
    const w_base = w_value.items[i];
    if (!(w_base instanceof W_Type)) {
      throw typeError(
        `${w_type.name.toRts()}.__bases__ must be tuple of classes, not '${typeName(w_base)}'`,
      );
    }
    if (w_base.isSubtype(w_type)) throw typeError("a __bases__ item causes an inheritance cycle");
    bases[i] = w_base;
  }
  replaceBases(w_type, bases);
  return w_None;
}

function replaceBases(w_type: W_Type, bases: FixedArray<W_Type>): void {
  const w_best = bestBase(bases);
  if (w_best.solid !== w_type.solid || !layoutFits(w_type, w_best)) {
    throw typeError(
      `__bases__ assignment: '${w_best.name.toRts()}' object layout differs from '${
        w_type.bases[0].name.toRts()
      }'`,
    );
  }
  const old = w_type.bases;
  const changed: W_Type[] = [];
  const before: FixedArray<W_Type>[] = [];
  w_type.bases = bases;
  try {
    relinearize(w_type, changed, before);
  } catch (e) {
    w_type.bases = old;
    for (let i = 0; i < changed.length; i++) changed[i].mro = before[i];
    throw e;
  }
  for (let i = 0; i < old.length; i++) forgetSubclass(old[i], w_type);
  for (let i = 0; i < bases.length; i++) bases[i].subclasses.push(new WeakReference<W_Type>(w_type));
  hierarchyChanged(w_type);
}

function layoutFits(w_type: W_Type, w_best: W_Type): boolean {
  const layout = TypeFlag.Dict | TypeFlag.Weakrefs;
  return (w_best.flags & layout & ~w_type.flags) === 0;
}

/** Notes in `changed` and `before` what to restore when it fails. */
function relinearize(w_type: W_Type, changed: W_Type[], before: FixedArray<W_Type>[]): void {
  changed.push(w_type);
  before.push(w_type.mro);
  setLinearization(w_type);
  const subclasses = w_type.subclasses;
  for (let i = 0; i < subclasses.length; i++) {
    const w_sub = subclasses[i].get();
    if (w_sub !== null) relinearize(w_sub, changed, before);
  }
}

function forgetSubclass(w_base: W_Type, w_type: W_Type): void {
  const kept: WeakReference<W_Type>[] = [];
  for (let i = 0; i < w_base.subclasses.length; i++) {
    const w_sub = w_base.subclasses[i].get();
    if (w_sub !== null && w_sub !== w_type) kept.push(w_base.subclasses[i]);
  }
  w_base.subclasses = kept;
}

function getBase(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  return w_type.bases.length === 0 ? w_None : bestBase(w_type.bases);
}

function getMro(w_self: W_Root): W_Root {
  const mro = asType(w_self).mro;
  const items = newFixedArray<W_Root>(mro.length, w_None);
  for (let i = 0; i < mro.length; i++) items[i] = mro[i];
  return new W_Tuple(items);
}

function getDoc(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  const w_doc = w_type.dict.getStr(s_doc);
  if (w_doc === null) return w_None;
  const w_get = type(w_doc).special[Special.Get];
  return w_get === null ? w_doc : getDescriptorOfClass(w_doc, w_type);
}
function setDoc(w_self: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_doc);
  w_type.dict.setStr(s_doc, w_value);
  attributeChanged(w_type, s_doc);
  return w_None;
}

function getAbstractMethods(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  const w_names = w_type === typeType ? null : w_type.dict.getStr(s_abstractmethods);
  if (w_names === null) throw attributeError("__abstractmethods__");
  return w_names;
}
function setAbstractMethods(w_self: W_Root, w_value: W_Root): W_Root {
  const isAbstract = isTrue(w_value);
  asType(w_self).dict.setStr(s_abstractmethods, w_value);
  setAbstract(asType(w_self), isAbstract);
  return w_None;
}
function deleteAbstractMethods(w_self: W_Root): W_Root {
  if (asType(w_self).dict.delete(s_abstractmethods) === null) throw attributeError("__abstractmethods__");
  setAbstract(asType(w_self), false);
  return w_None;
}

/** `__annotations__`: made on first use, for heap classes. */
function getAnnotations(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  if (!w_type.isHeap()) {
    throw attributeError(`type object '${w_type.name.toRts()}' has no attribute '__annotations__'`);
  }
  const w_found = w_type.dict.getStr(s_annotations);
  if (w_found !== null) return w_found;
  const w_made = new W_Dict();
  w_type.dict.setStr(s_annotations, w_made);
  return w_made;
}
function setAnnotations(w_self: W_Root, w_value: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_annotations);
  w_type.dict.setStr(s_annotations, w_value);
  attributeChanged(w_type, s_annotations);
  return w_None;
}
function deleteAnnotations(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  checkMutable(w_type, s_annotations);
  if (w_type.dict.delete(s_annotations) === null) throw attributeError("__annotations__");
  attributeChanged(w_type, s_annotations);
  return w_None;
}

function getTextSignature(w_self: W_Root): W_Root {
  const text = asType(w_self).textSignature;
  return text === null ? w_None : fromRts(text);
}

function subclassesList(w_self: W_Root): W_Root {
  const items: W_Root[] = [];
  const subclasses = asType(w_self).subclasses;
  for (let i = 0; i < subclasses.length; i++) {
    const w_sub = subclasses[i].get();
    if (w_sub !== null) items.push(w_sub);
  }
  return listOf(items);
}

function typeDir(w_self: W_Root): W_Root {
  const w_names = new W_Dict();
  mergeClassNames(w_names, asType(w_self));
  return keyList(w_names);
}

function typeOr(w_self: W_Root, w_other: W_Root): W_Root {
  return makeUnion(w_self, w_other);
}

function typeMro(w_self: W_Root): W_Root {
  const w_type = asType(w_self);
  const mro = linearize(w_type);
  const items: W_Root[] = [];
  for (let i = 0; i < mro.length; i++) items.push(mro[i]);
  return listOf(items);
}

define(typeType, {
  doc: "The class of classes.",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: typeNew },
  methods: {
    __init__: { signature: "($self, /, *args, **kwargs)", scope: typeInit },
    __call__: { signature: "($self, /, *args, **kwargs)", scope: typeCall },
    __repr__: ["($self, /)", typeRepr],
    __getattribute__: ["($self, name, /)", typeGetattribute],
    __setattr__: ["($self, name, value, /)", typeSetattr],
    __delattr__: ["($self, name, /)", typeDelattr],
    __or__: ["($self, value, /)", typeOr],
    __ror__: ["($self, value, /)", (w_self: W_Root, w_other: W_Root): W_Root => makeUnion(w_other, w_self)],
    __instancecheck__: [
      "($self, instance, /)",
      (w_self: W_Root, w_obj: W_Root): W_Root => newBool(plainIsinstance(w_obj, w_self)),
    ],
    __subclasscheck__: [
      "($self, subclass, /)",
      (w_self: W_Root, w_sub: W_Root): W_Root => newBool(plainIssubclass(w_sub, w_self)),
    ],
    __subclasses__: ["($self, /)", subclassesList, "The direct subclasses."],
    __dir__: ["($self, /)", typeDir],
    __sizeof__: ["($self, /)", (_w_self: W_Root): W_Root => newInt32(400)],
    mro: ["($self, /)", typeMro, "The linearization of the class."],
  },
  classmethods: {
    __prepare__: {
      signature: "($cls, /, *args, **kwargs)",
      scope: (_scope: FixedArray<W_Root>): W_Root => new W_Dict(),
    },
  },
  getsets: {
    __name__: [getName, setName, (w_self: W_Root): W_Root => cannotDelete(w_self, s_name)],
    __qualname__: [getQualname, setQualname, (w_self: W_Root): W_Root => cannotDelete(w_self, s_qualname)],
    __module__: [getModule, setModule, (w_self: W_Root): W_Root => cannotDelete(w_self, s_module)],
    __bases__: [getBases, setBases, (w_self: W_Root): W_Root => cannotDelete(w_self, s_bases)],
    __doc__: [getDoc, setDoc, (w_self: W_Root): W_Root => cannotDelete(w_self, s_doc)],
    __dict__: [(w_self: W_Root): W_Root => newMappingProxy(asType(w_self).dict)],
    __abstractmethods__: [getAbstractMethods, setAbstractMethods, deleteAbstractMethods],
    __annotations__: [getAnnotations, setAnnotations, deleteAnnotations],
    __text_signature__: [getTextSignature],
  },
  members: {
    __base__: [getBase],
    __mro__: [getMro],
    __basicsize__: [(_w_self: W_Root): W_Root => newInt32(16)],
    __itemsize__: [(w_self: W_Root): W_Root => newInt32(itemSize(asType(w_self)))],
    __flags__: [(w_self: W_Root): W_Root => newInt32(publicFlags(asType(w_self)))],
    __dictoffset__: [(w_self: W_Root): W_Root => newInt32(asType(w_self).hasFlag(TypeFlag.Dict) ? 16 : 0)],
    __weakrefoffset__: [
      (w_self: W_Root): W_Root => newInt32(asType(w_self).hasFlag(TypeFlag.Weakrefs) ? 24 : 0),
    ],
  },
});

/** Bytes of an item in CPython, where instances are of variable size. */
function itemSize(w_type: W_Type): i32 {
  const w_solid = w_type.solid;
  if (w_solid === tupleType) return 8;
  if (w_solid === intType) return 4;
  if (w_solid === bytesType) return 1;
  return w_solid === typeType ? 40 : 0;
}

/** `__flags__` as CPython numbers them, as far as programs look at them. */
function publicFlags(w_type: W_Type): i32 {
  let flags = 0;
  if (w_type.isHeap()) flags |= 1 << 9;
  if (w_type.hasFlag(TypeFlag.Base)) flags |= 1 << 10;
  if (!w_type.isHeap()) flags |= 1 << 8;
  if (w_type.hasFlag(TypeFlag.Abstract)) flags |= 1 << 20;
  if (w_type.hasFlag(TypeFlag.Sequence)) flags |= 1 << 5;
  if (w_type.hasFlag(TypeFlag.Mapping)) flags |= 1 << 6;
  if (w_type.hasFlag(TypeFlag.Exception)) flags |= 1 << 30;
  if (w_type.hasFlag(TypeFlag.Metaclass)) flags |= 1 << 31;
  return flags;
}
