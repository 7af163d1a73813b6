/** The diagnosing parser's whole grammar, translated when it is first needed. */
import { DEFINITION_RULES } from "./grammar_definitions.ts";
import { ERRORS } from "./grammar_errors.ts";
import { EXPRESSIONS } from "./grammar_expressions.ts";
import { PATTERNS } from "./grammar_patterns.ts";
import { STATEMENTS } from "./grammar_statements.ts";
import { GrammarCompiler, type Rule } from "./notation.ts";

/** Rules whose results are remembered. What is remembered is observable: in which errors are found first. */
const MEMO = new Set([
  "simple_stmt",
  "closed_pattern",
  "star_pattern",
  "block",
  "star_expression",
  "expression",
  "disjunction",
  "conjunction",
  "inversion",
  "factor",
  "await_primary",
  "strings",
  "arguments",
  "star_target",
  "target_with_star_atom",
  "del_target",
  "invalid_named_expression",
]);

const LEFT_RECURSIVE = new Set([
  "dotted_name",
  "attr",
  "bitwise_or",
  "bitwise_xor",
  "bitwise_and",
  "shift_expr",
  "sum",
  "term",
  "primary",
  "t_primary",
]);

const WITHOUT_DIAGNOSTICS = new Set(["expression_without_invalid"]);

let rules: ReadonlyMap<string, Rule> | null = null;

/** The rule of a name. */
export function grammarRule(name: string): Rule {
  rules ??= new GrammarCompiler(
    { ...STATEMENTS, ...DEFINITION_RULES, ...PATTERNS, ...EXPRESSIONS, ...ERRORS },
    { memo: MEMO, leftRecursive: LEFT_RECURSIVE, withoutDiagnostics: WITHOUT_DIAGNOSTICS },
  ).compile();
  return rules.get(name)!;
}
