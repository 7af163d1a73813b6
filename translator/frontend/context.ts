/**
 * The state of one translation's front end: the IR program under construction, the worklist of functions to lower,
 * and diagnostics. The modules beside this file add to it: `resolve.ts` (types), `classes.ts`, `functions.ts`,
 * `freeze.ts` (prebuilt constants) and the `lower_*.ts` files (function bodies).
 */
import ts from "typescript";
import {
  type ArrayDesc,
  type ClassDesc,
  type Func,
  type HostDesc,
  packPosition,
  type PrebuiltArray,
  type PrebuiltString,
  type Program,
  type Signature,
  signatureKey,
  type StorageType,
  type ValueType,
} from "../ir/ir.ts";
import { type Diagnostic, type DiagnosticCode, makeDiagnostic } from "../checker/diagnostics.ts";
import { relative, resolve } from "./paths.ts";
import { type LoadedProgram, PROJECT_ROOT } from "./program.ts";
import type { LiveModules } from "./evaluate.ts";
import { ClassTable } from "./classes.ts";
import { FunctionTable } from "./functions.ts";
import { TypeResolver } from "./resolve.ts";
import { Freezer } from "./freeze.ts";
import type { CheckName, CheckRecorder } from "./recorder.ts";
import { Cascades } from "./cascades.ts";

/** Choices that change the IR. */
export interface FrontendOptions {
  /** Emit the checks of the debug profile. */
  readonly debug: boolean;
  /** Is told of every check, in debug. */
  readonly recorder?: CheckRecorder;
}

/** Folders whose modules have a special role. */
const FOLDERS = {
  prelude: resolve(PROJECT_ROOT, "translator/prelude") + "/",
  runtime: resolve(PROJECT_ROOT, "translator/runtime") + "/",
  gc: resolve(PROJECT_ROOT, "gc") + "/",
};

/** The role of a module: part of the toolchain, or the program. */
export type ModuleRole = keyof typeof FOLDERS | "program" | "lib";

/** One translation's front end. */
export class Frontend {
  readonly ir: Program;
  readonly diagnostics: Diagnostic[] = [];
  readonly types: TypeResolver;
  readonly classes: ClassTable;
  readonly functions: FunctionTable;
  readonly freezer: Freezer;
  /** Bodies still to lower. */
  readonly worklist: (() => void)[] = [];
  /** The program's `main`; null when it exports none (a library of exported functions). */
  mainFunction: ts.FunctionDeclaration | null = null;
  /** The place in the program that code of the toolchain is lowered for; findings in there are the caller's. */
  origin: ts.Node | null = null;
  /** Work that needs to know all class instances. */
  readonly afterLowering: (() => void)[] = [];
  private readonly fileIndex = new Map<ts.SourceFile, number>();
  private readonly arrays = new Map<string, ArrayDesc>();
  private readonly hosts = new Map<string, HostDesc>();
  private readonly names = new Map<string, number>();
  private readonly signatures = new Map<string, Signature>();
  private readonly strings = new Map<string, PrebuiltString>();
  private readonly empties = new Map<ArrayDesc, PrebuiltArray>();
  private readonly seen = new Set<string>();
  private readonly modules: Map<string, ts.SourceFile>;
  private nextPrebuilt = 1;
  private readonly cascades: Cascades;

  constructor(
    readonly loaded: LoadedProgram,
    readonly live: LiveModules,
    readonly options: FrontendOptions,
  ) {
    this.ir = {
      classes: [],
      arrays: [],
      globals: [],
      hosts: [],
      drivers: [],
      functions: [],
      prebuilts: [],
      exports: new Map(),
      files: [],
    };
    this.modules = new Map(loaded.sources.map((file) => [file.fileName, file]));
    this.cascades = new Cascades(loaded.checker);
    this.types = new TypeResolver(this);
    this.classes = new ClassTable(this);
    this.functions = new FunctionTable(this);
    this.freezer = new Freezer(this);
  }

