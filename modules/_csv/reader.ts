/** `_csv.reader`: splits lines into records, as a machine that reads one character after the other. */
import { type FixedArray, type i32, i32ToI64, type i64 } from "@rts";
import { keywordsOf } from "../../core/objspace/call_arguments.ts";
import { call1 } from "../../core/objspace/call.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newInt } from "../../core/objspace/int.ts";
import { iter, next } from "../../core/objspace/iteration.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { newEmptyList, type W_List } from "../../core/objspace/list.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { charStr, W_Str } from "../../core/objspace/str/wstr.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { floatType, moduleClass } from "../../core/objspace/types.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { dialectType, makeDialect, Quoting, type W_Dialect } from "./dialect.ts";
import { csvError } from "./error.ts";

export const readerType: W_Type = moduleClass("reader", "_csv");

const enum State {
  StartRecord,
  StartField,
  EscapedChar,
  InField,
  InQuotedField,
  EscapeInQuotedField,
  QuoteInQuotedField,
  EatNewline,
  AfterEscapedNewline,
}

const NEWLINE: i32 = 10;
const RETURN: i32 = 13;
const SPACE: i32 = 32;

/** Longest field that is read. */
export let fieldLimit: i64 = 131072n;
export function setFieldLimit(limit: i64): void {
  fieldLimit = limit;
}

export class W_Reader extends W_Root {
  readonly w_lines: W_Root;
  readonly dialect: W_Dialect;
  /** Lines read so far. */
  lines: i64 = 0n;
  /** A `State`. */
  private state: i32 = State.StartRecord;
  private w_fields: W_List = newEmptyList(0);
  private field: StrBuilder = new StrBuilder();
  private isNumeric: boolean = false;

  constructor(w_lines: W_Root, dialect: W_Dialect) {
    super();
    this.w_lines = w_lines;
    this.dialect = dialect;
  }
  override typeOf(): W_Type {
    return readerType;
  }

  override iterNext(): W_Root | null {
    this.w_fields = newEmptyList(0);
    this.field = new StrBuilder();
    this.state = State.StartRecord;
    this.isNumeric = false;
    do {
      const w_line = next(this.w_lines);
      if (w_line === null) return this.endOfInput();
      if (!(w_line instanceof W_Str)) {
        throw csvError(
          `iterator should return strings, not ${typeName(w_line)} (the file should be opened in text mode)`,
        );
      }
      this.lines++;
      this.readLine(w_line);
    } while (this.state !== State.StartRecord);
    return this.w_fields;
  }

  private readLine(line: W_Str): void {
    for (let i: i32 = 0; i < line.length; i++) {
      const c = line.charAt(i);
      if (c === 0) throw csvError("line contains NUL");
      this.read(c);
    }
    this.read(0);
  }

  /** The record that the end of the input cut off; null when there is none. */
  private endOfInput(): W_Root | null {
    if (this.field.length === 0 && this.state !== State.InQuotedField) return null;
    if (this.dialect.strict) throw csvError("unexpected end of data");
    this.saveField();
    return this.w_fields;
  }

  /** Takes a character; 0 is the end of the line. */
  private read(c: i32): void {
    switch (this.state) {
      case State.StartRecord:
        if (c === 0) return;
        if (c === NEWLINE || c === RETURN) this.state = State.EatNewline;
        else this.startField(c);
        return;
      case State.StartField:
        this.startField(c);
        return;
      case State.EscapedChar:
        this.add(c === 0 ? NEWLINE : c);
        this.state = c === NEWLINE || c === RETURN ? State.AfterEscapedNewline : State.InField;
        return;
      case State.AfterEscapedNewline:
        if (c !== 0) this.inField(c);
        return;
      case State.InField:
        this.inField(c);
        return;
      case State.InQuotedField:
        this.inQuotedField(c);
        return;
      case State.EscapeInQuotedField:
        this.add(c === 0 ? NEWLINE : c);
        this.state = State.InQuotedField;
        return;
      case State.QuoteInQuotedField:
        this.afterQuote(c);
        return;
      default:
        this.eatNewline(c);
    }
  }

