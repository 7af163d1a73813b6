/** Tokens of Finch. One table gives each kind its text, its precedence and the opcode of its binary operator. */
import { type bool, type FixedArray, type i32, newFixedArray } from "@rts";
import { Op } from "./opcodes.ts";

/** Kinds of tokens. */
export enum Tok {
  End,
  Int,
  Float,
  Str,
  Name,
  Let,
  Fn,
  Class,
  If,
  Else,
  While,
  For,
  In,
  Break,
  Continue,
  Return,
  Throw,
  Try,
  Catch,
  And,
  Or,
  Not,
  True,
  False,
  Nil,
  Self,
  Super,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Comma,
  Semicolon,
  Colon,
  Dot,
  DotDot,
  Assign,
  AddAssign,
  SubtractAssign,
  MultiplyAssign,
  Plus,
  Minus,
  Star,
  Slash,
  SlashSlash,
  Percent,
  Ampersand,
  Bar,
  Caret,
  ShiftLeft,
  ShiftRight,
  Equal,
  NotEqual,
  Less,
  LessOrEqual,
  Greater,
  GreaterOrEqual,
}

/** A kind's text as messages show it, and its place among binary operators: precedence 0 is none, `op` -1 is none. */
export class TokInfo {
  constructor(readonly text: string, readonly precedence: i32, readonly op: i32) {}
}

/** `[text, precedence, opcode]`; for compound assignments the opcode alone counts. */
const TABLE = {
  End: ["end of file"],
  Int: ["integer"],
  Float: ["number"],
  Str: ["string"],
  Name: ["name"],
  Let: ["let"],
  Fn: ["fn"],
  Class: ["class"],
  If: ["if"],
  Else: ["else"],
  While: ["while"],
  For: ["for"],
  In: ["in"],
  Break: ["break"],
  Continue: ["continue"],
  Return: ["return"],
  Throw: ["throw"],
  Try: ["try"],
  Catch: ["catch"],
  And: ["and", 2],
  Or: ["or", 1],
  Not: ["not"],
  True: ["true"],
  False: ["false"],
  Nil: ["nil"],
  Self: ["self"],
  Super: ["super"],
  LeftParen: ["("],
  RightParen: [")"],
  LeftBracket: ["["],
  RightBracket: ["]"],
  LeftBrace: ["{"],
  RightBrace: ["}"],
  Comma: [","],
  Semicolon: [";"],
  Colon: [":"],
  Dot: ["."],
  DotDot: ["..", 4, Op.MakeRange],
  Assign: ["="],
  AddAssign: ["+=", 0, Op.Add],
  SubtractAssign: ["-=", 0, Op.Subtract],
  MultiplyAssign: ["*=", 0, Op.Multiply],
  Plus: ["+", 9, Op.Add],
  Minus: ["-", 9, Op.Subtract],
  Star: ["*", 10, Op.Multiply],
  Slash: ["/", 10, Op.Divide],
  SlashSlash: ["//", 10, Op.Quotient],
  Percent: ["%", 10, Op.Remainder],
  Ampersand: ["&", 7, Op.BitAnd],
  Bar: ["|", 5, Op.BitOr],
  Caret: ["^", 6, Op.BitXor],
  ShiftLeft: ["<<", 8, Op.ShiftLeft],
  ShiftRight: [">>", 8, Op.ShiftRight],
  Equal: ["==", 3, Op.Equal],
  NotEqual: ["!=", 3, Op.NotEqual],
  Less: ["<", 3, Op.Less],
  LessOrEqual: ["<=", 3, Op.LessOrEqual],
  Greater: [">", 3, Op.Greater],
  GreaterOrEqual: [">=", 3, Op.GreaterOrEqual],
} as const satisfies Record<keyof typeof Tok, readonly [string, number?, number?]>;

function makeTable(): FixedArray<TokInfo> {
  const rows = Object.entries(TABLE) as [keyof typeof Tok, readonly [string, number?, number?]][];
  const infos = newFixedArray<TokInfo>(rows.length, new TokInfo("", 0, -1));
  for (const [name, [text, precedence, op]] of rows) {
    infos[Tok[name]] = new TokInfo(text, precedence ?? 0, op ?? -1);
  }
  return infos;
}

/** The table, by kind. */
export const TOKENS: FixedArray<TokInfo> = makeTable();

function makeKeywords(): Map<string, i32> {
  const words = new Map<string, i32>();
  for (let kind: i32 = Tok.Let; kind <= Tok.Super; kind++) words.set(TOKENS[kind].text, kind);
  return words;
}

/** Kinds of keywords by their text. */
export const KEYWORDS: Map<string, i32> = makeKeywords();

/** A token. `text` is the name, the digits, or the decoded string; lines and columns count from 1. */
export class Token {
  constructor(
    readonly kind: i32,
    readonly text: string,
    readonly line: i32,
    readonly column: i32,
    /** It is the first of its line. */
    readonly startsLine: bool,
  ) {}

  /** The token as an error message shows it. */
  describe(): string {
    if (this.kind === Tok.Name) return `'${this.text}'`;
    if (this.kind <= Tok.Str) return TOKENS[this.kind].text;
    return `'${TOKENS[this.kind].text}'`;
  }
}