  get checker(): ts.TypeChecker {
    return this.loaded.checker;
  }

  /** Reports a finding at a node, once per place and code; not what only follows from an earlier finding. */
  report(code: DiagnosticCode, found: ts.Node, ...args: string[]): void {
    const node = this.origin !== null && this.roleOf(found) !== "program" ? this.origin : found;
    const file = node.getSourceFile();
    const place = file.getLineAndCharacterOfPosition(node.getStart());
    const key = `${code} ${file.fileName} ${node.getStart()}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (this.cascades.follows(node)) return;
    this.diagnostics.push(makeDiagnostic(code, file.fileName, place.line + 1, place.character + 1, ...args));
  }

  /** Notes a check of the debug profile. */
  note(node: ts.Node, check: CheckName): void {
    this.options.recorder?.note(node, check);
  }

  /** Takes over what the syntactic checker found. */
  reportSyntax(file: ts.SourceFile, found: Diagnostic): void {
    this.cascades.add(file, file.getPositionOfLineAndCharacter(found.line - 1, found.column - 1));
    // Signatures are resolved before their syntax is checked, which says more about a type.
    const vague = this.diagnostics.findIndex((d) =>
      d.code === "RTS200" && d.file === found.file && d.line === found.line && d.column === found.column
    );
    if (vague >= 0) this.diagnostics.splice(vague, 1);
    this.diagnostics.push(found);
  }

  private readonly programFiles = new Map<ts.SourceFile, boolean>();
  private isProgramFile(file: ts.SourceFile): boolean {
    let known = this.programFiles.get(file);
    if (known === undefined) this.programFiles.set(file, known = this.roleOf(file) === "program");
    return known;
  }

  /** The packed source position of a node. */
  position(node: ts.Node): number {
    const file = node.getSourceFile();
    let index = this.fileIndex.get(file);
    if (this.isProgramFile(file)) this.origin = node;
    if (index === undefined) {
      index = this.ir.files.length;
      this.fileIndex.set(file, index);
      this.ir.files.push(this.displayName(file.fileName));
    }
    const place = file.getLineAndCharacterOfPosition(node.getStart(file));
    return packPosition(index, place.line + 1, place.character + 1);
  }

  /** A file's name relative to the current folder where that is shorter. */
  displayName(file: string): string {
    const short = relative(Deno.cwd(), file);
    return short.length < file.length ? short : file;
  }

  /** What kind of module declares `node`. */
  roleOf(node: ts.Node): ModuleRole {
    const file = node.getSourceFile();
    if (file.isDeclarationFile) return "lib";
    for (const [role, folder] of Object.entries(FOLDERS)) {
      if (file.fileName.startsWith(folder)) return role as ModuleRole;
    }
    return "program";
  }

  /** The module `runtime/array.ts`, and so on: a path below `translator/`, or below the project for `gc/`. */
  module(path: string): ts.SourceFile {
    const base = path.startsWith("gc/") ? PROJECT_ROOT : resolve(PROJECT_ROOT, "translator");
    const file = this.modules.get(resolve(base, path));
    if (file === undefined) throw new Error(`toolchain module ${path} is not loaded`);
    return file;
  }

  /** The exported declaration `name` of a module, re-exports followed. */
  exported(path: string, name: string): ts.Declaration {
    const symbol = this.checker.getSymbolAtLocation(this.module(path));
    const found = symbol?.exports?.get(ts.escapeLeadingUnderscores(name)) ??
      (symbol && this.checker.getExportsOfModule(symbol).find((s) => s.name === name));
    const target = found &&
      (found.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(found) : found);
    const declaration = target?.declarations?.[0];
    if (declaration === undefined) throw new Error(`${path} does not export ${name}`);
    return declaration;
  }

  /** The symbol that an identifier means, imports followed; undefined when TypeScript knows none. */
  symbolOf(node: ts.Node): ts.Symbol | undefined {
    let symbol = this.checker.getSymbolAtLocation(node);
    if (node.parent !== undefined && ts.isShorthandPropertyAssignment(node.parent)) {
      symbol = this.checker.getShorthandAssignmentValueSymbol(node.parent);
    }
    if (symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias) {
      symbol = this.checker.getAliasedSymbol(symbol);
    }
    return symbol;
  }

  /** A program-wide unique name for an IR entity: `wanted`, or that with a number. */
  uniqueName(wanted: string): string {
    const count = this.names.get(wanted) ?? 0;
    this.names.set(wanted, count + 1);
    return count === 0 ? wanted : `${wanted}#${count}`;
  }

