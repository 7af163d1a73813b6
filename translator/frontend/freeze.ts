/**
 * Freezes live objects of the evaluated modules into prebuilt constants. Freezing follows declared types, since a live
 * object does not know its type arguments or number kinds; the class of an object is its own.
 */
import ts from "typescript";
import {
  type Const,
  constant,
  type DriverDesc,
  type GlobalDesc,
  type Prebuilt,
  type PrebuiltArray,
  type PrebuiltObject,
  type ValueType,
} from "../ir/ir.ts";
import { frozenTable } from "../runtime/builtins.ts";
import type { Frontend } from "./context.ts";
import { type ClassType, isInstanceField } from "./classes.ts";
import type { FunctionNode } from "./functions.ts";
import { declarationKey, DEFAULT_EXPORT } from "./evaluate.ts";
import { inferInitializer } from "./infer.ts";
import { isAssignable, isPassedAlike } from "./assignable.ts";
import { TYPED_ARRAYS } from "./resolve.ts";
import {
  kind,
  type KindName,
  NO_ENV,
  nonNull,
  NULL,
  readAs,
  type RType,
  sameType,
  storageOf,
  STRING,
  typeText,
  valueOf,
} from "./types.ts";

/** What binds a name at a module's top level. */
export type ModuleBinding = ts.VariableDeclaration | ts.BindingElement | ts.ExportAssignment;

/** A module variable or static field: a constant, or a global when it can be assigned. */
export interface ModuleVariable {
  readonly type: RType;
  readonly value: Const;
  readonly global: GlobalDesc | null;
}

/** A frozen object, and the key of the type it was frozen as. */
interface Frozen {
  readonly prebuilt: Prebuilt;
  readonly type: RType;
}

/** What the elements of an array without declared type are. */
const LOOSE: RType = { k: "nullable", of: { k: "object" } };

/** Turns live values into constants and prebuilt objects, each once. */
export class Freezer {
  private readonly variables = new Map<ts.Node, ModuleVariable | null>();
  private readonly objects = new Map<object, Frozen>();
  /** Objects whose contents are still to be frozen: lists may be longer than the stack is deep. */
  private readonly pending: (() => void)[] = [];
  private readonly drivers = new Map<ts.Node, DriverDesc>();
  private readonly classByKey = new Map<string, ts.ClassDeclaration>();

  constructor(private readonly fe: Frontend) {
    for (const file of fe.loaded.sources) this.indexClasses(file);
  }

  private indexClasses(node: ts.Node): void {
    if (ts.isClassDeclaration(node)) this.classByKey.set(declarationKey(node), node);
    if (ts.isSourceFile(node)) node.statements.forEach((s) => this.indexClasses(s));
  }

