/**
 * From the bytes of a source to the text that the tokenizer reads: byte order mark, coding cookie (PEP 263), decoding,
 * line ends. Source that comes as text is taken for UTF-8, whatever a cookie in it says.
 */
import { PyError, PySyntaxError } from "../parser/errors.ts";
import { decodeDeclared, type DecodeHook } from "./codecs.ts";
import { decodeUtf8Keeping, findUtf8Error } from "./utf8.ts";

/** A decoded source. */
export interface Source {
  /** The text, with `\n` for every line end. */
  text: string;
  /** The declared encoding; null if there was none, and the text is taken for UTF-8. */
  encoding: string | null;
}

/** The spelling under which names of encodings are compared. */
function normalName(name: string): string {
  const lower = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (lower === "utf-8" || lower.startsWith("utf-8-")) return "utf-8";
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(lower)) return "iso-8859-1";
  return name;
}

/** The encoding that a line declares, or null; undefined if the line is no comment and ends the search. */
function codingCookie(line: string): string | null | undefined {
  const match = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line);
  if (match !== null) return normalName(match[1]!);
  return /^[ \t\f]*(#|$)/.test(line) ? null : undefined;
}

/** The first two lines, as far as a cookie can stand in them. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096)).split(/\r\n|\r|\n/);
  for (const line of head.slice(0, 2)) {
    const cookie = codingCookie(line);
    if (cookie === undefined) return null;
    if (cookie !== null) return cookie;
  }
  return null;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeUtf8Keeping(bytes);
  }
}

/** The error of a script with bytes that are not UTF-8 and no declaration. It has no place. */
function checkDeclared(bytes: Uint8Array, filename: string): void {
  const error = findUtf8Error(bytes);
  if (error === null) return;
  // CPython names the line after the one with the byte.
  let line = 2;
  for (let i = 0; i < error.start; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  }
  const hex = bytes[error.start]!.toString(16).padStart(2, "0");
  throw new PySyntaxError(
    `Non-UTF-8 code starting with '\\x${hex}' in file ${filename} on line ${line}, but no encoding declared; ` +
      "see https://python.org/dev/peps/pep-0263/ for details",
    null,
  );
}

/** A script without its null bytes: each hides the rest of its line, and the line's end. */
function withoutNulls(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let hidden = false;
  for (const byte of bytes) {
    if (byte === 0) hidden = true;
    if (!hidden) kept.push(byte);
    if (byte === 10) hidden = false;
  }
  return Uint8Array.from(kept);
}

/** Makes every line end `\n`; with `exec` the last line gets one, too. */
export function normalizeNewlines(text: string, exec: boolean): string {
  // CPython takes a final "\r\n" for a line end and an empty line without one.
  const extra = exec && (!text.endsWith("\n") && !text.endsWith("\r") || text.endsWith("\r\n"));
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  return extra ? text + "\n" : text;
}

/** What {@link decodeSource} needs to know besides the bytes. */
export interface DecodeOptions {
  filename: string;
  exec: boolean;
  /** The bytes are those of a script: it has to be UTF-8 throughout where it declares nothing. */
  file?: boolean;
  /** The bytes are UTF-8 whatever they declare. */
  ignoreCookie?: boolean;
  decode?: DecodeHook;
}

/** Gives a decoding error the place it has in a string (no line of it); in a script it has none at all. */
function placed(error: PySyntaxError, { filename, file }: DecodeOptions): PySyntaxError {
  if (file) return error;
  const nowhere = { filename, lineno: 0, offset: -1, text: null, endLineno: null, endOffset: null };
  return new PySyntaxError(error.message, nowhere);
}

/** Decodes the bytes of a source. */
export function decodeSource(bytes: Uint8Array, options: DecodeOptions): Source {
  if (bytes.includes(0)) {
    if (!options.file) throw new PyError("ValueError", "source code string cannot contain null bytes");
    bytes = withoutNulls(bytes);
  }
  if (options.ignoreCookie) return finish(decodeUtf8(bytes), "utf-8", options);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (bom) bytes = bytes.subarray(3);
  const cookie = declaredEncoding(bytes);
  if (bom && cookie !== null && cookie !== "utf-8") {
    throw placed(new PySyntaxError(`encoding problem: ${cookie} with BOM`, null), options);
  }
  if (cookie === null || cookie === "utf-8") {
    if (cookie === null && !bom && options.file) checkDeclared(bytes, options.filename);
    return finish(decodeUtf8(bytes), cookie ?? (bom ? "utf-8" : null), options);
  }
  try {
    return finish(decodeDeclared(bytes, cookie, options.decode), cookie, options);
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    throw placed(options.file ? new PySyntaxError(`encoding problem: ${cookie}`, null) : error, options);
  }
}

function finish(text: string, encoding: string | null, options: DecodeOptions): Source {
  return { text: normalizeNewlines(text, options.exec), encoding };
}

/** Takes a text as a source. */
export function textSource(text: string, exec: boolean): Source {
  if (text.includes("\0")) throw new PyError("ValueError", "source code string cannot contain null bytes");
  const bad = text.isWellFormed() ? -1 : text.search(/\p{Surrogate}/u);
  if (bad >= 0) {
    const code = text.charCodeAt(bad).toString(16);
    let position = 0;
    for (const _ of text.slice(0, bad)) position++;
    throw new PyError(
      "UnicodeEncodeError",
      `'utf-8' codec can't encode character '\\u${code}' in position ${position}: surrogates not allowed`,
    );
  }
  return { text: normalizeNewlines(text, exec), encoding: "utf-8" };
}
