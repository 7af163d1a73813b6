/**
 * String literals: one or several adjacent tokens become a `Constant` or, with an f-string among them, a
 * `JoinedStr`. Both parsers use this; each brings a {@link StringHost} that says how to fail and how to parse the
 * expressions inside of f-strings.
 */
import * as ast from "../ast/build.ts";
import type { Location } from "../ast/nodes.ts";
import type { Expr } from "../ast/types.ts";
import type { PyWarning } from "./errors.ts";
import { describeInvalidUtf8 } from "../tokenizer/utf8.ts";
import { decodeBytesEscapes, decodeTextEscapes, EscapeError, rawBytes, type Text } from "./escapes.ts";
import { FormatString } from "./fstring.ts";

/** A string token. */
export interface StringToken extends Location {
  text: string;
}

/** What a parser provides for the parsing of strings. */
export interface StringHost {
  readonly featureVersion: number;
  readonly lookupName?: ((name: string) => number | null) | undefined;
  /** Throws a syntax error at the parser's current place. */
  fail(message: string): never;
  /** Warns of the escape sequence `\character`, which is none, in `token`. */
  warnEscape(character: string, token: StringToken): void;
  /** Parses `(expression)`, standing at the given line and column. */
  parseExpression(text: string, line: number, column: number): Expr;
}

/** The warning of the escape sequence `\character`, which is none. */
export function escapeWarning(character: string, lineno: number): PyWarning {
  return { category: "DeprecationWarning", message: `invalid escape sequence '\\${character}'`, lineno };
}

interface Prefix {
  bytes: boolean;
  raw: boolean;
  format: boolean;
  /** Where the quotes start. */
  length: number;
}

function readPrefix(text: string): Prefix {
  const prefix = { bytes: false, raw: false, format: false, length: 0 };
  for (;; prefix.length++) {
    const letter = text.charCodeAt(prefix.length) | 32;
    if (letter === 98) prefix.bytes = true;
    else if (letter === 114) prefix.raw = true;
    else if (letter === 102) prefix.format = true;
    else if (letter !== 117) return prefix;
  }
}

/** Collects the pieces of a text constant. */
export class TextBuilder {
  private value = "";
  private pieces: Text[] | null = null;

  get empty(): boolean {
    return this.value === "";
  }

  add(piece: Text): void {
    if (piece.codePoints !== null && this.pieces === null) {
      this.pieces = [{ value: this.value, codePoints: null }];
    }
    this.pieces?.push(piece);
    this.value += piece.value;
  }

  /** Makes the constant of what has been added, and starts anew. */
  finish(at: Location, kind: string | null): Expr {
    const value = this.value, pieces = this.pieces;
    this.value = "";
    this.pieces = null;
    if (pieces === null) return ast.Constant(at, { type: "str", value }, kind);
    const codePoints = pieces.flatMap((piece) =>
      piece.codePoints ?? Array.from(piece.value, (character) => character.codePointAt(0)!)
    );
    // Only surrogates side by side are ambiguous: reading the text back tells.
    const exact = Array.from(value).length === codePoints.length;
    return ast.Constant(at, exact ? { type: "str", value } : { type: "str", value, codePoints }, kind);
  }
}

/** Decodes a piece of text of `token`. */
export function decodeText(host: StringHost, text: string, raw: boolean, token: StringToken): Text {
  const plain = raw || !text.includes("\\");
  if (!text.isWellFormed()) failUndecodable(host, text, plain);
  if (plain) return { value: text, codePoints: null };
  return withEscapes(host, token, (context) => decodeTextEscapes(text, context));
}

/** Fails for invalid UTF-8. Among escapes, positions count from the first of adjacent bytes that are not ASCII. */
function failUndecodable(host: StringHost, text: string, plain: boolean): never {
  // deno-lint-ignore no-control-regex
  const parts = plain ? [text] : text.split(/[\x00-\x7f]+/);
  const part = parts.find((part) => !part.isWellFormed()) ?? text;
  return host.fail(`(unicode error) ${describeInvalidUtf8(part)}`);
}

type Context = Parameters<typeof decodeTextEscapes>[1];

/** Runs a decoder of escapes, and turns its error into a syntax error. */
function withEscapes<R>(host: StringHost, token: StringToken, decode: (context: Context) => R): R {
  const warnings: string[] = [];
  let result: R;
  try {
    result = decode({ invalidEscape: (character) => warnings.push(character), lookupName: host.lookupName });
  } catch (error) {
    if (error instanceof EscapeError) host.fail(error.message);
    throw error;
  }
  for (const character of warnings) host.warnEscape(character, token);
  return result;
}

function decodeBytes(host: StringHost, text: string, raw: boolean, token: StringToken): Uint8Array {
  // deno-lint-ignore no-control-regex
  if (/[^\x00-\x7f]/.test(text)) host.fail("bytes can only contain ASCII literal characters");
  if (raw || !text.includes("\\")) return rawBytes(text);
  return withEscapes(host, token, (context) => decodeBytesEscapes(text, context));
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Where adjacent tokens stand together. */
export function spanOf(first: Location, last: Location): Location {
  return {
    lineno: first.lineno,
    col_offset: first.col_offset,
    end_lineno: last.end_lineno,
    end_col_offset: last.end_col_offset,
  };
}

/** Parses adjacent string tokens. */
export function parseStrings(host: StringHost, tokens: readonly StringToken[]): Expr {
  const first = tokens[0]!;
  const at = spanOf(first, tokens[tokens.length - 1]!);
  const kind = first.text.startsWith("u") ? "u" : null;
  const format = new FormatString(host, first, tokens[tokens.length - 1]!);
  const bytes: Uint8Array[] = [];
  let bytesMode = false;
  tokens.forEach((token, i) => {
    const prefix = readPrefix(token.text);
    if (prefix.format && host.featureVersion < 6) {
      host.fail("Format strings are only supported in Python 3.6 and greater");
    }
    const quote = token.text[prefix.length]!;
    const size =
      token.text.startsWith(quote.repeat(3), prefix.length) && token.text.length >= prefix.length + 6 ? 3 : 1;
    const from = prefix.length + size, to = token.text.length - size;
    const content = token.text.slice(from, to);
    const part = prefix.format
      ? null
      : prefix.bytes
      ? decodeBytes(host, content, prefix.raw, token)
      : decodeText(host, content, prefix.raw, token);
    if (i > 0 && bytesMode !== prefix.bytes) host.fail("cannot mix bytes and nonbytes literals");
    bytesMode = prefix.bytes;
    if (part === null) format.addFormat(token, from, to, prefix.raw);
    else if (part instanceof Uint8Array) bytes.push(part);
    else format.text.add(part);
  });
  if (bytesMode) return ast.Constant(at, { type: "bytes", value: joinBytes(bytes) }, null);
  return format.finish(at, kind);
}