  private startField(c: i32): void {
    const d = this.dialect;
    if (this.isEnd(c)) this.endRecord(c);
    else if (c === d.quotechar && d.quoting !== Quoting.None) this.state = State.InQuotedField;
    else if (c === d.escapechar) this.state = State.EscapedChar;
    else if (c === SPACE && d.skipinitialspace) this.state = State.StartField;
    else if (c === d.delimiter) {
      this.saveField();
      this.state = State.StartField;
    } else {
      if (d.quoting === Quoting.Nonnumeric) this.isNumeric = true;
      this.add(c);
      this.state = State.InField;
    }
  }

  private inField(c: i32): void {
    const d = this.dialect;
    if (this.isEnd(c)) this.endRecord(c);
    else if (c === d.escapechar) this.state = State.EscapedChar;
    else if (c === d.delimiter) {
      this.saveField();
      this.state = State.StartField;
    } else {
      this.add(c);
      this.state = State.InField;
    }
  }

  private inQuotedField(c: i32): void {
    const d = this.dialect;
    if (c === 0) return;
    if (c === d.escapechar) this.state = State.EscapeInQuotedField;
    else if (c === d.quotechar && d.quoting !== Quoting.None) {
      this.state = d.doublequote ? State.QuoteInQuotedField : State.InField;
    } else this.add(c);
  }

  /** After a quote in a quoted field: a second one stands for itself, otherwise the field ends. */
  private afterQuote(c: i32): void {
    const d = this.dialect;
    if (d.quoting !== Quoting.None && c === d.quotechar && c !== 0) {
      this.add(c);
      this.state = State.InQuotedField;
    } else if (c === d.delimiter) {
      this.saveField();
      this.state = State.StartField;
    } else if (this.isEnd(c)) this.endRecord(c);
    else if (!d.strict) {
      this.add(c);
      this.state = State.InField;
    } else {throw csvError(
        `'${charStr(d.delimiter).toRts()}' expected after '${charStr(d.quotechar).toRts()}'`,
      );}
  }

  private eatNewline(c: i32): void {
    if (c === NEWLINE || c === RETURN) return;
    if (c !== 0) {
      throw csvError(
        "new-line character seen in unquoted field - do you need to open the file in universal-newline mode?",
      );
    }
    this.state = State.StartRecord;
  }

  private isEnd(c: i32): boolean {
    return c === NEWLINE || c === RETURN || c === 0;
  }

  private endRecord(c: i32): void {
    this.saveField();
    this.state = c === 0 ? State.StartRecord : State.EatNewline;
  }

  private add(c: i32): void {
    if (i32ToI64(this.field.length) >= fieldLimit) {
      throw csvError(`field larger than field limit (${fieldLimit})`);
    }
    this.field.append(c);
  }

  private saveField(): void {
    const w_text = this.field.build();
    this.field = new StrBuilder();
    if (!this.isNumeric) {
      this.w_fields.append(w_text);
      return;
    }
    this.isNumeric = false;
    this.w_fields.append(call1(floatType, w_text));
  }
}

define(readerType, {
  doc: "Gives the records of lines as lists of strings.",
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
  },
  members: {
    dialect: [(w_self: W_Root): W_Root => (w_self as W_Reader).dialect],
    line_num: [(w_self: W_Root): W_Root => newInt((w_self as W_Reader).lines)],
  },
});

/** `reader(iterable [, dialect], **options)`. */
export function reader(scope: FixedArray<W_Root>): W_Root {
  const args = sourceArguments(scope);
  const w_lines = iter(args[0]);
  return new W_Reader(w_lines, makeDialect(dialectType, args.length > 1 ? args[1] : null, keywordsOf(scope)));
}

/** One or two positional arguments. Throws TypeError. */
export function sourceArguments(scope: FixedArray<W_Root>): FixedArray<W_Root> {
  const args = (scope[0] as W_Tuple).items;
  if (args.length < 1) throw typeError(` expected at least 1 argument, got ${args.length}`);
  if (args.length > 2) throw typeError(` expected at most 2 arguments, got ${args.length}`);
  return args;
}
