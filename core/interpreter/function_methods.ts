/** Attributes and methods of functions and bound methods. */
import { type FixedArray, type i32, i32ToI64, identityHash, newFixedArray } from "@rts";
import { genericGetattr, getattr, getattrOrNull } from "../objspace/attributes.ts";
import { addressText, attributeName } from "../objspace/object_methods.ts";
import { type } from "../objspace/call.ts";
import { W_Cell } from "../objspace/cell.ts";
import { W_Dict } from "../objspace/dict.ts";
import { typeError, typeName, valueError } from "../objspace/errors.ts";
import { getInstanceDict, setInstanceDict } from "../objspace/instance_dict.ts";
import { newBool, newInt } from "../objspace/int.ts";
import { W_Method } from "../objspace/method.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None, w_NotImplemented, w_unset } from "../objspace/singletons.ts";
import { hash } from "../objspace/hash.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, W_Str } from "../objspace/str/wstr.ts";
import { reprText } from "../objspace/text.ts";
import { newTuple, newTuple2, W_Tuple } from "../objspace/tuple.ts";
import { lookup } from "../objspace/type_lookup.ts";
import { Special } from "../objspace/special.ts";
import { TypeFlag } from "../objspace/type.ts";
import { define } from "../objspace/typedef.ts";
import { cellType, functionType, methodType } from "../objspace/types.ts";
import { CompareOp, identicalOrEqual, richcompare } from "../objspace/compare.ts";
import { W_Code } from "./code.ts";
import { W_Function } from "./function.ts";
import { callPrefixed } from "./calls.ts";
import { builtinsModule } from "./sys_module.ts";
import { cellsOf } from "./make_function.ts";
import { builtinsOf } from "./namespaces.ts";

const s_name: W_Str = internRts("__name__");
const s_doc: W_Str = internRts("__doc__");
const s_qualname: W_Str = internRts("__qualname__");

function fn(w_obj: W_Root): W_Function {
  return w_obj as W_Function;
}

/** `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`. */
function functionNew(scope: FixedArray<W_Root>): W_Root {
  const w_code = scope[1];
  const w_globals = scope[2];
  const w_name = scope[3];
  const w_defaults = scope[4];
  const w_closure = scope[5];
  if (!(w_code instanceof W_Code)) {
    throw typeError(`function() argument 'code' must be code, not ${typeName(w_code)}`);
  }
  if (!(w_globals instanceof W_Dict)) {
    throw typeError(`function() argument 'globals' must be dict, not ${typeName(w_globals)}`);
  }
  if (w_name !== w_None && !(w_name instanceof W_Str)) throw typeError("arg 3 (name) must be None or string");
  if (w_defaults !== w_None && !(w_defaults instanceof W_Tuple)) {
    throw typeError("arg 4 (defaults) must be None or tuple");
  }
  const w_function = new W_Function(w_code, w_globals, builtinsOf(w_globals), w_code.name);
  const w_module = w_globals.getStr(s_name);
  if (w_module !== null) w_function.w_module = w_module;
  if (w_name instanceof W_Str) {
    w_function.name = w_name;
    w_function.qualname = w_name;
  }
  if (w_defaults instanceof W_Tuple) w_function.defaults = w_defaults.items;
  setClosure(w_function, w_code, w_closure);
  return w_function;
}

function setClosure(w_function: W_Function, code: W_Code, w_closure: W_Root): void {
  const free = code.freevars.length;
  if (!(w_closure instanceof W_Tuple)) {
    if (free > 0) throw typeError("arg 5 (closure) must be tuple");
    if (w_closure !== w_None) throw typeError("arg 5 (closure) must be None or tuple");
    return;
  }
  const given = w_closure.items.length;
  if (given !== free) {
    throw valueError(`${code.name.toRts()} requires closure of length ${free}, not ${given}`);
  }
  for (let i = 0; i < given; i++) {
    if (!(w_closure.items[i] instanceof W_Cell)) {
      throw typeError(`arg 5 (closure) expected cell, found ${typeName(w_closure.items[i])}`);
    }
  }
  if (given > 0) w_function.closure = cellsOf(w_closure);
}

