/**
 * The abstract syntax tree: one table of node kinds with their fields, from which the checker of trees, the
 * serializer and the `_ast` module derive, and the types that go with it. Kinds and fields are those of Python's
 * `ast` module (3.10); a kind or field that only some versions have says so in the table.
 *
 * A node is a plain object: `kind`, its fields by their Python names, and for statements, expressions and the
 * other located sorts the four positions. Lines count from 1, columns are offsets in UTF-8 bytes from 0.
 */

/** Where a node stands in the source. */
export interface Location {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/**
 * A constant. `str` holds text as UTF-16; where that would be ambiguous (a high and a low surrogate side by side
 * that are two code points) `codePoints` holds the text instead and `value` is only an approximation.
 */
export type ConstantValue =
  | { type: "None" }
  | { type: "bool"; value: boolean }
  | { type: "Ellipsis" }
  | { type: "int"; value: bigint }
  | { type: "float"; value: number }
  | { type: "complex"; real: number; imag: number }
  | { type: "str"; value: string; codePoints?: number[] }
  | { type: "bytes"; value: Uint8Array }
  | { type: "tuple"; items: ConstantValue[] }
  | { type: "frozenset"; items: ConstantValue[] };

/** The type of a field: a sort of the grammar, or a primitive. `?` may be null, `*` is a list. */
export type FieldType = string;

/** What the table says of a node kind: `sort` is its base class in `ast`, fields are `name: type` in order. */
export interface NodeSpec {
  readonly sort: string;
  readonly fields: readonly (readonly [name: string, type: FieldType])[];
}

function spec(sort: string, fields: string): NodeSpec {
  const parts = fields === "" ? [] : fields.split(", ");
  return {
    sort,
    fields: parts.map((part) => {
      const [type, name] = part.split(" ");
      return [name!, type!] as const;
    }),
  };
}

/** Sorts whose nodes carry a {@link Location}, with the sorts' own order of attributes. */
export const LOCATED_SORTS: ReadonlySet<string> = new Set([
  "stmt",
  "expr",
  "excepthandler",
  "arg",
  "keyword",
  "alias",
  "pattern",
]);

/** Every node kind, by name. The order is the numbering of the serialized form. */
export const NODE_SPECS: Readonly<Record<string, NodeSpec>> = {
  Module: spec("mod", "stmt* body, type_ignore* type_ignores"),
  Interactive: spec("mod", "stmt* body"),
  Expression: spec("mod", "expr body"),
  FunctionType: spec("mod", "expr* argtypes, expr returns"),

  FunctionDef: spec(
    "stmt",
    "identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment",
  ),
  AsyncFunctionDef: spec(
    "stmt",
    "identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment",
  ),
  ClassDef: spec(
    "stmt",
    "identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list",
  ),
  Return: spec("stmt", "expr? value"),
  Delete: spec("stmt", "expr* targets"),
  Assign: spec("stmt", "expr* targets, expr value, string? type_comment"),
  AugAssign: spec("stmt", "expr target, operator op, expr value"),
  AnnAssign: spec("stmt", "expr target, expr annotation, expr? value, int simple"),
  For: spec("stmt", "expr target, expr iter, stmt* body, stmt* orelse, string? type_comment"),
  AsyncFor: spec("stmt", "expr target, expr iter, stmt* body, stmt* orelse, string? type_comment"),
  While: spec("stmt", "expr test, stmt* body, stmt* orelse"),
  If: spec("stmt", "expr test, stmt* body, stmt* orelse"),
  With: spec("stmt", "withitem* items, stmt* body, string? type_comment"),
  AsyncWith: spec("stmt", "withitem* items, stmt* body, string? type_comment"),
  Match: spec("stmt", "expr subject, match_case* cases"),
  Raise: spec("stmt", "expr? exc, expr? cause"),
  Try: spec("stmt", "stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody"),
  Assert: spec("stmt", "expr test, expr? msg"),
  Import: spec("stmt", "alias* names"),
  ImportFrom: spec("stmt", "identifier? module, alias* names, int? level"),
  Global: spec("stmt", "identifier* names"),
  Nonlocal: spec("stmt", "identifier* names"),
  Expr: spec("stmt", "expr value"),
  Pass: spec("stmt", ""),
  Break: spec("stmt", ""),
  Continue: spec("stmt", ""),

  BoolOp: spec("expr", "boolop op, expr* values"),
  NamedExpr: spec("expr", "expr target, expr value"),
  BinOp: spec("expr", "expr left, operator op, expr right"),
  UnaryOp: spec("expr", "unaryop op, expr operand"),
  Lambda: spec("expr", "arguments args, expr body"),
  IfExp: spec("expr", "expr test, expr body, expr orelse"),
  Dict: spec("expr", "expr?* keys, expr* values"),
  Set: spec("expr", "expr* elts"),
  ListComp: spec("expr", "expr elt, comprehension* generators"),
  SetComp: spec("expr", "expr elt, comprehension* generators"),
  DictComp: spec("expr", "expr key, expr value, comprehension* generators"),
  GeneratorExp: spec("expr", "expr elt, comprehension* generators"),
  Await: spec("expr", "expr value"),
  Yield: spec("expr", "expr? value"),
  YieldFrom: spec("expr", "expr value"),
  Compare: spec("expr", "expr left, cmpop* ops, expr* comparators"),
  Call: spec("expr", "expr func, expr* args, keyword* keywords"),
  FormattedValue: spec("expr", "expr value, int conversion, expr? format_spec"),
  JoinedStr: spec("expr", "expr* values"),
  Constant: spec("expr", "constant value, string? kind"),
  Attribute: spec("expr", "expr value, identifier attr, expr_context ctx"),
  Subscript: spec("expr", "expr value, expr slice, expr_context ctx"),
  Starred: spec("expr", "expr value, expr_context ctx"),
  Name: spec("expr", "identifier id, expr_context ctx"),
  List: spec("expr", "expr* elts, expr_context ctx"),
  Tuple: spec("expr", "expr* elts, expr_context ctx"),
  Slice: spec("expr", "expr? lower, expr? upper, expr? step"),

  comprehension: spec("comprehension", "expr target, expr iter, expr* ifs, int is_async"),
  ExceptHandler: spec("excepthandler", "expr? type, identifier? name, stmt* body"),
  arguments: spec(
    "arguments",
    "arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr?* kw_defaults, arg? kwarg, expr* defaults",
  ),
  arg: spec("arg", "identifier arg, expr? annotation, string? type_comment"),
  keyword: spec("keyword", "identifier? arg, expr value"),
  alias: spec("alias", "identifier name, identifier? asname"),
  withitem: spec("withitem", "expr context_expr, expr? optional_vars"),
  match_case: spec("match_case", "pattern pattern, expr? guard, stmt* body"),

  MatchValue: spec("pattern", "expr value"),
  MatchSingleton: spec("pattern", "constant value"),
  MatchSequence: spec("pattern", "pattern* patterns"),
  MatchMapping: spec("pattern", "expr* keys, pattern* patterns, identifier? rest"),
  MatchClass: spec("pattern", "expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns"),
  MatchStar: spec("pattern", "identifier? name"),
  MatchAs: spec("pattern", "pattern? pattern, identifier? name"),
  MatchOr: spec("pattern", "pattern* patterns"),

  TypeIgnore: spec("type_ignore", "int lineno, string tag"),
};

/** Sorts without fields: their values are the names alone (`op: "Add"`). */
export const ENUM_SORTS: Readonly<Record<string, readonly string[]>> = {
  boolop: ["And", "Or"],
  operator: [
    "Add",
    "Sub",
    "Mult",
    "MatMult",
    "Div",
    "Mod",
    "Pow",
    "LShift",
    "RShift",
    "BitOr",
    "BitXor",
    "BitAnd",
    "FloorDiv",
  ],
  unaryop: ["Invert", "Not", "UAdd", "USub"],
  cmpop: ["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"],
  expr_context: ["Load", "Store", "Del"],
};

/**
 * Under which property a node object holds a field. They are the same, but for `Constant.kind` (the `u` of a
 * `u"…"` literal): `kind` says what the node is, so this field is held as `kind_`.
 */
export function fieldProperty(field: string): string {
  return field === "kind" ? "kind_" : field;
}
