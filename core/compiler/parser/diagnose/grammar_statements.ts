/** The diagnosing parser's grammar: whole inputs and statements. */
import * as ast from "../../ast/build.ts";
import type { DiagnosingParser } from "./parser.ts";
import { commentText, withContext } from "./helpers.ts";
import type { Action, Alternative, Rules } from "./notation.ts";

// deno-lint-ignore no-explicit-any
type Act = (v: any, p: DiagnosingParser) => unknown;

/** An alternative with an action. */
export function alt(text: string, action: Act): Alternative {
  return [text, action as Action];
}

const AUGMENTED = {
  "+=": "Add",
  "-=": "Sub",
  "*=": "Mult",
  "@=": "MatMult",
  "/=": "Div",
  "%=": "Mod",
  "&=": "BitAnd",
  "|=": "BitOr",
  "^=": "BitXor",
  "<<=": "LShift",
  ">>=": "RShift",
  "**=": "Pow",
  "//=": "FloorDiv",
};

const INPUTS: Rules = {
  file: [
    alt("body=statements? ENDMARKER", (v, p) =>
      ast.Module(
        v.body ?? [],
        p.tokenizer.typeIgnores.map(({ lineno, tag }) => ast.TypeIgnore(lineno, tag)),
      )),
  ],
  interactive: [alt("body=statement_newline", (v) => ast.Interactive(v.body))],
  eval: [alt("body=expressions NEWLINE* ENDMARKER", (v) => ast.Expression(v.body))],
  func_type: [
    alt(
      "'(' types=type_expressions? ')' '->' returns=expression NEWLINE* ENDMARKER",
      (v) => ast.FunctionType(v.types ?? [], v.returns),
    ),
  ],
  fstring: [["star_expressions"]],
  type_expressions: [
    alt("a=','.expression+ ',' '*' b=expression ',' '**' c=expression", (v) => [...v.a, v.b, v.c]),
    alt("a=','.expression+ ',' '*' b=expression", (v) => [...v.a, v.b]),
    alt("a=','.expression+ ',' '**' b=expression", (v) => [...v.a, v.b]),
    alt("'*' a=expression ',' '**' b=expression", (v) => [v.a, v.b]),
    alt("'*' a=expression", (v) => [v.a]),
    alt("'**' a=expression", (v) => [v.a]),
    ["','.expression+"],
  ],
};

