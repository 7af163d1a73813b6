/**
 * `check`: is it RTS? Runs the front end alone. All files are checked in one pass, through a module that calls
 * everything they export: parsing and checking what they share, the toolchain above all, happens once.
 *
 * Findings in that module (such as a `main` of a wrong type) belong to the file whose line it is.
 */
import ts from "typescript";
import { type Diagnostic, makeDiagnostic, RtsError } from "../checker/diagnostics.ts";
import { loadWithToolchain, typeDiagnostics } from "../frontend/mod.ts";
import { resolve } from "../frontend/paths.ts";
import { TranslatorFailure } from "./options.ts";
import { isStackOverflow, nestingDiagnostic } from "../frontend/nesting.ts";
import { isOwn, lowerWithTypes } from "./translate.ts";

/** Types of parameters and results of functions that other modules may export to the engine. */
const KINDS = new Set(["i32", "u32", "i64", "u64", "f64", "bool", "boolean", "Addr", "void"]);
const IMPORTED = [...KINDS].filter((kind) => kind !== "boolean" && kind !== "void").map((kind) =>
  `type ${kind}`
);

/** An exported function; `types` of the parameters and the result, null for `main`. */
interface Entry {
  readonly name: string;
  readonly types: readonly string[] | null;
}

/** The functions that `file` exports and that can be called from outside. */
function entriesOf(file: ts.SourceFile): Entry[] {
  return file.statements.filter(ts.isFunctionDeclaration).flatMap((node): Entry[] => {
    const exported = node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported || node.name === undefined || node.typeParameters !== undefined) return [];
    if (node.name.text === "main") return [{ name: "main", types: null }];
    const types = [...node.parameters.map((parameter) => parameter.type), node.type]
      .map((type) => type?.getText(file) ?? "");
    return types.every((type) => KINDS.has(type)) ? [{ name: node.name.text, types }] : [];
  });
}

/** One line for the entries of the file number `index`. */
function lineFor(path: string, index: number, entries: readonly Entry[]): string {
  const names = entries.map(({ name }) => `${name} as f${index}_${name}`);
  const parts = [`import { ${names.join(", ")} } from ${JSON.stringify(path)};`];
  for (const { name, types } of entries) {
    const own = types ?? ["string[]", "i32"];
    const parameters = own.slice(0, -1).map((type, i) => `p${i}: ${type}`).join(", ");
    const call = `f${index}_${name}(${own.slice(1).map((_, i) => `p${i}`).join(", ")})`;
    const result = own.at(-1)!;
    const body = result === "void" ? `${call};` : `return ${call};`;
    parts.push(
      `${types === null ? "" : "export "}function g${index}_${name}(${parameters}): ${result} { ${body} }`,
    );
  }
  return parts.join(" ");
}

/** The module that calls everything, and the file that each of its lines is for. */
function combine(
  files: readonly { path: string; entries: readonly Entry[] }[],
): { text: string; owners: string[] } {
  const lines = [`import { ${IMPORTED.join(", ")} } from "@rts";`];
  const calls: string[] = [];
  files.forEach(({ path, entries }, index) => {
    lines.push(lineFor(path, index, entries));
    if (entries.some(({ types }) => types === null)) calls.push(`code = g${index}_main(args);`);
  });
  lines.push(
    `export function main(args: string[]): i32 { let code: i32 = 0; ${calls.join(" ")} return code; }`,
  );
  return { text: lines.join("\n") + "\n", owners: ["", ...files.map(({ path }) => path), ""] };
}

/** What was found in `files`; empty when all of it is RTS. Paths are absolute. */
export async function checkFiles(files: readonly string[]): Promise<Diagnostic[]> {
  const read = files.map((path) => {
    const text = Deno.readTextFileSync(path);
    return { path, entries: entriesOf(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)) };
  });
  const none = read.filter(({ entries }) => entries.length === 0);
  const found = none.map(({ path }) =>
    makeDiagnostic("RTS900", path, 1, 1, "this module exports no function that can be called")
  );
  const callable = read.filter(({ entries }) => entries.length > 0);
  return callable.length === 0 ? found : [...found, ...await checkTogether(callable)];
}

async function checkTogether(
  files: readonly { path: string; entries: readonly Entry[] }[],
): Promise<Diagnostic[]> {
  const { text, owners } = combine(files);
  const folder = await Deno.makeTempDir({ prefix: "rts-check-" });
  const module = resolve(folder, "check.ts");
  try {
    await Deno.writeTextFile(module, text);
    const found = await checkModule(module, files.map(({ path }) => path));
    return found.map((d) =>
      d.file === module ? { ...d, file: owners[d.line - 1] ?? "", line: 1, column: 1 } : d
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function checkModule(module: string, files: readonly string[]): Promise<Diagnostic[]> {
  try {
    const loaded = loadWithToolchain(module);
    await lowerWithTypes(loaded, typeDiagnostics(loaded, loaded.sources.filter(isOwn)), true);
    return [];
  } catch (error) {
    if (error instanceof RtsError) return [...error.diagnostics];
    if (isStackOverflow(error)) return [nestingDiagnostic(files)];
    throw new TranslatorFailure("evaluate and lower", null, error);
  }
}