function getCode(w_self: W_Root): W_Root {
  return fn(w_self).code;
}
function setCode(w_self: W_Root, w_value: W_Root): W_Root {
  if (!(w_value instanceof W_Code)) throw typeError("__code__ must be set to a code object");
  const self = fn(w_self);
  const closure = self.closure;
  const have = closure === null ? 0 : closure.length;
  if (w_value.freevars.length !== have) {
    throw valueError(
      `${self.name.toRts()}() requires a code object with ${have} free vars, not ${w_value.freevars.length}`,
    );
  }
  self.code = w_value;
  return w_None;
}

function getDefaults(w_self: W_Root): W_Root {
  const defaults = fn(w_self).defaults;
  return defaults === null ? w_None : newTuple(defaults);
}
function setDefaults(w_self: W_Root, w_value: W_Root): W_Root {
  if (w_value === w_None) fn(w_self).defaults = null;
  else if (w_value instanceof W_Tuple) fn(w_self).defaults = w_value.items;
  else throw typeError("__defaults__ must be set to a tuple object");
  return w_None;
}
function deleteDefaults(w_self: W_Root): W_Root {
  fn(w_self).defaults = null;
  return w_None;
}

function setKwdefaults(w_self: W_Root, w_value: W_Root): W_Root {
  if (w_value === w_None) fn(w_self).w_kwdefaults = null;
  else if (w_value instanceof W_Dict) fn(w_self).w_kwdefaults = w_value;
  else throw typeError("__kwdefaults__ must be set to a dict object");
  return w_None;
}
function deleteKwdefaults(w_self: W_Root): W_Root {
  fn(w_self).w_kwdefaults = null;
  return w_None;
}

/** The dict of annotations; the compiler leaves a tuple of names and values, which becomes one on first use. */
function getAnnotations(w_self: W_Root): W_Root {
  const self = fn(w_self);
  const w_found = self.w_annotations;
  if (w_found instanceof W_Dict) return w_found;
  const w_dict = new W_Dict();
  if (w_found instanceof W_Tuple) {
    for (let i = 0; i + 1 < w_found.items.length; i += 2) w_dict.set(w_found.items[i], w_found.items[i + 1]);
  }
  self.w_annotations = w_dict;
  return w_dict;
}
function setAnnotations(w_self: W_Root, w_value: W_Root): W_Root {
  if (w_value !== w_None && !(w_value instanceof W_Dict)) {
    throw typeError("__annotations__ must be set to a dict object");
  }
  fn(w_self).w_annotations = w_value === w_None ? null : w_value;
  return w_None;
}
function deleteAnnotations(w_self: W_Root): W_Root {
  fn(w_self).w_annotations = null;
  return w_None;
}

function getClosure(w_self: W_Root): W_Root {
  const closure = fn(w_self).closure;
  if (closure === null) return w_None;
  const items = newFixedArray<W_Root>(closure.length, w_None);
  for (let i = 0; i < closure.length; i++) items[i] = closure[i];
  return newTuple(items);
}

function setName(w_self: W_Root, w_value: W_Root): W_Root {
  if (!(w_value instanceof W_Str)) throw typeError("__name__ must be set to a string object");
  fn(w_self).name = w_value;
  return w_None;
}
function deleteName(_w_self: W_Root): W_Root {
  throw typeError("__name__ must be set to a string object");
}
function setQualname(w_self: W_Root, w_value: W_Root): W_Root {
  if (!(w_value instanceof W_Str)) throw typeError("__qualname__ must be set to a string object");
  fn(w_self).qualname = w_value;
  return w_None;
}
function deleteQualname(_w_self: W_Root): W_Root {
  throw typeError("__qualname__ must be set to a string object");
}
function setDoc(w_self: W_Root, w_value: W_Root): W_Root {
  fn(w_self).w_doc = w_value;
  return w_None;
}
function deleteDoc(w_self: W_Root): W_Root {
  fn(w_self).w_doc = w_None;
  return w_None;
}
function setModule(w_self: W_Root, w_value: W_Root): W_Root {
  fn(w_self).w_module = w_value;
  return w_None;
}
function deleteModule(w_self: W_Root): W_Root {
  fn(w_self).w_module = w_None;
  return w_None;
}

