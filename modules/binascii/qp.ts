/** Quoted-printable, as `binascii` decodes and encodes it. */
import type { bool, i32 } from "@rts";
import { hexValue } from "./core.ts";
import type { Output } from "./output.ts";

const MAX_LINE = 76;
const UPPER_DIGITS: Uint8Array = new TextEncoder().encode("0123456789ABCDEF");

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DOT = 46;
const EQUALS = 61;
const UNDERSCORE = 95;

/** `a2b_qp`; in a `header`, "_" is a space. */
export function a2bQp(data: Uint8Array, from: i32, to: i32, header: bool, out: Output): void {
  let i = from;
  while (i < to) {
    const ch: i32 = data[i++];
    if (ch !== EQUALS) {
      out.put(header && ch === UNDERSCORE ? SPACE : ch);
      continue;
    }
    if (i >= to) break;
    const next: i32 = data[i];
    if (next === LF || next === CR) { // a soft line break
      while (i < to && data[i] !== LF) i++;
      if (i < to) i++;
    } else if (next === EQUALS) {
      out.put(EQUALS);
      i++;
    } else if (i + 1 < to && hexValue(next) >= 0 && hexValue(data[i + 1]) >= 0) {
      out.put((hexValue(next) << 4) | hexValue(data[i + 1]));
      i += 2;
    } else {
      out.put(EQUALS);
    }
  }
}

/** Encodes the bytes of one call. */
class Encoder {
  /** Whether line ends are CR LF: the first one decides for all. */
  private isCrLf: bool = false;
  private lineLength: i32 = 0;

  constructor(
    private readonly data: Uint8Array,
    private readonly from: i32,
    private readonly to: i32,
    private readonly quoteTabs: bool,
    private readonly isText: bool,
    private readonly header: bool,
    private readonly out: Output,
  ) {}

  run(): void {
    const data = this.data, to = this.to;
    let i = this.from;
    while (i < to && data[i] !== LF) i++;
    this.isCrLf = i < to && i > this.from && data[i - 1] === CR;
    i = this.from;
    while (i < to) {
      if (this.needsQuote(i)) {
        if (this.lineLength + 3 >= MAX_LINE) this.softBreak();
        this.quote(data[i++]);
        this.lineLength += 3;
      } else if (this.isText && this.isLineEnd(i)) {
        this.lineEnd();
        i += data[i] === CR ? 2 : 1;
      } else {
        if (i + 1 !== to && data[i + 1] !== LF && this.lineLength + 1 >= MAX_LINE) this.softBreak();
        this.lineLength++;
        this.out.put(this.header && data[i] === SPACE ? UNDERSCORE : data[i]);
        i++;
      }
    }
  }

  private needsQuote(i: i32): bool {
    const ch: i32 = this.data[i], isLast = i + 1 === this.to;
    if (ch > 126 || ch === EQUALS || (this.header && ch === UNDERSCORE)) return true;
    if (ch === DOT) return this.lineLength === 0 && (isLast || this.endsDot(this.data[i + 1]));
    if (ch === CR || ch === LF) return !this.isText;
    if (ch === TAB || ch === SPACE) return isLast || this.quoteTabs;
    return ch < 33;
  }

  /** A dot alone on a line would end a mail. */
  private endsDot(next: i32): bool {
    return next === LF || next === CR || next === 0;
  }

  private isLineEnd(i: i32): bool {
    const ch: i32 = this.data[i];
    return ch === LF || (ch === CR && i + 1 < this.to && this.data[i + 1] === LF);
  }

  private quote(ch: i32): void {
    this.out.put(EQUALS);
    this.out.put(UPPER_DIGITS[ch >> 4]);
    this.out.put(UPPER_DIGITS[ch & 15]);
  }

  private softBreak(): void {
    this.out.put(EQUALS);
    this.newLine();
  }

  private newLine(): void {
    if (this.isCrLf) this.out.put(CR);
    this.out.put(LF);
    this.lineLength = 0;
  }

  /** Ends a line, whose last character must not be white space. */
  private lineEnd(): void {
    const out = this.out;
    if (out.length > 0) {
      const last: i32 = out.bytes[out.length - 1];
      if (last === SPACE || last === TAB) {
        out.length--;
        this.quote(last);
      }
    }
    this.newLine();
  }
}

/** `b2a_qp`. */
export function b2aQp(
  data: Uint8Array,
  from: i32,
  to: i32,
  quoteTabs: bool,
  isText: bool,
  header: bool,
  out: Output,
): void {
  new Encoder(data, from, to, quoteTabs, isText, header, out).run();
}
