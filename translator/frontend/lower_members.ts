/** Lowers reads of fields, accessors, statics and elements. */
import ts from "typescript";
import type { FieldDesc, Operand } from "../ir/ir.ts";
import { type ClassType, isInstanceField } from "./classes.ts";
import { callGetter, callRuntime } from "./lower_calls.ts";
import { lowerExpression } from "./lower_expressions.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { lowerConstantMember } from "./lower_globals.ts";
import { functionConstant, lowerIdentifier, narrow, readGlobal } from "./lower_names.ts";
import { elementTarget } from "./lower_targets.ts";
import { I32, nonNull, readAs, type RType, storageOf, typeText, valueOf } from "./types.ts";

type F = FunctionLowering;

/** Lowers `x.name`. */
export function lowerProperty(f: F, node: ts.PropertyAccessExpression): Value {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    f.fe.report("RTS405", node, node.name.text);
    return f.const(I32, 0);
  }
  const constantMember = staticMember(f, node);
  if (constantMember !== null) return constantMember;
  const base = lowerExpression(f, node.expression, null);
  const name = node.name.text;
  const type = nonNull(base.type);
  checkNull(f, base, node);
  if (type.k === "string" && name === "length") {
    return {
      op: f.compute("arraylen", "i32", [base.op], f.fe.stringDesc, node),
      type: I32,
      nonNegative: true,
    };
  }
  if (type.k === "fixed" && name === "length") {
    return {
      op: f.compute("arraylen", "i32", [base.op], f.fe.arrayDesc(storageOf(type.elem)), node),
      type: I32,
      nonNegative: true,
    };
  }
  if (type.k === "class") return lowerMember(f, { op: base.op, type }, name, node);
  f.fe.report("RTS208", node, name, typeText(base.type));
  return f.const(I32, 0);
}

/** Reads a field or accessor of an object. */
export function lowerMember(
  f: F,
  base: { op: Operand; type: ClassType },
  name: string,
  node: ts.PropertyAccessExpression,
): Value {
  const member = f.fe.classes.member(base.type, name);
  if (member !== null && isInstanceField(member.node)) {
    const { desc, type } = fieldOf(f, base.type, member.node, member.owner, name);
    const read = readAs(type);
    return {
      op: f.compute("getfield", valueOf(read) ?? "i32", [base.op], desc, node, name),
      type: narrow(f, node, read),
    };
  }
  if (f.fe.classes.member(base.type, `get ${name}`) !== null) {
    const value = callGetter(f, base, name, node);
    return { op: value.op, type: narrow(f, node, value.type) };
  }
  f.fe.report("RTS208", node, name, typeText(base.type));
  return f.const(I32, 0);
}

/** The IR field and its real type. */
export function fieldOf(
  f: F,
  type: ClassType,
  node: ts.PropertyDeclaration | ts.ParameterDeclaration,
  owner: ClassType,
  name: string,
): { desc: FieldDesc; type: RType } {
  const desc = f.fe.classes.field(f.fe.classes.get(type), name).desc;
  const env = f.fe.types.bind(owner.decl.typeParameters, owner.args);
  return { desc, type: f.fe.classes.fieldType(node, env) };
}

/** `C.field`, `Enum.Member`, `Math.PI`, `module.name`: null when the base is a value. */
export function staticMember(f: F, node: ts.PropertyAccessExpression): Value | null {
  const symbol = ts.isIdentifier(node.expression) ? f.fe.symbolOf(node.expression) : undefined;
  if (symbol === undefined || f.locals.has(symbol)) return null;
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) return null;
  if (ts.isEnumDeclaration(declaration)) return enumMember(f, node);
  if (ts.isClassDeclaration(declaration)) return staticField(f, declaration, node);
  if (ts.isSourceFile(declaration)) return lowerIdentifierAs(f, node);
  if (f.fe.roleOf(declaration) === "lib") {
    return lowerConstantMember(f, (node.expression as ts.Identifier).text, node.name.text);
  }
  return null;
}

function lowerIdentifierAs(f: F, node: ts.PropertyAccessExpression): Value {
  return lowerIdentifier(f, node.name as ts.Identifier);
}

function enumMember(f: F, node: ts.PropertyAccessExpression): Value {
  const member = f.fe.symbolOf(node.name)?.declarations?.find(ts.isEnumMember);
  const value = member === undefined ? undefined : f.fe.checker.getConstantValue(member);
  if (typeof value === "number" && value === (value | 0)) return f.const(I32, value);
  if (typeof value === "number") {
    f.fe.report("RTS203", node, String(value), "i32");
    return f.const(I32, 0);
  }
  const live = member === undefined ? undefined : f.fe.freezer.enumMember(member);
  if (live !== undefined && Number.isInteger(live)) return f.const(I32, live);
  f.fe.report("RTS300", node, node.getText());
  return f.const(I32, 0);
}

/** Reads a static field or accessor. */
export function staticField(
  f: F,
  declaration: ts.ClassDeclaration,
  node: ts.PropertyAccessExpression,
): Value | null {
  const member = f.fe.classes.staticMember(declaration, `static ${node.name.text}`) ??
    f.fe.classes.staticMember(declaration, `static get ${node.name.text}`);
  if (member === undefined) {
    f.fe.report("RTS300", node, node.getText());
    return f.const(I32, 0);
  }
  if (ts.isMethodDeclaration(member)) return functionConstant(f, member, node);
  if (ts.isGetAccessor(member)) {
    const func = f.fe.functions.plain(member, new Map());
    const type = f.fe.functions.resultType(member, f.env);
    return { op: f.compute("call", valueOf(type) ?? "i32", [], func, node), type };
  }
  const variable = f.fe.freezer.staticField(
    member.parent as ts.ClassDeclaration,
    member as ts.PropertyDeclaration,
  );
  if (variable === null) return f.const(I32, 0);
  if (variable.global === null) return { op: variable.value, type: variable.type };
  return readGlobal(f, variable.global, variable.type, node);
}

/** Stops in debug when the base of an access is null. */
export function checkNull(f: F, base: Value, node: ts.Node): void {
  if (f.fe.options.debug && base.op !== f.thisVar) f.emit("check.null", null, [base.op], null, node);
}

/** Lowers `x[i]`. */
export function lowerElement(f: F, node: ts.ElementAccessExpression): Value {
  const base = lowerExpression(f, node.expression, null);
  const type = nonNull(base.type);
  if (type.k === "string") {
    const stable = f.stable(base, [node.argumentExpression], node);
    const index = lowerIndex(f, node.argumentExpression);
    boundsCheck(f, index, () => f.compute("arraylen", "i32", [stable.op], f.fe.stringDesc, node), node);
    return callRuntime(f, "runtime/string.ts", "string_at", [stable, { op: index, type: I32 }], node);
  }
  return elementTarget(f, node, base).load();
}

/** Lowers an index. */
export function lowerIndex(f: F, node: ts.Expression): Operand {
  const value = lowerExpression(f, node, I32);
  if (value.type.k === "kind" && value.type.name === "u32") return value.op;
  return f.coerce(value, I32, node);
}

/** Stops in debug when an index is outside. */
export function boundsCheck(f: F, index: Operand, length: () => Operand, node: ts.Node): void {
  if (!f.fe.options.debug || f.dead) return;
  f.fe.note(node, "bounds");
  f.emit("check.bounds", null, [index, length()], null, node);
}
