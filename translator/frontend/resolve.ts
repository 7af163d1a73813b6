/**
 * Resolves type nodes to RTS types. Kinds are recognized by the alias's declaration in the prelude; TypeScript's
 * arrays, maps and sets by their global names, which stand for classes of `translator/runtime`.
 */
import ts from "typescript";
import { RUNTIME_CLASSES, type RuntimeExport } from "../runtime/builtins.ts";
import type { Frontend } from "./context.ts";
import {
  BOOL,
  F64,
  I32,
  I64,
  kind,
  type KindName,
  NEVER,
  NO_ENV,
  nonNull,
  nullable,
  OBJECT,
  type RType,
  STRING,
  type TypeEnv,
  typeText,
  U32,
  VOID,
} from "./types.ts";

const KIND_NAMES: ReadonlySet<string> = new Set<KindName>(
  ["i32", "u32", "f64", "bool", "i64", "u64", "u8", "i8", "u16", "i16"],
);

/** Element kinds of the typed arrays. */
export const TYPED_ARRAYS: Readonly<Record<string, RType>> = {
  Int8Array: kind("i8"),
  Uint8Array: kind("u8"),
  Int16Array: kind("i16"),
  Uint16Array: kind("u16"),
  Int32Array: I32,
  Uint32Array: U32,
  Float64Array: F64,
  BigInt64Array: I64,
};

/** Kinds of keys of maps and sets. */
const KEY_KINDS: ReadonlySet<string> = new Set<KindName>(["i32", "u32", "i64", "u64", "f64"]);
const isKeyed = (name: string): boolean => /^(Readonly)?(Map|Set)$/.test(name);

/** Read-only views that TypeScript has of the same classes. */
const READONLY_NAMES: Readonly<Record<string, string>> = {
  ReadonlyArray: "Array",
  ReadonlyMap: "Map",
  ReadonlySet: "Set",
};

/** The class of the runtime behind a global or prelude class of that name; undefined when there is none. */
function runtimeExport(name: string): RuntimeExport | undefined {
  return RUNTIME_CLASSES[READONLY_NAMES[name] ?? name];
}

/** Resolves type nodes, and binds type parameters. */
export class TypeResolver {
  private readonly cache = new Map<ts.TypeNode, RType>();
  private readonly runtimeClasses = new Map<string, ts.ClassDeclaration>();
  private readonly resolvingAliases = new Set<ts.Symbol>();

  constructor(private readonly fe: Frontend) {}

  /** The type that `node` writes, with type parameters from `env`. Reports what is not RTS, and answers `i32` for it. */
  resolve(node: ts.TypeNode, env: TypeEnv): RType {
    if (env.size === 0) {
      const known = this.cache.get(node);
      if (known !== undefined) return known;
    }
    const type = this.compute(node, env);
    if (env.size === 0) this.cache.set(node, type);
    return type;
  }

