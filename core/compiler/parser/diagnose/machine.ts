/**
 * The machine that runs the diagnosing parser's grammar over tokens that are fetched when they are first looked at.
 *
 * Which tokens have been looked at decides where a plain "invalid syntax" stands, so order and laziness here follow
 * the grammar to the letter: alternatives in order, results remembered for the same rules, left recursion by growing
 * a seed. The machine keeps its own stack; the nesting it allows is counted in rules, as CPython does it.
 */
import type { Location } from "../../ast/nodes.ts";
import * as ast from "../../ast/build.ts";
import type { Expr, NameNode } from "../../ast/types.ts";
import type { Tokenizer } from "../../tokenizer/tokenizer.ts";
import { T } from "../../tokenizer/tokens.ts";
import { PyError } from "../errors.ts";
import { type Alt, type Item, Op, type Rule, RuleKind } from "./notation.ts";

/** How many rules may be active at once. */
const MAX_LEVEL = 6000;

const SOFT_KEYWORDS = ["_", "case", "match"];

/** A token as the actions see it. */
export interface Token extends Location {
  kind: number;
  text: string;
  /** The depth of parentheses behind it. */
  level: number;
}

/** A value without meaning, of what only has to match. */
const MATCHED: object = { matched: true };

interface Memo {
  value: unknown;
  mark: number;
}

/** A rule that is being run. */
class Frame {
  alt = 0;
  item = 0;
  cut = false;
  lookMark = 0;
  values: unknown[] = [];
  /** Results of a loop's rounds, or the seed that grows. */
  results: unknown[] = [];
  seed: unknown = null;
  seedMark: number;

  constructor(readonly rule: Rule, public mark: number, readonly diagnosing: boolean) {
    this.seedMark = mark;
  }
}

/** The machine. What depends on the language's errors and values it leaves to the parser around it. */
export abstract class Machine {
  readonly tokens: Token[] = [];
  private readonly memos: (Map<number, Memo> | undefined)[] = [];
  protected mark = 0;
  /** Whether alternatives that word errors are tried. */
  protected diagnosing = false;
  private stack: Frame[] = [];
  private depth = 0;

  constructor(readonly tokenizer: Tokenizer) {}

  /** Throws the error of a token that is none. */
  protected abstract tokenError(): never;
  /** Throws "expected …" at a token. */
  protected abstract expected(token: Token, word: string): never;
  protected abstract numberValue(token: Token): Expr;

  /** Goes back to the first token and forgets all results. */
  protected restart(): void {
    this.memos.length = 0;
    this.mark = 0;
    this.stack = [];
    this.depth = 0;
  }

  /** The token at the mark, fetched if it has not been yet. */
  private token(): Token {
    if (this.mark === this.tokens.length) this.fetch();
    return this.tokens[this.mark]!;
  }

  private fetch(): void {
    const kind = this.tokenizer.fetch();
    const t = this.tokenizer.tokens;
    const i = t.count - 1;
    this.tokens.push({
      kind,
      text: this.tokenizer.source.slice(t.starts[i]!, t.ends[i]!),
      level: t.levels[i]!,
      lineno: t.lines[i]!,
      col_offset: t.columns[i]!,
      end_lineno: t.endLines[i]!,
      end_col_offset: t.endColumns[i]!,
    });
    if (kind === T.ERRORTOKEN) this.tokenError();
  }

  /** The last token before the mark that is not white space. */
  private lastToken(): Token {
    let i = this.mark - 1;
    while (i > 0 && this.tokens[i]!.kind < T.NAME) i--;
    return this.tokens[i]!;
  }

  /** The place of the alternative whose action is running. */
  at(): Location {
    const frame = this.stack[this.stack.length - 1]!;
    const first = this.tokens[frame.mark]!, last = this.lastToken();
    return {
      lineno: first.lineno,
      col_offset: first.col_offset,
      end_lineno: last.end_lineno,
      end_col_offset: last.end_col_offset,
    };
  }

  /** The token before the mark. */
  previousToken(): Token {
    return this.tokens[this.mark - 1]!;
  }

  nameOf(token: Token): NameNode {
    // deno-lint-ignore no-control-regex
    const id = /[^\x00-\x7f]/.test(token.text) ? token.text.normalize("NFKC") : token.text;
    return ast.Name(token, id, "Load");
  }

  /** Matches an item that is no rule. */
  private terminal(item: Item): unknown {
    if (item.op === Op.CUT) return MATCHED;
    const token = this.token();
    switch (item.op) {
      case Op.TOKEN:
        if (token.kind !== item.kind) return null;
        this.mark++;
        if (token.kind === T.NAME) return this.nameOf(token);
        return token.kind === T.NUMBER ? this.numberValue(token) : token;
      case Op.SOFT_KEYWORD:
        if (token.kind !== T.NAME || token.text !== item.word) return null;
        this.mark++;
        return this.nameOf(token);
      case Op.ANY_SOFT_KEYWORD:
        if (token.kind !== T.NAME) return null;
        this.mark++;
        // A beginning of a soft keyword counts as one.
        return SOFT_KEYWORDS.some((word) => word.startsWith(token.text)) ? this.nameOf(token) : null;
      default:
        if (token.kind !== item.kind) this.expected(token, item.word);
        this.mark++;
        return token;
    }
  }

  private value: unknown = null;

