/**
 * The diagnosing parser's grammar: what is known to be wrong, and how it is told. These rules never match; an action
 * throws, or gives null, and then the next guess is tried. They run only after the source was found to be invalid.
 */
import type { Expr, Pattern } from "../../ast/types.ts";
import { alt } from "./grammar_statements.ts";
import { expressionName, invalidTarget, lastOf, type TargetUse } from "./helpers.ts";
import type { DiagnosingParser } from "./parser.ts";
import type { Alternative, Rules } from "./notation.ts";

const MEANT_EQUALS = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
const PARENTHESIZE_GENERATOR = "Generator expression must be parenthesized";
const PARENTHESIZE_TARGET = "did you forget parentheses around the comprehension target?";
const STARRED_VALUE = "cannot use a starred expression in a dictionary value";

/** Complains of a target, if a part of it cannot be one. */
function checkTarget(p: DiagnosingParser, node: Expr, use: TargetUse): null {
  const bad = invalidTarget(node, use);
  if (bad !== null) {
    p.failAt(bad, `cannot ${use === "delete" ? "delete" : "assign to"} ${expressionName(bad)}`);
  }
  return null;
}

/** Complains at the last token looked at. */
function complain(text: string, message: string): Alternative {
  return alt(text, (_, p) => p.fail(message));
}

/** Complains at the value named `a`. */
function complainAt(text: string, message: string): Alternative {
  return alt(text, (v, p) => p.failAt(v.a, message));
}

/** Complains from the value named `a` to the one named `b`. */
function complainOver(text: string, message: string): Alternative {
  return alt(text, (v, p) => p.failRange(v.a, v.b, message));
}

/** Complains of a block that is not indented, which belongs to the token named `a`. */
function unindented(text: string, what: string): Alternative {
  return alt(
    `${text} NEWLINE !INDENT`,
    (v, p) => p.failIndentation(`expected an indented block after ${what} on line ${v.a.lineno}`),
  );
}

function isLegacyStatement(node: Expr): boolean {
  return node.kind === "Name" && (node.id === "print" || node.id === "exec");
}

const CALLS: Rules = {
  invalid_arguments: [
    complainAt("a=args ',' '*'", "iterable argument unpacking follows keyword argument unpacking"),
    alt(
      "a=expression b=for_if_clauses ',' (args | expression for_if_clauses)?",
      (v, p) => p.failRange(v.a, lastOf(v.b), PARENTHESIZE_GENERATOR),
    ),
    complainOver("a=NAME b='=' expression for_if_clauses", MEANT_EQUALS),
    alt("a=args b=for_if_clauses", (v, p) => {
      const { args } = v.a as { args: Expr[] };
      return args.length <= 1
        ? null
        : p.failRange(args[args.length - 1]!, lastOf(v.b), PARENTHESIZE_GENERATOR);
    }),
    alt(
      "args ',' a=expression b=for_if_clauses",
      (v, p) => p.failRange(v.a, lastOf(v.b), PARENTHESIZE_GENERATOR),
    ),
    alt("a=args ',' args", (v, p) => {
      const unpacked = (v.a.keywords as { arg: string | null }[]).some((keyword) => keyword.arg === null);
      return p.fail(`positional argument follows keyword argument${unpacked ? " unpacking" : ""}`);
    }),
  ],
  invalid_kwarg: [
    alt(
      "a=('True' | 'False' | 'None') b='='",
      (v, p) => p.failRange(v.a, v.b, `cannot assign to ${v.a.text}`),
    ),
    complainOver("a=NAME b='=' expression for_if_clauses", MEANT_EQUALS),
    complainOver(
      "!(NAME '=') a=expression b='='",
      'expression cannot contain assignment, perhaps you meant "=="?',
    ),
  ],
};

