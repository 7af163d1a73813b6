/**
 * Loads the modules of an RTS program with the TypeScript compiler: parses, binds, and offers its checker for names
 * and narrowing. Bare specifiers go through the import map of `deno.json`.
 */
import ts from "typescript";
import { dirname, fromFileUrl, resolve } from "./paths.ts";
import { isStackOverflow, nestingDiagnostic } from "./nesting.ts";
import { type Diagnostic, RtsError } from "../checker/diagnostics.ts";

/** Folder of the project (where `deno.json` is). */
export const PROJECT_ROOT = fromFileUrl(new URL("../../", import.meta.url));

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.esnext.d.ts"],
  types: [],
  strict: true,
  noImplicitOverride: true,
  allowImportingTsExtensions: true,
  noEmit: false,
  sourceMap: false,
  removeComments: true,
  noResolve: false,
  skipLibCheck: true,
  useDefineForClassFields: true,
  noLib: false,
};

/** A loaded program. */
export interface LoadedProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The module that was asked for. */
  readonly main: ts.SourceFile;
  /** Every module that is not a declaration file, in the compiler's order. */
  readonly sources: readonly ts.SourceFile[];
  /** Resolves an import specifier of a module to a file name; null for what is outside (`node:…`). */
  resolveImport(specifier: string, from: string): string | null;
}

function readImportMap(): Map<string, string> {
  const text = Deno.readTextFileSync(resolve(PROJECT_ROOT, "deno.json"));
  const imports = JSON.parse(text).imports as Record<string, string>;
  return new Map(Object.entries(imports));
}

function resolveSpecifier(imports: Map<string, string>, specifier: string, from: string): string | null {
  if (specifier.startsWith(".") || specifier.startsWith("/")) return resolve(dirname(from), specifier);
  const mapped = imports.get(specifier);
  return mapped !== undefined && mapped.startsWith("./") ? resolve(PROJECT_ROOT, mapped) : null;
}

// Names that exist under Deno but in no library of the compiler; only prelude bodies mention them.
const AMBIENT = `
declare const Deno: any; declare const performance: { now(): number }; declare const console: any;
declare class TextEncoder { encode(text: string): Uint8Array } declare class TextDecoder { decode(b: any): string }
declare class URL { constructor(a: string, b?: string); pathname: string; href: string }
declare namespace WebAssembly { class Memory { constructor(d: any); buffer: ArrayBuffer; grow(n: number): number } }
interface ImportMeta { url: string; main: boolean; dirname: string }
declare module "node:*" { const m: any; export default m; }
`;
const AMBIENT_FILE = "/rts-ambient.d.ts";

const parsed = new Map<string, { text: string; file: ts.SourceFile }>();

function parseFile(name: string, text: string): ts.SourceFile {
  const known = parsed.get(name);
  if (known !== undefined && known.text === text) return known.file;
  const file = parse(name, text);
  parsed.set(name, { text, file });
  return file;
}

/** @throws {RtsError} when the text is nested too deeply for the parser. */
function parse(name: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseAll,
  };
  try {
    return ts.createSourceFile(name, text, options, true);
  } catch (error) {
    throw isStackOverflow(error) ? new RtsError([nestingDiagnostic([name])]) : error;
  }
}

function createHost(imports: Map<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS, true);
  host.readFile = (name) => {
    if (name === AMBIENT_FILE) return AMBIENT;
    try {
      return Deno.readTextFileSync(name);
    } catch {
      return undefined;
    }
  };
  host.fileExists = (name) => {
    if (name === AMBIENT_FILE) return true;
    try {
      return Deno.statSync(name).isFile;
    } catch {
      return false;
    }
  };
  host.getSourceFile = (name) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : parseFile(name, text);
  };
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map((literal) => {
      const file = resolveSpecifier(imports, literal.text, containing);
      if (file === null || !file.endsWith(".ts") || !host.fileExists(file)) {
        return { resolvedModule: undefined };
      }
      return { resolvedModule: { resolvedFileName: file, extension: ".ts", isExternalLibraryImport: false } };
    });
  return host;
}

/**
 * Loads `mainFile`, everything it imports, and `extra` modules.
 * @throws {RtsError} when a file is missing, or has a syntax or import error.
 */
export function loadProgram(mainFile: string, extra: readonly string[]): LoadedProgram {
  const imports = readImportMap();
  const path = resolve(Deno.cwd(), mainFile);
  const program = ts.createProgram([path, ...extra, AMBIENT_FILE], OPTIONS, createHost(imports));
  const main = program.getSourceFile(path);
  if (main === undefined) {
    throw new RtsError([plainDiagnostic(path, `cannot read '${mainFile}'`)]);
  }
  const sources = program.getSourceFiles().filter((file) => !file.isDeclarationFile);
  const problems = sources.flatMap((file) => program.getSyntacticDiagnostics(file)).map(convertDiagnostic);
  if (problems.length > 0) throw new RtsError(problems);
  return {
    program,
    checker: program.getTypeChecker(),
    main,
    sources,
    resolveImport: (specifier, from) => resolveSpecifier(imports, specifier, from),
  };
}

/** TypeScript's own findings in the given files: what `deno check` would say of them. */
export function typeDiagnostics(loaded: LoadedProgram, files: readonly ts.SourceFile[]): Diagnostic[] {
  return files.flatMap((file) => loaded.program.getSemanticDiagnostics(file)).map(convertDiagnostic);
}

function plainDiagnostic(file: string, message: string): Diagnostic {
  return { code: "RTS900", file, line: 1, column: 1, message, help: "check the path" };
}

function convertDiagnostic(found: ts.Diagnostic): Diagnostic {
  const message = ts.flattenDiagnosticMessageText(found.messageText, "\n");
  const place = found.file?.getLineAndCharacterOfPosition(found.start ?? 0);
  return {
    code: `TS${found.code}`,
    file: found.file?.fileName ?? "",
    line: (place?.line ?? 0) + 1,
    column: (place?.character ?? 0) + 1,
    message,
    help: "TypeScript's own error: `deno check` reports it too",
  };
}