function functionGet(w_self: W_Root, w_obj: W_Root, w_type: W_Root): W_Root {
  if (w_obj === w_None && w_type === w_None) throw typeError("__get__(None, None) is invalid");
  return w_obj === w_None ? w_self : new W_Method(w_self, w_obj);
}

function functionRepr(w_self: W_Root): W_Root {
  return fromRts(`<function ${fn(w_self).qualname.toRts()} at ${addressText(w_self)}>`);
}

function writeDict(w_self: W_Root, w_dict: W_Root): W_Root {
  if (!(w_dict instanceof W_Dict)) {
    throw typeError(`__dict__ must be set to a dictionary, not a '${typeName(w_dict)}'`);
  }
  setInstanceDict(w_self, w_dict);
  return w_None;
}
function deleteDict(_w_self: W_Root): W_Root {
  throw typeError("cannot delete __dict__");
}

define(functionType, {
  doc: "A function written in Python.",
  textSignature: "(code, globals, name=None, argdefs=None, closure=None)",
  flags: TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($type, code, globals, name=None, argdefs=None, closure=None)", scope: functionNew },
  methods: {
    __get__: ["($self, instance, owner=None, /)", functionGet],
    __repr__: ["($self, /)", functionRepr],
    __call__: {
      signature: "($self, /, *args, **kwargs)",
      scope: (scope: FixedArray<W_Root>): W_Root =>
        callPrefixed(scope[0], null, scope[1] as W_Tuple, scope[2] as W_Dict),
    },
  },
  getsets: {
    __code__: [getCode, setCode],
    __defaults__: [getDefaults, setDefaults, deleteDefaults],
    __kwdefaults__: [
      (w_self: W_Root): W_Root => fn(w_self).w_kwdefaults ?? w_None,
      setKwdefaults,
      deleteKwdefaults,
    ],
    __annotations__: [getAnnotations, setAnnotations, deleteAnnotations],
    __dict__: [(w_self: W_Root): W_Root => getInstanceDict(w_self), writeDict, deleteDict],
    __name__: [(w_self: W_Root): W_Root => fn(w_self).name, setName, deleteName],
    __qualname__: [(w_self: W_Root): W_Root => fn(w_self).qualname, setQualname, deleteQualname],
  },
  members: {
    __closure__: [getClosure],
    __doc__: [(w_self: W_Root): W_Root => fn(w_self).w_doc, setDoc, deleteDoc],
    __globals__: [(w_self: W_Root): W_Root => fn(w_self).w_globals],
    __module__: [(w_self: W_Root): W_Root => fn(w_self).w_module, setModule, deleteModule],
    __builtins__: [(w_self: W_Root): W_Root => fn(w_self).w_builtins],
  },
});

function methodNew(w_cls: W_Root, w_function: W_Root, w_self: W_Root): W_Root {
  if (type(w_function).special[Special.Call] === null) throw typeError("first argument must be callable");
  if (w_self === w_None) throw typeError("self must not be None");
  return w_cls === methodType ? new W_Method(w_function, w_self) : w_None;
}

/** Attributes of a bound method: its own few, else those of the function. */
function methodGetattribute(w_self: W_Root, w_name: W_Root): W_Root {
  const name = attributeName(w_name);
  if (lookup(methodType, name) !== null) return genericGetattr(w_self, name);
  const w_value = getattrOrNull((w_self as W_Method).w_function, name);
  return w_value ?? genericGetattr(w_self, name);
}

function methodRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Method;
  const w_qualname = getattrOrNull(self.w_function, s_qualname) ?? getattrOrNull(self.w_function, s_name);
  const name = w_qualname instanceof W_Str ? w_qualname.toRts() : "?";
  return fromRts(`<bound method ${name} of ${reprText(self.w_self)}>`);
}

