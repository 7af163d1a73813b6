/**
 * Class instances: a class declaration with canonical type arguments becomes one IR class. References share code, so
 * a type argument that is a reference is canonicalized to its bound (strings and function types stay themselves).
 *
 * A class instance is declared when a type mentions it, and *instantiated* when a `new` or a prebuilt object makes one.
 * A virtual method gets its slot when it is first called; its implementations are lowered for instantiated classes.
 */
import ts from "typescript";
import type { ClassDesc, ClassSpecial, FieldDesc, Func, MethodDesc } from "../ir/ir.ts";
import type { Frontend } from "./context.ts";
import { inferInitializer } from "./infer.ts";
import { checkOverrides } from "./overrides.ts";
import { I32, NO_ENV, nonNull, OBJECT, type RType, storageOf, STRING, type TypeEnv } from "./types.ts";

/** A class type. */
export type ClassType = RType & { readonly k: "class" };

/** A field of a class instance. */
export interface FieldInfo {
  readonly desc: FieldDesc;
  readonly type: RType;
}

/** An IR class and what it came from. */
export interface ClassInstance {
  readonly type: ClassType;
  readonly env: TypeEnv;
  readonly desc: ClassDesc;
  readonly parent: ClassInstance | null;
  readonly children: ClassInstance[];
  /** Own fields by name. */
  readonly fields: Map<string, FieldInfo>;
  /** Virtual methods introduced here that have been called, by name. */
  readonly methods: Map<string, MethodDesc>;
  instantiated: boolean;
}

/** A member found by name, and the class type (with its real arguments) that declares it. */
export interface Member {
  readonly node: ts.ClassElement | ts.ParameterDeclaration;
  readonly owner: ClassType;
}

const SPECIAL: Readonly<Record<string, ClassSpecial>> = {
  WeakReference: "weakref",
  FinalizerQueue: "finalizerqueue",
};

/** All class instances of a program. */
export class ClassTable {
  private readonly instances = new Map<string, ClassInstance>();
  private readonly ids = new Map<ts.ClassDeclaration, number>();
  private readonly subclasses = new Map<ts.ClassDeclaration, ts.ClassDeclaration[]>();
  private readonly ownMembers = new Map<
    ts.ClassDeclaration,
    Map<string, ts.ClassElement | ts.ParameterDeclaration>
  >();
  private readonly heritage = new Map<ts.ClassDeclaration, ts.ExpressionWithTypeArguments | null>();
  private root: ClassDesc | null = null;

  constructor(private readonly fe: Frontend) {
    for (const file of fe.loaded.sources) this.indexSubclasses(file);
  }

  private indexSubclasses(node: ts.Node): void {
    if (ts.isClassDeclaration(node)) {
      const parent = this.parentDeclaration(node);
      if (parent !== null) {
        const list = this.subclasses.get(parent);
        if (list === undefined) this.subclasses.set(parent, [node]);
        else list.push(node);
      }
    }
    if (ts.isSourceFile(node)) node.statements.forEach((s) => this.indexSubclasses(s));
  }

  private extendsClause(decl: ts.ClassDeclaration): ts.ExpressionWithTypeArguments | null {
    let clause = this.heritage.get(decl);
    if (clause === undefined) {
      const found = decl.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
      clause = found?.types[0] ?? null;
      this.heritage.set(decl, clause);
    }
    return clause;
  }

  private parentDeclaration(decl: ts.ClassDeclaration): ts.ClassDeclaration | null {
    const clause = this.extendsClause(decl);
    if (clause === null) return null;
    const declaration = this.fe.symbolOf(clause.expression)?.declarations?.find(ts.isClassDeclaration);
    return declaration ?? null;
  }

  /** True when a class declared anywhere in the program derives from `decl`. */
  hasSubclasses(decl: ts.ClassDeclaration): boolean {
    return this.subclasses.has(decl);
  }

  /** A text that identifies a type, with classes told apart by declaration. */
  keyOf(type: RType): string {
    switch (type.k) {
      case "class": {
        let id = this.ids.get(type.decl);
        if (id === undefined) this.ids.set(type.decl, id = this.ids.size);
        return `c${id}<${type.args.map((a) => this.keyOf(a)).join(",")}>`;
      }
      case "nullable":
        return `${this.keyOf(type.of)}?`;
      case "fixed":
        return `[${this.keyOf(type.elem)}]`;
      case "fn":
        return `(${type.params.map((p) => this.keyOf(p)).join(",")})=>${this.keyOf(type.ret)}`;
      case "kind":
        return type.name;
      default:
        return type.k;
    }
  }

