/**
 * JSON: builds a text of records, parses it by recursive descent into a tree of values, adds up the numbers in
 * the tree and writes it back.
 *
 * Measures string access, building of strings, maps keyed by strings, and virtual calls on a class hierarchy.
 * The text written must be the text parsed.
 */
import {
  type bool,
  Exception,
  type f64,
  type i32,
  type i64,
  i64ToI32,
  parseF64,
  parseI32,
  print,
  StringBuilder,
  wrap64,
} from "@rts";

const QUOTE: i32 = 0x22;
const COMMA: i32 = 0x2c;
const MINUS: i32 = 0x2d;
const DOT: i32 = 0x2e;
const ZERO: i32 = 0x30;
const NINE: i32 = 0x39;
const COLON: i32 = 0x3a;
const OPEN_BRACKET: i32 = 0x5b;
const BACKSLASH: i32 = 0x5c;
const CLOSE_BRACKET: i32 = 0x5d;
const OPEN_BRACE: i32 = 0x7b;
const CLOSE_BRACE: i32 = 0x7d;
const NEWLINE: i32 = 0x0a;
const TAB: i32 = 0x09;
const SPACE: i32 = 0x20;

/** The text is no JSON. */
class JsonError extends Exception {
  constructor(what: string, readonly at: i32) {
    super(`${what} at ${at}`);
  }
}

abstract class JsonValue {
  abstract write(out: StringBuilder): void;
  /** The sum of the numbers inside. */
  abstract sum(): f64;
}

class JsonNull extends JsonValue {
  override write(out: StringBuilder): void {
    out.append("null");
  }
  override sum(): f64 {
    return 0;
  }
}

class JsonBool extends JsonValue {
  constructor(readonly value: bool) {
    super();
  }
  override write(out: StringBuilder): void {
    out.append(this.value ? "true" : "false");
  }
  override sum(): f64 {
    return 0;
  }
}

class JsonNumber extends JsonValue {
  constructor(readonly value: f64) {
    super();
  }
  override write(out: StringBuilder): void {
    const whole = this.value | 0;
    const widened: f64 = whole;
    if (widened === this.value) out.appendInt(whole);
    else out.append(`${this.value}`);
  }
  override sum(): f64 {
    return this.value;
  }
}

class JsonString extends JsonValue {
  constructor(readonly value: string) {
    super();
  }
  override write(out: StringBuilder): void {
    writeString(this.value, out);
  }
  override sum(): f64 {
    return 0;
  }
}

class JsonArray extends JsonValue {
  private readonly items: JsonValue[] = [];

  add(item: JsonValue): void {
    this.items.push(item);
  }
  override write(out: StringBuilder): void {
    out.appendCode(OPEN_BRACKET);
    for (let i = 0; i < this.items.length; i++) {
      if (i > 0) out.appendCode(COMMA);
      this.items[i].write(out);
    }
    out.appendCode(CLOSE_BRACKET);
  }
  override sum(): f64 {
    let sum: f64 = 0;
    for (const item of this.items) sum += item.sum();
    return sum;
  }
}

class JsonObject extends JsonValue {
  private readonly members: Map<string, JsonValue> = new Map<string, JsonValue>();

  set(key: string, value: JsonValue): void {
    this.members.set(key, value);
  }
  override write(out: StringBuilder): void {
    out.appendCode(OPEN_BRACE);
    let first = true;
    for (const key of this.members.keys()) {
      if (!first) out.appendCode(COMMA);
      first = false;
      writeString(key, out);
      out.appendCode(COLON);
      this.members.get(key)!.write(out);
    }
    out.appendCode(CLOSE_BRACE);
  }
  override sum(): f64 {
    let sum: f64 = 0;
    for (const value of this.members.values()) sum += value.sum();
    return sum;
  }
}

/** Appends `text` in quotes, escaped. Stretches without escapes are copied whole. */
function writeString(text: string, out: StringBuilder): void {
  out.appendCode(QUOTE);
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const escape = escapeOf(text.charCodeAt(i));
    if (escape === "") continue;
    out.append(text.substring(start, i));
    out.append(escape);
    start = i + 1;
  }
  out.append(text.substring(start, text.length));
  out.appendCode(QUOTE);
}

/** How `unit` is written inside quotes; empty when as it is. */
function escapeOf(unit: i32): string {
  switch (unit) {
    case QUOTE:
      return '\\"';
    case BACKSLASH:
      return "\\\\";
    case NEWLINE:
      return "\\n";
    case TAB:
      return "\\t";
    default:
      return "";
  }
}

class Parser {
  private at: i32 = 0;

  constructor(private readonly text: string) {}

  /** The value that the whole text spells. Throws {@link JsonError}. */
  parse(): JsonValue {
    const value = this.value();
    if (this.peek() !== -1) throw this.error("text after the value");
    return value;
  }

  private error(what: string): JsonError {
    return new JsonError(what, this.at);
  }

  /** The next unit that is no white space, still to be read; -1 at the end. */
  private peek(): i32 {
    while (this.at < this.text.length) {
      const unit = this.text.charCodeAt(this.at);
      if (unit !== SPACE && unit !== NEWLINE && unit !== TAB) return unit;
      this.at++;
    }
    return -1;
  }

  private expect(unit: i32): void {
    if (this.peek() !== unit) throw this.error(`expected '${String.fromCharCode(unit)}'`);
    this.at++;
  }

