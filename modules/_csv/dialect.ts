/** `_csv.Dialect`: how records are written, checked and laid out for the reader and the writer. */
import type { FixedArray, i32 } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { type } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newBool, newInt32, W_Int } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { charStr, EMPTY, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { csvError } from "./error.ts";

export const dialectType: W_Type = moduleClass("Dialect", "_csv");

/** Values of `quoting`. */
export const enum Quoting {
  Minimal,
  All,
  Nonnumeric,
  None,
}

const s_dialect: W_Str = internRts("dialect");
const s_delimiter: W_Str = internRts("delimiter");
const s_doublequote: W_Str = internRts("doublequote");
const s_escapechar: W_Str = internRts("escapechar");
const s_lineterminator: W_Str = internRts("lineterminator");
const s_quotechar: W_Str = internRts("quotechar");
const s_quoting: W_Str = internRts("quoting");
const s_skipinitialspace: W_Str = internRts("skipinitialspace");
const s_strict: W_Str = internRts("strict");
const NAMES: W_Str[] = [
  s_dialect,
  s_delimiter,
  s_doublequote,
  s_escapechar,
  s_lineterminator,
  s_quotechar,
  s_quoting,
  s_skipinitialspace,
  s_strict,
];

/** Registered dialects by name. */
export const w_dialects: W_Dict = new W_Dict();

/** Characters are code points; 0 stands for none. */
export class W_Dialect extends W_Object {
  delimiter: i32 = 44;
  doublequote: boolean = true;
  escapechar: i32 = 0;
  lineterminator: W_Str = EMPTY;
  quotechar: i32 = 34;
  quoting: i32 = Quoting.Minimal;
  skipinitialspace: boolean = false;
  strict: boolean = false;

  constructor(map: InstanceMap) {
    super(map);
  }
}

/** The registered dialect of a name. Throws Error. */
export function registeredDialect(w_name: W_Root): W_Root {
  const w_found = w_dialects.get(w_name);
  if (w_found === null) throw csvError("unknown dialect");
  return w_found;
}

/** The dialect that the arguments of a reader or writer describe; `w_base` is a name, an object or null. */
export function makeDialect(w_type: W_Type, w_base: W_Root | null, w_options: W_Dict): W_Dialect {
  checkNames(w_options);
  let w_source = w_base;
  if (w_source === null) w_source = w_options.getStr(s_dialect);
  if (w_source instanceof W_Str) w_source = registeredDialect(w_source);
  if (w_source instanceof W_Dialect && w_options.length === 0) return w_source;
  const w_dialect = new W_Dialect(w_type.instanceMap);
  fill(w_dialect, w_source, w_options);
  return w_dialect;
}

function checkNames(w_options: W_Dict): void {
  for (let p = w_options.next(0); p >= 0; p = w_options.next(p + 1)) {
    const name = w_options.keyAt(p) as W_Str;
    let isKnown = false;
    for (let i: i32 = 0; i < NAMES.length; i++) isKnown = isKnown || NAMES[i].equals(name);
    if (!isKnown) throw typeError(`'${name.toRts()}' is an invalid keyword argument for this function`);
  }
}

/** An option, given by keyword or else as an attribute of the source; null for the default. */
function option(w_source: W_Root | null, w_options: W_Dict, name: W_Str): W_Root | null {
  const w_given = w_options.getStr(name);
  if (w_given !== null || w_source === null) return w_given;
  return getattrOrNull(w_source, name);
}

function fill(d: W_Dialect, w_source: W_Root | null, w_options: W_Dict): void {
  const w_delimiter = option(w_source, w_options, s_delimiter);
  const w_doublequote = option(w_source, w_options, s_doublequote);
  const w_escapechar = option(w_source, w_options, s_escapechar);
  const w_lineterminator = option(w_source, w_options, s_lineterminator);
  const w_quotechar = option(w_source, w_options, s_quotechar);
  const w_quoting = option(w_source, w_options, s_quoting);
  const w_skip = option(w_source, w_options, s_skipinitialspace);
  const w_strict = option(w_source, w_options, s_strict);
  if (w_delimiter !== null) d.delimiter = character(w_delimiter, "delimiter", false);
  if (w_doublequote !== null) d.doublequote = isTrue(w_doublequote);
  if (w_escapechar !== null) d.escapechar = character(w_escapechar, "escapechar", true);
  let hasTerminator = true;
  if (w_lineterminator === null) d.lineterminator = CRLF;
  else if (w_lineterminator === w_None) hasTerminator = false;
  else if (w_lineterminator instanceof W_Str) d.lineterminator = w_lineterminator.plain();
  else throw typeError('"lineterminator" must be a string');
  if (w_quotechar !== null) d.quotechar = character(w_quotechar, "quotechar", true);
  if (w_quoting !== null) d.quoting = quotingOf(w_quoting);
  if (w_skip !== null) d.skipinitialspace = isTrue(w_skip);
  if (w_strict !== null) d.strict = isTrue(w_strict);
  if (d.quoting < Quoting.Minimal || d.quoting > Quoting.None) throw typeError('bad "quoting" value');
  if (d.delimiter === 0) throw typeError('"delimiter" must be a 1-character string');
  if (w_quotechar === w_None && w_quoting === null) d.quoting = Quoting.None;
  if (d.quoting !== Quoting.None && d.quotechar === 0) {
    throw typeError("quotechar must be set if quoting enabled");
  }
  if (!hasTerminator) throw typeError("lineterminator must be set");
}
const CRLF: W_Str = fromRts("\r\n");

function character(w_char: W_Root, name: string, orNone: boolean): i32 {
  if (orNone && w_char === w_None) return 0;
  if (!(w_char instanceof W_Str)) {
    throw typeError(`"${name}" must be string${orNone ? " or None" : ""}, not ${typeName(w_char)}`);
  }
  if (w_char.length > 1) throw typeError(`"${name}" must be a 1-character string`);
  return w_char.length === 0 ? 0 : w_char.charAt(0);
}

function quotingOf(w_quoting: W_Root): i32 {
  if (!(w_quoting instanceof W_Int)) throw typeError('"quoting" must be an integer');
  const value = w_quoting.value;
  return value < 0n || value > 3n ? -1 : Number(value) | 0;
}

define(dialectType, {
  doc: "How records are written: delimiter, quotes, escapes, ends of lines.",
  flags: TypeFlag.Base,
  new: { signature: "($type, /, *args, **kwargs)", scope: dialectNew },
  methods: {
    __reduce__: { signature: "($self, /, *args)", scope: cannotPickle },
    __reduce_ex__: { signature: "($self, /, *args)", scope: cannotPickle },
  },
  getsets: {
    delimiter: [(w_self: W_Root): W_Root => shown((w_self as W_Dialect).delimiter)],
    escapechar: [(w_self: W_Root): W_Root => shown((w_self as W_Dialect).escapechar)],
    lineterminator: [(w_self: W_Root): W_Root => (w_self as W_Dialect).lineterminator],
    quotechar: [(w_self: W_Root): W_Root => shown((w_self as W_Dialect).quotechar)],
    quoting: [(w_self: W_Root): W_Root => newInt32((w_self as W_Dialect).quoting)],
  },
  members: {
    doublequote: [(w_self: W_Root): W_Root => newBool((w_self as W_Dialect).doublequote)],
    skipinitialspace: [(w_self: W_Root): W_Root => newBool((w_self as W_Dialect).skipinitialspace)],
    strict: [(w_self: W_Root): W_Root => newBool((w_self as W_Dialect).strict)],
  },
});

function shown(c: i32): W_Root {
  return c === 0 ? w_None : charStr(c);
}

function dialectNew(scope: FixedArray<W_Root>): W_Root {
  const args = positionalOf(scope);
  return makeDialect(scope[0] as W_Type, args.length > 0 ? args[0] : null, keywordsOf(scope));
}

function cannotPickle(scope: FixedArray<W_Root>): W_Root {
  throw typeError(`cannot pickle ${type(scope[0]).name.toRts()} instances`);
}
