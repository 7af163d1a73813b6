/**
 * Scanning of numeric literals, with the errors of those that are none. A number that runs into a keyword
 * (`1if x else y`) is a number still, with a warning.
 */
import { isDigit, isHexDigit, isIdentifierPart, utf8Length } from "./characters.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { T } from "./tokens.ts";

const UNDERSCORE = 95, LOWER_E = 101, LOWER_J = 106, ZERO = 48, DOT = 46, PLUS = 43, MINUS = 45;

/** Keywords that may follow a number without a space, by first letter: the rest of the word. */
const KEYWORD_RESTS: Readonly<Record<string, readonly string[]>> = {
  a: ["nd"],
  e: ["lse"],
  f: ["or"],
  o: ["r"],
  n: ["ot"],
};

interface Radix {
  readonly name: string;
  readonly isDigit: (c: number) => boolean;
}

/** Literals with a prefix, by its letter. */
const RADICES: Readonly<Record<string, Radix>> = {
  x: { name: "hexadecimal", isDigit: isHexDigit },
  o: { name: "octal", isDigit: (c) => c >= 48 && c < 56 },
  b: { name: "binary", isDigit: (c) => c === 48 || c === 49 },
};

/** Whether the tokenizer stands in front of `rest` as a word's end. Reads as far as the words agree. */
function wordEndsWith(t: Tokenizer, rest: string): boolean {
  let read = 0;
  let c = t.next();
  while (read < rest.length && c === rest.charCodeAt(read)) {
    read++;
    c = t.next();
  }
  t.back(c);
  for (let i = 0; i < read; i++) t.back(0);
  return read === rest.length && !isIdentifierPart(c);
}

/** Whether a keyword follows that starts with `c`, already read. */
function keywordFollows(t: Tokenizer, c: number): boolean {
  if (c === 105) {
    const d = t.next();
    t.back(d);
    return d === 102 || d === 110 || d === 115; // if, in, is
  }
  const rests = c < 128 ? KEYWORD_RESTS[String.fromCharCode(c)] : undefined;
  return rests !== undefined && wordEndsWith(t, rests[0]!);
}

/** Checks that no name runs into the number; `c` is the character behind it, read. */
function checkEnd(t: Tokenizer, c: number, name: string): boolean {
  if (!isIdentifierPart(c)) return true;
  const keyword = keywordFollows(t, c);
  t.back(c);
  if (!keyword) {
    t.syntaxError(`invalid ${name} literal`);
    return false;
  }
  if (!t.warn(`invalid ${name} literal`)) return false;
  t.next();
  return true;
}

function endOfNumber(t: Tokenizer, c: number, name: string): number {
  if (!checkEnd(t, c, name)) return T.ERRORTOKEN;
  t.back(c);
  return t.finish(T.NUMBER);
}

function invalidAt(t: Tokenizer, c: number, name: string): number {
  t.back(c);
  return t.syntaxError(`invalid ${name} literal`);
}

/** What {@link digits} returns after an error. */
const BAD = -2;

/** Reads the digits after a first one, with single underscores between them. Returns the character behind. */
function digits(t: Tokenizer): number {
  for (;;) {
    let c = t.next();
    while (isDigit(c)) c = t.next();
    if (c !== UNDERSCORE) return c;
    c = t.next();
    if (!isDigit(c)) {
      invalidAt(t, c, "decimal");
      return BAD;
    }
  }
}

/** Scans a literal with a prefix that has just been read. */
function scanRadix(t: Tokenizer, radix: Radix): number {
  const wrongDigit = (c: number) =>
    t.syntaxError(`invalid digit '${String.fromCharCode(c)}' in ${radix.name} literal`);
  let c = t.next();
  do {
    if (c === UNDERSCORE) c = t.next();
    if (!radix.isDigit(c)) return isDigit(c) ? wrongDigit(c) : invalidAt(t, c, radix.name);
    do c = t.next(); while (radix.isDigit(c));
  } while (c === UNDERSCORE);
  return isDigit(c) ? wrongDigit(c) : endOfNumber(t, c, radix.name);
}

/** Scans what follows a leading zero. Zeros may be repeated, but no other digit may follow in an integer. */
function scanZero(t: Tokenizer): number {
  let c = t.next();
  const radix = c < 128 && c > 64 ? RADICES[String.fromCharCode(c | 32)] : undefined;
  if (radix !== undefined) return scanRadix(t, radix);
  for (;;) {
    if (c === UNDERSCORE) {
      c = t.next();
      if (!isDigit(c)) return invalidAt(t, c, "decimal");
    }
    if (c !== ZERO) break;
    c = t.next();
  }
  const zerosEnd = t.position;
  const nonZero = isDigit(c);
  if (nonZero) c = digits(t);
  if (c === BAD) return T.ERRORTOKEN;
  if (nonZero && c !== DOT && (c | 32) !== LOWER_E && (c | 32) !== LOWER_J) {
    t.back(c);
    return t.syntaxError(
      "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
      utf8Length(t.source, t.lineStart, t.start) + 1,
      utf8Length(t.source, t.lineStart, zerosEnd),
    );
  }
  return scanFraction(t, c);
}

/** Scans an exponent whose `e` has just been read; without digits it belongs to the next token. */
function scanExponent(t: Tokenizer, e: number): number {
  let c = t.next();
  if (c === PLUS || c === MINUS) {
    c = t.next();
    if (!isDigit(c)) return invalidAt(t, c, "decimal");
  } else if (!isDigit(c)) {
    t.back(c);
    return endOfNumber(t, e, "decimal");
  }
  c = digits(t);
  return c === BAD ? T.ERRORTOKEN : scanSuffix(t, c);
}

function scanSuffix(t: Tokenizer, c: number): number {
  return c === LOWER_J || c === 74 ? endOfNumber(t, t.next(), "imaginary") : endOfNumber(t, c, "decimal");
}

/** Scans what may follow the integral digits; `c` is the character behind them. */
function scanFraction(t: Tokenizer, c: number): number {
  if (c === DOT) {
    c = t.next();
    if (isDigit(c)) c = digits(t);
    if (c === BAD) return T.ERRORTOKEN;
  }
  if (c === LOWER_E || c === 69) return scanExponent(t, c);
  return scanSuffix(t, c);
}

/** Scans a number. `c` is its first digit, just read; `afterDot` says that a dot precedes it. */
export function scanNumber(t: Tokenizer, c: number, afterDot: boolean): number {
  if (!afterDot && c === ZERO) return scanZero(t);
  c = digits(t);
  if (c === BAD) return T.ERRORTOKEN;
  if (!afterDot) return scanFraction(t, c);
  return c === LOWER_E || c === 69 ? scanExponent(t, c) : scanSuffix(t, c);
}
