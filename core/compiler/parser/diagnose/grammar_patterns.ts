/** The diagnosing parser's grammar: `match` and its patterns. */
import * as ast from "../../ast/build.ts";
import type { Expr, Pattern } from "../../ast/types.ts";
import { alt } from "./grammar_statements.ts";
import { withContext } from "./helpers.ts";
import type { DiagnosingParser } from "./parser.ts";
import type { Alternative, Rules } from "./notation.ts";

const MATCH: Rules = {
  match_stmt: [
    alt(`"match" a=subject_expr ':' NEWLINE INDENT b=case_block+ DEDENT`, (v, p) => {
      p.needVersion(10, "Pattern matching is");
      return ast.Match(p.at(), v.a, v.b);
    }),
    ["invalid_match_stmt"],
  ],
  subject_expr: [
    alt(
      "a=star_named_expression ',' b=star_named_expressions?",
      (v, p) => ast.Tuple(p.at(), [v.a, ...v.b ?? []], "Load"),
    ),
    ["named_expression"],
  ],
  case_block: [
    ["invalid_case_block"],
    alt(`"case" a=patterns b=guard? ':' c=block`, (v) => ast.match_case(v.a, v.b, v.c)),
  ],
  guard: [["'if' ^named_expression"]],
  patterns: [
    alt("a=open_sequence_pattern", (v, p) => ast.MatchSequence(p.at(), v.a)),
    ["pattern"],
  ],
  pattern: [["as_pattern"], ["or_pattern"]],
  as_pattern: [
    alt("a=or_pattern 'as' b=pattern_capture_target", (v, p) => ast.MatchAs(p.at(), v.a, v.b.id)),
    ["invalid_as_pattern"],
  ],
  or_pattern: [
    alt("a='|'.closed_pattern+", (v, p) => v.a.length === 1 ? v.a[0] : ast.MatchOr(p.at(), v.a)),
  ],
  closed_pattern: [
    ["literal_pattern"],
    ["capture_pattern"],
    ["wildcard_pattern"],
    ["value_pattern"],
    ["group_pattern"],
    ["sequence_pattern"],
    ["mapping_pattern"],
    ["class_pattern"],
  ],
};

function singleton(text: string, value: Parameters<typeof ast.MatchSingleton>[1]): Alternative {
  return alt(text, (_, p) => ast.MatchSingleton(p.at(), value));
}

function constant(text: string, value: Parameters<typeof ast.Constant>[1]): Alternative {
  return alt(text, (_, p) => ast.Constant(p.at(), value, null));
}

function checkNumber(p: DiagnosingParser, node: Expr, imaginary: boolean): Expr {
  const isComplex = node.kind === "Constant" && node.value.type === "complex";
  if (isComplex !== imaginary) {
    p.failAt(node, `${imaginary ? "imaginary" : "real"} number required in complex literal`);
  }
  return node;
}

const LITERALS: Rules = {
  literal_pattern: [
    alt("a=signed_number !('+' | '-')", (v, p) => ast.MatchValue(p.at(), v.a)),
    alt("a=complex_number", (v, p) => ast.MatchValue(p.at(), v.a)),
    alt("a=strings", (v, p) => ast.MatchValue(p.at(), v.a)),
    singleton("'None'", { type: "None" }),
    singleton("'True'", { type: "bool", value: true }),
    singleton("'False'", { type: "bool", value: false }),
  ],
  literal_expr: [
    ["^signed_number !('+' | '-')"],
    ["complex_number"],
    ["strings"],
    constant("'None'", { type: "None" }),
    constant("'True'", { type: "bool", value: true }),
    constant("'False'", { type: "bool", value: false }),
  ],
  complex_number: [
    alt("a=signed_real_number '+' b=imaginary_number", (v, p) => ast.BinOp(p.at(), v.a, "Add", v.b)),
    alt("a=signed_real_number '-' b=imaginary_number", (v, p) => ast.BinOp(p.at(), v.a, "Sub", v.b)),
  ],
  signed_number: [["NUMBER"], alt("'-' a=NUMBER", (v, p) => ast.UnaryOp(p.at(), "USub", v.a))],
  signed_real_number: [["real_number"], alt("'-' a=real_number", (v, p) => ast.UnaryOp(p.at(), "USub", v.a))],
  real_number: [alt("a=NUMBER", (v, p) => checkNumber(p, v.a, false))],
  imaginary_number: [alt("a=NUMBER", (v, p) => checkNumber(p, v.a, true))],
};

