/**
 * The notation of the diagnosing parser's grammar, and its translation to what the machine runs.
 *
 * A rule is a list of alternatives, tried in order; the first that matches wins. An alternative is a text, and an
 * action that makes its value:
 *
 * | text | matches |
 * |---|---|
 * | `'if'`, `'+='` | that keyword or operator |
 * | `"match"` | a name spelled so |
 * | `NAME`, `NEWLINE` | a token of that kind; `NAME`, `NUMBER` have expressions for values |
 * | `expression` | a rule |
 * | `x?`, `x*`, `x+`, `','.x+` | optional, repeated, repeated with separators |
 * | `(a b \| c)` | a rule without a name |
 * | `&x`, `!x` | nothing, if `x` matches here, or does not |
 * | `~` | nothing, and no further alternative of this rule is tried |
 * | `&&':'` | that token, or else a syntax error "expected ':'" |
 * | `name=x`, `^x` | `x`, whose value the action gets by the name, or which is the alternative's value |
 *
 * Groups and repetitions become rules of their own, which count when the depth of nesting is limited.
 */
import { KIND_BY_TEXT, T } from "../../tokenizer/tokens.ts";
import type { Machine } from "./machine.ts";

/** Makes an alternative's value of the named values. Null makes the whole rule fail. */
// deno-lint-ignore no-explicit-any
export type Action = (values: any, machine: Machine) => unknown;

/** An alternative as it is written. */
export type Alternative = readonly [text: string, action?: Action];

/** Rules by name. */
export type Rules = Readonly<Record<string, readonly Alternative[]>>;

/** What an item does. */
export const enum Op {
  TOKEN,
  SOFT_KEYWORD,
  ANY_SOFT_KEYWORD,
  CUT,
  FORCED,
  RULE,
}

/** One step of an alternative. */
export interface Item {
  op: Op;
  kind: number;
  word: string;
  rule: Rule | null;
  optional: boolean;
  /** 1 for `&`, -1 for `!`, else 0. */
  look: number;
}

/** An alternative, translated. */
export interface Alt {
  items: Item[];
  names: (string | null)[];
  action: Action | null;
  /** The item whose value is the alternative's, -1 for none. */
  valueItem: number;
  /** Tried only when errors are to be worded. */
  diagnostic: boolean;
}

/** How a rule runs. */
export const enum RuleKind {
  PLAIN,
  LOOP,
  LOOP_ONCE,
  GATHER,
  LEFT_RECURSIVE,
}

/** A rule, translated. Of a left-recursive one, `raw` is the rule without the growing. */
export interface Rule {
  id: number;
  name: string;
  kind: RuleKind;
  alts: Alt[];
  memo: boolean;
  raw: Rule | null;
  /** Whether alternatives that word errors are off inside of it. */
  withoutDiagnostics: boolean;
}

