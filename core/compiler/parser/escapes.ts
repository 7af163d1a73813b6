/**
 * Escape sequences in string and bytes literals. Errors are worded as the codecs word them, with positions in the
 * text that CPython hands to its codec: there every character outside of ASCII is a ten-character escape itself.
 */
import { encodeUtf8Keeping } from "../tokenizer/utf8.ts";

/** A literal that cannot be decoded. `message` is what becomes a syntax error's text. */
export class EscapeError extends Error {}

/** The text of a literal: see `ConstantValue` for when code points have to accompany it. */
export interface Text {
  value: string;
  /** Set where `value` holds surrogates: the code points meant. */
  codePoints: number[] | null;
}

/** What decoding needs besides the text. */
export interface EscapeContext {
  /** Tells of the first escape sequence of a literal that is none; `character` follows the backslash. */
  invalidEscape(character: string): void;
  /** The code point of a Unicode character name, or null; undefined where names are not known at all. */
  lookupName?: ((name: string) => number | null) | undefined;
}

const BACKSLASH = 92;

/** Escapes of one character: its code, and the value's. */
const SIMPLE = new Int16Array(128).fill(-1);
for (
  const [character, value] of Object.entries({
    "\\": 92,
    "'": 39,
    '"': 34,
    b: 8,
    f: 12,
    t: 9,
    n: 10,
    r: 13,
    v: 11,
    a: 7,
  })
) {
  SIMPLE[character.charCodeAt(0)] = value;
}

const HEX_ESCAPES: Readonly<Record<string, { digits: number; message: string }>> = {
  x: { digits: 2, message: "truncated \\xXX escape" },
  u: { digits: 4, message: "truncated \\uXXXX escape" },
  U: { digits: 8, message: "truncated \\UXXXXXXXX escape" },
};

function isOctal(c: number): boolean {
  return c >= 48 && c < 56;
}

/** The value of a hexadecimal digit, or -1. */
function hexValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const lower = c | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Decodes the escapes of a text literal. */
class TextDecoding {
  private out = "";
  private surrogates = false;
  private points: number[] = [];
  private warned = false;
  /** Where the codec that CPython uses would stand at index `at` of the text: that index plus this. */
  private shift = 0;

  constructor(private readonly text: string, private readonly context: EscapeContext) {}

  decode(): Text {
    const text = this.text;
    for (let i = 0; i < text.length;) {
      const next = text.indexOf("\\", i);
      this.literal(i, next < 0 ? text.length : next);
      if (next < 0) break;
      i = this.escape(next);
    }
    return { value: this.out, codePoints: this.surrogates ? this.points : null };
  }

  /** Takes over text without escapes. */
  private literal(from: number, to: number): void {
    if (from === to) return;
    const part = this.text.slice(from, to);
    this.out += part;
    if (this.surrogates) { for (const character of part) this.points.push(character.codePointAt(0)!); }
    this.count(part);
  }

  /** Accounts for how much longer CPython's form of `part` is. */
  private count(part: string): void {
    for (const character of part) {
      if (character.codePointAt(0)! >= 128) this.shift += 10 - character.length;
    }
  }

  private put(codePoint: number): void {
    if (codePoint >= 0xd800 && codePoint < 0xe000 && !this.surrogates) {
      this.surrogates = true;
      this.points = Array.from(this.out, (character) => character.codePointAt(0)!);
    }
    if (this.surrogates) this.points.push(codePoint);
    this.out += String.fromCodePoint(codePoint);
  }

  private fail(from: number, to: number, message: string): never {
    const start = from + this.startShift;
    const end = to + this.shift;
    const what = end === start + 1
      ? `byte 0x5c in position ${start}`
      : `bytes in position ${start}-${end - 1}`;
    throw new EscapeError(`(unicode error) 'unicodeescape' codec can't decode ${what}: ${message}`);
  }

  private startShift = 0;