const SIMPLE: Rules = {
  statements: [alt("a=statement+", (v) => v.a.flat())],
  statement: [alt("a=compound_stmt", (v) => [v.a]), ["simple_stmts"]],
  statement_newline: [
    alt("a=compound_stmt NEWLINE", (v) => [v.a]),
    ["simple_stmts"],
    alt("NEWLINE", (_, p) => [ast.Pass(p.at())]),
    alt("ENDMARKER", () => null),
  ],
  simple_stmts: [
    alt("a=simple_stmt !';' NEWLINE", (v) => [v.a]),
    ["^';'.simple_stmt+ ';'? NEWLINE"],
  ],
  simple_stmt: [
    ["assignment"],
    alt("e=star_expressions", (v, p) => ast.Expr(p.at(), v.e)),
    ["&'return' ^return_stmt"],
    ["&('import' | 'from') ^import_stmt"],
    ["&'raise' ^raise_stmt"],
    alt("'pass'", (_, p) => ast.Pass(p.at())),
    ["&'del' ^del_stmt"],
    ["&'yield' ^yield_stmt"],
    ["&'assert' ^assert_stmt"],
    alt("'break'", (_, p) => ast.Break(p.at())),
    alt("'continue'", (_, p) => ast.Continue(p.at())),
    ["&'global' ^global_stmt"],
    ["&'nonlocal' ^nonlocal_stmt"],
  ],
  assignment: [
    alt("a=NAME ':' b=expression c=('=' ^annotated_rhs)?", (v, p) => {
      p.needVersion(6, "Variable annotation syntax is");
      return ast.AnnAssign(p.at(), withContext(v.a, "Store"), v.b, v.c, 1);
    }),
    alt(
      "a=('(' ^single_target ')' | single_subscript_attribute_target) ':' b=expression c=('=' ^annotated_rhs)?",
      (
        v,
        p,
      ) => {
        p.needVersion(6, "Variable annotations syntax is");
        return ast.AnnAssign(p.at(), v.a, v.b, v.c, 0);
      },
    ),
    alt(
      "a=(^star_targets '=')+ b=(yield_expr | star_expressions) !'=' c=TYPE_COMMENT?",
      (v, p) => ast.Assign(p.at(), v.a, v.b, commentText(v.c)),
    ),
    alt(
      "a=single_target op=augassign ~ b=(yield_expr | star_expressions)",
      (v, p) => ast.AugAssign(p.at(), v.a, v.op, v.b),
    ),
    ["invalid_assignment"],
  ],
  augassign: Object.entries(AUGMENTED).map(([text, operator]) =>
    alt(`'${text}'`, (_, p) => {
      if (operator === "MatMult") p.needVersion(5, "The '@' operator is");
      return operator;
    })
  ),
  global_stmt: [alt("'global' names=','.NAME+", (v, p) => ast.Global(p.at(), v.names.map(idOf)))],
  nonlocal_stmt: [alt("'nonlocal' names=','.NAME+", (v, p) => ast.Nonlocal(p.at(), v.names.map(idOf)))],
  yield_stmt: [alt("e=yield_expr", (v, p) => ast.Expr(p.at(), v.e))],
  assert_stmt: [
    alt("'assert' a=expression b=(',' ^expression)?", (v, p) => ast.Assert(p.at(), v.a, v.b)),
  ],
  del_stmt: [
    alt("'del' a=del_targets &(';' | NEWLINE)", (v, p) => ast.Delete(p.at(), v.a)),
    ["invalid_del_stmt"],
  ],
  return_stmt: [alt("'return' a=star_expressions?", (v, p) => ast.Return(p.at(), v.a))],
  raise_stmt: [
    alt("'raise' a=expression b=('from' ^expression)?", (v, p) => ast.Raise(p.at(), v.a, v.b)),
    alt("'raise'", (_, p) => ast.Raise(p.at(), null, null)),
  ],
};

const asName: Act = (v, p) => ast.alias(p.at(), v.a.id, v.b === null ? null : v.b.id);

const IMPORTS: Rules = {
  import_stmt: [["import_name"], ["import_from"]],
  import_name: [alt("'import' names=dotted_as_names", (v, p) => ast.Import(p.at(), v.names))],
  import_from: [
    alt(
      "'from' dots=('.' | '...')* b=dotted_name 'import' names=import_from_targets",
      (v, p) => ast.ImportFrom(p.at(), v.b.id, v.names, countDots(v.dots)),
    ),
    alt(
      "'from' dots=('.' | '...')+ 'import' names=import_from_targets",
      (v, p) => ast.ImportFrom(p.at(), null, v.names, countDots(v.dots)),
    ),
  ],
  import_from_targets: [
    ["'(' ^import_from_as_names ','? ')'"],
    ["^import_from_as_names !','"],
    alt("'*'", (_, p) => [ast.alias(p.at(), "*", null)]),
    ["invalid_import_from_targets"],
  ],
  import_from_as_names: [["','.import_from_as_name+"]],
  import_from_as_name: [alt("a=NAME b=('as' ^NAME)?", asName)],
  dotted_as_names: [["','.dotted_as_name+"]],
  dotted_as_name: [alt("a=dotted_name b=('as' ^NAME)?", asName)],
  dotted_name: [
    alt("a=dotted_name '.' b=NAME", (v, p) => ast.Name(p.at(), `${v.a.id}.${v.b.id}`, "Load")),
    ["NAME"],
  ],
};

function idOf(name: { id: string }): string {
  return name.id;
}

function countDots(tokens: readonly { text: string }[]): number {
  return tokens.reduce((n, token) => n + token.text.length, 0);
}

