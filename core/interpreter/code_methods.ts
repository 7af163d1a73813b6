/** The class `code`. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { W_Bytes } from "../objspace/bytes.ts";
import { type OperationError, typeError, typeName, valueError } from "../objspace/errors.ts";
import { hash } from "../objspace/hash.ts";
import { newBool, newInt, newInt32 } from "../objspace/int.ts";
import { addressText } from "../objspace/object_methods.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None, w_NotImplemented, w_unset } from "../objspace/singletons.ts";
import { intern } from "../objspace/str/intern.ts";
import { EMPTY, fromRts, W_Str } from "../objspace/str/wstr.ts";
import { intArgument } from "../objspace/truth.ts";
import { newTuple, W_Tuple } from "../objspace/tuple.ts";
import { TypeFlag } from "../objspace/type.ts";
import { define } from "../objspace/typedef.ts";
import { codeType } from "../objspace/types.ts";
import { CodeFlag, W_Code } from "./code.ts";
import { codesEqual } from "./code_equality.ts";
import { lineNumberTable, W_LineIterator } from "./code_lines.ts";

function code(w_self: W_Root): W_Code {
  return w_self as W_Code;
}

const enum Field {
  Argcount,
  Posonlyargcount,
  Kwonlyargcount,
  Nlocals,
  Stacksize,
  Flags,
  Code,
  Consts,
  Names,
  Varnames,
  Filename,
  Name,
  Firstlineno,
  Linetable,
  Freevars,
  Cellvars,
  Count,
}

/** What the constructor takes, in its order; and what `replace` calls it. */
const FIELD_NAMES: string[] = [
  "co_argcount",
  "co_posonlyargcount",
  "co_kwonlyargcount",
  "co_nlocals",
  "co_stacksize",
  "co_flags",
  "co_code",
  "co_consts",
  "co_names",
  "co_varnames",
  "co_filename",
  "co_name",
  "co_firstlineno",
  "co_linetable",
  "co_freevars",
  "co_cellvars",
];
const COUNT_NAMES: string[] = ["argcount", "posonlyargcount", "kwonlyargcount", "nlocals"];

function wrongArgument(isReplace: boolean, field: i32, kind: string, w_value: W_Root): OperationError {
  const place = isReplace ? `replace() argument '${FIELD_NAMES[field]}'` : `code() argument ${field + 1}`;
  return typeError(`${place} must be ${kind}, not ${typeName(w_value)}`);
}

/** Throws TypeError for a value of a wrong class. */
function checkField(isReplace: boolean, field: i32, w_value: W_Root): void {
  switch (field) {
    case Field.Code:
    case Field.Linetable:
      if (!(w_value instanceof W_Bytes)) throw wrongArgument(isReplace, field, "bytes", w_value);
      return;
    case Field.Filename:
    case Field.Name:
      if (!(w_value instanceof W_Str)) throw wrongArgument(isReplace, field, "str", w_value);
      return;
    case Field.Consts:
    case Field.Names:
    case Field.Varnames:
    case Field.Freevars:
    case Field.Cellvars:
      if (!(w_value instanceof W_Tuple)) throw wrongArgument(isReplace, field, "tuple", w_value);
      return;
    default:
      intArgument(w_value);
  }
}

function namesOf(w_names: W_Root): FixedArray<W_Str> {
  const items = (w_names as W_Tuple).items;
  const names = newFixedArray<W_Str>(items.length, EMPTY);
  for (let i = 0; i < items.length; i++) {
    const w_name = items[i];
    if (!(w_name instanceof W_Str)) throw typeError("non-string found in code slot");
    names[i] = intern(w_name);
  }
  return names;
}

