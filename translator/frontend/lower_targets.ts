/** Lowers assignment targets, and `++` and `--` on them. */
import ts from "typescript";
import { constant, type GlobalDesc, type Operand } from "../ir/ir.ts";
import { type ClassType, isInstanceField } from "./classes.ts";
import { callMethod, callSetter } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { boundsCheck, checkNull, fieldOf, lowerIndex, lowerMember, staticField } from "./lower_members.ts";
import { isModuleLevel, narrow, readGlobal } from "./lower_names.ts";
import { I32, isNumber, nonNull, readAs, type RType, storageOf, typeText, valueOf } from "./types.ts";

type F = FunctionLowering;

/** A place that can be read and assigned, with its base and index already evaluated. */
export interface Target {
  readonly type: RType;
  load(): Value;
  store(value: Operand): void;
}

/** An element of an array of any form, as a value or a target. */
export function elementTarget(f: F, node: ts.ElementAccessExpression, base: Value): Target {
  const type = nonNull(base.type);
  const elem = f.fe.types.arrayElement(type) ?? (type.k === "fixed" ? type.elem : null);
  if (elem === null) {
    f.fe.report("RTS208", node, "[…]", typeText(base.type));
    return { type: I32, load: () => f.const(I32, 0), store: () => {} };
  }
  checkNull(f, base, node);
  const held = f.stable(base, [node.argumentExpression], node);
  const index =
    f.stable({ op: lowerIndex(f, node.argumentExpression), type: I32 }, restOfAssignment(node), node).op;
  const desc = f.fe.arrayDesc(storageOf(elem));
  const isArray = type.k === "class";
  const read = readAs(elem);
  if (isArray) {
    const length = f.fe.classes.field(f.fe.classes.get(type), "length").desc;
    boundsCheck(f, index, () => f.compute("getfield", "i32", [held.op], length, node), node);
  } else boundsCheck(f, index, () => f.compute("arraylen", "i32", [held.op], desc, node), node);
  const store = (): Operand => {
    if (!isArray) return held.op;
    const items = f.fe.classes.field(f.fe.classes.get(type), "items").desc;
    return f.compute("getfield", "ref", [held.op], items, node, "items");
  };
  return {
    type: elem,
    load: () => ({
      op: f.compute("getitem", valueOf(read) ?? "i32", [store(), index], desc, node, "item"),
      type: narrow(f, node, read),
    }),
    store: (value) => f.emit("setitem", null, [store(), index, value], desc, node),
  };
}

/** The right side of the assignment whose target `node` is: it runs after base and index were evaluated. */
function restOfAssignment(node: ts.Expression): ts.Node[] {
  const parent = node.parent;
  return ts.isBinaryExpression(parent) && parent.left === node ? [parent.right] : [];
}

/** Evaluates the parts of an assignment target. */
export function lowerTarget(f: F, node: ts.Expression): Target {
  if (ts.isParenthesizedExpression(node)) return lowerTarget(f, node.expression);
  if (ts.isNonNullExpression(node)) return lowerTarget(f, node.expression);
  if (ts.isIdentifier(node)) return identifierTarget(f, node);
  if (ts.isElementAccessExpression(node)) return elementTarget(f, node, stableBase(f, node));
  if (ts.isPropertyAccessExpression(node)) return propertyTarget(f, node);
  f.fe.report("RTS216", node);
  return { type: I32, load: () => f.const(I32, 0), store: () => {} };
}

function stableBase(f: F, node: ts.ElementAccessExpression | ts.PropertyAccessExpression): Value {
  return f.stable(lowerExpression(f, node.expression, null), restOfAssignment(node), node);
}

function globalTarget(f: F, node: ts.Expression, global: GlobalDesc, type: RType): Target {
  return {
    type,
    load: () => readGlobal(f, global, type, node),
    store: (value) => f.emit("setglobal", null, [value], global, node),
  };
}

function identifierTarget(f: F, node: ts.Identifier): Target {
  const symbol = f.fe.symbolOf(node);
  const local = symbol && f.locals.get(symbol);
  if (local !== undefined) {
    f.mutable.add(local.variable);
    return {
      type: local.type,
      load: () => ({ op: local.variable, type: narrow(f, node, local.type) }),
      store: (value) => f.move(local.variable, value, node),
    };
  }
  const declaration = symbol?.declarations?.[0];
  if (declaration !== undefined && ts.isVariableDeclaration(declaration) && isModuleLevel(declaration)) {
    const variable = f.fe.freezer.moduleVariable(declaration);
    if (variable !== null && variable.global !== null) {
      return globalTarget(f, node, variable.global, variable.type);
    }
  } else if (
    declaration !== undefined && (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration))
  ) {
    f.fe.report("RTS301", node, node.text);
  } else f.fe.report("RTS300", node, node.text);
  return { type: I32, load: () => f.const(I32, 0), store: () => {} };
}

function propertyTarget(f: F, node: ts.PropertyAccessExpression): Target {
  const fixed = staticTarget(f, node);
  if (fixed !== null) return fixed;
  const base = stableBase(f, node);
  const name = node.name.text;
  const type = nonNull(base.type);
  checkNull(f, base, node);
  if (type.k !== "class") {
    f.fe.report("RTS208", node, name, typeText(base.type));
    return { type: I32, load: () => f.const(I32, 0), store: () => {} };
  }
  const object = { op: base.op, type };
  const member = f.fe.classes.member(type, name);
  if (member !== null && isInstanceField(member.node)) {
    if (f.fe.types.arrayElement(type) !== null && name === "length") return lengthTarget(f, object, node);
    const field = fieldOf(f, type, member.node, member.owner, name);
    return {
      type: field.type,
      load: () => lowerMember(f, object, name, node),
      store: (value) => f.emit("setfield", null, [base.op, value], field.desc, node),
    };
  }
  const setter = f.fe.classes.member(type, `set ${name}`);
  if (setter === null) f.fe.report("RTS208", node, name, typeText(type));
  const param = setter === null ? I32 : setterType(f, setter.node as ts.SetAccessorDeclaration, setter.owner);
  return {
    type: param,
    load: () => lowerMember(f, object, name, node),
    store: (value) => callSetter(f, object, name, { op: value, type: param }, node),
  };
}

