/**
 * The front end: from the file of a program to IR.
 *
 * @module
 */
import ts from "typescript";
import type { PrebuiltObject, Program } from "../ir/ir.ts";
import { type Diagnostic, makeDiagnostic, RtsError } from "../checker/diagnostics.ts";
import { ENTRY_POINTS } from "../runtime/builtins.ts";
import { Frontend, type FrontendOptions } from "./context.ts";
import { evaluateModules } from "./evaluate.ts";
import { type LoadedProgram, loadProgram, PROJECT_ROOT, typeDiagnostics } from "./program.ts";
import { resolve } from "./paths.ts";
import { I32, NO_ENV, sameType, valueOf } from "./types.ts";

export type { FrontendOptions };
export { type LoadedProgram, loadProgram, typeDiagnostics };

/** Modules of the toolchain that every program needs. */
const TOOLCHAIN = [
  "translator/runtime/array.ts",
  "translator/runtime/fixed.ts",
  "translator/runtime/string.ts",
  "translator/runtime/number.ts",
  "translator/runtime/keys.ts",
  "translator/runtime/map.ts",
  "translator/runtime/builder.ts",
  "translator/runtime/io.ts",
  "translator/runtime/weakref.ts",
  "translator/runtime/exceptions.ts",
  "translator/runtime/entry.ts",
  "translator/prelude/mod.ts",
  "translator/prelude/raw.ts",
  "translator/prelude/host.ts",
  "translator/prelude/intrinsics.ts",
  "gc/mod.ts",
];

/** Functions of the collector that emitted code calls by name. */
export const GC_EXPORTS = [
  "gcInit",
  "gcReserve",
  "gcNewArray",
  "gcWriteBarrier",
  "gcCardBarrier",
  "gcArrayWriteBarrier",
];

/** Loads a program with the toolchain's modules. */
export function loadWithToolchain(mainFile: string): LoadedProgram {
  return loadProgram(mainFile, TOOLCHAIN.map((path) => resolve(PROJECT_ROOT, path)));
}

/**
 * Lowers a loaded program: everything that its exported functions reach.
 * @throws {RtsError} with every diagnostic found.
 */
export async function lowerProgram(loaded: LoadedProgram, options: FrontendOptions): Promise<Program> {
  const fe = await startFrontend(loaded, options);
  exportToolchain(fe);
  const exported = exportProgram(fe);
  if (exported === 0) {
    fe.diagnostics.push(
      makeDiagnostic(
        "RTS900",
        loaded.main.fileName,
        1,
        1,
        "this module exports no function that can be called",
      ),
    );
  }
  finish(fe);
  return fe.ir;
}

async function startFrontend(loaded: LoadedProgram, options: FrontendOptions): Promise<Frontend> {
  const live = await evaluateModules(loaded);
  const fe = new Frontend(loaded, live, options);
  fe.classes.rootDesc();
  fe.stringDesc;
  return fe;
}

function finish(fe: Frontend): void {
  fe.run();
  if (fe.diagnostics.length > 0) throw new RtsError(sorted(fe.diagnostics));
}

function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
  );
}

/** The collector's entry points, program start, and the exceptions that emitted code raises. */
function exportToolchain(fe: Frontend): void {
  for (const name of GC_EXPORTS) {
    const target = fe.exported("gc/mod.ts", name) as ts.FunctionDeclaration;
    fe.ir.exports.set(name, fe.functions.plain(target, new Map()));
  }
  for (const name of ["nurseryFree", "nurseryTop"]) {
    fe.freezer.moduleVariable(fe.exported("gc/mod.ts", name) as ts.VariableDeclaration);
  }
  fe.ir.raised = new Map();
  for (const name of ["overflowError", "stackOverflowError"] as const) {
    const entry = ENTRY_POINTS[name];
    const variable = fe.freezer.moduleVariable(
      fe.exported(entry.module, entry.export) as ts.VariableDeclaration,
    );
    const value = variable?.value.value as PrebuiltObject;
    fe.ir.raised.set(value.cls.name, value);
  }
}

/** Exports `main` behind program start, and every exported function whose types are numbers under its own name. */
function exportProgram(fe: Frontend): number {
  const symbol = fe.checker.getSymbolAtLocation(fe.loaded.main);
  let count = 0;
  for (const item of symbol === undefined ? [] : fe.checker.getExportsOfModule(symbol)) {
    const target = item.declarations?.find(ts.isFunctionDeclaration);
    if (target === undefined || target.typeParameters !== undefined || target.body === undefined) continue;
    if (RESERVED.has(item.name)) {
      fe.report("RTS902", target.name ?? target, item.name);
      continue;
    }
    if (item.name === "main") {
      if (!isMain(fe, target)) {
        fe.report("RTS901", target.name ?? target);
        return 1;
      }
      fe.mainFunction = target;
      const entry = fe.exported(ENTRY_POINTS.main.module, ENTRY_POINTS.main.export) as ts.FunctionDeclaration;
      fe.ir.exports.set("rtsMain", fe.functions.plain(entry, new Map()));
      count++;
    } else if (isNumeric(fe, target)) {
      fe.ir.exports.set(item.name, fe.functions.plain(target, new Map()));
      count++;
    }
  }
  return count;
}

/** Names that emitted code and engines export themselves. */
const RESERVED: ReadonlySet<string> = new Set([...GC_EXPORTS, "rtsMain"]);

/** `main(args: string[]): i32`; a `main` without parameters is fine as well. */
function isMain(fe: Frontend, target: ts.FunctionDeclaration): boolean {
  const result = target.type === undefined ? null : fe.functions.resultType(target, NO_ENV);
  const [first, ...others] = target.parameters.map((p) =>
    p.type && fe.functions.paramTypes(target, NO_ENV)[0]
  );
  const takesStrings = target.parameters.length === 0 ||
    (first !== undefined && fe.types.arrayElement(first)?.k === "string");
  return result !== null && sameType(result, I32) && takesStrings && others.length === 0;
}

function isNumeric(fe: Frontend, target: ts.FunctionDeclaration): boolean {
  if (target.parameters.some((p) => p.type === undefined) || target.type === undefined) return false;
  const types = [...fe.functions.paramTypes(target, new Map()), fe.functions.resultType(target, new Map())];
  return types.every((type) => type.k === "void" || (type.k === "kind" && valueOf(type) !== "ref"));
}