  /** The prefix of the names of a module's entities. */
  moduleName(file: ts.SourceFile): string {
    const name = relative(PROJECT_ROOT, file.fileName).replace(/\.ts$/, "");
    return name.startsWith("..") ? name.slice(name.lastIndexOf("/") + 1) : name.replace(/^translator\//, "");
  }

  /** The array type of a storage type. */
  arrayDesc(element: StorageType): ArrayDesc {
    return this.array(`${element}[]`, element, element === "i64" || element === "f64" ? 16 : 12);
  }
  /** The type of strings. */
  get stringDesc(): ArrayDesc {
    return this.array("string", "u16", 16);
  }
  private array(name: string, element: StorageType, base: number): ArrayDesc {
    let desc = this.arrays.get(name);
    if (desc === undefined) {
      desc = { name, element, base, typeInfo: 0 };
      this.arrays.set(name, desc);
      this.ir.arrays.push(desc);
    }
    return desc;
  }

  /** The one Signature object with these types. */
  signature(params: readonly ValueType[], result: ValueType | null): Signature {
    const key = signatureKey({ params, result });
    let signature = this.signatures.get(key);
    if (signature === undefined) this.signatures.set(key, signature = { params, result });
    return signature;
  }

  /** The descriptor of a host function. */
  host(name: string, signature: Signature): HostDesc {
    let desc = this.hosts.get(name);
    if (desc === undefined) {
      desc = { name, signature };
      this.hosts.set(name, desc);
      this.ir.hosts.push(desc);
    }
    return desc;
  }

  /** The prebuilt string with this text. */
  prebuiltString(value: string): PrebuiltString {
    let found = this.strings.get(value);
    if (found === undefined) {
      this.stringDesc; // strings need their array type even where no code mentions it
      found = { kind: "string", id: this.nextPrebuilt++, value, address: 0 };
      this.strings.set(value, found);
      this.ir.prebuilts.push(found);
    }
    return found;
  }
  /** The one array of no elements that stands for all of its kind which nobody compares by identity. */
  emptyArray(desc: ArrayDesc): PrebuiltArray {
    let found = this.empties.get(desc);
    if (found === undefined) {
      found = { kind: "array", id: this.nextPrebuilt++, desc, items: [], address: 0 };
      this.empties.set(desc, found);
      this.ir.prebuilts.push(found);
    }
    return found;
  }
  /** A number for the next prebuilt object. */
  prebuiltId(): number {
    return this.nextPrebuilt++;
  }

  /** Lowers until nothing is left to do. */
  run(): void {
    for (let next = this.worklist.pop(); next !== undefined; next = this.worklist.pop()) next();
    for (const finish of this.afterLowering.splice(0)) finish();
  }

  /** Creates the Func of a declaration; its body is lowered later. */
  newFunc(name: string, result: ValueType | null, pos: number): Func {
    const func: Func = {
      kind: "func",
      name: this.uniqueName(name),
      params: [],
      result,
      vars: [],
      body: [],
      hints: {},
      pos,
      inTable: false,
      effects: null,
    };
    this.ir.functions.push(func);
    return func;
  }
}

export type { ClassDesc };
