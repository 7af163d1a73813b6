/** The diagnosing parser's grammar: expressions and targets. */
import * as ast from "../../ast/build.ts";
import type { Cmpop, Expr, ExprContext, Operator, Unaryop } from "../../ast/types.ts";
import { alt } from "./grammar_statements.ts";
import { collectArguments, withContext } from "./helpers.ts";
import type { Alternative, Rules } from "./notation.ts";

/** `a, b`, `a,` or `a` of some rule. */
function tupleOf(rule: string): Alternative[] {
  return [
    alt(`a=${rule} b=(',' ^${rule})+ ','?`, (v, p) => ast.Tuple(p.at(), [v.a, ...v.b], "Load")),
    alt(`a=${rule} ','`, (v, p) => ast.Tuple(p.at(), [v.a], "Load")),
    [rule],
  ];
}

const CONDITIONAL: Alternative[] = [
  alt("a=disjunction 'if' b=disjunction 'else' c=expression", (v, p) => ast.IfExp(p.at(), v.b, v.a, v.c)),
  ["disjunction"],
  ["lambdef"],
];

const TOP: Rules = {
  star_expressions: tupleOf("star_expression"),
  star_expression: [
    alt("'*' a=bitwise_or", (v, p) => ast.Starred(p.at(), v.a, "Load")),
    ["expression"],
  ],
  star_named_expressions: [["^','.star_named_expression+ ','?"]],
  star_named_expression: [
    alt("'*' a=bitwise_or", (v, p) => ast.Starred(p.at(), v.a, "Load")),
    ["named_expression"],
  ],
  assignment_expression: [
    alt("a=NAME ':=' ~ b=expression", (v, p) => {
      p.needVersion(8, "Assignment expressions are");
      return ast.NamedExpr(p.at(), withContext(v.a, "Store"), v.b);
    }),
  ],
  named_expression: [["assignment_expression"], ["invalid_named_expression"], ["^expression !':='"]],
  annotated_rhs: [["yield_expr"], ["star_expressions"]],
  expressions: tupleOf("expression"),
  expression: [["invalid_expression"], ["invalid_legacy_expression"], ...CONDITIONAL],
  expression_without_invalid: CONDITIONAL,
  yield_expr: [
    alt("'yield' 'from' a=expression", (v, p) => ast.YieldFrom(p.at(), v.a)),
    alt("'yield' a=star_expressions?", (v, p) => ast.Yield(p.at(), v.a)),
  ],
};

function comparison(text: string, operator: Cmpop): Alternative {
  return alt(`${text} a=bitwise_or`, (v) => ({ operator, operand: v.a }));
}

const COMPARISONS: readonly (readonly [rule: string, text: string, operator: Cmpop])[] = [
  ["eq_bitwise_or", "'=='", "Eq"],
  ["noteq_bitwise_or", "", "NotEq"],
  ["lte_bitwise_or", "'<='", "LtE"],
  ["lt_bitwise_or", "'<'", "Lt"],
  ["gte_bitwise_or", "'>='", "GtE"],
  ["gt_bitwise_or", "'>'", "Gt"],
  ["notin_bitwise_or", "'not' 'in'", "NotIn"],
  ["in_bitwise_or", "'in'", "In"],
  ["isnot_bitwise_or", "'is' 'not'", "IsNot"],
  ["is_bitwise_or", "'is'", "Is"],
];

const LOGIC: Rules = {
  disjunction: [
    alt("a=conjunction b=('or' ^conjunction)+", (v, p) => ast.BoolOp(p.at(), "Or", [v.a, ...v.b])),
    ["conjunction"],
  ],
  conjunction: [
    alt("a=inversion b=('and' ^inversion)+", (v, p) => ast.BoolOp(p.at(), "And", [v.a, ...v.b])),
    ["inversion"],
  ],
  inversion: [alt("'not' a=inversion", (v, p) => ast.UnaryOp(p.at(), "Not", v.a)), ["comparison"]],
  comparison: [
    alt("a=bitwise_or b=compare_op_bitwise_or_pair+", (v, p) => {
      const pairs = v.b as { operator: Cmpop; operand: Expr }[];
      return ast.Compare(p.at(), v.a, pairs.map((pair) => pair.operator), pairs.map((pair) => pair.operand));
    }),
    ["bitwise_or"],
  ],
  compare_op_bitwise_or_pair: COMPARISONS.map(([rule]) => [rule]),
  ...Object.fromEntries(COMPARISONS.map(([rule, text, operator]) => [rule, [comparison(text, operator)]])),
  noteq_bitwise_or: [comparison("not_equal", "NotEq")],
  not_equal: [alt("a='!='", (v, p) => p.notEqual(v.a))],
};

