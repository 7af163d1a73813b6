/** `re.Pattern`, `re.Match` and scanners as objects; their methods stand in files of their own. */
import type { bool, i32 } from "@rts";
import { BufferFlag } from "../../core/objspace/buffer.ts";
import { W_CallableIterator } from "../../core/objspace/callable_iterator.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { runtimeError, typeError } from "../../core/objspace/errors.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { Matcher, type Program, SreError } from "./engine/mod.ts";
import { emptyOf, isText, openText, sliceOf, type Text } from "./subjects.ts";

export const patternType: W_Type = moduleClass("Pattern", "re");
export const matchType: W_Type = moduleClass("Match", "re");
export const scannerType: W_Type = moduleClass("SRE_Scanner", "_sre");

/** A compiled pattern. */
export class W_Pattern extends W_Root {
  readonly w_pattern: W_Root;
  readonly flags: i32;
  readonly program: Program;
  /** Names of groups to numbers. */
  readonly w_groupindex: W_Dict;
  /** Names by number, None for groups without. */
  readonly w_indexgroup: W_Tuple;

  constructor(w_pattern: W_Root, flags: i32, program: Program, w_groupindex: W_Dict, w_indexgroup: W_Tuple) {
    super();
    this.w_pattern = w_pattern;
    this.flags = flags;
    this.program = program;
    this.w_groupindex = w_groupindex;
    this.w_indexgroup = w_indexgroup;
  }
  override typeOf(): W_Type {
    return patternType;
  }

  /** The subject of `w_string`. Throws TypeError when that and the pattern are not both texts or both bytes. */
  open(w_string: W_Root, flags: i32): Text {
    const text = openText(w_string, flags);
    // A pattern made from None (by scanners of tokens) takes both.
    if (this.w_pattern === w_None || isText(w_string) === isText(this.w_pattern)) return text;
    text.release();
    throw typeError(
      isText(w_string)
        ? "cannot use a bytes pattern on a string-like object"
        : "cannot use a string pattern on a bytes-like object",
    );
  }
}

/** What a pattern found in a string. */
export class W_Match extends W_Root {
  readonly w_string: W_Root;
  readonly w_re: W_Pattern;
  readonly pos: i32;
  readonly endpos: i32;
  /** -1 for none. */
  readonly lastindex: i32;
  /** Start and end of each group, the whole match first; -1 for groups that took no part. */
  readonly spans: Int32Array;

  constructor(w_re: W_Pattern, w_string: W_Root, matcher: Matcher, pos: i32) {
    super();
    this.w_string = w_string;
    this.w_re = w_re;
    this.pos = pos;
    this.endpos = matcher.end;
    this.lastindex = matcher.lastindex;
    const groups = matcher.program.groups;
    const spans = new Int32Array(2 * groups + 2);
    for (let i: i32 = 0; i <= groups; i++) {
      spans[2 * i] = matcher.groupStart(i);
      spans[2 * i + 1] = matcher.groupEnd(i);
    }
    this.spans = spans;
  }
  override typeOf(): W_Type {
    return matchType;
  }

  /** The text of group `i`, or `w_default` when it took no part. */
  group(i: i32, w_default: W_Root): W_Root {
    const start = this.spans[2 * i];
    return start < 0 ? w_default : sliceOf(this.w_string, start, this.spans[2 * i + 1]);
  }
}

/** How a matcher looks for the next match. */
export enum Mode {
  Match,
  Fullmatch,
  Search,
}

/** Runs a matcher. Throws RuntimeError for code that the engine cannot run. */
export function runMatcher(matcher: Matcher, mode: i32): bool {
  try {
    if (mode === Mode.Search) return matcher.search();
    return mode === Mode.Match ? matcher.match() : matcher.fullmatch();
  } catch (e) {
    if (e instanceof SreError) throw runtimeError(e.message);
    throw e;
  }
}

/** Matches of a pattern in a string, one after another. */
export class Search {
  readonly w_re: W_Pattern;
  readonly text: Text;
  readonly matcher: Matcher;
  /** Where looking began, inside the string. */
  readonly pos: i32;
  private isDone: boolean = false;

  constructor(w_re: W_Pattern, w_string: W_Root, pos: i32, endpos: i32, flags: i32) {
    this.w_re = w_re;
    this.text = w_re.open(w_string, flags);
    this.matcher = new Matcher(w_re.program, this.text.subject, pos, endpos);
    this.pos = this.matcher.start;
  }

  /** Looks for the next match; false at the end, and from then on. */
  next(mode: i32): boolean {
    if (this.isDone) return false;
    this.matcher.reset();
    this.isDone = !runMatcher(this.matcher, mode);
    return !this.isDone;
  }

  /** Goes on behind the match that was found: another one there must not be empty. */
  advance(): void {
    const matcher = this.matcher;
    matcher.mustAdvance = matcher.ptr === matcher.start;
    matcher.start = matcher.ptr;
  }

  /** The match that was found. */
  match(): W_Match {
    return new W_Match(this.w_re, this.text.w_string, this.matcher, this.pos);
  }

  slice(from: i32, to: i32): W_Root {
    return sliceOf(this.text.w_string, from, to);
  }

  /** The text of a group; an empty one when it took no part. */
  group(i: i32): W_Root {
    const start = this.matcher.groupStart(i);
    return start < 0 ? emptyOf(this.text.w_string) : this.slice(start, this.matcher.groupEnd(i));
  }

  release(): void {
    this.matcher.release();
    this.text.release();
  }
}

/** What `Pattern.scanner` gives. */
export class W_Scanner extends W_Root {
  readonly w_re: W_Pattern;
  readonly search: Search;

  constructor(w_re: W_Pattern, w_string: W_Root, pos: i32, endpos: i32) {
    super();
    this.w_re = w_re;
    this.search = new Search(w_re, w_string, pos, endpos, BufferFlag.Held);
  }
  override typeOf(): W_Type {
    return scannerType;
  }

  /** The next match, or None. */
  next(mode: i32): W_Root {
    const search = this.search;
    if (!search.next(mode)) return w_None;
    const w_match = search.match();
    search.advance();
    return w_match;
  }
}

/** What `Pattern.finditer` gives: an iterator over a scanner's `search`, without the calls. */
export class W_MatchIterator extends W_CallableIterator {
  private readonly w_scanner: W_Scanner;

  constructor(w_search: W_Root, w_scanner: W_Scanner) {
    super(w_search, w_None);
    this.w_scanner = w_scanner;
  }

  override iterNext(): W_Root | null {
    if (this.w_callable === null) return null;
    const w_match = this.w_scanner.next(Mode.Search);
    if (w_match !== w_None) return w_match;
    this.w_callable = null;
    this.w_scanner.search.release();
    return null;
  }
}