const NAMES: Rules = {
  capture_pattern: [alt("a=pattern_capture_target", (v, p) => ast.MatchAs(p.at(), null, v.a.id))],
  pattern_capture_target: [
    alt(`!"_" a=NAME !('.' | '(' | '=')`, (v) => withContext(v.a, "Store")),
  ],
  wildcard_pattern: [alt(`"_"`, (_, p) => ast.MatchAs(p.at(), null, null))],
  value_pattern: [alt("a=attr !('.' | '(' | '=')", (v, p) => ast.MatchValue(p.at(), v.a))],
  attr: [alt("a=name_or_attr '.' b=NAME", (v, p) => ast.Attribute(p.at(), v.a, v.b.id, "Load"))],
  name_or_attr: [["attr"], ["NAME"]],
};

interface Pair {
  key: Expr;
  pattern: Pattern;
}

function mapping(text: string): Alternative {
  return alt(text, (v, p) => {
    const pairs = (v.a ?? []) as Pair[];
    const keys = pairs.map((pair) => pair.key), patterns = pairs.map((pair) => pair.pattern);
    return ast.MatchMapping(p.at(), keys, patterns, v.rest?.id ?? null);
  });
}

function classPattern(text: string): Alternative {
  return alt(text, (v, p) => {
    const pairs = (v.b ?? []) as Pair[];
    const names = pairs.map((pair) => (pair.key as { id: string } & Expr).id);
    return ast.MatchClass(p.at(), v.c, v.a ?? [], names, pairs.map((pair) => pair.pattern));
  });
}

const STRUCTURES: Rules = {
  group_pattern: [["'(' ^pattern ')'"]],
  sequence_pattern: [
    alt("'[' a=maybe_sequence_pattern? ']'", (v, p) => ast.MatchSequence(p.at(), v.a ?? [])),
    alt("'(' a=open_sequence_pattern? ')'", (v, p) => ast.MatchSequence(p.at(), v.a ?? [])),
  ],
  open_sequence_pattern: [
    alt("a=maybe_star_pattern ',' b=maybe_sequence_pattern?", (v) => [v.a, ...v.b ?? []]),
  ],
  maybe_sequence_pattern: [["^','.maybe_star_pattern+ ','?"]],
  maybe_star_pattern: [["star_pattern"], ["pattern"]],
  star_pattern: [
    alt("'*' a=pattern_capture_target", (v, p) => ast.MatchStar(p.at(), v.a.id)),
    alt("'*' wildcard_pattern", (_, p) => ast.MatchStar(p.at(), null)),
  ],
  mapping_pattern: [
    mapping("'{' '}'"),
    mapping("'{' rest=double_star_pattern ','? '}'"),
    mapping("'{' a=items_pattern ',' rest=double_star_pattern ','? '}'"),
    mapping("'{' a=items_pattern ','? '}'"),
  ],
  items_pattern: [["','.key_value_pattern+"]],
  key_value_pattern: [
    alt("a=(literal_expr | attr) ':' b=pattern", (v): Pair => ({ key: v.a, pattern: v.b })),
  ],
  double_star_pattern: [["'**' ^pattern_capture_target"]],
  class_pattern: [
    classPattern("c=name_or_attr '(' ')'"),
    classPattern("c=name_or_attr '(' a=positional_patterns ','? ')'"),
    classPattern("c=name_or_attr '(' b=keyword_patterns ','? ')'"),
    classPattern("c=name_or_attr '(' a=positional_patterns ',' b=keyword_patterns ','? ')'"),
    ["invalid_class_pattern"],
  ],
  positional_patterns: [["','.pattern+"]],
  keyword_patterns: [["','.keyword_pattern+"]],
  keyword_pattern: [alt("a=NAME '=' b=pattern", (v): Pair => ({ key: v.a, pattern: v.b }))],
};

/** The rules of `match` statements. */
export const PATTERNS: Rules = { ...MATCH, ...LITERALS, ...NAMES, ...STRUCTURES };
