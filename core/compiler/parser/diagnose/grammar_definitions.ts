/** The diagnosing parser's grammar: functions, their parameters, lambdas, classes. */
import * as ast from "../../ast/build.ts";
import { alt } from "./grammar_statements.ts";
import {
  commented,
  commentText,
  makeArguments,
  type ParameterPair,
  plainPair,
  type StarParameters,
} from "./helpers.ts";
import type { DiagnosingParser } from "./parser.ts";
import type { Rules } from "./notation.ts";

interface FunctionParts {
  n: { id: string };
  a: ReturnType<typeof makeArguments> | null;
  r: Parameters<typeof ast.FunctionDef>[5];
  c: Parameters<typeof commentText>[0];
  b: Parameters<typeof ast.FunctionDef>[3];
}

function functionDef(v: FunctionParts, p: DiagnosingParser, isAsync: boolean): unknown {
  if (isAsync) p.needVersion(5, "Async functions are");
  const make = isAsync ? ast.AsyncFunctionDef : ast.FunctionDef;
  return make(p.at(), v.n.id, v.a ?? makeArguments([], [], null), v.b, [], v.r, commentText(v.c));
}

const DEFINITIONS: Rules = {
  decorators: [["('@' ^named_expression NEWLINE)+"]],
  function_def: [
    alt("d=decorators f=function_def_raw", (v) => ({ ...v.f, decorator_list: v.d })),
    ["function_def_raw"],
  ],
  function_def_raw: [
    ["invalid_def_raw"],
    alt(
      "'def' n=NAME '(' a=params? ')' r=('->' ^expression)? &&':' c=func_type_comment? b=block",
      (v, p) => functionDef(v, p, false),
    ),
    alt(
      "ASYNC 'def' n=NAME '(' a=params? ')' r=('->' ^expression)? &&':' c=func_type_comment? b=block",
      (v, p) => functionDef(v, p, true),
    ),
  ],
  func_type_comment: [
    ["NEWLINE ^TYPE_COMMENT &(NEWLINE INDENT)"],
    ["invalid_double_type_comments"],
    ["TYPE_COMMENT"],
  ],
  class_def: [
    alt("d=decorators c=class_def_raw", (v) => ({ ...v.c, decorator_list: v.d })),
    ["class_def_raw"],
  ],
  class_def_raw: [
    ["invalid_class_def_raw"],
    alt(
      "'class' n=NAME a=('(' ^arguments? ')')? ':' b=block",
      (v, p) => ast.ClassDef(p.at(), v.n.id, v.a?.args ?? [], v.a?.keywords ?? [], v.b, []),
    ),
  ],
};

/** The rules of parameter lists, which functions and lambdas have each of their own. */
function parameterRules(prefix: string, closing: string, comment: string): Rules {
  const n = (name: string) => `${prefix}${name}`;
  const slash = (pairs: readonly ParameterPair[], p: DiagnosingParser) => {
    p.needVersion(8, "Positional-only parameters are");
    return pairs;
  };
  // Functions' parameters may have a type comment, behind the comma or the last one.
  const ends = [`',' ${comment}`, `${comment} &'${closing}'`];
  return {
    [n("parameters")]: [
      alt(
        `a=${n("slash_no_default")} b=${n("param_no_default")}* c=${n("param_with_default")}* d=${
          n("star_etc")
        }?`,
        (
          v,
          p,
        ) => makeArguments(slash(v.a.map(plainPair), p), [...v.b.map(plainPair), ...v.c], v.d),
      ),
      alt(
        `a=${n("slash_with_default")} b=${n("param_with_default")}* c=${n("star_etc")}?`,
        (v, p) => makeArguments(slash(v.a, p), v.b, v.c),
      ),
      alt(
        `a=${n("param_no_default")}+ b=${n("param_with_default")}* c=${n("star_etc")}?`,
        (v) => makeArguments([], [...v.a.map(plainPair), ...v.b], v.c),
      ),
      alt(`a=${n("param_with_default")}+ b=${n("star_etc")}?`, (v) => makeArguments([], v.a, v.b)),
      alt(`a=${n("star_etc")}`, (v) => makeArguments([], [], v.a)),
    ],
    [n("slash_no_default")]: [
      [`^${n("param_no_default")}+ '/' ','`],
      [`^${n("param_no_default")}+ '/' &'${closing}'`],
    ],
    [n("slash_with_default")]: ["','", `&'${closing}'`].map((end) =>
      alt(
        `a=${n("param_no_default")}* b=${n("param_with_default")}+ '/' ${end}`,
        (v) => [...v.a.map(plainPair), ...v.b],
      )
    ),
    [n("star_etc")]: [
      alt(
        `'*' a=${n("param_no_default")} b=${n("param_maybe_default")}* c=${n("kwds")}?`,
        (v): StarParameters => ({
          vararg: v.a,
          keywordOnly: v.b,
          kwarg: v.c,
        }),
      ),
      alt(`'*' ',' b=${n("param_maybe_default")}+ c=${n("kwds")}?`, (v): StarParameters => ({
        vararg: null,
        keywordOnly: v.b,
        kwarg: v.c,
      })),
      alt(`a=${n("kwds")}`, (v): StarParameters => ({ vararg: null, keywordOnly: [], kwarg: v.a })),
      [`invalid_${prefix}star_etc`],
    ],
    [n("kwds")]: [[`'**' ^${n("param_no_default")}`]],
    [n("param_no_default")]: ends.map((end) =>
      alt(`a=${n("param")} ${end}`, (v) => commented(v.a, v.c ?? null))
    ),
    [n("param_with_default")]: ends.map((end) =>
      alt(
        `a=${n("param")} b=default ${end}`,
        (v): ParameterPair => ({ arg: commented(v.a, v.c ?? null), value: v.b }),
      )
    ),
    [n("param_maybe_default")]: ends.map((end) =>
      alt(
        `a=${n("param")} b=default? ${end}`,
        (v): ParameterPair => ({ arg: commented(v.a, v.c ?? null), value: v.b }),
      )
    ),
  };
}

const PARAMETERS: Rules = {
  params: [["invalid_parameters"], ["parameters"]],
  ...parameterRules("", ")", "c=TYPE_COMMENT?"),
  param: [alt("a=NAME b=annotation?", (v, p) => ast.arg(p.at(), v.a.id, v.b, null))],
  annotation: [["':' ^expression"]],
  default: [["'=' ^expression"]],
  lambdef: [
    alt(
      "'lambda' a=lambda_params? ':' b=expression",
      (v, p) => ast.Lambda(p.at(), v.a ?? makeArguments([], [], null), v.b),
    ),
  ],
  lambda_params: [["invalid_lambda_parameters"], ["lambda_parameters"]],
  ...parameterRules("lambda_", ":", ""),
  lambda_param: [alt("a=NAME", (v, p) => ast.arg(p.at(), v.a.id, null, null))],
};

/** The rules of definitions. */
export const DEFINITION_RULES: Rules = { ...DEFINITIONS, ...PARAMETERS };