function setterType(f: F, node: ts.SetAccessorDeclaration, owner: ClassType): RType {
  return f.fe.functions.paramTypes(node, f.fe.types.bind(owner.decl.typeParameters, owner.args))[0];
}

/** `array.length = n` cuts the array; inside the runtime's own class it is a plain field. */
function lengthTarget(
  f: F,
  object: { op: Operand; type: ClassType },
  node: ts.PropertyAccessExpression,
): Target {
  const desc = f.fe.classes.field(f.fe.classes.get(object.type), "length").desc;
  const inside = f.owner !== null && f.owner.type.decl === object.type.decl;
  return {
    type: I32,
    load: () => lowerMember(f, object, "length", node),
    store: (value) => {
      if (inside || f.fe.roleOf(f.node) === "runtime") {
        f.emit("setfield", null, [object.op, value], desc, node);
      } else callMethod(f, object, "setLength", [{ op: value, type: I32 }], node);
    },
  };
}

function staticTarget(f: F, node: ts.PropertyAccessExpression): Target | null {
  const symbol = ts.isIdentifier(node.expression) ? f.fe.symbolOf(node.expression) : undefined;
  if (symbol === undefined || f.locals.has(symbol)) return null;
  const declaration = symbol.declarations?.find(ts.isClassDeclaration);
  if (declaration === undefined) return null;
  const setter = f.fe.classes.staticMember(declaration, `static set ${node.name.text}`);
  if (setter !== undefined && ts.isSetAccessor(setter)) {
    return staticSetterTarget(f, node, declaration, setter);
  }
  const member = f.fe.classes.staticMember(declaration, `static ${node.name.text}`);
  if (member === undefined || !ts.isPropertyDeclaration(member)) return null;
  if (member.parent !== declaration) { // JavaScript would add a field to the subclass
    f.fe.report("RTS216", node);
    return null;
  }
  const variable = f.fe.freezer.staticField(declaration, member);
  return variable === null || variable.global === null
    ? null
    : globalTarget(f, node, variable.global, variable.type);
}

function staticSetterTarget(
  f: F,
  node: ts.PropertyAccessExpression,
  owner: ts.ClassDeclaration,
  setter: ts.SetAccessorDeclaration,
): Target {
  const type = f.fe.functions.paramTypes(setter, new Map())[0];
  return {
    type,
    load: () => staticField(f, owner, node) ?? f.const(I32, 0),
    store: (value) => f.emit("call", null, [value], f.fe.functions.plain(setter, new Map()), node),
  };
}

/** `x++` and its family. The value is the old one when `wantOld`. */
export function lowerUpdate(f: F, node: ts.Expression, step: 1 | -1, wantOld: boolean): Value {
  const target = lowerTarget(f, node);
  const old = target.load();
  if (!isNumber(old.type)) f.mismatch(I32, old.type, node);
  const value = valueOf(old.type) ?? "i32";
  const kept = wantOld && old.op.kind === "var" && f.mutable.has(old.op)
    ? f.compute("move", value, [old.op], null, node)
    : old.op;
  const amount = constant(value, value === "i64" ? 1n : 1);
  const sum = f.compute(`${value}.${step === 1 ? "add" : "sub"}`, value, [kept, amount], null, node);
  overflowCheck(f, step === 1 ? "+" : "-", old.type, kept, amount, sum, node);
  f.storageCheck(sum, target.type, node);
  target.store(sum);
  return { op: wantOld ? kept : isVariable(node) ? target.load().op : sum, type: old.type };
}

/** True for a target that is a variable: its value is read back, since the assignment may have taken over the temporary. */
export function isVariable(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isVariable(node.expression);
  return ts.isIdentifier(node);
}

/** In debug, stops when `a ± b = result` left its kind. */
export function overflowCheck(
  f: F,
  operator: string,
  type: RType,
  a: Operand,
  b: Operand,
  result: Operand,
  node: ts.Node,
): void {
  if (!f.fe.options.debug || f.dead || type.k !== "kind" || type.name === "f64") return;
  f.fe.note(node, type.name as "i32");
  if (type.name === "u32" || type.name === "u64") {
    const unsigned = type.name === "u32" ? "i32" : "i64";
    const ok = operator === "+" ? [result, a, "ge_u"] as const : [a, b, "ge_u"] as const;
    const check = f.compute(`${unsigned}.${ok[2]}`, "i32", [ok[0], ok[1]], null, node);
    return f.emit("check.true", null, [check], "integer overflow", node);
  }
  const w = type.name === "i64" ? "i64" : "i32";
  const left = f.compute(`${w}.xor`, w, [a, operator === "+" ? result : b], null, node);
  const right = f.compute(`${w}.xor`, w, operator === "+" ? [b, result] : [a, result], null, node);
  const both = f.compute(`${w}.and`, w, [left, right], null, node);
  const ok = f.compute(`${w}.ge_s`, "i32", [both, constant(w, w === "i64" ? 0n : 0)], null, node);
  f.emit("check.true", null, [ok], "integer overflow", node);
}