  private compute(node: ts.TypeNode, env: TypeEnv): RType {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return STRING;
      case ts.SyntaxKind.BooleanKeyword:
        return BOOL;
      case ts.SyntaxKind.VoidKeyword:
        return VOID;
      case ts.SyntaxKind.NeverKeyword:
        return NEVER;
      case ts.SyntaxKind.ObjectKeyword:
        return OBJECT;
    }
    if (ts.isParenthesizedTypeNode(node)) return this.resolve(node.type, env);
    if (ts.isArrayTypeNode(node)) return this.arrayOf(this.resolve(node.elementType, env));
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) {
      return this.resolve(node.type, env);
    }
    if (ts.isUnionTypeNode(node)) return this.union(node, env);
    if (ts.isFunctionTypeNode(node)) {
      return {
        k: "fn",
        params: node.parameters.map((p) =>
          p.type ? this.resolve(p.type, env) : this.bad(p, p.name.getText())
        ),
        ret: this.resolve(node.type, env),
      };
    }
    if (ts.isTypeReferenceNode(node)) return this.reference(node, env);
    if (ts.isTypePredicateNode(node)) return node.assertsModifier ? VOID : BOOL;
    return this.bad(node, node.getText());
  }

  private bad(node: ts.Node, text: string): RType {
    this.fe.report("RTS200", node, text);
    return I32;
  }

  private union(node: ts.UnionTypeNode, env: TypeEnv): RType {
    const isNull = (t: ts.TypeNode) =>
      ts.isLiteralTypeNode(t) && t.literal.kind === ts.SyntaxKind.NullKeyword;
    const others = node.types.filter((t) => !isNull(t));
    if (others.length !== 1 || others.length === node.types.length) return this.bad(node, node.getText());
    const type = this.resolve(others[0], env);
    if (type.k === "kind" || type.k === "void") return this.bad(node, node.getText());
    return nullable(type);
  }

  private reference(node: ts.TypeReferenceNode, env: TypeEnv): RType {
    const symbol = this.fe.symbolOf(node.typeName);
    if (symbol === undefined) return this.bad(node, node.getText());
    const bound = env.get(symbol);
    if (bound !== undefined) return bound;
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) return this.bad(node, node.getText());
    const args = () => (node.typeArguments ?? []).map((arg) => this.resolve(arg, env));
    const isAlias = ts.isTypeAliasDeclaration(declaration);
    if (isAlias && this.fe.roleOf(declaration) === "lib") return this.bad(node, node.getText());
    if (isAlias) return this.alias(node, symbol, declaration, args());
    if (ts.isEnumDeclaration(declaration) || ts.isEnumMember(declaration)) return I32;
    const role = this.fe.roleOf(declaration);
    if (role === "lib") return this.global(node, symbol.name, args);
    if (ts.isInterfaceDeclaration(declaration) && role === "prelude") {
      if (symbol.name === "FixedArray" || symbol.name === "Indexed") return { k: "fixed", elem: args()[0] };
    }
    if (ts.isClassDeclaration(declaration)) {
      return this.classType(declaration, this.withDefaults(declaration, args(), env));
    }
    if (ts.isTypeParameterDeclaration(declaration)) {
      // Outside an instance (a default, a check of an unused generic): the bound stands for it.
      return declaration.constraint ? this.resolve(declaration.constraint, env) : OBJECT;
    }
    return this.bad(node, node.getText());
  }

  private withDefaults(declaration: ts.ClassDeclaration, args: RType[], env: TypeEnv): RType[] {
    const params = declaration.typeParameters ?? [];
    for (let i = args.length; i < params.length; i++) {
      const fallback = params[i].default;
      args.push(fallback ? this.resolve(fallback, env) : OBJECT);
    }
    return args;
  }

  private alias(
    node: ts.TypeReferenceNode,
    symbol: ts.Symbol,
    declaration: ts.TypeAliasDeclaration,
    args: RType[],
  ): RType {
    if (this.fe.roleOf(declaration) === "prelude") {
      if (KIND_NAMES.has(symbol.name)) return kind(symbol.name as KindName);
      if (symbol.name === "Addr") return U32;
    }
    if (this.resolvingAliases.has(symbol)) return this.bad(node, node.getText());
    this.resolvingAliases.add(symbol);
    const env = this.bind(declaration.typeParameters, args);
    const type = this.resolve(declaration.type, env);
    this.resolvingAliases.delete(symbol);
    return type;
  }

  private global(node: ts.TypeReferenceNode, name: string, args: () => RType[]): RType {
    const element = TYPED_ARRAYS[name];
    if (element !== undefined) return { k: "fixed", elem: element };
    const runtime = runtimeExport(name);
    if (runtime !== undefined) {
      const types = args();
      if (isKeyed(name) && this.fe.roleOf(node) === "program") {
        this.checkKey(types[0], node.typeArguments?.[0] ?? node);
      }
      return { k: "class", decl: this.runtimeClass(name), args: types };
    }
    return this.bad(node, node.getText());
  }

  /** Reports a type of keys that maps and sets cannot hold. */
  checkKey(type: RType | undefined, node: ts.Node): void {
    if (type === undefined) return;
    const inner = nonNull(type);
    const isKey = inner.k === "kind" ? KEY_KINDS.has(inner.name) : type.k !== "nullable" && type.k !== "void";
    if (!isKey) this.fe.report("RTS209", node, typeText(type));
  }

  /** The class of the runtime behind a global or prelude class. */
  runtimeClass(name: string): ts.ClassDeclaration {
    let declaration = this.runtimeClasses.get(name);
    if (declaration === undefined) {
      const runtime = runtimeExport(name) as RuntimeExport;
      declaration = this.fe.exported(runtime.module, runtime.export) as ts.ClassDeclaration;
      this.runtimeClasses.set(name, declaration);
    }
    return declaration;
  }

  /** The type of instances of a class; prelude classes become the runtime's. */
  classType(declaration: ts.ClassDeclaration, args: readonly RType[]): RType {
    const name = declaration.name?.text ?? "";
    if (runtimeExport(name) !== undefined && this.fe.roleOf(declaration) === "prelude") {
      return { k: "class", decl: this.runtimeClass(name), args };
    }
    return { k: "class", decl: declaration, args };
  }

  /** The type of raw addresses. */
  readonly addressType: RType = U32;

  /** `T[]`. */
  arrayOf(elem: RType): RType {
    return { k: "class", decl: this.runtimeClass("Array"), args: [elem] };
  }
  /** The element type of `T[]`; null when `type` is something else. */
  arrayElement(type: RType): RType | null {
    return type.k === "class" && type.decl === this.runtimeClass("Array") ? type.args[0] : null;
  }

  /** An environment that binds type parameters to types. */
  bind(params: ts.NodeArray<ts.TypeParameterDeclaration> | undefined, args: readonly RType[]): TypeEnv {
    if (params === undefined || params.length === 0) return NO_ENV;
    const env = new Map<ts.Symbol, RType>();
    params.forEach((param, i) => {
      const symbol = this.fe.checker.getSymbolAtLocation(param.name);
      if (symbol !== undefined) env.set(symbol, args[i] ?? OBJECT);
    });
    return env;
  }

  /**
   * Binds type parameters in `env` so that the type `node`, written in terms of them, becomes `actual`. What does not
   * match is left alone: TypeScript has checked the call.
   */
  unify(node: ts.TypeNode, actual: RType, params: ReadonlySet<ts.Symbol>, env: Map<ts.Symbol, RType>): void {
    if (ts.isParenthesizedTypeNode(node)) return this.unify(node.type, actual, params, env);
    if (ts.isTypeOperatorNode(node)) return this.unify(node.type, actual, params, env);
    if (ts.isUnionTypeNode(node)) {
      for (const member of node.types) this.unify(member, nonNull(actual), params, env);
      return;
    }
    if (ts.isArrayTypeNode(node)) {
      const elem = this.arrayElement(nonNull(actual));
      if (elem !== null) this.unify(node.elementType, elem, params, env);
      return;
    }
    if (ts.isFunctionTypeNode(node)) {
      const fn = nonNull(actual);
      if (fn.k !== "fn") return;
      node.parameters.forEach((p, i) => {
        if (p.type && fn.params[i]) this.unify(p.type, fn.params[i], params, env);
      });
      return this.unify(node.type, fn.ret, params, env);
    }
    if (ts.isTypeReferenceNode(node)) this.unifyReference(node, actual, params, env);
  }

  private unifyReference(
    node: ts.TypeReferenceNode,
    actual: RType,
    params: ReadonlySet<ts.Symbol>,
    env: Map<ts.Symbol, RType>,
  ): void {
    const symbol = this.fe.symbolOf(node.typeName);
    if (symbol === undefined) return;
    if (params.has(symbol)) {
      const known = env.get(symbol);
      if (actual.k === "void" || (actual.k === "null" && known !== undefined)) return;
      if (known === undefined || known.k === "null") env.set(symbol, actual);
      else if (known.k !== "nullable" && (actual.k === "nullable" || actual.k === "null")) {
        env.set(symbol, nullable(known));
      }
      return;
    }
    const args = node.typeArguments ?? [];
    let from = nonNull(actual);
    if (from.k === "fixed" && args.length === 1) {
      const declared = symbol.name;
      if (declared === "FixedArray" || declared === "Indexed") this.unify(args[0], from.elem, params, env);
      return;
    }
    if (symbol.name === "Indexed") {
      const elem = this.arrayElement(from);
      if (elem !== null) this.unify(args[0], elem, params, env);
      return;
    }
    const declared = symbol.declarations?.find(ts.isClassDeclaration);
    const wanted = runtimeExport(symbol.name) !== undefined ? this.runtimeClass(symbol.name) : declared;
    while (from.k === "class" && from.decl !== wanted) {
      const parent = this.fe.classes.parentType(from);
      if (parent === null) return;
      from = parent;
    }
    if (from.k !== "class") return;
    args.forEach((arg, i) => this.unify(arg, (from as typeof from & { k: "class" }).args[i], params, env));
  }
}
