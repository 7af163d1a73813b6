/** Attributes and methods of built-in functions and descriptors. */
import { type FixedArray, i32ToI64, identityHash } from "@rts";
import type { BuiltinCode } from "./builtin_code.ts";
import {
  W_BuiltinFunction,
  W_ClassMethodDescr,
  W_GetSet,
  W_MethodDescr,
  W_SlotMember,
} from "./builtin_function.ts";
import { type } from "./call.ts";
import { callPrefixed } from "../interpreter/calls.ts";
import { deleteDescriptor, getDescriptor, readGetSet, readSlot, setDescriptor } from "./descriptors.ts";
import type { W_Dict } from "./dict.ts";
import { classNameOf, type OperationError, typeError, typeName } from "./errors.ts";
import { addressText } from "./object_methods.ts";
import { newBool, newInt } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { newTuple2, tupleOf, type W_Tuple } from "./tuple.ts";
import { define, type TypeSpec } from "./typedef.ts";
import { TypeFlag, W_Type } from "./type.ts";
import {
  builtinFunctionType,
  classmethodDescriptorType,
  getsetDescriptorType,
  memberDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  wrapperDescriptorType,
} from "./types.ts";
import { W_Module } from "./module.ts";
import { getattr } from "./attributes.ts";
import { builtinsModule } from "../interpreter/sys_module.ts";
import { internRts } from "./str/intern.ts";
import { hash64 } from "./bigint/mod.ts";

const s_getattr: W_Str = internRts("getattr");

function codeOf(w_self: W_Root): BuiltinCode {
  if (w_self instanceof W_BuiltinFunction) return w_self.code;
  if (w_self instanceof W_MethodDescr) return w_self.code;
  return (w_self as W_ClassMethodDescr).code;
}

function getName(w_self: W_Root): W_Root {
  return codeOf(w_self).name;
}
function getDoc(w_self: W_Root): W_Root {
  const doc = codeOf(w_self).doc;
  return doc === null ? w_None : fromRts(doc);
}
/** Signatures with defaults that Python cannot show have none, as CPython's functions without one. */
function getTextSignature(w_self: W_Root): W_Root {
  if (codeOf(w_self).newType !== null) return fromRts("($type, *args, **kwargs)");
  const text = codeOf(w_self).textSignature;
  if (text.includes("<unset>") || text.includes("<opt>")) return w_None;
  const isFunction = w_self instanceof W_BuiltinFunction && w_self.w_owner instanceof W_Module;
  return fromRts(isFunction ? moduleSignature(text) : text);
}

/** Functions take their module as first parameter, as CPython shows it. */
function moduleSignature(text: string): string {
  return text === "()" ? "($module, /)" : `($module, ${text.substring(1, text.length)}`;
}

function call(scope: FixedArray<W_Root>): W_Root {
  return callPrefixed(scope[0], null, scope[1] as W_Tuple, scope[2] as W_Dict);
}

function qualnameOfDescr(w_self: W_Root): W_Root {
  return fromRts(`${ownerOf(w_self).qualname.toRts()}.${nameOfDescr(w_self).toRts()}`);
}
function ownerOf(w_self: W_Root): W_Type {
  if (w_self instanceof W_MethodDescr) return w_self.w_objclass;
  if (w_self instanceof W_ClassMethodDescr) return w_self.w_objclass;
  if (w_self instanceof W_GetSet) return w_self.w_objclass;
  return (w_self as W_SlotMember).w_objclass;
}
function nameOfDescr(w_self: W_Root): W_Str {
  if (w_self instanceof W_GetSet) return w_self.name;
  if (w_self instanceof W_SlotMember) return w_self.name;
  return codeOf(w_self).name;
}