/** Makes a code object of its fields. Throws ValueError where they do not fit together. */
function makeCode(fields: FixedArray<W_Root>): W_Root {
  for (let i: i32 = 0; i < 4; i++) {
    if (intArgument(fields[i]) < 0) throw valueError(`code: ${COUNT_NAMES[i]} must not be negative`);
  }
  const argcount = intArgument(fields[Field.Argcount]);
  const kwonlyargcount = intArgument(fields[Field.Kwonlyargcount]);
  const flags = intArgument(fields[Field.Flags]);
  const names = namesOf(fields[Field.Names]);
  const varnames = namesOf(fields[Field.Varnames]);
  const freevars = namesOf(fields[Field.Freevars]);
  const cellvars = namesOf(fields[Field.Cellvars]);
  let parameters = argcount + kwonlyargcount;
  if ((flags & CodeFlag.Varargs) !== 0) parameters++;
  if ((flags & CodeFlag.Varkeywords) !== 0) parameters++;
  if (parameters > varnames.length) throw valueError("code: varnames is too small");
  return new W_Code(
    argcount,
    intArgument(fields[Field.Posonlyargcount]),
    kwonlyargcount,
    intArgument(fields[Field.Nlocals]),
    intArgument(fields[Field.Stacksize]),
    flags,
    fields[Field.Code] as W_Bytes,
    (fields[Field.Consts] as W_Tuple).items,
    names,
    varnames,
    freevars,
    cellvars,
    fields[Field.Filename] as W_Str,
    fields[Field.Name] as W_Str,
    intArgument(fields[Field.Firstlineno]),
    fields[Field.Linetable] as W_Bytes,
  );
}

function codeNew(scope: FixedArray<W_Root>): W_Root {
  const fields = newFixedArray<W_Root>(Field.Count, w_None);
  for (let i: i32 = 0; i < Field.Count; i++) {
    fields[i] = scope[i + 1];
    checkField(false, i, fields[i]);
  }
  return makeCode(fields);
}

/** Order of the parameters of `replace`. */
const REPLACE_ORDER: Int32Array = new Int32Array([
  Field.Argcount,
  Field.Posonlyargcount,
  Field.Kwonlyargcount,
  Field.Nlocals,
  Field.Stacksize,
  Field.Flags,
  Field.Firstlineno,
  Field.Code,
  Field.Consts,
  Field.Names,
  Field.Varnames,
  Field.Freevars,
  Field.Cellvars,
  Field.Filename,
  Field.Name,
  Field.Linetable,
]);

function isNumber(field: i32): boolean {
  return field <= Field.Flags || field === Field.Firstlineno;
}

function replace(scope: FixedArray<W_Root>): W_Root {
  const fields = fieldsOf(code(scope[0]));
  for (let i: i32 = 0; i < REPLACE_ORDER.length; i++) {
    const field = REPLACE_ORDER[i];
    const w_value = scope[i + 1];
    if (w_value === w_unset) continue;
    checkField(true, field, w_value);
    if (isNumber(field) && intArgument(w_value) < 0) {
      throw valueError(`${FIELD_NAMES[field]} must be a positive integer`);
    }
    fields[field] = w_value;
  }
  return makeCode(fields);
}

/** The fields of a code object in the order of the constructor. */
function fieldsOf(self: W_Code): FixedArray<W_Root> {
  const fields = newFixedArray<W_Root>(Field.Count, w_None);
  fields[Field.Argcount] = newInt32(self.argcount);
  fields[Field.Posonlyargcount] = newInt32(self.posonlyargcount);
  fields[Field.Kwonlyargcount] = newInt32(self.kwonlyargcount);
  fields[Field.Nlocals] = newInt32(self.nlocals);
  fields[Field.Stacksize] = newInt32(self.stacksize);
  fields[Field.Flags] = newInt32(self.flags);
  fields[Field.Code] = self.w_bytecode;
  fields[Field.Consts] = self.constsTuple();
  fields[Field.Names] = self.namesTuple(self.names);
  fields[Field.Varnames] = self.namesTuple(self.varnames);
  fields[Field.Filename] = self.w_filename;
  fields[Field.Name] = self.name;
  fields[Field.Firstlineno] = newInt32(self.firstlineno);
  fields[Field.Linetable] = self.w_linetable;
  fields[Field.Freevars] = self.namesTuple(self.freevars);
  fields[Field.Cellvars] = self.namesTuple(self.cellvars);
  return fields;
}

function codeRepr(w_self: W_Root): W_Root {
  const self = code(w_self);
  const line = self.firstlineno !== 0 ? self.firstlineno : -1;
  return fromRts(
    `<code object ${self.name.toRts()} at ${
      addressText(w_self)
    }, file "${self.w_filename.toRts()}", line ${line}>`,
  );
}

