/** `property`. */
import { getattrOrNull, setattr } from "./attributes.ts";
import { call1, call2, callItems, type } from "./call.ts";
import { attributeError, type OperationError, typeError } from "./errors.ts";
import { newBool } from "./int.ts";
import { W_Property } from "./property.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_unset } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import { reprText } from "./text.ts";
import { isTrue } from "./truth.ts";
import { tupleOf, type W_Tuple } from "./tuple.ts";
import { define } from "./typedef.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { propertyType } from "./types.ts";
import type { FixedArray } from "@rts";

const s_doc: W_Str = internRts("__doc__");
const s_isabstractmethod: W_Str = internRts("__isabstractmethod__");

function property(w_self: W_Root): W_Property {
  return w_self as W_Property;
}
function orNull(w_obj: W_Root): W_Root | null {
  return w_obj === w_None ? null : w_obj;
}

function propertyInit(scope: FixedArray<W_Root>): W_Root {
  const self = property(scope[0]);
  self.w_get = orNull(scope[1]);
  self.w_set = orNull(scope[2]);
  self.w_delete = orNull(scope[3]);
  self.w_doc = orNull(scope[4]);
  self.hasGetterDoc = false;
  if (self.w_doc === null && self.w_get !== null) takeGetterDoc(self, self.w_get);
  return w_None;
}

/** Instances of subclasses keep the documentation in their `__dict__`, for the class's `__doc__` hides the field. */
function takeGetterDoc(self: W_Property, w_get: W_Root): void {
  const w_doc = getattrOrNull(w_get, s_doc);
  if (w_doc === null) return;
  if (type(self) === propertyType) self.w_doc = w_doc;
  else setattr(self, s_doc, w_doc);
  self.hasGetterDoc = true;
}

/** A property like `self` with some functions exchanged; None keeps the one there is. */
function changed(self: W_Property, w_get: W_Root, w_set: W_Root, w_delete: W_Root): W_Root {
  const w_getter = w_get === w_None ? self.w_get ?? w_None : w_get;
  const w_doc = self.hasGetterDoc && w_getter !== w_None ? w_None : self.w_doc ?? w_None;
  const w_new = callItems(
    type(self),
    tupleOf([
      w_getter,
      w_set === w_None ? self.w_set ?? w_None : w_set,
      w_delete === w_None ? self.w_delete ?? w_None : w_delete,
      w_doc,
    ]).items,
  );
  if (w_new instanceof W_Property) w_new.w_name = self.w_name;
  return w_new;
}

/** "unreadable attribute", "can't set attribute", "can't delete attribute", with the name where it is known. */
function refused(self: W_Property, text: string): OperationError {
  const w_name = self.w_name;
  return attributeError(w_name === null ? text : `${text} ${reprText(w_name)}`);
}

function propertyGet(w_self: W_Root, w_obj: W_Root, _w_owner: W_Root): W_Root {
  return w_obj === w_None || w_obj === w_unset ? w_self : readProperty(property(w_self), w_obj);
}

/** The value of the property for `w_obj`. Throws AttributeError where there is no getter. */
export function readProperty(self: W_Property, w_obj: W_Root): W_Root {
  const w_get = self.w_get;
  if (w_get === null) throw refused(self, "unreadable attribute");
  return call1(w_get, w_obj);
}

function propertySet(w_self: W_Root, w_obj: W_Root, w_value: W_Root): W_Root {
  const self = property(w_self);
  const w_set = self.w_set;
  if (w_set === null) throw refused(self, "can't set attribute");
  call2(w_set, w_obj, w_value);
  return w_None;
}

function propertyDelete(w_self: W_Root, w_obj: W_Root): W_Root {
  const self = property(w_self);
  const w_delete = self.w_delete;
  if (w_delete === null) throw refused(self, "can't delete attribute");
  call1(w_delete, w_obj);
  return w_None;
}

function setName(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[1] as W_Tuple).items;
  if (items.length !== 2) {
    throw typeError(`__set_name__() takes 2 positional arguments but ${items.length} were given`);
  }
  property(scope[0]).w_name = items[1];
  return w_None;
}

function isAbstract(w_self: W_Root): W_Root {
  const self = property(w_self);
  return newBool(
    isAbstractFunction(self.w_get) || isAbstractFunction(self.w_set) || isAbstractFunction(self.w_delete),
  );
}

function isAbstractFunction(w_function: W_Root | null): boolean {
  if (w_function === null) return false;
  const w_flag = getattrOrNull(w_function, s_isabstractmethod);
  return w_flag !== null && isTrue(w_flag);
}

function setDoc(w_self: W_Root, w_doc: W_Root): W_Root {
  property(w_self).w_doc = w_doc;
  return w_None;
}
function deleteDoc(w_self: W_Root): W_Root {
  property(w_self).w_doc = null;
  return w_None;
}

define(propertyType, {
  doc: "An attribute whose reading, setting and deleting call functions.",
  textSignature: "(fget=None, fset=None, fdel=None, doc=None)",
  flags: TypeFlag.Base,
  new: {
    signature: "($type, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_Property((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: { signature: "($self, fget=None, fset=None, fdel=None, doc=None)", scope: propertyInit },
    __get__: ["($self, instance, owner=None, /)", propertyGet],
    __set__: ["($self, instance, value, /)", propertySet],
    __delete__: ["($self, instance, /)", propertyDelete],
    getter: [
      "($self, fget, /)",
      (w_self: W_Root, w_f: W_Root): W_Root => changed(property(w_self), w_f, w_None, w_None),
      "The same property with another getter.",
    ],
    setter: [
      "($self, fset, /)",
      (w_self: W_Root, w_f: W_Root): W_Root => changed(property(w_self), w_None, w_f, w_None),
      "The same property with another setter.",
    ],
    deleter: [
      "($self, fdel, /)",
      (w_self: W_Root, w_f: W_Root): W_Root => changed(property(w_self), w_None, w_None, w_f),
      "The same property with another deleter.",
    ],
    __set_name__: { signature: "($self, /, *args)", scope: setName, doc: "Tells the property its name." },
  },
  members: {
    fget: [(w_self: W_Root): W_Root => property(w_self).w_get ?? w_None],
    fset: [(w_self: W_Root): W_Root => property(w_self).w_set ?? w_None],
    fdel: [(w_self: W_Root): W_Root => property(w_self).w_delete ?? w_None],
    __doc__: [(w_self: W_Root): W_Root => property(w_self).w_doc ?? w_None, setDoc, deleteDoc],
  },
  getsets: { __isabstractmethod__: [isAbstract] },
});
