/**
 * The syntactic part of the checker: reports every construct of translated code that is outside RTS, without
 * types. What needs types (kinds of operands, interfaces used as types, names) is the frontend's.
 *
 * A syntax kind is either in {@link ALLOWED}, or a rule of {@link RULES} has a say about it, or it is RTS100: a
 * kind that nobody thought of is reported, not translated.
 */
import ts from "typescript";
import { type Diagnostic, type DiagnosticCode, makeDiagnostic } from "./diagnostics.ts";

const K = ts.SyntaxKind;

/** Receives findings. */
export type Report = (d: Diagnostic) => void;

/** When a syntax kind is outside RTS, and how to say so. */
interface Rule {
  readonly code: DiagnosticCode;
  readonly kinds: readonly ts.SyntaxKind[];
  /** Tells whether the rule applies; always, when absent. */
  readonly when?: (node: ts.Node, parent: ts.Node) => boolean;
  /** The node to point at; the node itself when absent. */
  readonly at?: (node: ts.Node) => ts.Node;
  /** The argument of the text. */
  readonly name?: (node: ts.Node) => string;
  /** Do not look at the children: they would only repeat the finding. */
  readonly stop?: boolean;
}

/** A rule whose nodes are all of type `N`. */
function rule<N extends ts.Node>(
  code: DiagnosticCode,
  kinds: readonly ts.SyntaxKind[],
  options: {
    when?: (node: N, parent: ts.Node) => boolean;
    at?: (node: N) => ts.Node;
    name?: (node: N) => string;
    stop?: boolean;
  } = {},
): Rule {
  return { code, kinds, ...options } as unknown as Rule;
}

const FUNCTIONS = [
  K.FunctionDeclaration,
  K.FunctionExpression,
  K.ArrowFunction,
  K.MethodDeclaration,
];
const LOGICAL_ASSIGNMENTS = [
  K.AmpersandAmpersandEqualsToken,
  K.BarBarEqualsToken,
  K.QuestionQuestionEqualsToken,
];

const tokenText = (kind: ts.SyntaxKind) => ts.tokenToString(kind) ?? K[kind];
const kindText = (node: ts.Node) => tokenText(node.kind);
const operatorText = (node: ts.BinaryExpression) => kindText(node.operatorToken);
const operatorNode = (node: ts.BinaryExpression) => node.operatorToken;

function modifier(node: ts.Node, kind: ts.SyntaxKind): ts.Node | undefined {
  if (!ts.canHaveModifiers(node)) return undefined;
  return ts.getModifiers(node)?.find((m) => m.kind === kind);
}

function isComma(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === K.CommaToken;
}

function isForHeaderPart(node: ts.Node, parent: ts.Node): boolean {
  return ts.isForStatement(parent) && (parent.initializer === node || parent.incrementor === node);
}

/** True when `node` stands for a value, not for the name of a member or of a declaration. */
function isReference(node: ts.Identifier, parent: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  return (parent as { name?: ts.Node }).name !== node;
}

const isCalled = (name: string) => (node: ts.Identifier, parent: ts.Node) =>
  node.text === name && isReference(node, parent);

function isNullType(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === K.NullKeyword;
}

/** A union is RTS when it is one type and `null`; `undefined` in it is reported by its own rule. */
function isOtherUnion(node: ts.UnionTypeNode): boolean {
  return node.types.filter((t) => !isNullType(t) && t.kind !== K.UndefinedKeyword).length !== 1;
}

function isPatternAssignment(node: ts.BinaryExpression): boolean {
  const { left } = node;
  return node.operatorToken.kind === K.EqualsToken &&
    (ts.isArrayLiteralExpression(left) || ts.isObjectLiteralExpression(left));
}

function isLiteral(node: ts.Expression): boolean {
  return ts.isLiteralExpression(node) || ts.isTemplateExpression(node) || node.kind === K.NullKeyword ||
    node.kind === K.TrueKeyword || node.kind === K.FalseKeyword;
}

function lacksBody(node: ts.FunctionLikeDeclaration): boolean {
  return node.body === undefined && modifier(node, K.AbstractKeyword) === undefined &&
    modifier(node, K.DeclareKeyword) === undefined;
}

function isConstCast(node: ts.AsExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && ts.isIdentifier(node.type.typeName) &&
    node.type.typeName.text === "const";
}

const flagsOf = (node: ts.VariableDeclarationList) => node.flags & ts.NodeFlags.BlockScoped;