  /** The type argument that stands for `type` in shared code. */
  canonicalArg(type: RType, param: ts.TypeParameterDeclaration | undefined, env: TypeEnv): RType {
    const inner = nonNull(type);
    if (inner.k === "string") return STRING;
    if (inner.k === "fn" || inner.k === "kind" || inner.k === "void") return inner;
    const bound = param?.constraint ? nonNull(this.fe.types.resolve(param.constraint, env)) : OBJECT;
    return bound.k === "class" ? bound : OBJECT;
  }

  /** The same class with canonical arguments. */
  canonical(type: ClassType): ClassType {
    if (type.args.length === 0) return type;
    const params = type.decl.typeParameters;
    return {
      k: "class",
      decl: type.decl,
      args: type.args.map((arg, i) => this.canonicalArg(arg, params?.[i], NO_ENV)),
    };
  }

  /** The IR class of a type, declared on first use. */
  get(type: ClassType): ClassInstance {
    const canonical = this.canonical(type);
    const key = this.keyOf(canonical);
    return this.instances.get(key) ?? this.declare(canonical, key);
  }

  /** All instances of a class declaration so far. */
  instancesOf(decl: ts.ClassDeclaration): ClassInstance[] {
    return [...this.instances.values()].filter((instance) => instance.type.decl === decl);
  }

  /** The IR root of all classes. */
  rootDesc(): ClassDesc {
    if (this.root === null) {
      this.root = newClassDesc("object", null, "none");
      this.root.abstract = true;
      this.fe.ir.classes.push(this.root);
    }
    return this.root;
  }

  private declare(type: ClassType, key: string): ClassInstance {
    const { decl } = type;
    const env = this.fe.types.bind(decl.typeParameters, type.args);
    const parentType = this.parentType(type);
    const parent = parentType === null ? null : this.get(parentType);
    const baseName = decl.name?.text ?? "class";
    const args = type.args.length === 0 ? "" : `<${type.args.map((a) => this.argName(a)).join(",")}>`;
    const name = this.fe.uniqueName(baseName + args);
    const special = this.fe.roleOf(decl) === "runtime" ? SPECIAL[baseName] ?? "none" : "none";
    const desc = newClassDesc(name, parent?.desc ?? this.rootDesc(), special, virtualizableFields(decl));
    desc.abstract = true; // until instantiated
    (desc.parent as ClassDesc).children.push(desc);
    this.fe.ir.classes.push(desc);
    const instance: ClassInstance = {
      type,
      env,
      desc,
      parent,
      children: [],
      fields: new Map(),
      methods: new Map(),
      instantiated: false,
    };
    parent?.children.push(instance);
    this.instances.set(key, instance);
    this.declareFields(instance);
    if (this.fe.roleOf(decl) === "program") checkOverrides(this.fe, instance);
    return instance;
  }

  private argName(type: RType): string {
    if (type.k === "class") return type.decl.name?.text ?? "class";
    return type.k === "kind" ? type.name : type.k;
  }

  private declareFields(instance: ClassInstance): void {
    for (const [name, node] of this.members(instance.type.decl)) {
      if (!isInstanceField(node)) continue;
      if (this.findField(instance.parent, name) !== null) continue; // redeclared with a narrower type
      const type = this.fieldType(node, instance.env);
      const tags = ts.getJSDocTags(node).map((tag) => tag.tagName.text);
      const desc: FieldDesc = {
        cls: instance.desc,
        name,
        type: storageOf(type),
        immutable: hasModifier(node, ts.SyntaxKind.ReadonlyKeyword),
        quasiImmutable: tags.includes("quasiImmutable"),
        offset: 0,
      };
      instance.desc.fields.push(desc);
      instance.fields.set(name, { desc, type });
    }
  }

  /** The declared type of a field or parameter property. */
  fieldType(node: ts.PropertyDeclaration | ts.ParameterDeclaration, env: TypeEnv): RType {
    if (node.type !== undefined) return this.fe.types.resolve(node.type, env);
    const inferred = node.initializer ? inferInitializer(this.fe, node.initializer, env) : null;
    if (inferred !== null) return inferred;
    this.fe.report("RTS202", node, node.name.getText());
    return I32;
  }

  private findField(instance: ClassInstance | null, name: string): FieldInfo | null {
    for (let c = instance; c !== null; c = c.parent) {
      const field = c.fields.get(name);
      if (field !== undefined) return field;
    }
    return null;
  }