function codeEq(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Code ? newBool(codesEqual(code(w_self), w_other)) : w_NotImplemented;
}
function codeNe(w_self: W_Root, w_other: W_Root): W_Root {
  return w_other instanceof W_Code ? newBool(!codesEqual(code(w_self), w_other)) : w_NotImplemented;
}

function codeHash(w_self: W_Root): W_Root {
  const self = code(w_self);
  const fields = newFixedArray<W_Root>(8, self.name);
  fields[1] = self.w_bytecode;
  fields[2] = self.constsTuple();
  fields[3] = self.namesTuple(self.names);
  fields[4] = self.namesTuple(self.varnames);
  fields[5] = self.namesTuple(self.freevars);
  fields[6] = self.namesTuple(self.cellvars);
  fields[7] = newInt32(
    self.argcount ^ self.posonlyargcount ^ self.kwonlyargcount ^ self.nlocals ^ self.flags,
  );
  return newInt(hash(newTuple(fields)));
}

define(codeType, {
  doc: "Compiled code: of a module, a class body or a function.",
  flags: TypeFlag.Weakrefs,
  new: {
    signature:
      "($type, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, " +
      "names, varnames, filename, name, firstlineno, linetable, freevars=(), cellvars=(), /)",
    scope: codeNew,
  },
  methods: {
    __repr__: ["($self, /)", codeRepr],
    __eq__: ["($self, value, /)", codeEq],
    __ne__: ["($self, value, /)", codeNe],
    __hash__: ["($self, /)", codeHash],
    __sizeof__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(176 + code(w_self).bytecode.length)],
    co_lines: ["($self, /)", (w_self: W_Root): W_Root => new W_LineIterator(code(w_self))],
    replace: {
      signature:
        "($self, /, *, co_argcount=<unset>, co_posonlyargcount=<unset>, co_kwonlyargcount=<unset>, " +
        "co_nlocals=<unset>, co_stacksize=<unset>, co_flags=<unset>, co_firstlineno=<unset>, co_code=<unset>, " +
        "co_consts=<unset>, co_names=<unset>, co_varnames=<unset>, co_freevars=<unset>, co_cellvars=<unset>, " +
        "co_filename=<unset>, co_name=<unset>, co_linetable=<unset>)",
      scope: replace,
      doc: "A copy with other values for some fields.",
    },
  },
  members: {
    co_argcount: [(w_self: W_Root): W_Root => newInt32(code(w_self).argcount)],
    co_posonlyargcount: [(w_self: W_Root): W_Root => newInt32(code(w_self).posonlyargcount)],
    co_kwonlyargcount: [(w_self: W_Root): W_Root => newInt32(code(w_self).kwonlyargcount)],
    co_nlocals: [(w_self: W_Root): W_Root => newInt32(code(w_self).nlocals)],
    co_stacksize: [(w_self: W_Root): W_Root => newInt32(code(w_self).stacksize)],
    co_flags: [(w_self: W_Root): W_Root => newInt32(code(w_self).flags)],
    co_code: [(w_self: W_Root): W_Root => code(w_self).w_bytecode],
    co_consts: [(w_self: W_Root): W_Root => code(w_self).constsTuple()],
    co_names: [(w_self: W_Root): W_Root => code(w_self).namesTuple(code(w_self).names)],
    co_varnames: [(w_self: W_Root): W_Root => code(w_self).namesTuple(code(w_self).varnames)],
    co_freevars: [(w_self: W_Root): W_Root => code(w_self).namesTuple(code(w_self).freevars)],
    co_cellvars: [(w_self: W_Root): W_Root => code(w_self).namesTuple(code(w_self).cellvars)],
    co_filename: [(w_self: W_Root): W_Root => code(w_self).w_filename],
    co_name: [(w_self: W_Root): W_Root => code(w_self).name],
    co_firstlineno: [(w_self: W_Root): W_Root => newInt32(code(w_self).firstlineno)],
    co_linetable: [(w_self: W_Root): W_Root => code(w_self).w_linetable],
  },
  getsets: { co_lnotab: [(w_self: W_Root): W_Root => lineNumberTable(code(w_self))] },
});