/** One level of binary operators, which group to the left. */
function binary(rule: string, operand: string, operators: Readonly<Record<string, Operator>>): Rules {
  const alternatives = Object.entries(operators).map(([text, operator]) =>
    alt(`a=${rule} '${text}' b=${operand}`, (v, p) => {
      if (operator === "MatMult") p.needVersion(5, "The '@' operator is");
      return ast.BinOp(p.at(), v.a, operator, v.b);
    })
  );
  return { [rule]: [...alternatives, [operand]] };
}

function unary(text: string, operator: Unaryop): Alternative {
  return alt(`'${text}' a=factor`, (v, p) => ast.UnaryOp(p.at(), operator, v.a));
}

const ARITHMETIC: Rules = {
  ...binary("bitwise_or", "bitwise_xor", { "|": "BitOr" }),
  ...binary("bitwise_xor", "bitwise_and", { "^": "BitXor" }),
  ...binary("bitwise_and", "shift_expr", { "&": "BitAnd" }),
  ...binary("shift_expr", "sum", { "<<": "LShift", ">>": "RShift" }),
  ...binary("sum", "term", { "+": "Add", "-": "Sub" }),
  ...binary("term", "factor", { "*": "Mult", "/": "Div", "//": "FloorDiv", "%": "Mod", "@": "MatMult" }),
  factor: [unary("+", "UAdd"), unary("-", "USub"), unary("~", "Invert"), ["power"]],
  power: [
    alt("a=await_primary '**' b=factor", (v, p) => ast.BinOp(p.at(), v.a, "Pow", v.b)),
    ["await_primary"],
  ],
  await_primary: [
    alt("AWAIT a=primary", (v, p) => {
      p.needVersion(5, "Await expressions are");
      return ast.Await(p.at(), v.a);
    }),
    ["primary"],
  ],
};

/** Attributes, calls and subscripts of `rule`, each followed by `end`. */
function trailers(rule: string, end: string): { attribute: string; subscript: string; calls: Alternative[] } {
  return {
    attribute: `a=${rule} '.' b=NAME ${end}`,
    subscript: `a=${rule} '[' b=slices ']' ${end}`,
    calls: [
      alt(`a=${rule} b=genexp ${end}`, (v, p) => ast.Call(p.at(), v.a, [v.b], [])),
      alt(
        `a=${rule} '(' b=arguments? ')' ${end}`,
        (v, p) => ast.Call(p.at(), v.a, v.b?.args ?? [], v.b?.keywords ?? []),
      ),
    ],
  };
}

function attribute(text: string, context: ExprContext): Alternative {
  return alt(text, (v, p) => ast.Attribute(p.at(), v.a, v.b.id, context));
}

function subscript(text: string, context: ExprContext): Alternative {
  return alt(text, (v, p) => ast.Subscript(p.at(), v.a, v.b, context));
}

function constant(text: string, value: Parameters<typeof ast.Constant>[1]): Alternative {
  return alt(text, (_, p) => ast.Constant(p.at(), value, null));
}

const primary = trailers("primary", "");
const inTarget = trailers("t_primary", "&t_lookahead");