  /** Field `name` of a class instance, inherited ones included. */
  field(instance: ClassInstance, name: string): FieldInfo {
    const field = this.findField(instance, name);
    if (field === null) throw new Error(`class ${instance.desc.name} has no field ${name}`);
    return field;
  }

  /** Members declared by a class itself, by name; accessors as `get x` and `set x`, statics as `static x`. */
  members(decl: ts.ClassDeclaration): Map<string, ts.ClassElement | ts.ParameterDeclaration> {
    let members = this.ownMembers.get(decl);
    if (members !== undefined) return members;
    members = new Map();
    for (const member of decl.members) {
      if (ts.isConstructorDeclaration(member)) {
        if (member.body === undefined) continue;
        members.set("constructor", member);
        for (const p of member.parameters) {
          if (ts.isParameterPropertyDeclaration(p, member)) members.set(p.name.getText(), p);
        }
        continue;
      }
      if (member.name === undefined || ts.isComputedPropertyName(member.name)) continue;
      const isStatic = hasModifier(member, ts.SyntaxKind.StaticKeyword) ? "static " : "";
      const prefix = isStatic + (ts.isGetAccessor(member) ? "get " : ts.isSetAccessor(member) ? "set " : "");
      members.set(prefix + (member.name as ts.Identifier).text, member);
    }
    this.ownMembers.set(decl, members);
    return members;
  }

  /** The parent of a class type, with real arguments; null at the top. */
  parentType(type: ClassType): ClassType | null {
    const clause = this.extendsClause(type.decl);
    if (clause === null) return null;
    const parent = this.parentDeclaration(type.decl);
    if (parent === null) {
      this.fe.report(
        "RTS400",
        clause,
        type.decl.name?.text ?? "",
        `extends '${clause.getText()}', which is not a class of the program`,
      );
      return null;
    }
    const env = this.fe.types.bind(type.decl.typeParameters, type.args);
    const args = (clause.typeArguments ?? []).map((arg) => this.fe.types.resolve(arg, env));
    return this.fe.types.classType(parent, args) as ClassType;
  }

  /** Finds a member by name in `type` or above. */
  member(type: ClassType, name: string): Member | null {
    for (let t: ClassType | null = type; t !== null; t = this.parentType(t)) {
      const node = this.members(t.decl).get(name);
      if (node !== undefined) return { node, owner: t };
    }
    return null;
  }

  /** Finds a static member in a class or above; `key` as {@link members} has it. */
  staticMember(decl: ts.ClassDeclaration, key: string): ts.ClassElement | undefined {
    for (let t: ClassType | null = { k: "class", decl, args: [] }; t !== null; t = this.parentType(t)) {
      const member = this.members(t.decl).get(key);
      if (member !== undefined) return member as ts.ClassElement;
    }
    return undefined;
  }

  /**
   * The type of class `decl` whose ancestor is `base` (any, for null), with the type arguments that this implies; null
   * when it does not derive from it, or when a type argument stays open: values of it could be anything.
   */
  derived(decl: ts.ClassDeclaration, base: ClassType | null, env: TypeEnv): ClassType | null {
    const params = decl.typeParameters ?? [];
    const bound = new Map<ts.Symbol, RType>();
    if (base !== null && !this.bindAncestor(decl, base, bound)) return null;
    const args: RType[] = [];
    for (const param of params) {
      const found = bound.get(this.fe.checker.getSymbolAtLocation(param.name) as ts.Symbol);
      if (found === undefined && this.fe.roleOf(decl) === "program") return null;
      args.push(found ?? (param.constraint ? this.fe.types.resolve(param.constraint, env) : OBJECT));
    }
    return this.fe.types.classType(decl, args) as ClassType;
  }

  private bindAncestor(decl: ts.ClassDeclaration, base: ClassType, env: Map<ts.Symbol, RType>): boolean {
    const symbolsOf = (d: ts.ClassDeclaration) =>
      (d.typeParameters ?? []).map((p) => this.fe.checker.getSymbolAtLocation(p.name) as ts.Symbol);
    if (decl === base.decl) {
      symbolsOf(decl).forEach((symbol, i) => base.args[i] && env.set(symbol, base.args[i]));
      return true;
    }
    const parent = this.parentDeclaration(decl);
    if (parent === null) return false;
    const above = new Map<ts.Symbol, RType>();
    const resolved = (this.fe.types.classType(parent, []) as ClassType).decl;
    if (!this.bindAncestor(resolved, base, above)) return false;
    const own = new Set(symbolsOf(decl));
    symbolsOf(resolved).forEach((symbol, i) => {
      const node = this.extendsClause(decl)?.typeArguments?.[i];
      const type = above.get(symbol);
      if (node !== undefined && type !== undefined) this.fe.types.unify(node, type, own, env);
    });
    return true;
  }