  /**
   * The constant or global behind a module-level variable, a part of a destructuring, or a default export; null when it
   * cannot be frozen (reported).
   */
  moduleVariable(node: ModuleBinding): ModuleVariable | null {
    const known = this.variables.get(node);
    if (known !== undefined) return known;
    const name = ts.isExportAssignment(node) ? DEFAULT_EXPORT : (node.name as ts.Identifier).text;
    const live = this.fe.live.variable(node.getSourceFile().fileName, name);
    const type = this.declaredType(node, live?.value);
    const isConst = ts.isExportAssignment(node) || (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
    const fullName = `${this.fe.moduleName(node.getSourceFile())}:${name}`;
    const result = type === null || live === undefined
      ? this.fail(node, name, type === null ? "its type is not written" : "its module did not set it")
      : this.variable(node, fullName, type, live.value, isConst);
    this.variables.set(node, result);
    return result;
  }

  /** The value of an enum member that the top level computed; undefined when it has none. */
  enumMember(node: ts.EnumMember): number | undefined {
    const live = this.fe.live.variable(node.getSourceFile().fileName, node.parent.name.text)?.value;
    const value = (live as Record<string, unknown> | undefined)?.[node.name.getText()];
    return typeof value === "number" ? value : undefined;
  }

  /** The constant or global behind a static field. */
  staticField(owner: ts.ClassDeclaration, node: ts.PropertyDeclaration): ModuleVariable | null {
    const known = this.variables.get(node);
    if (known !== undefined) return known;
    const name = (node.name as ts.Identifier).text;
    const live = this.fe.live.classAt(declarationKey(owner)) as Record<string, unknown> | undefined;
    const type = this.declaredType(node, live?.[name]);
    const isConst = node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
    const fullName = `${this.fe.moduleName(node.getSourceFile())}:${owner.name?.text}.${name}`;
    const result = type === null || live === undefined
      ? this.fail(node, name, "its type is not written")
      : this.variable(node, fullName, type, live[name], isConst);
    this.variables.set(node, result);
    return result;
  }

  private fail(node: ts.Node, name: string, cause: string): null {
    this.fe.report("RTS600", node, name, cause);
    return null;
  }

  private declaredType(node: ModuleBinding | ts.PropertyDeclaration, value: unknown): RType | null {
    const written = ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node) ? node.type : undefined;
    if (written !== undefined) return this.fe.types.resolve(written, NO_ENV);
    const initializer = ts.isExportAssignment(node)
      ? node.expression
      : ts.isBindingElement(node)
      ? undefined
      : node.initializer;
    const inferred = initializer ? inferInitializer(this.fe, initializer, NO_ENV) : null;
    return inferred !== null && inferred.k !== "void" ? inferred : typeOfPrimitive(value);
  }