/** `[].append` is `list.append`; functions of modules are their name. */
function qualnameOfFunction(w_self: W_Root): W_Root {
  const self = w_self as W_BuiltinFunction;
  const w_bound = self.w_self ?? self.w_owner;
  if (w_bound === null || w_bound instanceof W_Module) return self.code.name;
  const w_type = w_bound instanceof W_Type ? w_bound : type(w_bound);
  return fromRts(`${w_type.qualname.toRts()}.${self.code.name.toRts()}`);
}
function selfOfFunction(w_self: W_Root): W_Root {
  const self = w_self as W_BuiltinFunction;
  return self.w_self ?? self.w_owner ?? w_None;
}
function reprFunction(w_self: W_Root): W_Root {
  const self = w_self as W_BuiltinFunction;
  const name = self.code.name.toRts();
  const w_bound = self.w_self ?? self.w_owner;
  if (w_bound === null || w_bound instanceof W_Module) return fromRts(`<built-in function ${name}>`);
  return fromRts(`<built-in method ${name} of ${typeName(w_bound)} object at ${addressText(w_bound)}>`);
}
function reprWrapperBound(w_self: W_Root): W_Root {
  const self = w_self as W_BuiltinFunction;
  const w_bound = self.w_self!;
  return fromRts(
    `<method-wrapper '${self.code.name.toRts()}' of ${typeName(w_bound)} object at ${addressText(w_bound)}>`,
  );
}
function eqFunction(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_BuiltinFunction)) return w_NotImplemented;
  const self = w_self as W_BuiltinFunction;
  return newBool(
    self.code === w_other.code && self.w_self === w_other.w_self && self.w_owner === w_other.w_owner,
  );
}
function hashFunction(w_self: W_Root): W_Root {
  const self = w_self as W_BuiltinFunction;
  const bound = self.w_self === null ? 0 : identityHash(self.w_self);
  return newInt(hash64(i32ToI64(bound ^ identityHash(self.code))));
}
function reduceFunction(w_self: W_Root): W_Root {
  const self = w_self as W_BuiltinFunction;
  const w_bound = self.w_self ?? self.w_owner;
  if (w_bound === null || w_bound instanceof W_Module) return self.code.name;
  return newTuple2(getattr(builtinsModule, s_getattr), newTuple2(w_bound, self.code.name));
}
function reduceDescr(w_self: W_Root): W_Root {
  return newTuple2(getattr(builtinsModule, s_getattr), newTuple2(ownerOf(w_self), nameOfDescr(w_self)));
}

const FUNCTION_ATTRIBUTES: TypeSpec["getsets"] = {
  __name__: [getName],
  __qualname__: [qualnameOfFunction],
  __doc__: [getDoc],
  __text_signature__: [getTextSignature],
  __self__: [selfOfFunction],
};

define(builtinFunctionType, {
  doc: "A built-in function, or a built-in method bound to its object.",
  flags: TypeFlag.Weakrefs,
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: call },
    __repr__: ["($self, /)", reprFunction],
    __eq__: ["($self, value, /)", eqFunction],
    __hash__: ["($self, /)", hashFunction],
    __reduce__: ["($self, /)", reduceFunction],
  },
  getsets: FUNCTION_ATTRIBUTES,
  members: {
    __module__: [
      (w_self: W_Root): W_Root => (w_self as W_BuiltinFunction).moduleName ?? w_None,
      setModuleName,
    ],
  },
});

function setModuleName(w_self: W_Root, w_value: W_Root): W_Root {
  (w_self as W_BuiltinFunction).moduleName = w_value === w_None ? null : w_value as W_Str;
  return w_None;
}

define(methodWrapperType, {
  doc: "A special method of a built-in class, bound to its object.",
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: call },
    __repr__: ["($self, /)", reprWrapperBound],
    __eq__: ["($self, value, /)", eqFunction],
    __hash__: ["($self, /)", hashFunction],
    __reduce__: ["($self, /)", reduceFunction],
  },
  getsets: {
    ...FUNCTION_ATTRIBUTES,
    __objclass__: [(w_self: W_Root): W_Root => (w_self as W_BuiltinFunction).code.selfType ?? w_None],
  },
});

const DESCR_ATTRIBUTES: TypeSpec["getsets"] = {
  __doc__: [getDoc],
  __qualname__: [qualnameOfDescr],
  __text_signature__: [getTextSignature],
};
const DESCR_MEMBERS: TypeSpec["getsets"] = {
  __name__: [(w_self: W_Root): W_Root => nameOfDescr(w_self)],
  __objclass__: [(w_self: W_Root): W_Root => ownerOf(w_self)],
};

function getMethod(w_self: W_Root, w_obj: W_Root, _w_type: W_Root): W_Root {
  return w_obj === w_None ? w_self : getDescriptor(w_self, w_obj, type(w_obj));
}

function reprDescr(w_self: W_Root): W_Root {
  return fromRts(
    `<${kindName(w_self)} '${nameOfDescr(w_self).toRts()}' of '${classNameOf(ownerOf(w_self))}' objects>`,
  );
}
function kindName(w_self: W_Root): string {
  if (w_self instanceof W_MethodDescr) return w_self.code.isWrapper ? "slot wrapper" : "method";
  if (w_self instanceof W_ClassMethodDescr) return "method";
  if (w_self instanceof W_GetSet && !w_self.isMember) return "attribute";
  return "member";
}

