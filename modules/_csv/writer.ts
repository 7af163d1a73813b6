/** `_csv.writer`: joins fields to records. */
import type { FixedArray, i32 } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { keywordsOf } from "../../core/objspace/call_arguments.ts";
import { call1, isCallable, type } from "../../core/objspace/call.ts";
import { W_Complex } from "../../core/objspace/complex.ts";
import { OperationError, typeError, typeName } from "../../core/objspace/errors.ts";
import { typeErrorType } from "../../core/objspace/exception_types.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { EMPTY, W_Str } from "../../core/objspace/str/wstr.ts";
import { str } from "../../core/objspace/text.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { dialectType, makeDialect, Quoting, type W_Dialect } from "./dialect.ts";
import { csvError } from "./error.ts";
import { sourceArguments } from "./reader.ts";

export const writerType: W_Type = moduleClass("writer", "_csv");
const s_write: W_Str = internRts("write");

export class W_Writer extends W_Root {
  readonly w_write: W_Root;
  readonly dialect: W_Dialect;

  constructor(w_write: W_Root, dialect: W_Dialect) {
    super();
    this.w_write = w_write;
    this.dialect = dialect;
  }
  override typeOf(): W_Type {
    return writerType;
  }

  /** Writes a record; what `write` returned. */
  writeRow(w_row: W_Root): W_Root {
    const d = this.dialect;
    const out = new StrBuilder();
    const w_iterator = fieldsOf(w_row);
    let count: i32 = 0;
    for (let w_field = next(w_iterator); w_field !== null; w_field = next(w_iterator)) {
      if (count > 0) out.append(d.delimiter);
      this.addField(out, textOf(w_field), this.isQuotedBefore(w_field));
      count++;
    }
    if (count > 0 && out.length === 0) {
      if (d.quoting === Quoting.None) throw csvError("single empty field record must be quoted");
      this.addField(out, EMPTY, true);
    }
    out.appendStr(d.lineterminator);
    return call1(this.w_write, out.build());
  }

  /** True when the sort of quoting asks for quotes whatever the text is. */
  private isQuotedBefore(w_field: W_Root): boolean {
    const quoting = this.dialect.quoting;
    return quoting === Quoting.All || (quoting === Quoting.Nonnumeric && !isNumber(w_field));
  }

  private addField(out: StrBuilder, text: W_Str, isQuoted: boolean): void {
    const d = this.dialect;
    let quoted = isQuoted;
    for (let i: i32 = 0; i < text.length && !quoted; i++) {
      const c = text.charAt(i);
      quoted = this.isSpecial(c) && !this.isEscaped(c);
    }
    if (quoted) out.append(d.quotechar);
    for (let i: i32 = 0; i < text.length; i++) {
      const c = text.charAt(i);
      if (this.isSpecial(c)) this.addPrefix(out, c);
      out.append(c);
    }
    if (quoted) out.append(d.quotechar);
  }

  /** Characters that would be taken for something else when read. */
  private isSpecial(c: i32): boolean {
    const d = this.dialect;
    if (c === d.delimiter || c === d.escapechar || c === d.quotechar) return true;
    const terminator = d.lineterminator;
    for (let i: i32 = 0; i < terminator.length; i++) if (terminator.charAt(i) === c) return true;
    return false;
  }

  /** True for special characters that quotes round the field do not help. */
  private isEscaped(c: i32): boolean {
    const d = this.dialect;
    if (d.quoting === Quoting.None) return true;
    return c === d.quotechar ? !d.doublequote : c === d.escapechar;
  }

  private addPrefix(out: StrBuilder, c: i32): void {
    const d = this.dialect;
    if (!this.isEscaped(c)) {
      if (c === d.quotechar) out.append(c);
      return;
    }
    if (d.escapechar === 0) throw csvError("need to escape, but no escapechar set");
    out.append(d.escapechar);
  }
}

function textOf(w_field: W_Root): W_Str {
  if (w_field instanceof W_Str) return w_field;
  return w_field === w_None ? EMPTY : str(w_field);
}

function isNumber(w_obj: W_Root): boolean {
  const special = type(w_obj).special;
  return special[Special.Index] !== null || special[Special.Int] !== null ||
    special[Special.Float] !== null ||
    w_obj instanceof W_Complex;
}

function fieldsOf(w_row: W_Root): W_Root {
  try {
    return iter(w_row);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(typeErrorType)) throw e;
    throw csvError(`iterable expected, not ${typeName(w_row)}`);
  }
}

define(writerType, {
  doc: "Writes records to a file.",
  flags: TypeFlag.NoNew,
  methods: {
    writerow: [
      "($self, row, /)",
      (w_self: W_Root, w_row: W_Root): W_Root => (w_self as W_Writer).writeRow(w_row),
      "Writes a record.",
    ],
    writerows: ["($self, rows, /)", writeRows, "Writes several records."],
  },
  members: { dialect: [(w_self: W_Root): W_Root => (w_self as W_Writer).dialect] },
});

function writeRows(w_self: W_Root, w_rows: W_Root): W_Root {
  const self = w_self as W_Writer;
  const w_iterator = iter(w_rows);
  for (let w_row = next(w_iterator); w_row !== null; w_row = next(w_iterator)) self.writeRow(w_row);
  return w_None;
}

/** `writer(file [, dialect], **options)`. */
export function writer(scope: FixedArray<W_Root>): W_Root {
  const args = sourceArguments(scope);
  const w_write = getattrOrNull(args[0], s_write);
  if (w_write === null || !isCallable(w_write)) throw typeError('argument 1 must have a "write" method');
  return new W_Writer(w_write, makeDialect(dialectType, args.length > 1 ? args[1] : null, keywordsOf(scope)));
}