  private variable(
    node: ts.Node,
    name: string,
    declared: RType,
    value: unknown,
    isConst: boolean,
  ): ModuleVariable | null {
    const type = readAs(declared);
    const mayBeUnset = !isConst && value === undefined && type.k !== "kind";
    const frozen = mayBeUnset ? this.nothing(type) : this.freeze(value, declared, node, name);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) next();
    if (frozen === null) return null;
    if (isConst) return { type, value: frozen, global: null };
    const global: GlobalDesc = {
      name: this.fe.uniqueName(name),
      type: valueOf(type) as ValueType,
      init: frozen,
    };
    this.fe.ir.globals.push(global);
    return { type, value: frozen, global };
  }

  /** The descriptor of the `JitDriver` in a module variable; null when there is none. */
  driver(node: ts.VariableDeclaration): DriverDesc | null {
    const known = this.drivers.get(node);
    if (known !== undefined) return known;
    const live = this.fe.live.variable(node.getSourceFile().fileName, (node.name as ts.Identifier).text)
      ?.value;
    if (typeof live !== "object" || live === null || !("greens" in live)) return null;
    const { name, greens, reds, virtualizable } = live as DriverDesc;
    const desc: DriverDesc = { name, greens, reds, virtualizable };
    this.drivers.set(node, desc);
    this.fe.ir.drivers.push(desc);
    return desc;
  }

  /** The constant that `value` is as a `type`; null (reported at `node`) when it cannot be. */
  freeze(value: unknown, type: RType, node: ts.Node, name: string): Const | null {
    if (type.k === "kind") return this.freezeKind(value, type.name, node, name);
    if (value === null || value === undefined) {
      return type.k === "nullable"
        ? this.nothing(type)
        : this.fail(node, name, `${value} is no ${typeText(type)}`);
    }
    const inner = nonNull(type);
    if (typeof value === "string" && inner.k === "string") {
      return constant("ref", this.fe.prebuiltString(value));
    }
    if (typeof value === "function") return this.freezeFunction(value, inner, node, name);
    if (typeof value !== "object") return this.fail(node, name, `a ${typeof value} is no ${typeText(type)}`);
    const known = this.objects.get(value);
    if (known !== undefined) {
      if (isAssignable(this.fe, known.type, inner)) return constant("ref", known.prebuilt);
      if (this.isLooseArray(known.type) && inner.k === "fixed" && storageOf(inner.elem) === "ref") {
        this.objects.set(value, { prebuilt: known.prebuilt, type: inner });
        return constant("ref", known.prebuilt);
      }
      return this.fail(node, name, `it is used as ${typeText(known.type)} and as ${typeText(inner)}`);
    }
    if (inner.k === "fixed") {
      const isArray = Array.isArray(value) ||
        sameType(inner.elem, TYPED_ARRAYS[value.constructor.name] ?? NULL);
      if (!isArray) return this.fail(node, name, `it is no ${typeText(type)}`);
      return this.freezeFixed(value as ArrayLike<unknown>, value, inner.elem, node, name);
    }
    if (inner.k === "class") return this.freezeObject(value, inner, node, name);
    if (inner.k === "object") return this.freezeAny(value, node, name);
    return this.fail(node, name, `it is no ${typeText(type)}`);
  }

  /** Null references; no object is there yet. */
  private nothing(type: RType): Const {
    const ir = valueOf(type) ?? "ref";
    return constant(ir, ir === "ref" ? null : 0);
  }

  private freezeKind(value: unknown, name: KindName, node: ts.Node, what: string): Const | null {
    if (!isOfKind(value, name)) return this.fail(node, what, `${String(value)} is no ${name}`);
    if (typeof value === "boolean") return constant("i32", value ? 1 : 0);
    if (typeof value === "bigint") return constant("i64", BigInt.asIntN(64, value));
    return name === "f64" ? constant("f64", value) : constant("i32", value | 0);
  }

  private freezeFunction(value: object, type: RType, node: ts.Node, name: string): Const | null {
    const key = this.fe.live.functionKeyOf(value);
    const target = key === null ? undefined : this.fe.functions.byDeclarationKey(key);
    if (target === undefined || type.k !== "fn") {
      return this.fail(node, name, "a function that is not declared at a top level");
    }
    if (!this.isOfType(target as FunctionNode, type)) {
      return this.fail(node, name, `the types of the function are not ${typeText(type)}`);
    }
    const func = this.fe.functions.contextual(target as FunctionNode, type);
    func.inTable = true;
    return constant("i32", func);
  }

  /** Written types of a function must be those of the function type; others follow from it. */
  private isOfType(target: FunctionNode, type: RType & { readonly k: "fn" }): boolean {
    const passed = (node: ts.TypeNode | undefined, as: RType | undefined): boolean =>
      as !== undefined &&
      (node === undefined || isPassedAlike(this.fe, this.fe.types.resolve(node, NO_ENV), as));
    return target.typeParameters === undefined && passed(target.type, type.ret) &&
      target.parameters.every((p, i) => passed(p.type, type.params[i])) &&
      (target.parameters.length === type.params.length || isLambda(target));
  }

  private freezeFixed(
    items: ArrayLike<unknown>,
    identity: object,
    elem: RType,
    node: ts.Node,
    name: string,
  ): Const | null {
    const prebuilt: PrebuiltArray = {
      kind: "array",
      id: this.fe.prebuiltId(),
      desc: this.fe.arrayDesc(storageOf(elem)),
      items: [],
      address: 0,
    };
    this.objects.set(identity, { prebuilt, type: { k: "fixed", elem } });
    this.fe.ir.prebuilts.push(prebuilt);
    this.pending.push(() => {
      for (let i = 0; i < items.length; i++) {
        const item = this.freeze(items[i], elem, node, `${name}[${i}]`);
        if (item === null) return;
        prebuilt.items.push(item);
      }
    });
    return constant("ref", prebuilt);
  }

  private newObject(identity: object, type: ClassType): PrebuiltObject {
    const instance = this.fe.classes.get(type);
    this.fe.classes.instantiate(instance);
    const prebuilt: PrebuiltObject = {
      kind: "object",
      id: this.fe.prebuiltId(),
      cls: instance.desc,
      values: new Map(),
      address: 0,
    };
    this.objects.set(identity, { prebuilt, type });
    this.fe.ir.prebuilts.push(prebuilt);
    return prebuilt;
  }

  private freezeObject(value: object, type: ClassType, node: ts.Node, name: string): Const | null {
    if (Array.isArray(value)) return this.freezeArray(value, type, node, name);
    if (value instanceof Map || value instanceof Set) return this.freezeTable(value, type, node, name);
    const actual = this.actualType(value, type);
    if (actual === null) return this.fail(node, name, "its class is not one of the program's");
    const translated = RUNTIME_FIELDS[actual.decl.name?.text ?? ""];
    const isRuntime = translated !== undefined && this.fe.roleOf(actual.decl) === "runtime";
    const fields = isRuntime ? translated(value as never) : value as Record<string, unknown>;
    const hidden = isRuntime
      ? undefined
      : Object.getOwnPropertyNames(value).find((key) => this.isHidden(actual, key));
    if (hidden !== undefined) {
      return this.fail(node, name, `its property '${hidden}' hides a member of its class`);
    }
    if (!isAssignable(this.fe, actual, type)) {
      return this.fail(node, name, `it is a ${typeText(actual)}, no ${typeText(type)}`);
    }
    return this.freezeFields(this.newObject(value, actual), fields, actual, node, name);
  }

  private isHidden(type: ClassType, key: string): boolean {
    const member = this.fe.classes.member(type, key) ?? this.fe.classes.member(type, `get ${key}`);
    return member !== null && !isInstanceField(member.node);
  }

  /** The class of a live object, with the type arguments that its declared type gives. */
  private actualType(value: object, declared: ClassType): ClassType | null {
    const key = this.fe.live.classKeyOf(value);
    const found = key === null ? undefined : this.classByKey.get(key);
    if (found === undefined) return null;
    const type = this.fe.types.classType(found, []) as ClassType;
    if (type.decl === declared.decl) return declared;
    return this.fe.classes.derived(type.decl, declared, NO_ENV) ?? type;
  }

  private freezeFields(
    prebuilt: PrebuiltObject,
    fields: Record<string, unknown>,
    type: ClassType,
    node: ts.Node,
    name: string,
  ): Const {
    this.pending.push(() => this.fillFields(prebuilt, fields, type, node, name));
    return constant("ref", prebuilt);
  }

  private fillFields(
    prebuilt: PrebuiltObject,
    fields: Record<string, unknown>,
    type: ClassType,
    node: ts.Node,
    name: string,
  ): void {
    for (let c: ClassType | null = type; c !== null; c = this.fe.classes.parentType(c)) {
      const env = this.fe.types.bind(c.decl.typeParameters, c.args);
      for (const [field, info] of this.fe.classes.get(c).fields) {
        const member = this.fe.classes.members(c.decl).get(field) as ts.PropertyDeclaration;
        if (!(field in fields) && this.fe.roleOf(c.decl) !== "program") continue;
        const fieldType = this.fe.classes.fieldType(member, env);
        // A field that is not set yet (`x!: T`) holds nothing.
        const isUnset = fields[field] === undefined && fieldType.k !== "kind";
        const item = isUnset
          ? this.nothing(fieldType)
          : this.freeze(fields[field], fieldType, node, `${name}.${field}`);
        if (item === null) return;
        prebuilt.values.set(info.desc, item);
      }
    }
  }

  private freezeArray(value: unknown[], type: ClassType, node: ts.Node, name: string): Const | null {
    const elem = this.fe.types.arrayElement(type);
    if (elem === null) return this.fail(node, name, `an array is no ${typeText(type)}`);
    const prebuilt = this.newObject(value, type);
    const items = this.freezeFixed(value, {}, elem, node, name);
    if (items === null) return null;
    const instance = this.fe.classes.get(type);
    prebuilt.values.set(this.fe.classes.field(instance, "length").desc, constant("i32", value.length));
    prebuilt.values.set(this.fe.classes.field(instance, "items").desc, items);
    return constant("ref", prebuilt);
  }

  /** Maps and sets keep their entries in order; the program hashes them at the first search. */
  private freezeTable(
    value: Map<unknown, unknown> | Set<unknown>,
    type: ClassType,
    node: ts.Node,
    name: string,
  ): Const | null {
    const expected = this.fe.types.runtimeClass(value instanceof Map ? "Map" : "Set");
    if (type.decl !== expected) {
      return this.fail(node, name, `a ${value instanceof Map ? "map" : "set"} is no ${typeText(type)}`);
    }
    const prebuilt = this.newObject(value, type);
    const fields: Record<string, unknown> = { ...frozenTable(value.size), keys: [...value.keys()] };
    if (value instanceof Map) fields.values = [...value.values()];
    return this.freezeFields(prebuilt, fields, type, node, name);
  }

  /** The type of an array that was only met behind `object`: it holds references, nobody said to what. */
  private isLooseArray(type: RType): boolean {
    return type.k === "fixed" && type.elem === LOOSE;
  }

  /** An object whose declared type says nothing: arrays, and classes without type parameters. */
  private freezeAny(value: object, node: ts.Node, name: string): Const | null {
    if (Array.isArray(value)) return this.freezeFixed(value, value, LOOSE, node, name);
    const elem = ArrayBuffer.isView(value) ? TYPED_ARRAYS[value.constructor.name] : undefined;
    if (elem !== undefined) return this.freezeFixed(value as never, value, elem, node, name);
    const key = this.fe.live.classKeyOf(value);
    const found = key === null ? undefined : this.classByKey.get(key);
    if (found === undefined || found.typeParameters !== undefined) {
      return this.fail(node, name, "an object of unknown type");
    }
    return this.freezeObject(value, this.fe.types.classType(found, []) as ClassType, node, name);
  }
}