const COMPOUND: Rules = {
  compound_stmt: [
    ["&('def' | '@' | ASYNC) ^function_def"],
    ["&'if' ^if_stmt"],
    ["&('class' | '@') ^class_def"],
    ["&('with' | ASYNC) ^with_stmt"],
    ["&('for' | ASYNC) ^for_stmt"],
    ["&'try' ^try_stmt"],
    ["&'while' ^while_stmt"],
    ["match_stmt"],
  ],
  if_stmt: [
    ["invalid_if_stmt"],
    alt("'if' a=named_expression ':' b=block c=elif_stmt", (v, p) => ast.If(p.at(), v.a, v.b, [v.c])),
    alt("'if' a=named_expression ':' b=block c=else_block?", (v, p) => ast.If(p.at(), v.a, v.b, v.c ?? [])),
  ],
  elif_stmt: [
    ["invalid_elif_stmt"],
    alt("'elif' a=named_expression ':' b=block c=elif_stmt", (v, p) => ast.If(p.at(), v.a, v.b, [v.c])),
    alt("'elif' a=named_expression ':' b=block c=else_block?", (v, p) => ast.If(p.at(), v.a, v.b, v.c ?? [])),
  ],
  else_block: [["invalid_else_stmt"], ["'else' &&':' ^block"]],
  while_stmt: [
    ["invalid_while_stmt"],
    alt(
      "'while' a=named_expression ':' b=block c=else_block?",
      (v, p) => ast.While(p.at(), v.a, v.b, v.c ?? []),
    ),
  ],
  for_stmt: [
    ["invalid_for_stmt"],
    alt(
      "'for' t=star_targets 'in' ~ e=star_expressions ':' c=TYPE_COMMENT? b=block o=else_block?",
      (v, p) => ast.For(p.at(), v.t, v.e, v.b, v.o ?? [], commentText(v.c)),
    ),
    alt(
      "ASYNC 'for' t=star_targets 'in' ~ e=star_expressions ':' c=TYPE_COMMENT? b=block o=else_block?",
      (v, p) => {
        p.needVersion(5, "Async for loops are");
        return ast.AsyncFor(p.at(), v.t, v.e, v.b, v.o ?? [], commentText(v.c));
      },
    ),
    ["invalid_for_target"],
  ],
  with_stmt: [
    ["invalid_with_stmt_indent"],
    alt("'with' '(' a=','.with_item+ ','? ')' ':' b=block", (v, p) => {
      p.needVersion(9, "Parenthesized context managers are");
      return ast.With(p.at(), v.a, v.b, null);
    }),
    alt(
      "'with' a=','.with_item+ ':' c=TYPE_COMMENT? b=block",
      (v, p) => ast.With(p.at(), v.a, v.b, commentText(v.c)),
    ),
    alt("ASYNC 'with' '(' a=','.with_item+ ','? ')' ':' b=block", (v, p) => {
      p.needVersion(5, "Async with statements are");
      return ast.AsyncWith(p.at(), v.a, v.b, null);
    }),
    alt("ASYNC 'with' a=','.with_item+ ':' c=TYPE_COMMENT? b=block", (v, p) => {
      p.needVersion(5, "Async with statements are");
      return ast.AsyncWith(p.at(), v.a, v.b, commentText(v.c));
    }),
    ["invalid_with_stmt"],
  ],
  with_item: [
    alt("e=expression 'as' t=star_target &(',' | ')' | ':')", (v) => ast.withitem(v.e, v.t)),
    ["invalid_with_item"],
    alt("e=expression", (v) => ast.withitem(v.e, null)),
  ],
  try_stmt: [
    ["invalid_try_stmt"],
    alt("'try' &&':' b=block f=finally_block", (v, p) => ast.Try(p.at(), v.b, [], [], v.f)),
    alt(
      "'try' &&':' b=block h=except_block+ o=else_block? f=finally_block?",
      (v, p) => ast.Try(p.at(), v.b, v.h, v.o ?? [], v.f ?? []),
    ),
  ],
  except_block: [
    ["invalid_except_stmt_indent"],
    alt(
      "'except' e=expression n=('as' ^NAME)? ':' b=block",
      (v, p) => ast.ExceptHandler(p.at(), v.e, v.n === null ? null : v.n.id, v.b),
    ),
    alt("'except' ':' b=block", (v, p) => ast.ExceptHandler(p.at(), null, null, v.b)),
    ["invalid_except_stmt"],
  ],
  finally_block: [["invalid_finally_stmt"], ["'finally' &&':' ^block"]],
  block: [["NEWLINE INDENT ^statements DEDENT"], ["simple_stmts"], ["invalid_block"]],
};

/** The rules of statements. */
export const STATEMENTS: Rules = { ...INPUTS, ...SIMPLE, ...IMPORTS, ...COMPOUND };
