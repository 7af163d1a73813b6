/**
 * Runs trials of the engine from a text, for the tests: each line is a letter and numbers, each answer a line.
 * `corpus.py` writes such texts together with CPython's answers.
 */
import { type bool, type i32, parseI32 } from "@rts";
import { asciiIsCased, asciiToLower, unicodeIsCased, unicodeToLower } from "./charinfo.ts";
import { Matcher } from "./matcher.ts";
import { Program } from "./program.ts";
import { type Subject, Subject1, Subject2, Subject4 } from "./subject.ts";
import { isValidCode } from "./validate.ts";

const EMPTY: Int32Array = new Int32Array(0);

/** The state between lines: the pattern and the subject that trials use. */
export class Trials {
  private program: Program = new Program(EMPTY, 0);
  private subject: Subject = new Subject1(new Uint8Array(0), 0);
  readonly answers: string[] = [];

  /** Runs one line. */
  run(line: string): void {
    const words = line.split(" ");
    const numbers = new Int32Array(words.length - 1);
    for (let i = 1; i < words.length; i++) numbers[i - 1] = parseI32(words[i]);
    switch (line.charAt(0)) {
      case "P": // groups, code
        this.program = new Program(tail(numbers), numbers[0]);
        break;
      case "V": // groups, code: is it valid?
        this.answers.push(isValidCode(tail(numbers), numbers[0]) ? "1" : "0");
        break;
      case "S": // kind, characters
        this.subject = newSubject(numbers[0], tail(numbers));
        break;
      case "C": // character: its cases
        this.answers.push(describeCase(numbers[0]));
        break;
      case "F": // pos, endpos: all matches
        this.findAll(numbers[0], numbers[1]);
        break;
      default: // M(atch), X (fullmatch), R (search): pos, endpos
        this.match(line.charAt(0), numbers[0], numbers[1]);
    }
  }

  private match(how: string, pos: i32, endpos: i32): void {
    const matcher = new Matcher(this.program, this.subject, pos, endpos);
    const found = how === "M" ? matcher.match() : how === "X" ? matcher.fullmatch() : matcher.search();
    this.answers.push(found ? describe(matcher) : "-");
    matcher.release();
  }

  /** How many matches there are. */
  countMatches(): i32 {
    const matcher = new Matcher(this.program, this.subject, 0, this.subject.length);
    let count: i32 = 0;
    while (findNext(matcher)) {
      count++;
      matcher.mustAdvance = matcher.ptr === matcher.start;
      matcher.start = matcher.ptr;
    }
    matcher.release();
    return count;
  }

  private findAll(pos: i32, endpos: i32): void {
    const matcher = new Matcher(this.program, this.subject, pos, endpos);
    let answer = "";
    while (findNext(matcher)) {
      answer += `${describe(matcher)};`;
      matcher.mustAdvance = matcher.ptr === matcher.start;
      matcher.start = matcher.ptr;
    }
    this.answers.push(answer);
    matcher.release();
  }
}

/** All but the first of `numbers`. */
function tail(numbers: Int32Array): Int32Array {
  const rest = new Int32Array(numbers.length - 1);
  for (let i = 0; i < rest.length; i++) rest[i] = numbers[i + 1];
  return rest;
}

function findNext(matcher: Matcher): bool {
  matcher.reset();
  return matcher.search();
}

function describe(matcher: Matcher): string {
  let text = `${matcher.lastindex}`;
  for (let i = 0; i <= matcher.program.groups; i++) {
    text += ` ${matcher.groupStart(i)} ${matcher.groupEnd(i)}`;
  }
  return text;
}

function describeCase(ch: i32): string {
  return `${asciiToLower(ch)} ${unicodeToLower(ch)} ${asciiIsCased(ch)} ${unicodeIsCased(ch)}`;
}

function newSubject(kind: i32, chars: Int32Array): Subject {
  if (kind === 4) return new Subject4(chars, chars.length);
  if (kind === 2) {
    const data = new Uint16Array(chars.length);
    for (let i = 0; i < chars.length; i++) data[i] = chars[i];
    return new Subject2(data, chars.length);
  }
  const data = new Uint8Array(chars.length);
  for (let i = 0; i < chars.length; i++) data[i] = chars[i];
  return new Subject1(data, chars.length);
}