const EXPRESSIONS: Rules = {
  invalid_legacy_expression: [
    alt("a=NAME !'(' b=star_expressions", (v, p) => {
      if (!isLegacyStatement(v.a)) return null;
      const name = v.a.id;
      return p.failRange(v.a, v.b, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
    }),
  ],
  invalid_expression: [
    // Two names in a row are no forgotten comma where the first is a prefix of a string, or a soft keyword.
    alt("!(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid", (v, p) => {
      if (isLegacyStatement(v.a) || p.previousToken().level === 0) return null;
      return p.failRange(v.a, v.b, "invalid syntax. Perhaps you forgot a comma?");
    }),
    complainOver("a=disjunction 'if' b=disjunction !('else' | ':')", "expected 'else' after 'if' expression"),
  ],
  invalid_named_expression: [
    alt(
      "a=expression ':=' expression",
      (v, p) => p.failAt(v.a, `cannot use assignment expressions with ${expressionName(v.a)}`),
    ),
    complainOver("a=NAME '=' b=bitwise_or !('=' | ':=')", MEANT_EQUALS),
    alt(
      "!(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=')",
      (v, p) =>
        p.failAt(v.a, `cannot assign to ${expressionName(v.a)} here. Maybe you meant '==' instead of '='?`),
    ),
  ],
  invalid_comprehension: [
    complainAt(
      "('[' | '(' | '{') a=starred_expression for_if_clauses",
      "iterable unpacking cannot be used in comprehension",
    ),
    alt(
      "('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses",
      (v, p) => p.failRange(v.a, v.b[v.b.length - 1], PARENTHESIZE_TARGET),
    ),
    complainOver("('[' | '{') a=star_named_expression b=',' for_if_clauses", PARENTHESIZE_TARGET),
  ],
  invalid_dict_comprehension: [
    complainAt(
      "'{' a='**' bitwise_or for_if_clauses '}'",
      "dict unpacking cannot be used in dict comprehension",
    ),
  ],
  invalid_group: [
    complainAt("'(' a=starred_expression ')'", "cannot use starred expression here"),
    complainAt("'(' a='**' expression ')'", "cannot use double starred expression here"),
  ],
  invalid_double_starred_kvpairs: [
    ["','.double_starred_kvpair+ ',' invalid_kvpair"],
    ...dictionaryValues(),
  ],
  invalid_kvpair: [
    alt("a=expression !':'", (v, p) => {
      const node = v.a as Expr;
      return p.failOver(
        { ...node, col_offset: node.end_col_offset - 1, end_col_offset: -1 },
        "':' expected after dictionary key",
      );
    }),
    ...dictionaryValues(),
  ],
};

/** What may be wrong with the value of a dictionary's item. */
function dictionaryValues(): Alternative[] {
  return [
    alt("expression ':' a='*' bitwise_or", (v, p) => p.failFrom(v.a, STARRED_VALUE)),
    complainAt("expression a=':' &('}' | ',')", "expression expected after dictionary key and ':'"),
  ];
}

const ASSIGNMENTS: Rules = {
  invalid_assignment: [
    alt(
      "a=invalid_ann_assign_target ':' expression",
      (v, p) => p.failAt(v.a, `only single target (not ${expressionName(v.a)}) can be annotated`),
    ),
    complainAt(
      "a=star_named_expression ',' star_named_expressions* ':' expression",
      "only single target (not tuple) can be annotated",
    ),
    complainAt("a=expression ':' expression", "illegal target for annotation"),
    alt("(star_targets '=')* a=star_expressions '='", (v, p) => checkTarget(p, v.a, "assign")),
    complainAt("(star_targets '=')* a=yield_expr '='", "assignment to yield expression not possible"),
    alt(
      "a=star_expressions augassign (yield_expr | star_expressions)",
      (v, p) => p.failAt(v.a, `'${expressionName(v.a)}' is an illegal expression for augmented assignment`),
    ),
  ],
  invalid_ann_assign_target: [["list"], ["tuple"], ["'(' ^invalid_ann_assign_target ')'"]],
  invalid_del_stmt: [alt("'del' a=star_expressions", (v, p) => checkTarget(p, v.a, "delete"))],
  invalid_with_item: [
    alt("expression 'as' a=expression &(',' | ')' | ':')", (v, p) => checkTarget(p, v.a, "assign")),
  ],
  invalid_for_target: [alt("ASYNC? 'for' a=star_expressions", (v, p) => checkTarget(p, v.a, "for"))],
  invalid_import_from_targets: [
    complain(
      "import_from_as_names ',' NEWLINE",
      "trailing comma not allowed without surrounding parentheses",
    ),
  ],
};

function parameterOrder(prefix: string): Rules {
  const n = (name: string) => `${prefix}${name}`;
  return {
    [`invalid_${prefix}parameters`]: [
      complainAt(
        `${n("param_no_default")}* invalid_${prefix}parameters_helper a=${n("param_no_default")}`,
        "non-default argument follows default argument",
      ),
    ],
    [`invalid_${prefix}parameters_helper`]: [[n("slash_with_default")], [`${n("param_with_default")}+`]],
  };
}

const PARAMETERS: Rules = {
  ...parameterOrder(""),
  ...parameterOrder("lambda_"),
  invalid_star_etc: [
    complainAt("a='*' (')' | ',' (')' | '**'))", "named arguments must follow bare *"),
    complain("'*' ',' TYPE_COMMENT", "bare * has associated type comment"),
  ],
  invalid_lambda_star_etc: [complain("'*' (':' | ',' (':' | '**'))", "named arguments must follow bare *")],
  invalid_double_type_comments: [
    complain("TYPE_COMMENT NEWLINE TYPE_COMMENT NEWLINE INDENT", "Cannot have two type comments on def"),
  ],
};

const WITH_ITEMS = "','.(expression ('as' star_target)?)+";
const WITH_ITEMS_IN_PARENTHESES = "'(' ','.(expressions ('as' star_target)?)+ ','? ')'";
const COLON = "expected ':'";

const BLOCKS: Rules = {
  invalid_block: [alt("NEWLINE !INDENT", (_, p) => p.failIndentation("expected an indented block"))],
  invalid_with_stmt: [
    complain(`ASYNC? 'with' ${WITH_ITEMS} NEWLINE`, COLON),
    complain(`ASYNC? 'with' ${WITH_ITEMS_IN_PARENTHESES} NEWLINE`, COLON),
  ],
  invalid_with_stmt_indent: [
    unindented(`ASYNC? a='with' ${WITH_ITEMS} ':'`, "'with' statement"),
    unindented(`ASYNC? a='with' ${WITH_ITEMS_IN_PARENTHESES} ':'`, "'with' statement"),
  ],
  invalid_try_stmt: [
    unindented("a='try' ':'", "'try' statement"),
    complain("'try' ':' block !('except' | 'finally')", "expected 'except' or 'finally' block"),
  ],
  invalid_except_stmt: [
    alt(
      "'except' a=expression ',' expressions ('as' NAME)? ':'",
      (v, p) => p.failFrom(v.a, "multiple exception types must be parenthesized"),
    ),
    complain("'except' expression ('as' NAME)? NEWLINE", COLON),
    complain("'except' NEWLINE", COLON),
  ],
  invalid_finally_stmt: [unindented("a='finally' ':'", "'finally' statement")],
  invalid_except_stmt_indent: [
    unindented("a='except' expression ('as' NAME)? ':'", "'except' statement"),
    unindented("a='except' ':'", "'except' statement"),
  ],
  invalid_if_stmt: [
    complain("'if' named_expression NEWLINE", COLON),
    unindented("a='if' named_expression ':'", "'if' statement"),
  ],
  invalid_elif_stmt: [
    complain("'elif' named_expression NEWLINE", COLON),
    unindented("a='elif' named_expression ':'", "'elif' statement"),
  ],
  invalid_else_stmt: [unindented("a='else' ':'", "'else' statement")],
  invalid_while_stmt: [
    complain("'while' named_expression NEWLINE", COLON),
    unindented("a='while' named_expression ':'", "'while' statement"),
  ],
  invalid_for_stmt: [
    complain("ASYNC? 'for' star_targets 'in' star_expressions NEWLINE", COLON),
    unindented("ASYNC? a='for' star_targets 'in' star_expressions ':'", "'for' statement"),
  ],
  invalid_def_raw: [
    unindented("ASYNC? a='def' NAME '(' params? ')' ('->' expression)? ':'", "function definition"),
  ],
  invalid_class_def_raw: [
    complain("'class' NAME ('(' arguments? ')')? NEWLINE", COLON),
    unindented("a='class' NAME ('(' arguments? ')')? ':'", "class definition"),
  ],
};

const MATCHES: Rules = {
  invalid_match_stmt: [
    alt(`"match" subject_expr NEWLINE`, (_, p) => p.fail(COLON)),
    unindented(`a="match" subject_expr ':'`, "'match' statement"),
  ],
  invalid_case_block: [
    complain(`"case" patterns guard? NEWLINE`, COLON),
    unindented(`a="case" patterns guard? ':'`, "'case' statement"),
  ],
  invalid_as_pattern: [
    complainAt(`or_pattern 'as' a="_"`, "cannot use '_' as a target"),
    complainAt("or_pattern 'as' !NAME a=expression", "invalid pattern target"),
  ],
  invalid_class_pattern: [
    alt("name_or_attr '(' a=invalid_class_argument_pattern", (v, p) => {
      const patterns = v.a as Pattern[];
      return p.failRange(
        patterns[0]!,
        patterns[patterns.length - 1]!,
        "positional patterns follow keyword patterns",
      );
    }),
  ],
  invalid_class_argument_pattern: [["(positional_patterns ',')? keyword_patterns ',' ^positional_patterns"]],
};

/** The rules of errors. */
export const ERRORS: Rules = {
  ...CALLS,
  ...EXPRESSIONS,
  ...ASSIGNMENTS,
  ...PARAMETERS,
  ...BLOCKS,
  ...MATCHES,
};