function methodEq(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Method)) return w_NotImplemented;
  const self = w_self as W_Method;
  return newBool(self.w_self === w_other.w_self && identicalOrEqual(self.w_function, w_other.w_function));
}

function methodHash(w_self: W_Root): W_Root {
  const self = w_self as W_Method;
  return newInt(i32ToI64(identityHash(self.w_self)) ^ hash(self.w_function));
}

define(methodType, {
  doc: "A function bound to its first argument.",
  flags: TypeFlag.Weakrefs,
  new: ["($type, function, instance, /)", methodNew],
  methods: {
    __call__: {
      signature: "($self, /, *args, **kwargs)",
      scope: (scope: FixedArray<W_Root>): W_Root =>
        callPrefixed(scope[0], null, scope[1] as W_Tuple, scope[2] as W_Dict),
    },
    __getattribute__: ["($self, name, /)", methodGetattribute],
    __get__: [
      "($self, instance, owner=None, /)",
      (w_self: W_Root, _w_obj: W_Root, _w_type: W_Root): W_Root => w_self,
    ],
    __repr__: ["($self, /)", methodRepr],
    __eq__: ["($self, value, /)", methodEq],
    __hash__: ["($self, /)", methodHash],
    __reduce__: ["($self, /)", (w_self: W_Root): W_Root => {
      const self = w_self as W_Method;
      const w_name = getattr(self.w_function, s_name);
      return newTuple2(getattr(builtinsModule, s_getattr), newTuple2(self.w_self, w_name));
    }],
  },
  members: {
    __func__: [(w_self: W_Root): W_Root => (w_self as W_Method).w_function],
    __self__: [(w_self: W_Root): W_Root => (w_self as W_Method).w_self],
  },
  getsets: {
    __doc__: [(w_self: W_Root): W_Root => getattrOrNull((w_self as W_Method).w_function, s_doc) ?? w_None],
  },
});
const s_getattr: W_Str = internRts("getattr");

define(cellType, {
  doc: "A variable shared between functions.",
  new: [
    "($type, contents=<unset>, /)",
    (_w_cls: W_Root, w_value: W_Root): W_Root => new W_Cell(w_value === w_unset ? null : w_value),
  ],
  methods: {
    __repr__: ["($self, /)", cellRepr],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareCells(CompareOp.Eq, w_a, w_b)],
    __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareCells(CompareOp.Ne, w_a, w_b)],
    __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareCells(CompareOp.Lt, w_a, w_b)],
    __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareCells(CompareOp.Le, w_a, w_b)],
    __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareCells(CompareOp.Gt, w_a, w_b)],
    __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compareCells(CompareOp.Ge, w_a, w_b)],
  },
  constants: { __hash__: w_None },
  getsets: {
    cell_contents: [readCell, (w_self: W_Root, w_value: W_Root): W_Root => {
      (w_self as W_Cell).w_value = w_value;
      return w_None;
    }, (w_self: W_Root): W_Root => {
      (w_self as W_Cell).w_value = null;
      return w_None;
    }],
  },
});

function readCell(w_self: W_Root): W_Root {
  const w_value = (w_self as W_Cell).w_value;
  if (w_value === null) throw valueError("Cell is empty");
  return w_value;
}

function cellRepr(w_self: W_Root): W_Root {
  const w_value = (w_self as W_Cell).w_value;
  if (w_value === null) return fromRts(`<cell at ${addressText(w_self)}: empty>`);
  return fromRts(`<cell at ${addressText(w_self)}: ${typeName(w_value)} object at ${addressText(w_value)}>`);
}

/** Cells compare by contents; an empty one is less than any other. */
function compareCells(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  if (!(w_b instanceof W_Cell)) return w_NotImplemented;
  const w_left = (w_a as W_Cell).w_value;
  const w_right = w_b.w_value;
  if (w_left !== null && w_right !== null) return richcompare(op, w_left, w_right);
  const left = w_left === null ? 0 : 1;
  const right = w_right === null ? 0 : 1;
  return richcompare(op, newInt(BigInt(left)), newInt(BigInt(right)));
}