/** The rules, in the order of their codes. */
const RULES: readonly Rule[] = [
  rule<ts.VariableDeclarationList>("RTS101", [K.VariableDeclarationList], { when: (n) => flagsOf(n) === 0 }),
  rule("RTS102", [K.ObjectBindingPattern, K.ArrayBindingPattern], { stop: true }),
  rule<ts.BinaryExpression>("RTS102", [K.BinaryExpression], { when: isPatternAssignment, stop: true }),
  rule("RTS103", [K.SpreadElement, K.SpreadAssignment]),
  rule<ts.ParameterDeclaration>("RTS104", [K.Parameter], { when: (n) => n.dotDotDotToken !== undefined }),
  rule<ts.ParameterDeclaration | ts.PropertyDeclaration | ts.MethodDeclaration>(
    "RTS105",
    [K.Parameter, K.PropertyDeclaration, K.MethodDeclaration],
    { when: (n) => n.questionToken !== undefined, name: (n) => ts.isIdentifier(n.name) ? n.name.text : "…" },
  ),
  rule<ts.CallChain>("RTS106", [K.PropertyAccessExpression, K.ElementAccessExpression, K.CallExpression], {
    when: (n) => n.questionDotToken !== undefined,
    at: (n) => n.questionDotToken!,
  }),
  rule<ts.BinaryExpression>("RTS107", [K.BinaryExpression], {
    when: (n) => [K.EqualsEqualsToken, K.ExclamationEqualsToken].includes(n.operatorToken.kind),
    at: operatorNode,
    name: operatorText,
  }),
  rule<ts.FunctionDeclaration>("RTS108", FUNCTIONS, {
    when: (n) => n.asteriskToken !== undefined,
    at: (n) => n.asteriskToken!,
  }),
  rule("RTS109", FUNCTIONS, {
    when: (n) => modifier(n, K.AsyncKeyword) !== undefined,
    at: (n) => modifier(n, K.AsyncKeyword)!,
    name: () => "async",
  }),
  rule("RTS109", [K.AwaitExpression], { name: () => "await" }),
  rule<ts.ForOfStatement>("RTS109", [K.ForOfStatement], {
    when: (n) => n.awaitModifier !== undefined,
    at: (n) => n.awaitModifier!,
    name: () => "for await",
  }),
  rule("RTS110", [K.RegularExpressionLiteral]),
  rule("RTS111", [K.ObjectLiteralExpression]),
  rule("RTS112", [K.TupleType], { stop: true }),
  rule("RTS113", [K.AnyKeyword, K.UnknownKeyword], { name: kindText }),
  rule("RTS114", [K.NumberKeyword, K.BigIntKeyword], { name: kindText }),
  rule("RTS115", [K.IntersectionType]),
  rule<ts.UnionTypeNode>("RTS116", [K.UnionType], { when: isOtherUnion, stop: true }),
  rule("RTS117", [K.ConditionalType], { stop: true }),
  rule("RTS118", [K.MappedType], { stop: true }),
  rule<ts.TypeOperatorNode>("RTS119", [K.TypeOperator], {
    when: (n) => n.operator !== K.ReadonlyKeyword,
    name: (n) => tokenText(n.operator),
    stop: true,
  }),
  rule("RTS119", [K.TypeQuery], { name: () => "typeof", stop: true }),
  rule("RTS119", [K.IndexedAccessType], { name: () => "T[K]", stop: true }),
  rule("RTS119", [K.TemplateLiteralType], { name: () => "`…`", stop: true }),
  rule("RTS120", [K.TypeLiteral], { stop: true }),
  rule<ts.HeritageClause>("RTS121", [K.HeritageClause], {
    when: (n) => n.token === K.ImplementsKeyword,
    stop: true,
  }),
  rule("RTS122", [K.Decorator], { stop: true }),
  rule("RTS123", [K.PrivateIdentifier]),
  rule("RTS124", [K.ComputedPropertyName]),
  rule<ts.FunctionDeclaration>("RTS125", [K.FunctionDeclaration, K.MethodDeclaration, K.Constructor], {
    when: lacksBody,
    stop: true,
  }),
  rule("RTS126", [K.DeleteExpression]),
  rule<ts.BinaryExpression>("RTS127", [K.BinaryExpression], {
    when: (n) => n.operatorToken.kind === K.InKeyword,
    at: operatorNode,
  }),
  rule("RTS128", [K.ForInStatement]),
  rule("RTS129", [K.TypeOfExpression]),
  rule("RTS130", [K.WithStatement]),
  rule<ts.BinaryExpression>("RTS131", [K.BinaryExpression], {
    when: (n, parent) => isComma(n) && !isComma(parent) && !isForHeaderPart(n, parent),
  }),
  rule("RTS132", [K.TaggedTemplateExpression]),
  rule<ts.MetaProperty>("RTS133", [K.MetaProperty], {
    name: (n) => `${tokenText(n.keywordToken)}.${n.name.text}`,
    stop: true,
  }),
  rule<ts.CallExpression>("RTS134", [K.CallExpression], {
    when: (n) => n.expression.kind === K.ImportKeyword,
  }),
  rule<ts.Identifier>("RTS135", [K.Identifier], { when: isCalled("eval"), name: (n) => n.text }),
  rule<ts.Identifier>("RTS136", [K.Identifier], { when: isCalled("arguments") }),
  rule<ts.Identifier>("RTS137", [K.Identifier], { when: isCalled("undefined") }),
  rule("RTS137", [K.UndefinedKeyword]),
  rule("RTS138", [K.ModuleDeclaration], { stop: true }),
  rule("RTS139", [K.SatisfiesExpression], { stop: true }),
  rule("RTS140", [K.SymbolKeyword]),
  rule<ts.Identifier>("RTS140", [K.Identifier], { when: isCalled("Symbol") }),
  rule("RTS141", [K.ThisType]),
  rule<ts.ParameterDeclaration>("RTS141", [K.Parameter], {
    when: (n) => ts.isIdentifier(n.name) && n.name.text === "this",
  }),
  rule("RTS142", [K.IndexSignature], { stop: true }),
  rule("RTS143", [K.VoidExpression]),
  rule<ts.BinaryExpression>("RTS144", [K.BinaryExpression], {
    when: (n) => LOGICAL_ASSIGNMENTS.includes(n.operatorToken.kind),
    at: operatorNode,
    name: operatorText,
  }),
  rule("RTS145", [K.TypePredicate], { stop: true }),
  rule<ts.AsExpression>("RTS146", [K.AsExpression], { when: isConstCast }),
  rule<ts.TypeNode>("RTS147", [K.LiteralType], {
    when: (n, parent) => !(isNullType(n) && ts.isUnionTypeNode(parent)),
  }),
  rule("RTS148", [K.OmittedExpression]),
  rule("RTS149", [K.GetAccessor, K.SetAccessor], {
    when: (_n, parent) => ts.isObjectLiteralExpression(parent),
  }),
  rule("RTS150", [K.ClassDeclaration, K.ClassExpression], {
    when: (_n, parent) => !ts.isSourceFile(parent),
    stop: true,
  }),
  rule("RTS151", [K.EnumDeclaration], { name: () => "enum", stop: true }),
  rule("RTS151", [K.InterfaceDeclaration], { name: () => "interface", stop: true }),
  rule("RTS152", [K.ConstructorType], { stop: true }),
  rule("RTS153", [K.ImportType], { stop: true }),
  rule("RTS154", [K.TypeAssertionExpression]),
  rule<ts.ArrowFunction>("RTS155", [K.ArrowFunction, K.FunctionExpression, K.FunctionType], {
    when: (n) => n.typeParameters !== undefined,
  }),
  rule("RTS156", [K.PropertyDeclaration], {
    when: (n) => modifier(n, K.AccessorKeyword) !== undefined,
    at: (n) => modifier(n, K.AccessorKeyword)!,
  }),
  rule<ts.VariableDeclarationList>("RTS157", [K.VariableDeclarationList], {
    when: (n) => flagsOf(n) === ts.NodeFlags.Using || flagsOf(n) === ts.NodeFlags.AwaitUsing,
  }),
  rule<ts.ThrowStatement>("RTS158", [K.ThrowStatement], { when: (n) => isLiteral(n.expression) }),
  rule<ts.PrefixUnaryExpression>("RTS159", [K.PrefixUnaryExpression], {
    when: (n) => n.operator === K.PlusToken,
  }),
  rule<ts.ForOfStatement>("RTS160", [K.ForOfStatement], {
    when: (n) => !ts.isVariableDeclarationList(n.initializer),
  }),
];

