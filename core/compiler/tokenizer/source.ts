/**
 * From the bytes of a source to the text that the tokenizer reads: byte order mark, coding cookie (PEP 263), decoding,
 * line ends. Source that comes as text is taken for UTF-8, whatever a cookie in it says.
 */
import { type ErrorPlace, PyError, PySyntaxError } from "../parser/errors.ts";
import { decodeErrorMessage, decodeUtf8Keeping, findUtf8Error } from "./utf8.ts";

/** Decodes bytes by a codec that the platform does not know; throws a `PyError`, or returns null for no such codec. */
export type DecodeHook = (bytes: Uint8Array, encoding: string) => string | null;

/** A decoded source. */
export interface Source {
  /** The text, with `\n` for every line end. */
  text: string;
  /** The declared encoding; null if there was none, and the text is taken for UTF-8. */
  encoding: string | null;
}

const LABELS_WITHOUT_TEXT_DECODER: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  "iso-8859-1": (bytes) => Array.from(bytes, (b) => String.fromCharCode(b)).join(""),
  "ascii": decodeAscii,
};

const ALIASES: Readonly<Record<string, string>> = {
  "utf8": "utf-8",
  "u8": "utf-8",
  "utf": "utf-8",
  "cp65001": "utf-8",
  "latin": "iso-8859-1",
  "latin1": "iso-8859-1",
  "l1": "iso-8859-1",
  "iso8859-1": "iso-8859-1",
  "8859": "iso-8859-1",
  "cp819": "iso-8859-1",
  "us-ascii": "ascii",
  "646": "ascii",
};

function decodeAscii(bytes: Uint8Array): string {
  const bad = bytes.findIndex((b) => b >= 0x80);
  if (bad >= 0) {
    const error = { start: bad, end: bad + 1, reason: "ordinal not in range(128)" };
    throw new PySyntaxError(decodeErrorMessage("ascii", bytes, error), null);
  }
  return new TextDecoder("utf-8").decode(bytes);
}

/** Codecs that Python and the Encoding Standard agree on (the latter's "ascii" and "latin1" are windows-1252). */
const SHARED_CODEC =
  /^(iso-?8859-(2|3|4|5|6|7|8|10|13|14|15|16)|(cp|windows-)(125[0-8]|874)|koi8-[ru]|(cp)?866|gb2312|gbk|gb18030|big5|euc-(jp|kr)|shift-jis)$/;

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
  const head = LABELS_WITHOUT_TEXT_DECODER["iso-8859-1"]!(bytes.subarray(0, 4096)).split(/\r\n|\r|\n/);
  for (const line of head.slice(0, 2)) {
    const cookie = codingCookie(line);
    if (cookie === undefined) return null;
    if (cookie !== null) return cookie;
  }
  return null;
}

/** Decodes `bytes` by `encoding`, which is not UTF-8. */
function decodeBy(bytes: Uint8Array, encoding: string, hook: DecodeHook | undefined): string {
  const lower = encoding.toLowerCase().replaceAll("_", "-");
  const name = ALIASES[lower] ?? lower;
  if (name === "utf-8") return decodeStrictUtf8(bytes);
  const own = LABELS_WITHOUT_TEXT_DECODER[name];
  if (own !== undefined) return own(bytes);
  const decoded = hook?.(bytes, encoding) ?? null;
  if (decoded !== null) return decoded;
  if (!SHARED_CODEC.test(name)) throw new PySyntaxError(`unknown encoding: ${encoding}`, null);
  const label = name.replace(/^cp(?=125|874)/, "windows-").replace(/^cp(?=866)/, "").replace(
    /^iso8859/,
    "iso-8859",
  );
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PySyntaxError(`'${encoding}' codec can't decode the source`, null);
  }
}

function decodeStrictUtf8(bytes: Uint8Array): string {
  const error = findUtf8Error(bytes);
  if (error !== null) throw new PySyntaxError(decodeErrorMessage("utf-8", bytes, error), null);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeUtf8Keeping(bytes);
  }
}

/** The error of a file (not of a string) with bytes that are not UTF-8 and no declaration. */
function checkDeclared(bytes: Uint8Array, filename: string): void {
  const error = findUtf8Error(bytes);
  if (error === null) return;
  let line = 1;
  for (let i = 0; i < error.start; i++) {
    if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10)) line++;
  }
  const hex = bytes[error.start]!.toString(16).padStart(2, "0");
  throw new PySyntaxError(
    `Non-UTF-8 code starting with '\\x${hex}' in file ${filename} on line ${line}, but no encoding declared; ` +
      "see https://python.org/dev/peps/pep-0263/ for details",
    nowhere(filename),
  );
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
  /** The bytes are a file's, which has to be UTF-8 throughout where it declares nothing. */
  file?: boolean;
  /** The bytes are UTF-8 whatever they declare. */
  ignoreCookie?: boolean;
  decode?: DecodeHook;
}

/** The place of an error that is not on any line. */
function nowhere(filename: string): ErrorPlace {
  return { filename, lineno: 0, offset: -1, text: null, endLineno: null, endOffset: null };
}

/** Gives a decoding error its place. */
function placed(error: PySyntaxError, filename: string): PySyntaxError {
  return new PySyntaxError(error.message, nowhere(filename));
}

/** Decodes the bytes of a source. */
export function decodeSource(bytes: Uint8Array, options: DecodeOptions): Source {
  if (bytes.includes(0)) throw new PyError("ValueError", "source code string cannot contain null bytes");
  if (options.ignoreCookie) return finish(decodeUtf8(bytes), "utf-8", options);
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (bom) bytes = bytes.subarray(3);
  const cookie = declaredEncoding(bytes);
  if (bom && cookie !== null && cookie !== "utf-8") {
    throw placed(new PySyntaxError(`encoding problem: ${cookie} with BOM`, null), options.filename);
  }
  if (cookie === null || cookie === "utf-8") {
    if (cookie === null && !bom && options.file) checkDeclared(bytes, options.filename);
    return finish(decodeUtf8(bytes), cookie ?? (bom ? "utf-8" : null), options);
  }
  try {
    return finish(decodeBy(bytes, cookie, options.decode), cookie, options);
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    throw placed(error, options.filename);
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