const LEXEME =
  /\s*(?:(?<text>'[^']+')|(?<word>"[^"]+")|(?<forced>&&)|(?<kind>[A-Z_]+\b)|(?<name>[a-z_]+)(?<eq>=)?|(?<sign>[()|&!~?*+.^]))/y;

interface Lexeme {
  type: string;
  text: string;
}

function lex(text: string): Lexeme[] {
  const found: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  while (LEXEME.lastIndex < text.trimEnd().length) {
    const at = LEXEME.lastIndex;
    const groups = LEXEME.exec(text)?.groups;
    if (groups === undefined) throw new SyntaxError(`bad notation at ${at}: ${text}`);
    for (const type of ["text", "word", "forced", "kind", "sign"]) {
      if (groups[type] !== undefined) found.push({ type, text: groups[type] });
    }
    if (groups.name !== undefined) found.push({ type: groups.eq ? "label" : "name", text: groups.name });
  }
  return found;
}

/** Which rules are remembered, which recur on their left, and which word no errors inside. */
export interface Properties {
  memo: ReadonlySet<string>;
  leftRecursive: ReadonlySet<string>;
  withoutDiagnostics: ReadonlySet<string>;
}

/** Translates a grammar. */
export class GrammarCompiler {
  private readonly rules = new Map<string, Rule>();
  private lexemes: Lexeme[] = [];
  private at = 0;

  constructor(private readonly source: Rules, private readonly properties: Properties) {}

  /** Translates all rules and returns them by name. */
  compile(): ReadonlyMap<string, Rule> {
    for (const name of Object.keys(this.source)) {
      const left = this.properties.leftRecursive.has(name);
      const rule = this.add(name, left ? RuleKind.LEFT_RECURSIVE : RuleKind.PLAIN);
      rule.memo = left || this.properties.memo.has(name);
      rule.withoutDiagnostics = this.properties.withoutDiagnostics.has(name);
      this.rules.set(name, rule);
    }
    for (const [name, alternatives] of Object.entries(this.source)) {
      let rule = this.rules.get(name)!;
      if (rule.kind === RuleKind.LEFT_RECURSIVE) rule = rule.raw = this.add(name, RuleKind.PLAIN);
      rule.alts = alternatives.map(([text, action]) => this.alternative(text, action ?? null));
    }
    return this.rules;
  }

  private count = 0;

  private add(name: string, kind: RuleKind): Rule {
    return { id: this.count++, name, kind, alts: [], memo: false, raw: null, withoutDiagnostics: false };
  }

  private alternative(text: string, action: Action | null): Alt {
    this.lexemes = lex(text);
    this.at = 0;
    const alt = this.sequence(action);
    if (this.at < this.lexemes.length) throw new SyntaxError(`bad notation: ${text}`);
    return alt;
  }

  private take(text: string): boolean {
    const lexeme = this.lexemes[this.at];
    if (lexeme?.type !== "sign" || lexeme.text !== text) return false;
    this.at++;
    return true;
  }

  private sequence(action: Action | null): Alt {
    const alt: Alt = { items: [], names: [], action, valueItem: -1, diagnostic: false };
    const from = this.at;
    while (this.at < this.lexemes.length && !["|", ")"].includes(this.lexemes[this.at]!.text)) {
      if (this.take("^")) alt.valueItem = alt.items.length;
      const label = this.lexemes[this.at]!;
      if (label.type === "label") this.at++;
      alt.names.push(label.type === "label" ? label.text : null);
      alt.items.push(this.item());
    }
    if (alt.items.length === 1) {
      alt.valueItem = 0;
      alt.diagnostic = this.lexemes[from]!.text.startsWith("invalid_");
    }
    return alt;
  }

  private item(): Item {
    if (this.take("~")) return this.simple(Op.CUT);
    if (this.take("&")) return { ...this.atom(), look: 1 };
    if (this.take("!")) return { ...this.atom(), look: -1 };
    if (this.lexemes[this.at]!.type === "forced") {
      this.at++;
      return { ...this.atom(), op: Op.FORCED };
    }
    const item = this.atom();
    if (this.take("?")) return { ...item, optional: true };
    if (this.take("*")) return this.loop(RuleKind.LOOP, [item]);
    if (this.take("+")) return this.loop(RuleKind.LOOP_ONCE, [item]);
    if (!this.take(".")) return item;
    const element = this.atom();
    if (!this.take("+")) throw new SyntaxError("a separator needs a +");
    return this.gather(item, element);
  }

  private simple(op: Op): Item {
    return { op, kind: -1, word: "", rule: null, optional: false, look: 0 };
  }

  private call(rule: Rule): Item {
    return { ...this.simple(Op.RULE), rule };
  }

  private loop(kind: RuleKind, items: Item[]): Item {
    const rule = this.add("loop", kind);
    const names = items.map(() => null);
    rule.alts = [{ items, names, action: null, valueItem: items.length - 1, diagnostic: false }];
    return this.call(rule);
  }

  private gather(separator: Item, element: Item): Item {
    const rule = this.add("gather", RuleKind.GATHER);
    const items = [element, this.loop(RuleKind.LOOP, [separator, element])];
    rule.alts = [{ items, names: [null, null], action: null, valueItem: 0, diagnostic: false }];
    return this.call(rule);
  }

  private atom(): Item {
    const lexeme = this.lexemes[this.at++]!;
    switch (lexeme.type) {
      case "text": {
        const word = lexeme.text.slice(1, -1);
        const kind = KIND_BY_TEXT.get(word);
        if (kind === undefined) throw new SyntaxError(`no token is spelled ${word}`);
        return { ...this.simple(Op.TOKEN), kind, word };
      }
      case "word":
        return { ...this.simple(Op.SOFT_KEYWORD), word: lexeme.text.slice(1, -1) };
      case "kind":
        if (lexeme.text === "SOFT_KEYWORD") return this.simple(Op.ANY_SOFT_KEYWORD);
        if (!(lexeme.text in T)) throw new SyntaxError(`no kind of token is named ${lexeme.text}`);
        return { ...this.simple(Op.TOKEN), kind: T[lexeme.text as keyof typeof T] };
      case "name": {
        const rule = this.rules.get(lexeme.text);
        if (rule === undefined) throw new SyntaxError(`no rule is named ${lexeme.text}`);
        return this.call(rule);
      }
      default:
        if (lexeme.text !== "(") throw new SyntaxError(`unexpected ${lexeme.text}`);
        return this.group();
    }
  }

  private group(): Item {
    const rule = this.add("group", RuleKind.PLAIN);
    do rule.alts.push(this.sequence(null)); while (this.take("|"));
    if (!this.take(")")) throw new SyntaxError("a parenthesis is missing");
    return this.call(rule);
  }
}