/** Kinds that RTS has; the rules above narrow some of them. */
const ALLOWED: ReadonlySet<ts.SyntaxKind> = new Set([
  // declarations and their parts
  ...FUNCTIONS,
  ...[K.Constructor, K.GetAccessor, K.SetAccessor, K.PropertyDeclaration, K.Parameter, K.TypeParameter],
  ...[K.ClassDeclaration, K.SemicolonClassElement, K.ClassStaticBlockDeclaration, K.HeritageClause],
  ...[
    K.ExpressionWithTypeArguments,
    K.VariableDeclarationList,
    K.VariableDeclaration,
    K.TypeAliasDeclaration,
  ],
  // statements
  ...[K.Block, K.VariableStatement, K.ExpressionStatement, K.EmptyStatement, K.IfStatement, K.ForStatement],
  ...[K.ForOfStatement, K.WhileStatement, K.DoStatement, K.SwitchStatement, K.CaseBlock, K.CaseClause],
  ...[K.DefaultClause, K.LabeledStatement, K.BreakStatement, K.ContinueStatement, K.ReturnStatement],
  ...[K.ThrowStatement, K.TryStatement, K.CatchClause],
  // expressions
  ...[K.Identifier, K.NumericLiteral, K.BigIntLiteral, K.StringLiteral, K.NoSubstitutionTemplateLiteral],
  ...[K.TemplateExpression, K.TemplateSpan, K.TemplateHead, K.TemplateMiddle, K.TemplateTail],
  ...[K.TrueKeyword, K.FalseKeyword, K.NullKeyword, K.ThisKeyword, K.SuperKeyword],
  ...[K.ArrayLiteralExpression, K.PropertyAccessExpression, K.ElementAccessExpression, K.CallExpression],
  ...[K.NewExpression, K.ParenthesizedExpression, K.AsExpression, K.NonNullExpression, K.BinaryExpression],
  ...[K.PrefixUnaryExpression, K.PostfixUnaryExpression, K.ConditionalExpression],
  // types
  ...[K.TypeReference, K.ArrayType, K.FunctionType, K.ParenthesizedType, K.UnionType, K.LiteralType],
  ...[K.QualifiedName, K.StringKeyword, K.BooleanKeyword, K.VoidKeyword, K.NeverKeyword, K.ObjectKeyword],
  // parts that only repeat what a rule or another node says
  ...[K.YieldExpression, K.PropertyAssignment, K.ShorthandPropertyAssignment, K.ImportKeyword],
]);

