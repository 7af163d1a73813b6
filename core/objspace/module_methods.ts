/** The class `module`: attributes come from the namespace, then from the module's own `__getattr__` (PEP 562). */
import type { FixedArray } from "@rts";
import { genericDelattr, genericGetattr, genericSetattr, getattrOrNull } from "./attributes.ts";
import { call0, call1 } from "./call.ts";
import { W_Dict } from "./dict.ts";
import { attributeError, OperationError, typeError, typeName } from "./errors.ts";
import { attributeErrorType, exceptionType } from "./exception_types.ts";
import { withAttributeContext } from "./exceptions.ts";
import { W_Module } from "./module.ts";
import { moduleRepr } from "./module_repr.ts";
import { keyList } from "./object_dir.ts";
import { attributeName } from "./object_methods.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { define } from "./typedef.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { moduleType } from "./types.ts";

const s_name: W_Str = internRts("__name__");
const s_doc: W_Str = internRts("__doc__");
const s_package: W_Str = internRts("__package__");
const s_loader: W_Str = internRts("__loader__");
const s_spec: W_Str = internRts("__spec__");
const s_dir: W_Str = internRts("__dir__");
const s_dict: W_Str = internRts("__dict__");
const s_getattr: W_Str = internRts("__getattr__");
const s_annotations: W_Str = internRts("__annotations__");
const s_initializing: W_Str = internRts("_initializing");

function module(w_self: W_Root): W_Module {
  return w_self as W_Module;
}

function moduleNew(scope: FixedArray<W_Root>): W_Root {
  const w_module = new W_Module((scope[0] as W_Type).instanceMap);
  w_module.isInitialized = false;
  return w_module;
}

function moduleInit(w_self: W_Root, w_name: W_Root, w_doc: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) {
    throw typeError(`module() argument 'name' must be str, not ${typeName(w_name)}`);
  }
  const self = module(w_self);
  self.isInitialized = true;
  const w_dict = self.w_dict;
  w_dict.setStr(s_name, w_name);
  w_dict.setStr(s_doc, w_doc);
  w_dict.setStr(s_package, w_None);
  w_dict.setStr(s_loader, w_None);
  w_dict.setStr(s_spec, w_None);
  return w_None;
}

/** `module.__getattribute__`. */
function moduleGetattribute(w_self: W_Root, w_name: W_Root): W_Root {
  const name = attributeName(w_name);
  try {
    return genericGetattr(w_self, name);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(attributeErrorType)) throw e;
  }
  return attributeMissing(module(w_self), name);
}

/** What follows when neither namespace nor class has the attribute. */
function attributeMissing(w_module: W_Module, name: W_Str): W_Root {
  const w_hook = w_module.w_dict.getStr(s_getattr);
  if (w_hook !== null) return call1(w_hook, name);
  throw withAttributeContext(attributeError(missingText(w_module, name)), w_module, name);
}

function missingText(w_module: W_Module, name: W_Str): string {
  const w_name = w_module.w_dict.getStr(s_name);
  if (!(w_name instanceof W_Str)) return `module has no attribute '${name.toRts()}'`;
  if (isInitializing(w_module)) {
    return `partially initialized module '${w_name.toRts()}' has no attribute '${name.toRts()}' ` +
      "(most likely due to a circular import)";
  }
  return `module '${w_name.toRts()}' has no attribute '${name.toRts()}'`;
}

function isInitializing(w_module: W_Module): boolean {
  const w_spec = w_module.w_dict.getStr(s_spec);
  if (w_spec === null || w_spec === w_None) return false;
  try {
    const w_flag = getattrOrNull(w_spec, s_initializing);
    return w_flag !== null && isTrue(w_flag);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(exceptionType)) throw e;
    return false;
  }
}

function moduleDict(w_self: W_Root): W_Root {
  const self = module(w_self);
  return self.isInitialized || self.w_dict.length > 0 ? self.w_dict : w_None;
}

function moduleDir(w_self: W_Root): W_Root {
  const w_dict = getattrOrNull(w_self, s_dict);
  if (!(w_dict instanceof W_Dict)) {
    const w_name = getattrOrNull(w_self, s_name);
    const name = w_name instanceof W_Str ? w_name.toRts() : "?";
    throw typeError(`${name}.__dict__ is not a dictionary`);
  }
  const w_own = w_dict.getStr(s_dir);
  return w_own === null ? keyList(w_dict) : call0(w_own);
}

function getAnnotations(w_self: W_Root): W_Root {
  const w_dict = module(w_self).w_dict;
  const w_found = w_dict.getStr(s_annotations);
  if (w_found !== null) return w_found;
  const w_made = new W_Dict();
  w_dict.setStr(s_annotations, w_made);
  return w_made;
}

function setAnnotations(w_self: W_Root, w_value: W_Root): W_Root {
  module(w_self).w_dict.setStr(s_annotations, w_value);
  return w_None;
}

function deleteAnnotations(w_self: W_Root): W_Root {
  if (module(w_self).w_dict.delete(s_annotations) === null) throw attributeError("__annotations__");
  return w_None;
}

define(moduleType, {
  doc: "A namespace made by importing a file, or a built-in one.",
  textSignature: "(name, doc=None)",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: moduleNew },
  methods: {
    __init__: ["($self, name, doc=None)", moduleInit],
    __getattribute__: ["($self, name, /)", moduleGetattribute],
    __setattr__: ["($self, name, value, /)", (w_self: W_Root, w_name: W_Root, w_value: W_Root): W_Root => {
      genericSetattr(w_self, attributeName(w_name), w_value);
      return w_None;
    }],
    __delattr__: ["($self, name, /)", (w_self: W_Root, w_name: W_Root): W_Root => {
      genericDelattr(w_self, attributeName(w_name));
      return w_None;
    }],
    __repr__: ["($self, /)", (w_self: W_Root): W_Root => moduleRepr(w_self)],
    __dir__: ["($self, /)", moduleDir, "The names of the module, or what its `__dir__` returns."],
  },
  members: { __dict__: [moduleDict] },
  getsets: { __annotations__: [getAnnotations, setAnnotations, deleteAnnotations] },
});