define(methodDescriptorType, {
  doc: "A method of a built-in class.",
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: call },
    __get__: ["($self, instance, owner=None, /)", getMethod],
    __repr__: ["($self, /)", reprDescr],
    __reduce__: ["($self, /)", reduceDescr],
  },
  getsets: DESCR_ATTRIBUTES,
  members: DESCR_MEMBERS,
});

define(wrapperDescriptorType, {
  doc: "A special method of a built-in class.",
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: call },
    __get__: ["($self, instance, owner=None, /)", getMethod],
    __repr__: ["($self, /)", reprDescr],
    __reduce__: ["($self, /)", reduceDescr],
  },
  getsets: DESCR_ATTRIBUTES,
  members: DESCR_MEMBERS,
});

/** A class method of a built-in class, bound to the class that it is read from. */
function getClassMethod(w_self: W_Root, w_obj: W_Root, w_type: W_Root): W_Root {
  const self = w_self as W_ClassMethodDescr;
  const w_class = w_type === w_None ? type(w_obj) : w_type;
  if (!(w_class instanceof W_Type)) {
    throw typeError(
      `descriptor '${self.code.name.toRts()}' for type '${
        classNameOf(self.w_objclass)
      }' needs a type, not a '${typeName(w_class)}' as arg 2`,
    );
  }
  if (!w_class.isSubtype(self.w_objclass)) throw wrongClass(self, w_class);
  return new W_BuiltinFunction(self.code, w_class);
}
function wrongClass(self: W_ClassMethodDescr, w_class: W_Type): OperationError {
  const owner = classNameOf(self.w_objclass);
  return typeError(
    `descriptor '${self.code.name.toRts()}' requires a subtype of '${owner}' but received '${
      classNameOf(w_class)
    }'`,
  );
}

function callClassMethod(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_ClassMethodDescr;
  const items = (scope[1] as W_Tuple).items;
  if (items.length === 0) {
    throw typeError(
      `descriptor '${self.code.name.toRts()}' of '${classNameOf(self.w_objclass)}' object needs an argument`,
    );
  }
  const w_bound = getClassMethod(self, w_None, items[0]);
  return callPrefixed(w_bound, null, dropFirst(scope[1] as W_Tuple), scope[2] as W_Dict);
}
function dropFirst(w_items: W_Tuple): W_Tuple {
  const rest: W_Root[] = [];
  for (let i = 1; i < w_items.items.length; i++) rest.push(w_items.items[i]);
  return tupleOf(rest);
}

define(classmethodDescriptorType, {
  doc: "A class method of a built-in class.",
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: callClassMethod },
    __get__: ["($self, instance, owner=None, /)", getClassMethod],
    __repr__: ["($self, /)", reprDescr],
  },
  getsets: DESCR_ATTRIBUTES,
  members: DESCR_MEMBERS,
});

function getAttribute(w_self: W_Root, w_obj: W_Root, _w_type: W_Root): W_Root {
  if (w_obj === w_None) return w_self;
  return w_self instanceof W_GetSet ? readGetSet(w_self, w_obj) : readSlot(w_self as W_SlotMember, w_obj);
}
function setAttribute(w_self: W_Root, w_obj: W_Root, w_value: W_Root): W_Root {
  setDescriptor(w_self, w_obj, w_value);
  return w_None;
}
function deleteAttribute(w_self: W_Root, w_obj: W_Root): W_Root {
  deleteDescriptor(w_self, w_obj);
  return w_None;
}
function docOfAttribute(w_self: W_Root): W_Root {
  const doc = w_self instanceof W_GetSet ? w_self.doc : null;
  return doc === null ? w_None : fromRts(doc);
}

const ATTRIBUTE_SPEC: TypeSpec = {
  methods: {
    __get__: ["($self, instance, owner=None, /)", getAttribute],
    __set__: ["($self, instance, value, /)", setAttribute],
    __delete__: ["($self, instance, /)", deleteAttribute],
    __repr__: ["($self, /)", reprDescr],
    __reduce__: ["($self, /)", reduceDescr],
  },
  getsets: { __doc__: [docOfAttribute], __qualname__: [qualnameOfDescr] },
  members: DESCR_MEMBERS,
};

define(getsetDescriptorType, { doc: "A computed attribute of a built-in class.", ...ATTRIBUTE_SPEC });
define(memberDescriptorType, { doc: "A field of a built-in class, or a slot.", ...ATTRIBUTE_SPEC });