  /** Decodes the escape at `at`, and returns the index behind it. */
  private escape(at: number): number {
    const text = this.text;
    this.startShift = this.shift;
    const c = text.charCodeAt(at + 1);
    if (c < 128) {
      const simple = SIMPLE[c]!;
      if (simple >= 0) {
        this.put(simple);
        return at + 2;
      }
      if (c === 10) return at + 2;
      if (isOctal(c)) return this.octal(at + 1);
      const letter = text[at + 1]!;
      const hex = HEX_ESCAPES[letter];
      if (hex !== undefined) return this.hex(at, hex.digits, hex.message);
      if (letter === "N") return this.named(at);
      if (!this.warned) this.context.invalidEscape(letter);
      this.warned = true;
      this.put(BACKSLASH);
      this.put(c);
      return at + 2;
    }
    // A backslash before what is not ASCII, or (inside of f-strings) at the end, stands for itself.
    this.put(BACKSLASH);
    this.shift += 5;
    return at + 1;
  }

  private octal(i: number): number {
    let value = 0;
    for (let n = 0; n < 3 && isOctal(this.text.charCodeAt(i)); n++) {
      value = value * 8 + this.text.charCodeAt(i++) - 48;
    }
    this.put(value);
    return i;
  }

  private hex(at: number, digits: number, message: string): number {
    let value = 0;
    let i = at + 2;
    for (const end = i + digits; i < end; i++) {
      const digit = hexValue(this.text.charCodeAt(i));
      if (digit < 0) this.fail(at, i, message);
      value = value * 16 + digit;
    }
    if (value > 0x10ffff) this.fail(at, i, "illegal Unicode character");
    this.put(value);
    return i;
  }

  private named(at: number): number {
    const text = this.text;
    const malformed = "malformed \\N character escape";
    if (text[at + 2] !== "{") this.fail(at, at + 2, malformed);
    const end = text.indexOf("}", at + 3);
    const name = text.slice(at + 3, end < 0 ? text.length : end);
    this.count(name);
    if (end < 0) this.fail(at, text.length, malformed);
    if (name === "") this.fail(at, end, malformed);
    if (this.context.lookupName === undefined) {
      throw new EscapeError("(unicode error) \\N escapes not supported (can't load unicodedata module)");
    }
    const codePoint = this.context.lookupName(name);
    if (codePoint === null) this.fail(at, end + 1, "unknown Unicode character name");
    this.put(codePoint);
    return end + 1;
  }
}

/** Decodes the escapes of a text literal's contents. */
export function decodeTextEscapes(text: string, context: EscapeContext): Text {
  return new TextDecoding(text, context).decode();
}

/** Decodes the escapes of a bytes literal's contents, which are ASCII. */
export function decodeBytesEscapes(text: string, context: EscapeContext): Uint8Array {
  const out: number[] = [];
  let warned = false;
  for (let i = 0; i < text.length;) {
    const c = text.charCodeAt(i++);
    if (c !== BACKSLASH) {
      out.push(c);
      continue;
    }
    const d = text.charCodeAt(i++);
    if (SIMPLE[d]! >= 0) {
      out.push(SIMPLE[d]!);
    } else if (d === 120) {
      const high = hexValue(text.charCodeAt(i)), low = hexValue(text.charCodeAt(i + 1));
      if (high < 0 || low < 0) throw new EscapeError(`(value error) invalid \\x escape at position ${i - 2}`);
      out.push(high * 16 + low);
      i += 2;
    } else if (isOctal(d)) {
      let value = d - 48;
      for (let n = 0; n < 2 && isOctal(text.charCodeAt(i)); n++) {
        value = value * 8 + text.charCodeAt(i++) - 48;
      }
      out.push(value & 0xff);
    } else if (d !== 10) {
      if (!warned) context.invalidEscape(String.fromCharCode(d));
      warned = true;
      out.push(BACKSLASH, d);
    }
  }
  return Uint8Array.from(out);
}

/** The bytes of a raw bytes literal's contents. */
export function rawBytes(text: string): Uint8Array {
  return encodeUtf8Keeping(text);
}