  /** True when a subclass of the declaring class defines the method again, or it is abstract. */
  isVirtual(owner: ClassType, name: string): boolean {
    const node = this.members(owner.decl).get(name);
    if (node !== undefined && hasModifier(node, ts.SyntaxKind.AbstractKeyword)) return true;
    return (this.subclasses.get(owner.decl) ?? []).some((sub) => this.overrides(sub, name));
  }
  private overrides(decl: ts.ClassDeclaration, name: string): boolean {
    return this.members(decl).has(name) ||
      (this.subclasses.get(decl) ?? []).some((sub) => this.overrides(sub, name));
  }

  /**
   * The vtable slot of method `name`, introduced by the topmost class that declares it. With `given`, of the variant that
   * takes so many arguments: each class has its own defaults.
   */
  method(instance: ClassInstance, name: string, given: number | null = null): MethodDesc {
    let top = instance;
    for (let c: ClassInstance | null = instance; c !== null; c = c.parent) {
      if (this.members(c.type.decl).has(name)) top = c;
    }
    const key = given === null ? name : `${name}/${given}`;
    let method = top.methods.get(key);
    if (method === undefined) {
      const node = this.members(top.type.decl).get(name) as ts.MethodDeclaration;
      method = {
        cls: top.desc,
        name: key,
        signature: this.fe.functions.methodSignature(node, top.env, given ?? undefined),
      };
      top.methods.set(key, method);
      top.desc.methods.push(method);
      this.implementBelow(top, method);
    }
    return method;
  }

  private implementBelow(instance: ClassInstance, method: MethodDesc): void {
    if (instance.instantiated) this.implement(instance, method);
    for (const child of instance.children) this.implementBelow(child, method);
  }

  /** Makes sure that instances of exactly this class find their implementation. */
  private implement(instance: ClassInstance, method: MethodDesc): void {
    const [name, given] = method.name.split("/");
    for (let c: ClassInstance | null = instance; c !== null; c = c.parent) {
      const node = this.members(c.type.decl).get(name) as ts.MethodDeclaration | undefined;
      if (node !== undefined && node.body !== undefined) {
        if (!c.desc.impls.has(method)) {
          const func: Func = given === undefined || Number(given) >= node.parameters.length
            ? this.fe.functions.method(c, node, NO_ENV)
            : this.fe.functions.variant(node, c, NO_ENV, Number(given));
          c.desc.impls.set(method, func);
        }
        return;
      }
      if (c.desc === method.cls) return;
    }
  }

  /** Marks that instances exist: their virtual methods become reachable. */
  instantiate(instance: ClassInstance): void {
    if (instance.instantiated) return;
    instance.instantiated = true;
    instance.desc.abstract = false;
    for (let c: ClassInstance | null = instance; c !== null; c = c.parent) {
      for (const method of c.methods.values()) this.implement(instance, method);
    }
  }
}

function newClassDesc(
  name: string,
  parent: ClassDesc | null,
  special: ClassSpecial,
  virtualizable: readonly string[] = [],
): ClassDesc {
  return {
    name,
    parent,
    fields: [],
    methods: [],
    impls: new Map(),
    children: [],
    special,
    virtualizable,
    abstract: false,
    size: 0,
    typeInfo: 0,
    typeInfoEnd: 0,
  };
}

function virtualizableFields(decl: ts.ClassDeclaration): string[] {
  const tag = ts.getJSDocTags(decl).find((t) => t.tagName.text === "virtualizable");
  const text = ts.getTextOfJSDocComment(tag?.comment) ?? "";
  return text.split(",").map((part) => part.trim()).filter((part) => part !== "");
}

/** True for a property or parameter property of instances. */
export function isInstanceField(node: ts.Node): node is ts.PropertyDeclaration | ts.ParameterDeclaration {
  if (ts.isParameter(node)) return true;
  return ts.isPropertyDeclaration(node) && !hasModifier(node, ts.SyntaxKind.StaticKeyword) &&
    !hasModifier(node, ts.SyntaxKind.AbstractKeyword) && !hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}

/** True when the declaration has that modifier. */
export function hasModifier(node: ts.Node, modifier: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((m) => m.kind === modifier) ?? false);
}
