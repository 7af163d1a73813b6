/** The module `_symtable`: the compiler's symbol tables. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { compileRequest } from "../../core/interpreter/compile.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { fsDecodeArgument } from "../../core/objspace/fs_path.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { listOf, type W_List } from "../../core/objspace/list.ts";
import { idOf } from "../../core/objspace/object_methods.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { strText } from "../../core/objspace/text.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { sourceRequest } from "../builtins/execution.ts";

/** Places of a block's fields in the compiler's answer. */
const NAME: i32 = 0;
const TYPE: i32 = 1;
const LINENO: i32 = 2;
const NESTED: i32 = 3;
const SYMBOLS: i32 = 4;
const VARNAMES: i32 = 5;
const CHILDREN: i32 = 6;

const entryType: W_Type = moduleClass("symtable entry", "builtins");

class W_SymtableEntry extends W_Root {
  readonly fields: FixedArray<W_Root>;
  constructor(fields: FixedArray<W_Root>) {
    super();
    this.fields = fields;
  }
  override typeOf(): W_Type {
    return entryType;
  }
}

function entryOf(w_answer: W_Root): W_Root {
  const answered = (w_answer as W_Tuple).items;
  const fields = newFixedArray<W_Root>(answered.length, answered[0]);
  for (let i: i32 = 0; i < answered.length; i++) fields[i] = answered[i];
  fields[NESTED] = newInt32(isTrue(answered[NESTED]) ? 1 : 0);
  const w_children = answered[CHILDREN] as W_List;
  const children: W_Root[] = [];
  for (let i: i32 = 0; i < w_children.length; i++) children.push(entryOf(w_children.getItem(i)));
  fields[CHILDREN] = listOf(children);
  return new W_SymtableEntry(fields);
}

function fields(w_self: W_Root): FixedArray<W_Root> {
  return (w_self as W_SymtableEntry).fields;
}

function entryRepr(w_self: W_Root): W_Root {
  const all = fields(w_self);
  return fromRts(`<symtable entry ${strText(all[NAME])}(${idOf(w_self)}), line ${strText(all[LINENO])}>`);
}

define(entryType, {
  flags: TypeFlag.NoNew,
  methods: { __repr__: ["($self, /)", entryRepr] },
  members: {
    id: [(w_self: W_Root): W_Root => newInt(idOf(w_self))],
    name: [(w_self: W_Root): W_Root => fields(w_self)[NAME]],
    symbols: [(w_self: W_Root): W_Root => fields(w_self)[SYMBOLS]],
    varnames: [(w_self: W_Root): W_Root => fields(w_self)[VARNAMES]],
    children: [(w_self: W_Root): W_Root => fields(w_self)[CHILDREN]],
    nested: [(w_self: W_Root): W_Root => fields(w_self)[NESTED]],
    type: [(w_self: W_Root): W_Root => fields(w_self)[TYPE]],
    lineno: [(w_self: W_Root): W_Root => fields(w_self)[LINENO]],
  },
});

function symtable(w_source: W_Root, w_filename: W_Root, w_mode: W_Root): W_Root {
  if (!(w_mode instanceof W_Str)) {
    throw typeError(`symtable() argument 3 must be str, not ${typeName(w_mode)}`);
  }
  const mode = w_mode.toRts();
  if (mode !== "exec" && mode !== "eval" && mode !== "single") {
    throw valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
  }
  const request = sourceRequest(w_source, fsDecodeArgument(w_filename), "symtable");
  request.mode = mode;
  request.kind = "symtable";
  return entryOf(compileRequest(request));
}

function constants(table: Record<string, number>): Record<string, W_Root> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, newInt32(value)]));
}

defineModule("_symtable", {
  doc: "Symbol tables of the compiler.",
  functions: {
    symtable: ["(source, filename, startstr, /)", symtable, "The symbol table of a source."],
  },
  constants: constants({
    USE: 16,
    DEF_GLOBAL: 1,
    DEF_NONLOCAL: 8,
    DEF_LOCAL: 2,
    DEF_PARAM: 4,
    DEF_FREE: 32,
    DEF_FREE_CLASS: 64,
    DEF_IMPORT: 128,
    DEF_BOUND: 134,
    DEF_ANNOT: 256,
    TYPE_FUNCTION: 0,
    TYPE_CLASS: 1,
    TYPE_MODULE: 2,
    LOCAL: 1,
    GLOBAL_EXPLICIT: 2,
    GLOBAL_IMPLICIT: 3,
    FREE: 4,
    CELL: 5,
    SCOPE_OFF: 11,
    SCOPE_MASK: 15,
  }),
});
