/**
 * Decoding of sources that declare an encoding other than UTF-8, as far as the platform's `TextDecoder` agrees with
 * Python's codecs. It follows the Encoding Standard, which knows fewer errors: there, bytes without a meaning in a
 * Windows code page are control characters, and the ISO codes of Turkish and Thai are code pages. Where the two
 * differ beyond repair the encoding is left to the hook.
 */
import { PySyntaxError } from "../parser/errors.ts";
import { decodeErrorMessage, findUtf8Error, type Utf8Error } from "./utf8.ts";

/** Decodes bytes by a codec that the platform lacks; throws a `PyError`, or returns null for no such codec. */
export type DecodeHook = (bytes: Uint8Array, encoding: string) => string | null;

/** How a single byte's value follows from what the platform's decoder `label` says. */
interface SingleByte {
  codec: string;
  label: string;
  /** What becomes of the C1 range where the decoder gives it back unchanged (or not). */
  controls: "platform" | "undefined" | "kept";
}

function single(codec: string, label: string, controls: SingleByte["controls"] = "platform"): SingleByte {
  return { codec, label, controls };
}

const SINGLE_BYTE = new Map<string, SingleByte>();
for (const part of [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16]) {
  const label = `iso-8859-${part}`;
  for (const name of [label, `iso8859-${part}`]) SINGLE_BYTE.set(name, single("charmap", label));
}
for (const [part, page] of [[9, 1254], [11, 874]] as const) {
  const entry = single("charmap", `windows-${page}`, "kept");
  for (const name of [`iso-8859-${part}`, `iso8859-${part}`]) SINGLE_BYTE.set(name, entry);
}
for (const page of [1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874]) {
  const entry = single("charmap", `windows-${page}`, "undefined");
  for (const name of [`cp${page}`, `windows-${page}`]) SINGLE_BYTE.set(name, entry);
}
for (const name of ["cp866", "866"]) SINGLE_BYTE.set(name, single("charmap", "ibm866"));
SINGLE_BYTE.set("koi8-r", single("charmap", "koi8-r"));
SINGLE_BYTE.set("mac-roman", single("charmap", "macintosh"));
SINGLE_BYTE.set("mac-cyrillic", single("charmap", "x-mac-cyrillic"));

/** Codecs of several bytes, by their names in Python. */
const MULTI_BYTE = new Map(
  ["gb2312", "gbk", "gb18030", "big5", "euc-jp", "euc-kr", "shift-jis"].map((name) => [name, name]),
);

const UTF8_NAMES = new Set(["utf-8", "utf8", "u8", "utf", "cp65001"]);
const LATIN1_NAMES = new Set([
  "iso-8859-1",
  "latin",
  "latin1",
  "latin-1",
  "l1",
  "iso8859-1",
  "8859",
  "cp819",
]);
const ASCII_NAMES = new Set(["ascii", "us-ascii", "646"]);

function fail(codec: string, bytes: Uint8Array, error: Utf8Error): never {
  throw new PySyntaxError(decodeErrorMessage(codec, bytes, error), null);
}

/** Decodes by a table of 256 characters, of which null ones are errors. */
function decodeByTable(bytes: Uint8Array, codec: string, table: readonly (string | null)[]): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const character = table[bytes[i]!]!;
    if (character === null) {
      const reason = codec === "ascii" ? "ordinal not in range(128)" : "character maps to <undefined>";
      fail(codec, bytes, { start: i, end: i + 1, reason });
    }
    parts.push(character);
  }
  return parts.join("");
}

function tableOf({ label, controls }: SingleByte): (string | null)[] {
  const decoder = new TextDecoder(label, { fatal: true });
  return Array.from({ length: 256 }, (_, byte) => {
    const control = byte >= 0x80 && byte < 0xa0;
    if (control && controls === "kept") return String.fromCharCode(byte);
    let character: string;
    try {
      character = decoder.decode(Uint8Array.of(byte));
    } catch {
      return null;
    }
    return control && controls === "undefined" && character.charCodeAt(0) === byte ? null : character;
  });
}

const LATIN1 = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** Decodes by the encoding that a source declares. Errors have no place yet. */
export function decodeDeclared(bytes: Uint8Array, encoding: string, hook: DecodeHook | undefined): string {
  const name = encoding.toLowerCase().replaceAll("_", "-");
  if (UTF8_NAMES.has(name)) {
    const error = findUtf8Error(bytes);
    if (error !== null) fail("utf-8", bytes, error);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
  if (LATIN1_NAMES.has(name)) return decodeByTable(bytes, "latin-1", LATIN1);
  if (ASCII_NAMES.has(name)) {
    return decodeByTable(bytes, "ascii", LATIN1.map((character, byte) => byte < 128 ? character : null));
  }
  const decoded = hook?.(bytes, encoding) ?? null;
  if (decoded !== null) return decoded;
  const table = SINGLE_BYTE.get(name);
  if (table !== undefined) return decodeByTable(bytes, table.codec, tableOf(table));
  const label = MULTI_BYTE.get(name);
  if (label === undefined) throw new PySyntaxError(`unknown encoding: ${encoding}`, null);
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new PySyntaxError(`'${encoding}' codec can't decode the source: illegal multibyte sequence`, null);
  }
}
