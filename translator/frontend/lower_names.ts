/** Lowers names: locals, module variables, functions as values; narrows their types by control flow. */
import ts from "typescript";
import { constant, type GlobalDesc } from "../ir/ir.ts";
import type { ModuleVariable } from "./freeze.ts";
import type { FunctionLowering, Value } from "./lower_function.ts";
import { lowerConstantMember } from "./lower_globals.ts";
import { I32, nonNull, nullable, type RType } from "./types.ts";

type F = FunctionLowering;

/** The value of a name. */
export function lowerIdentifier(f: F, node: ts.Identifier): Value {
  const symbol = f.fe.symbolOf(node);
  if (symbol === undefined) return unknown(f, node);
  const local = f.locals.get(symbol);
  if (local !== undefined) return { op: local.variable, type: narrow(f, node, local.type) };
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined || f.fe.roleOf(declaration) === "lib") {
    return lowerConstantMember(f, null, node.text) ?? unknown(f, node);
  }
  if (ts.isFunctionDeclaration(declaration)) return functionConstant(f, declaration, node);
  if (ts.isVariableDeclaration(declaration)) return lowerModuleVariable(f, declaration, node);
  if (ts.isBindingElement(declaration) || ts.isExportAssignment(declaration)) {
    return moduleValue(f, f.fe.freezer.moduleVariable(declaration), node);
  }
  if (ts.isParameter(declaration)) f.fe.report("RTS301", node, node.text);
  else return unknown(f, node);
  return f.const(I32, 0);
}

/** Reports a name that translated code cannot use. */
export function unknown(f: F, node: ts.Node): Value {
  f.fe.report("RTS300", node, node.getText());
  return f.const(I32, 0);
}

/** A function as a value: its slot in the table. */
export function functionConstant(
  f: F,
  node: ts.FunctionDeclaration | ts.MethodDeclaration,
  at: ts.Node,
): Value {
  if (node.typeParameters !== undefined) f.fe.report("RTS207", at, node.typeParameters[0].name.text);
  const func = f.fe.functions.plain(node, new Map());
  func.inTable = true;
  const type: RType = {
    k: "fn",
    params: f.fe.functions.paramTypes(node, f.env),
    ret: f.fe.functions.resultType(node, f.env),
  };
  return { op: constant("i32", func), type };
}

/** True for a variable declared at its module's top level. */
export function isModuleLevel(node: ts.VariableDeclaration): boolean {
  return ts.isVariableDeclarationList(node.parent) && ts.isVariableStatement(node.parent.parent) &&
    ts.isSourceFile(node.parent.parent.parent);
}

function lowerModuleVariable(f: F, node: ts.VariableDeclaration, at: ts.Identifier): Value {
  if (!isModuleLevel(node)) {
    f.fe.report("RTS301", at, at.text);
    return f.const(I32, 0);
  }
  return moduleValue(f, f.fe.freezer.moduleVariable(node), at);
}

function moduleValue(f: F, variable: ModuleVariable | null, at: ts.Identifier): Value {
  if (variable === null) return f.const(I32, 0);
  if (variable.global === null) return { op: variable.value, type: narrow(f, at, variable.type) };
  return readGlobal(f, variable.global, variable.type, at);
}

/** Reads a module variable. */
export function readGlobal(f: F, global: GlobalDesc, type: RType, at: ts.Expression): Value {
  const op = f.compute("getglobal", global.type, [], global, at, "g");
  return { op, type: narrow(f, at, type) };
}

/**
 * The type of a reference at this place: TypeScript's control flow analysis says whether null is excluded, and which
 * subclass `instanceof` found.
 */
export function narrow(f: F, node: ts.Expression, declared: RType): RType {
  const inner = nonNull(declared);
  const mayNarrowClass = inner.k === "object" ||
    (inner.k === "class" && f.fe.classes.hasSubclasses(inner.decl));
  if (declared.k !== "nullable" && !mayNarrowClass) return declared;
  const found = f.fe.checker.getTypeAtLocation(node);
  if (found.flags & ts.TypeFlags.Never) return declared;
  const hasNull = includesNull(found);
  const narrowed = mayNarrowClass ? narrowClass(f, found, inner) : inner;
  return declared.k === "nullable" && hasNull ? nullable(narrowed) : narrowed;
}

function includesNull(type: ts.Type): boolean {
  if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return true;
  if (type.isUnion()) return type.types.some(includesNull);
  // A type parameter whose bound admits null
  return (type.flags & ts.TypeFlags.TypeParameter) !== 0 && type.getConstraint() === undefined;
}

function narrowClass(f: F, found: ts.Type, inner: RType): RType {
  const parts = found.isUnion() ? found.types : [found];
  const classes = parts.filter((part) => !(part.flags & ts.TypeFlags.Null));
  if (classes.length !== 1) return inner;
  const declaration = classes[0].getSymbol()?.declarations?.find(ts.isClassDeclaration);
  if (declaration === undefined || (inner.k === "class" && declaration === inner.decl)) return inner;
  const narrowed = subclassType(f, declaration, inner);
  return narrowed ?? inner;
}

/** The type of subclass `declaration` whose ancestor is `base`; null when it does not derive from it. */
export function subclassType(f: F, declaration: ts.ClassDeclaration, base: RType): RType | null {
  return f.fe.classes.derived(declaration, base.k === "class" ? base : null, f.env);
}
