/**
 * Function instances: a declaration with the types bound to its type parameters (its own and those of its class)
 * becomes one IR function. Bodies are lowered from the worklist, so recursion among declarations is no matter.
 */
import ts from "typescript";
import { type Func, type FuncHints, newVar, type Signature, type ValueType } from "../ir/ir.ts";
import type { Frontend } from "./context.ts";
import type { ClassInstance, ClassType } from "./classes.ts";
import { FunctionLowering } from "./lower_function.ts";
import { I32, NO_ENV, OBJECT, type RType, sameType, type TypeEnv, valueOf, VOID } from "./types.ts";

/** What a function is declared by. */
export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration
  | ts.ArrowFunction
  | ts.FunctionExpression;

/** An arrow function lowered for certain types. */
export interface LoweredArrow {
  readonly func: Func;
  readonly params: readonly RType[];
  readonly ret: RType;
}

/** All function instances of a program. */
export class FunctionTable {
  private readonly instances = new Map<ts.Node, Map<string, Func>>();
  private readonly ids = new Map<ClassInstance, number>();
  private readonly byKey = new Map<string, ts.Node>();

  private readonly arrows = new Map<ts.Node, Map<string, LoweredArrow[]>>();

  constructor(private readonly fe: Frontend) {}

  /** The lowered forms of an arrow function in a function instance with the type parameters of `env`. */
  arrowsOf(node: ts.Node, env: TypeEnv): LoweredArrow[] {
    const key = this.instanceKey(null, env);
    let byKey = this.arrows.get(node);
    if (byKey === undefined) this.arrows.set(node, byKey = new Map());
    let list = byKey.get(key);
    if (list === undefined) byKey.set(key, list = []);
    return list;
  }

  /** Parameter types of a function, receiver excluded. */
  paramTypes(node: FunctionNode, env: TypeEnv): RType[] {
    return node.parameters.map((p) => this.paramType(p, env));
  }
  private paramType(p: ts.ParameterDeclaration, env: TypeEnv): RType {
    if (p.type !== undefined) return this.fe.types.resolve(p.type, env);
    if (p.initializer !== undefined) {
      const literal = this.fe.classes.fieldType(p, env);
      return literal;
    }
    this.fe.report("RTS202", p, p.name.getText());
    return I32;
  }
  /** Result type of a function with a written result; constructors and setters give `void`. */
  resultType(node: FunctionNode, env: TypeEnv): RType {
    if (node.type !== undefined) return this.fe.types.resolve(node.type, env);
    if (!ts.isConstructorDeclaration(node) && !ts.isSetAccessor(node)) {
      this.fe.report("RTS202", node.name ?? node, node.name?.getText() ?? "function");
    }
    return VOID;
  }

  /** The IR signature of a method, receiver first, cut to the `given` arguments of a variant. */
  methodSignature(node: ts.MethodDeclaration, env: TypeEnv, given = Infinity): Signature {
    const params: ValueType[] = ["ref"];
    for (const type of this.paramTypes(node, env).slice(0, given)) params.push(valueOf(type) ?? "i32");
    return this.fe.signature(params, valueOf(this.resultType(node, env)));
  }

  /** A function declared at the top level (or nested, or a static method) with bound type parameters. */
  plain(node: FunctionNode, typeEnv: TypeEnv): Func {
    return this.instance(node, null, typeEnv, () => this.plainName(node));
  }
  private plainName(node: FunctionNode): string {
    const module = this.fe.moduleName(node.getSourceFile());
    if (ts.isMethodDeclaration(node) && ts.isClassDeclaration(node.parent)) {
      return `${module}:${node.parent.name?.text}.${node.name.getText()}`;
    }
    if (node.name !== undefined) return `${module}:${node.name.getText()}`;
    const variable = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "";
    const line = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return `${module}:${variable === "" ? `arrow@${line}` : variable}`;
  }

  /** A method, accessor or constructor of a class instance. `typeEnv` binds the method's own type parameters. */
  method(owner: ClassInstance, node: FunctionNode, typeEnv: TypeEnv): Func {
    const prefix = ts.isGetAccessor(node) ? "get " : ts.isSetAccessor(node) ? "set " : "";
    const name = ts.isConstructorDeclaration(node) ? "constructor" : node.name?.getText() ?? "";
    return this.instance(node, owner, typeEnv, () => `${owner.desc.name}.${prefix}${name}`);
  }