const PRIMARIES: Rules = {
  primary: [attribute(primary.attribute, "Load"), ...primary.calls, subscript(primary.subscript, "Load"), [
    "atom",
  ]],
  slices: [
    ["^slice !','"],
    alt("a=','.slice+ ','?", (v, p) => ast.Tuple(p.at(), v.a, "Load")),
  ],
  slice: [
    alt("a=expression? ':' b=expression? c=(':' ^expression?)?", (v, p) => ast.Slice(p.at(), v.a, v.b, v.c)),
    ["named_expression"],
  ],
  atom: [
    ["NAME"],
    constant("'True'", { type: "bool", value: true }),
    constant("'False'", { type: "bool", value: false }),
    constant("'None'", { type: "None" }),
    ["&STRING ^strings"],
    ["NUMBER"],
    ["&'(' ^(tuple | group | genexp)"],
    ["&'[' ^(list | listcomp)"],
    ["&'{' ^(dict | set | dictcomp | setcomp)"],
    constant("'...'", { type: "Ellipsis" }),
  ],
  strings: [alt("a=STRING+", (v, p) => p.strings(v.a))],
  list: [alt("'[' a=star_named_expressions? ']'", (v, p) => ast.List(p.at(), v.a ?? [], "Load"))],
  listcomp: [
    alt("'[' a=named_expression b=for_if_clauses ']'", (v, p) => ast.ListComp(p.at(), v.a, v.b)),
    ["invalid_comprehension"],
  ],
  tuple: [
    alt("'(' a=tuple_items? ')'", (v, p) => ast.Tuple(p.at(), v.a ?? [], "Load")),
  ],
  tuple_items: [alt("a=star_named_expression ',' b=star_named_expressions?", (v) => [v.a, ...v.b ?? []])],
  group: [["'(' ^(yield_expr | named_expression) ')'"], ["invalid_group"]],
  genexp: [
    alt(
      "'(' a=(assignment_expression | ^expression !':=') b=for_if_clauses ')'",
      (v, p) => ast.GeneratorExp(p.at(), v.a, v.b),
    ),
    ["invalid_comprehension"],
  ],
  set: [alt("'{' a=star_named_expressions '}'", (v, p) => ast.Set(p.at(), v.a))],
  setcomp: [
    alt("'{' a=named_expression b=for_if_clauses '}'", (v, p) => ast.SetComp(p.at(), v.a, v.b)),
    ["invalid_comprehension"],
  ],
  dict: [
    alt("'{' a=double_starred_kvpairs? '}'", (v, p) => {
      const pairs = (v.a ?? []) as { key: Expr | null; value: Expr }[];
      return ast.Dict(p.at(), pairs.map((pair) => pair.key), pairs.map((pair) => pair.value));
    }),
    ["'{' invalid_double_starred_kvpairs '}'"],
  ],
  dictcomp: [
    alt("'{' a=kvpair b=for_if_clauses '}'", (v, p) => ast.DictComp(p.at(), v.a.key, v.a.value, v.b)),
    ["invalid_dict_comprehension"],
  ],
  double_starred_kvpairs: [["^','.double_starred_kvpair+ ','?"]],
  double_starred_kvpair: [alt("'**' a=bitwise_or", (v) => ({ key: null, value: v.a })), ["kvpair"]],
  kvpair: [alt("a=expression ':' b=expression", (v) => ({ key: v.a, value: v.b }))],
  for_if_clauses: [["for_if_clause+"]],
  for_if_clause: [
    alt("ASYNC 'for' a=star_targets 'in' ~ b=disjunction c=('if' ^disjunction)*", (v, p) => {
      p.needVersion(6, "Async comprehensions are");
      return ast.comprehension(v.a, v.b, v.c, 1);
    }),
    alt(
      "'for' a=star_targets 'in' ~ b=disjunction c=('if' ^disjunction)*",
      (v) => ast.comprehension(v.a, v.b, v.c, 0),
    ),
    ["invalid_for_target"],
  ],
};