  /** Reads `unit` if it is next. */
  private accept(unit: i32): bool {
    if (this.peek() !== unit) return false;
    this.at++;
    return true;
  }

  private value(): JsonValue {
    const unit = this.peek();
    switch (unit) {
      case OPEN_BRACE:
        return this.object();
      case OPEN_BRACKET:
        return this.array();
      case QUOTE:
        return new JsonString(this.string());
      case 0x6e: // n
        this.word("null");
        return new JsonNull();
      case 0x74: // t
        this.word("true");
        return new JsonBool(true);
      case 0x66: // f
        this.word("false");
        return new JsonBool(false);
      default:
        if (unit === MINUS || isDigit(unit)) return new JsonNumber(this.number());
        throw this.error("expected a value");
    }
  }

  private object(): JsonObject {
    const object = new JsonObject();
    this.expect(OPEN_BRACE);
    if (this.accept(CLOSE_BRACE)) return object;
    do {
      if (this.peek() !== QUOTE) throw this.error("expected a key");
      const key = this.string();
      this.expect(COLON);
      object.set(key, this.value());
    } while (this.accept(COMMA));
    this.expect(CLOSE_BRACE);
    return object;
  }

  private array(): JsonArray {
    const array = new JsonArray();
    this.expect(OPEN_BRACKET);
    if (this.accept(CLOSE_BRACKET)) return array;
    do array.add(this.value()); while (this.accept(COMMA));
    this.expect(CLOSE_BRACKET);
    return array;
  }

  private word(word: string): void {
    if (this.text.substring(this.at, this.at + word.length) !== word) throw this.error(`expected ${word}`);
    this.at += word.length;
  }

  private string(): string {
    this.expect(QUOTE);
    const start = this.at;
    while (this.at < this.text.length) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === BACKSLASH) return this.escapedString(start);
      this.at++;
      if (unit === QUOTE) return this.text.substring(start, this.at - 1);
    }
    throw this.error("unterminated string");
  }

  /** The rest of a string that began at `start` and has its first escape here. */
  private escapedString(start: i32): string {
    const out = new StringBuilder();
    out.append(this.text.substring(start, this.at));
    while (this.at < this.text.length) {
      const unit = this.text.charCodeAt(this.at);
      this.at++;
      if (unit === QUOTE) return out.toString();
      out.appendCode(unit === BACKSLASH ? this.escape() : unit);
    }
    throw this.error("unterminated string");
  }

  private escape(): i32 {
    if (this.at >= this.text.length) throw this.error("unterminated string");
    const unit = this.text.charCodeAt(this.at);
    this.at++;
    switch (unit) {
      case QUOTE:
      case BACKSLASH:
        return unit;
      case 0x6e: // n
        return NEWLINE;
      case 0x74: // t
        return TAB;
      default:
        throw this.error("unknown escape");
    }
  }

  /** Integers of up to 9 digits are read digit by digit, all else by the prelude. */
  private number(): f64 {
    const start = this.at;
    const negative = this.accept(MINUS);
    const digits = this.at;
    let whole = 0;
    while (this.at < this.text.length && isDigit(this.text.charCodeAt(this.at)) && this.at - digits < 9) {
      whole = whole * 10 + (this.text.charCodeAt(this.at) - ZERO);
      this.at++;
    }
    if (this.at === digits) throw this.error("expected a digit");
    if (this.at >= this.text.length || !isNumberUnit(this.text.charCodeAt(this.at))) {
      const value: f64 = whole;
      return negative ? -value : value;
    }
    while (this.at < this.text.length && isNumberUnit(this.text.charCodeAt(this.at))) this.at++;
    return parseF64(this.text.substring(start, this.at));
  }
}

function isDigit(unit: i32): bool {
  return unit >= ZERO && unit <= NINE;
}

/** Units that go on with a number after its first digits. */
function isNumberUnit(unit: i32): bool {
  return isDigit(unit) || unit === DOT || unit === 0x65 || unit === 0x45 || unit === MINUS || unit === 0x2b;
}

/** The text that is parsed: `count` records, written as {@link JsonValue.write} writes. */
function buildText(count: i32): string {
  const out = new StringBuilder();
  let random: i64 = 12345n;
  out.append('{"version":3,"records":[');
  for (let i = 0; i < count; i++) {
    random = wrap64(random * 6364136223846793005n + 1442695040888963407n);
    const noise = i64ToI32(random >> 33n);
    if (i > 0) out.append(",");
    out.append(`{"id":${i},"name":"record ${i}","noise":${noise},"score":${(noise & 1023) / 8},`);
    out.append(`"active":${(noise & 4) !== 0},"parent":${(noise & 8) !== 0 ? "null" : `${noise & 255}`},`);
    out.append(`"text":"line\\n\\"quoted ${noise & 63}\\"\\tend","tags":["a","tag${noise & 7}","",[]],`);
    out.append(`"place":{"x":${noise % 1000},"y":${-(noise & 511)}.5,"empty":{}}}`);
  }
  out.append("]}");
  return out.toString();
}

/** Parses a text of `n` records and writes it back; the sum of its numbers plus its length. */
export function run(n: i32): f64 {
  const text = buildText(n);
  const value = new Parser(text).parse();
  const out = new StringBuilder();
  value.write(out);
  if (out.toString() !== text) throw new Exception("json: the text written is not the text parsed");
  return value.sum() + text.length;
}

export function defaultSize(): i32 {
  return 6000;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`json_parser ${size}: ${run(size)}`);
  return 0;
}