  /** A function value whose unwritten types come from the function type it is used as. */
  contextual(node: FunctionNode, type: RType & { readonly k: "fn" }): Func {
    const written = node.parameters.length === type.params.length && node.type !== undefined &&
      node.parameters.every((p) => p.type !== undefined);
    if (written) return this.plain(node, NO_ENV);
    const known = this.arrowsOf(node, NO_ENV).find(({ ret, params }) =>
      sameType(ret, type.ret) && params.length === type.params.length &&
      params.every((p, i) => sameType(p, type.params[i]))
    );
    if (known !== undefined) return known.func;
    const func = this.fe.newFunc(this.plainName(node), valueOf(type.ret), this.fe.position(node));
    const params = type.params.map((param, i) => {
      const declared = node.parameters[i];
      const resolved = declared?.type ? this.fe.types.resolve(declared.type, NO_ENV) : param;
      func.params.push(newVar(func, valueOf(resolved) ?? "i32", declared?.name.getText() ?? "unused"));
      return resolved;
    });
    this.arrowsOf(node, NO_ENV).push({ func, params: type.params, ret: type.ret });
    this.fe.worklist.push(() => {
      const lowering = new FunctionLowering(this.fe, func, NO_ENV, null, type.ret, node);
      lowering.lowerBody(node, params);
    });
    return func;
  }

  /**
   * The variant of a function that takes its first `given` arguments, and computes the defaults of the others in its own
   * scope before it calls the function itself.
   */
  variant(node: FunctionNode, owner: ClassInstance | null, typeEnv: TypeEnv, given: number): Func {
    const key = `${this.instanceKey(owner, typeEnv)}/${given}`;
    let byKey = this.instances.get(node);
    if (byKey === undefined) this.instances.set(node, byKey = new Map());
    let func = byKey.get(key);
    if (func === undefined) byKey.set(key, func = this.declareVariant(node, owner, typeEnv, given));
    return func;
  }

  private declareVariant(
    node: FunctionNode,
    owner: ClassInstance | null,
    typeEnv: TypeEnv,
    given: number,
  ): Func {
    const target = owner === null ? this.plain(node, typeEnv) : this.method(owner, node, typeEnv);
    const env = owner === null ? typeEnv : new Map([...owner.env, ...typeEnv]);
    const func = this.fe.newFunc(`${target.name}/${given}`, target.result, target.pos);
    const shift = owner === null ? 0 : 1;
    for (const p of target.params.slice(0, given + shift)) func.params.push(newVar(func, p.type, p.name));
    this.fe.worklist.push(() => {
      const lowering = new FunctionLowering(this.fe, func, env, owner, this.resultType(node, env), node);
      lowering.lowerDefaults(node, given, target);
    });
    return func;
  }

  private instance(
    node: FunctionNode,
    owner: ClassInstance | null,
    typeEnv: TypeEnv,
    name: () => string,
  ): Func {
    const key = this.instanceKey(owner, typeEnv);
    let byKey = this.instances.get(node);
    if (byKey === undefined) this.instances.set(node, byKey = new Map());
    let func = byKey.get(key);
    if (func === undefined) {
      const env = owner === null ? typeEnv : new Map([...owner.env, ...typeEnv]);
      func = this.declare(node, owner, env, name() + typeArgsText(this.fe, typeEnv));
      byKey.set(key, func);
      const declared = func;
      const { origin } = this.fe;
      this.fe.worklist.push(() => {
        this.fe.origin = origin;
        this.lower(declared, node, owner, env);
      });
    }
    return func;
  }

  private instanceKey(owner: ClassInstance | null, typeEnv: TypeEnv): string {
    let id = -1;
    if (owner !== null) {
      const known = this.ids.get(owner);
      id = known ?? this.ids.size;
      if (known === undefined) this.ids.set(owner, id);
    }
    const args = [...typeEnv.values()].map((type) => this.fe.classes.keyOf(type));
    return `${id}:${args.join(",")}`;
  }

  private declare(node: FunctionNode, owner: ClassInstance | null, env: TypeEnv, name: string): Func {
    const func = this.fe.newFunc(
      name,
      valueOf(this.resultType(node, env)),
      this.fe.position(node.name ?? node),
    );
    if (owner !== null) func.params.push(newVar(func, "ref", "this"));
    for (const p of node.parameters) {
      const type = this.paramType(p, env);
      const name = ts.isIdentifier(p.name) ? p.name.text : "param";
      func.params.push(newVar(func, valueOf(type) ?? "i32", name));
    }
    func.hints = readHints(node);
    if (this.fe.moduleName(node.getSourceFile()).startsWith("gc/")) func.hints.noStackCheck = true;
    return func;
  }