const ARGUMENTS: Rules = {
  arguments: [["^args ','? &')'"], ["invalid_arguments"]],
  args: [
    alt(
      "a=','.(starred_expression | ^(assignment_expression | ^expression !':=') !'=')+ b=(',' ^kwargs)?",
      (v, p) => collectArguments(p.at(), v.a, v.b ?? []),
    ),
    alt("a=kwargs", (v, p) => collectArguments(p.at(), [], v.a)),
  ],
  kwargs: [
    alt("a=','.kwarg_or_starred+ ',' b=','.kwarg_or_double_starred+", (v) => [...v.a, ...v.b]),
    ["','.kwarg_or_starred+"],
    ["','.kwarg_or_double_starred+"],
  ],
  starred_expression: [alt("'*' a=expression", (v, p) => ast.Starred(p.at(), v.a, "Load"))],
  kwarg_or_starred: [
    ["invalid_kwarg"],
    alt("a=NAME '=' b=expression", (v, p) => ast.keyword(p.at(), v.a.id, v.b)),
    ["starred_expression"],
  ],
  kwarg_or_double_starred: [
    ["invalid_kwarg"],
    alt("a=NAME '=' b=expression", (v, p) => ast.keyword(p.at(), v.a.id, v.b)),
    alt("'**' a=expression", (v, p) => ast.keyword(p.at(), null, v.a)),
  ],
};

const toStore = alt("a=NAME", (v) => withContext(v.a, "Store"));

const TARGETS: Rules = {
  star_targets: [
    ["^star_target !','"],
    alt("a=star_target b=(',' ^star_target)* ','?", (v, p) => ast.Tuple(p.at(), [v.a, ...v.b], "Store")),
  ],
  star_targets_list_seq: [["^','.star_target+ ','?"]],
  star_targets_tuple_seq: [
    alt("a=star_target b=(',' ^star_target)+ ','?", (v) => [v.a, ...v.b]),
    alt("a=star_target ','", (v) => [v.a]),
  ],
  star_target: [
    alt("'*' a=(!'*' ^star_target)", (v, p) => ast.Starred(p.at(), withContext(v.a, "Store"), "Store")),
    ["target_with_star_atom"],
  ],
  target_with_star_atom: [
    attribute("a=t_primary '.' b=NAME !t_lookahead", "Store"),
    subscript("a=t_primary '[' b=slices ']' !t_lookahead", "Store"),
    ["star_atom"],
  ],
  star_atom: [
    toStore,
    alt("'(' a=target_with_star_atom ')'", (v) => withContext(v.a, "Store")),
    alt("'(' a=star_targets_tuple_seq? ')'", (v, p) => ast.Tuple(p.at(), v.a ?? [], "Store")),
    alt("'[' a=star_targets_list_seq? ']'", (v, p) => ast.List(p.at(), v.a ?? [], "Store")),
  ],
  single_target: [["single_subscript_attribute_target"], toStore, ["'(' ^single_target ')'"]],
  single_subscript_attribute_target: [
    attribute("a=t_primary '.' b=NAME !t_lookahead", "Store"),
    subscript("a=t_primary '[' b=slices ']' !t_lookahead", "Store"),
  ],
  del_targets: [["^','.del_target+ ','?"]],
  del_target: [
    attribute("a=t_primary '.' b=NAME !t_lookahead", "Del"),
    subscript("a=t_primary '[' b=slices ']' !t_lookahead", "Del"),
    ["del_t_atom"],
  ],
  del_t_atom: [
    alt("a=NAME", (v) => withContext(v.a, "Del")),
    alt("'(' a=del_target ')'", (v) => withContext(v.a, "Del")),
    alt("'(' a=del_targets? ')'", (v, p) => ast.Tuple(p.at(), v.a ?? [], "Del")),
    alt("'[' a=del_targets? ']'", (v, p) => ast.List(p.at(), v.a ?? [], "Del")),
  ],
  t_primary: [
    attribute(inTarget.attribute, "Load"),
    subscript(inTarget.subscript, "Load"),
    ...inTarget.calls,
    ["^atom &t_lookahead"],
  ],
  t_lookahead: [["'('"], ["'['"], ["'.'"]],
};

/** The rules of expressions. */
export const EXPRESSIONS: Rules = { ...TOP, ...LOGIC, ...ARITHMETIC, ...PRIMARIES, ...ARGUMENTS, ...TARGETS };