const KIND_RANGES: Readonly<Record<KindName, ((value: unknown) => boolean)>> = {
  bool: (value) => typeof value === "boolean",
  f64: (value) => typeof value === "number",
  i32: (value) => isIntegerWithin(value, -(2 ** 31), 2 ** 31 - 1),
  u32: (value) => isIntegerWithin(value, 0, 2 ** 32 - 1),
  i16: (value) => isIntegerWithin(value, -(2 ** 15), 2 ** 15 - 1),
  u16: (value) => isIntegerWithin(value, 0, 2 ** 16 - 1),
  i8: (value) => isIntegerWithin(value, -128, 127),
  u8: (value) => isIntegerWithin(value, 0, 255),
  i64: (value) => typeof value === "bigint" && BigInt.asIntN(64, value) === value,
  u64: (value) => typeof value === "bigint" && BigInt.asUintN(64, value) === value,
};
function isIntegerWithin(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
function isOfKind(value: unknown, name: KindName): value is number | bigint | boolean {
  return KIND_RANGES[name](value);
}
function isLambda(node: ts.Node): boolean {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** What the fields of prelude objects are in the runtime's class of the same name. */
const RUNTIME_FIELDS: Readonly<Record<string, ((value: never) => Record<string, unknown>) | undefined>> = {
  StringBuilder: (value: { toString(): string; length: number }) => ({
    buffer: value.toString(),
    used: value.length,
  }),
  WeakReference: (value: { get(): unknown }) => ({ target: value.get() }),
};

/** The type of a primitive live value; null for objects. */
function typeOfPrimitive(value: unknown): RType | null {
  switch (typeof value) {
    case "number":
      return kind(Number.isInteger(value) && value === (value | 0) ? "i32" : "f64");
    case "bigint":
      return kind("i64");
    case "boolean":
      return kind("bool");
    case "string":
      return STRING;
    default:
      return null;
  }
}