  /** Starts a rule. True: its result is remembered, and stands in `value`. */
  private enter(rule: Rule): boolean {
    if (rule.memo) {
      if (this.depth >= MAX_LEVEL) this.tooDeep();
      this.token();
      const memo = this.memos[this.mark]?.get(rule.id);
      if (memo !== undefined) {
        this.mark = memo.mark;
        this.value = memo.value;
        return true;
      }
    }
    if (this.depth++ >= MAX_LEVEL) this.tooDeep();
    const frame = new Frame(rule, this.mark, this.diagnosing);
    this.stack.push(frame);
    if (rule.withoutDiagnostics) this.diagnosing = false;
    if (rule.kind === RuleKind.LEFT_RECURSIVE) this.remember(frame, null);
    else if (!this.available(frame)) this.nextAlternative(frame);
    return false;
  }

  private tooDeep(): never {
    throw new PyError("MemoryError", "");
  }

  private remember(frame: Frame, value: unknown): void {
    const memos = this.memos[frame.mark] ??= new Map();
    memos.set(frame.rule.id, { value, mark: this.mark });
  }

  private available(frame: Frame): boolean {
    return this.diagnosing || !frame.rule.alts[frame.alt]!.diagnostic;
  }

  /** Moves to the next alternative that may be tried; there may be none. */
  private nextAlternative(frame: Frame): void {
    do frame.alt++; while (frame.alt < frame.rule.alts.length && !this.available(frame));
    frame.item = 0;
  }

  /** Runs a rule from the mark. Returns its value, or null if it does not match. */
  protected run(rule: Rule): unknown {
    this.stack = [];
    this.depth = 0;
    if (this.enter(rule)) return this.value;
    let resumed = false;
    for (;;) {
      const frame = this.stack[this.stack.length - 1]!;
      const finished: boolean = frame.rule.kind === RuleKind.LEFT_RECURSIVE
        ? this.grow(frame, resumed)
        : this.step(frame, resumed);
      resumed = finished;
      if (!finished) continue;
      this.leave(frame);
      if (this.stack.length === 0) return this.value;
    }
  }

  private leave(frame: Frame): void {
    if (frame.rule.memo && frame.rule.kind !== RuleKind.LEFT_RECURSIVE) this.remember(frame, this.value);
    this.diagnosing = frame.diagnosing;
    this.stack.pop();
    this.depth--;
  }

  /** Grows the result of a left-recursive rule. True: it is done, and `value` is its result. */
  private grow(frame: Frame, resumed: boolean): boolean {
    if (resumed) {
      if (this.value === null || this.mark <= frame.seedMark) {
        this.mark = frame.seedMark;
        this.value = frame.seed;
        return true;
      }
      frame.seedMark = this.mark;
      frame.seed = this.value;
      this.remember(frame, frame.seed);
      this.mark = frame.mark;
    }
    this.enter(frame.rule.raw!);
    return false;
  }

  /**
   * Goes on with a rule, up to its end or to a rule that it calls. `resumed`: such a one has just ended. True: the
   * rule is done, and `value` is its result.
   */
  private step(frame: Frame, resumed: boolean): boolean {
    for (;;) {
      if (frame.alt >= frame.rule.alts.length) {
        this.value = null;
        return true;
      }
      const alt = frame.rule.alts[frame.alt]!;
      const state = this.items(frame, alt, resumed);
      resumed = false;
      if (state === CALLED) return false;
      if (state === MATCH ? this.matched(frame, alt) : this.failed(frame)) return true;
    }
  }

  /** Matches the items of an alternative. */
  private items(frame: Frame, alt: Alt, resumed: boolean): number {
    while (frame.item < alt.items.length) {
      const item = alt.items[frame.item]!;
      if (!resumed) {
        frame.lookMark = this.mark;
        if (item.op !== Op.RULE) this.value = this.terminal(item);
        else if (!this.enter(item.rule!)) return CALLED;
      }
      resumed = false;
      let value = this.value;
      if (item.look !== 0) {
        this.mark = frame.lookMark;
        value = (value !== null) === (item.look > 0) ? MATCHED : null;
      }
      if (item.op === Op.CUT) frame.cut = true;
      if (value === null && !item.optional) return NO_MATCH;
      frame.values[frame.item++] = value;
    }
    return MATCH;
  }

  /** Notes that an alternative has matched. True: the rule is done. */
  private matched(frame: Frame, alt: Alt): boolean {
    const kind = frame.rule.kind;
    if (kind === RuleKind.LOOP || kind === RuleKind.LOOP_ONCE) {
      frame.results.push(frame.values[alt.valueItem]);
      frame.mark = this.mark;
      frame.item = 0;
      return false;
    }
    if (kind === RuleKind.GATHER) this.value = [frame.values[0], ...frame.values[1] as unknown[]];
    else if (alt.action !== null) this.value = alt.action(this.named(frame, alt), this);
    else this.value = alt.valueItem >= 0 ? frame.values[alt.valueItem] : MATCHED;
    return true;
  }

  private named(frame: Frame, alt: Alt): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    alt.names.forEach((name, i) => {
      if (name !== null) values[name] = frame.values[i];
    });
    return values;
  }

  /** Notes that an alternative has failed. True: the rule is done. */
  private failed(frame: Frame): boolean {
    this.mark = frame.mark;
    const kind = frame.rule.kind;
    if (kind === RuleKind.LOOP || kind === RuleKind.LOOP_ONCE) {
      this.value = kind === RuleKind.LOOP || frame.results.length > 0 ? frame.results : null;
      return true;
    }
    if (frame.cut) {
      this.value = null;
      return true;
    }
    this.nextAlternative(frame);
    return false;
  }
}

// What matching the items of an alternative came to.
const MATCH = 0, NO_MATCH = 1, CALLED = 2;