  private lower(func: Func, node: FunctionNode, owner: ClassInstance | null, env: TypeEnv): void {
    const lowering = new FunctionLowering(this.fe, func, env, owner, this.resultType(node, env), node);
    lowering.lowerBody(node);
  }

  /** The constructor of a class instance; null when there is nothing to run. */
  constructorOf(instance: ClassInstance): Func | null {
    const node = this.fe.classes.members(instance.type.decl).get("constructor") as
      | ts.ConstructorDeclaration
      | undefined;
    if (node !== undefined) return this.method(instance, node, NO_ENV);
    return this.implicitConstructor(instance);
  }

  private implicitConstructor(instance: ClassInstance): Func | null {
    const { decl } = instance.type;
    const initialized = [...this.fe.classes.members(decl).values()].some((m) =>
      ts.isPropertyDeclaration(m) && m.initializer !== undefined && isInstance(m)
    );
    const parent = instance.parent === null ? null : this.constructorOf(instance.parent);
    if (!initialized) return parent;
    const byKey = this.instances.get(decl) ?? new Map<string, Func>();
    this.instances.set(decl, byKey);
    const key = this.instanceKey(instance, NO_ENV);
    let func = byKey.get(key);
    if (func === undefined) {
      func = this.fe.newFunc(`${instance.desc.name}.constructor`, null, this.fe.position(decl.name ?? decl));
      func.params.push(newVar(func, "ref", "this"));
      for (const p of parent?.params.slice(1) ?? []) func.params.push(newVar(func, p.type, p.name));
      func.hints = {};
      byKey.set(key, func);
      const declared = func;
      this.fe.worklist.push(() => {
        const lowering = new FunctionLowering(this.fe, declared, instance.env, instance, VOID, decl);
        lowering.lowerImplicitConstructor(parent);
      });
    }
    return func;
  }

  /** The declaration of the explicit constructor that `new` of this class runs, and its class; null for none. */
  constructorNode(type: ClassType): { node: ts.ConstructorDeclaration; owner: ClassType } | null {
    const member = this.fe.classes.member(type, "constructor");
    return member === null ? null : { node: member.node as ts.ConstructorDeclaration, owner: member.owner };
  }

  /** The declaration with this key (`evaluate.ts`), where it is a function; undefined for an unknown key. */
  byDeclarationKey(key: string): ts.Node | undefined {
    if (this.byKey.size === 0) {
      for (const file of this.fe.loaded.sources) this.indexFunctions(file, file);
    }
    return this.byKey.get(key);
  }
  private indexFunctions(node: ts.Node, file: ts.SourceFile): void {
    if (ts.isFunctionLike(node)) this.byKey.set(`${file.fileName}#${node.pos}`, node);
    if (ts.isClassDeclaration(node)) {
      for (const [name, member] of this.fe.classes.members(node)) {
        if (name.startsWith("static ")) {
          this.byKey.set(`${file.fileName}#${node.pos}.${name.slice(7)}`, member);
        }
      }
    }
    ts.forEachChild(node, (child) => this.indexFunctions(child, file));
  }
}

function isInstance(node: ts.PropertyDeclaration): boolean {
  return !node.modifiers?.some((m) => m.kind === ts.SyntaxKind.StaticKeyword);
}

function typeArgsText(fe: Frontend, env: TypeEnv): string {
  if (env.size === 0) return "";
  const names = [...env.values()].map((type) =>
    type === OBJECT ? "ref" : fe.classes.keyOf(type).replace(/^c\d+<>$/, "ref")
  );
  return `<${names.join(",")}>`;
}

const HINT_TAGS: ReadonlySet<string> = new Set<keyof FuncHints>([
  "elidable",
  "unroll",
  "dontLookInside",
  "inline",
  "noinline",
]);

/** The hints that a function's JSDoc tags give. */
export function readHints(node: ts.Node): FuncHints {
  const hints: FuncHints = {};
  for (const tag of ts.getJSDocTags(node)) {
    const name = tag.tagName.text;
    if (HINT_TAGS.has(name)) hints[name as keyof FuncHints] = true;
  }
  return hints;
}