const RULES_BY_KIND: ReadonlyMap<ts.SyntaxKind, readonly Rule[]> = indexRules();

function indexRules(): Map<ts.SyntaxKind, Rule[]> {
  const index = new Map<ts.SyntaxKind, Rule[]>();
  for (const r of RULES) {
    for (const kind of r.kinds) index.set(kind, [...index.get(kind) ?? [], r]);
  }
  return index;
}

/** Operators, modifiers and punctuation: judged at the node they belong to. */
function isPlainToken(node: ts.Node): boolean {
  return node.kind >= K.FirstPunctuation && node.kind <= K.LastPunctuation || ts.isModifier(node) ||
    node.kind === K.InKeyword || node.kind === K.InstanceOfKeyword || node.kind === K.AwaitKeyword;
}

/** A child that is not translated code: what runs at module top level, where all of TypeScript is allowed. */
function exempt(node: ts.Node, parent: ts.Node): ts.Node | undefined {
  if (ts.isClassStaticBlockDeclaration(node)) return node.body;
  if (ts.isPropertyDeclaration(node) && modifier(node, K.StaticKeyword) !== undefined) {
    return node.initializer;
  }
  // `unknown` or `any` may be written for the variable of a catch clause.
  if (ts.isVariableDeclaration(node) && ts.isCatchClause(parent)) return node.type;
  return undefined;
}

class Walker {
  constructor(private readonly file: ts.SourceFile, private readonly report: Report) {}

  visit(node: ts.Node, parent: ts.Node): void {
    let stop = false;
    let judged = ALLOWED.has(node.kind) || isPlainToken(node);
    for (const r of RULES_BY_KIND.get(node.kind) ?? []) {
      judged = true;
      if (r.when !== undefined && !r.when(node, parent)) continue;
      this.add(r.code, r.at?.(node) ?? node, r.name?.(node) ?? "");
      stop ||= r.stop === true;
    }
    if (!judged) this.add("RTS100", node, K[node.kind]);
    if (stop) return;
    const skipped = exempt(node, parent);
    ts.forEachChild(node, (child) => {
      if (child !== skipped) this.visit(child, node);
    });
  }

  private add(code: DiagnosticCode, node: ts.Node, name: string): void {
    const { line, character } = this.file.getLineAndCharacterOfPosition(node.getStart(this.file));
    this.report(makeDiagnostic(code, this.file.fileName, line + 1, character + 1, name));
  }
}

/**
 * Reports what is outside RTS in `node`: a function, a class or a member of a class that is translated code.
 * Types are not needed, nor are parent pointers.
 */
export function checkSyntax(node: ts.Node, sourceFile: ts.SourceFile, report: Report): void {
  new Walker(sourceFile, report).visit(node, sourceFile);
}

/** Reports what is outside RTS in all function and class declarations at the top level of `sourceFile`. */
export function checkFile(sourceFile: ts.SourceFile, report: Report): void {
  for (const statement of sourceFile.statements) {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      checkSyntax(statement, sourceFile, report);
    }
  }
}
