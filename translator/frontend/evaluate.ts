/**
 * Evaluates the top levels of a program's modules under Deno and tells, of every live value that translated code may
 * reach, where it was declared.
 *
 * Text is put into each module that registers classes (in a static block), functions (wrapped where they are values,
 * listed where they are declarations) and module variables (as getters); then Deno takes the types out, a hundred
 * times faster than the compiler's emitter. Keys are `file#start` of the declaring node.
 */
import { stripTypeScriptTypes } from "node:module";
import ts from "typescript";
import { dirname, relative, resolve, toFileUrl } from "./paths.ts";
import { type LoadedProgram, PROJECT_ROOT } from "./program.ts";
import { makeDiagnostic, RtsError } from "../checker/diagnostics.ts";

/** What the evaluated modules registered; `base` has what the modules they import registered before. */
export class LiveModules {
  private readonly classes = new Map<string, object>();
  private readonly classKeys = new Map<object, string>();
  private readonly functionKeys = new Map<object, string>();
  private readonly variables = new Map<string, Record<string, () => unknown>>();

  constructor(private readonly base: LiveModules | null = null) {}

  cls(value: object, key: string): void {
    this.classes.set(key, value);
    this.classKeys.set(value, key);
  }
  fn<T extends object>(value: T, key: string): T {
    this.functionKeys.set(value, key);
    return value;
  }
  vars(file: string, getters: Record<string, () => unknown>): void {
    this.variables.set(file, getters);
  }

  /** The class object that was declared at `key`. */
  classAt(key: string): object | undefined {
    return this.classes.get(key) ?? this.base?.classAt(key);
  }
  /** The declaration key of an object's class; null for a plain object. */
  classKeyOf(value: object): string | null {
    const constructor = Object.getPrototypeOf(value)?.constructor;
    return constructor === undefined ? null : this.keyOfClass(constructor);
  }
  private keyOfClass(constructor: object): string | null {
    return this.classKeys.get(constructor) ?? this.base?.keyOfClass(constructor) ?? null;
  }
  /** The declaration key of a function object; null when it is not one of the program's. */
  functionKeyOf(value: object): string | null {
    return this.functionKeys.get(value) ?? this.staticKeyOf(value) ?? this.base?.functionKeyOf(value) ?? null;
  }
  private staticKeyOf(value: object): string | null {
    for (const [cls, key] of this.classKeys) {
      for (const name of Object.getOwnPropertyNames(cls)) {
        const descriptor = Object.getOwnPropertyDescriptor(cls, name);
        if (descriptor !== undefined && descriptor.value === value) return `${key}.${name}`;
      }
    }
    return null;
  }
  /** The value of module variable `name` now; undefined result when there is no such variable. */
  variable(file: string, name: string): { value: unknown } | undefined {
    const getter = this.variables.get(file)?.[name];
    return getter === undefined ? this.base?.variable(file, name) : { value: getter() };
  }
}

/** The key of a declaration. */
export function declarationKey(node: ts.Node): string {
  const original = ts.getOriginalNode(node);
  return `${original.getSourceFile().fileName}#${original.pos}`;
}

/** A set of modules that is evaluated together, into a folder of its own. */
class ModuleGroup {
  readonly files = new Map<string, ts.SourceFile>();

  private constructor(readonly live: LiveModules, readonly folder: string) {}

  static async create(base: LiveModules | null): Promise<ModuleGroup> {
    return new ModuleGroup(new LiveModules(base), await Deno.makeTempDir({ prefix: "rts-eval-" }));
  }

  /** Evaluates `files`, whose imports are among them or come from what `locate` finds. */
  async evaluate(
    loaded: LoadedProgram,
    files: readonly ts.SourceFile[],
    locate: (name: string) => string,
  ): Promise<void> {
    const registryName = `__rts_${crypto.randomUUID()}`;
    (globalThis as Record<string, unknown>)[registryName] = this.live;
    try {
      const prefix = `const __rts = globalThis[${JSON.stringify(registryName)}];\n`;
      for (const file of files) writeModule(loaded, file, this.output(file.fileName), prefix, locate);
      for (const file of files) await importModule(file, this.output(file.fileName));
      for (const file of files) this.files.set(file.fileName, file);
    } finally {
      delete (globalThis as Record<string, unknown>)[registryName];
    }
  }

  output(file: string): string {
    return resolve(this.folder, relative(PROJECT_ROOT, file).replaceAll("..", "__")).replace(/\.ts$/, ".mjs");
  }

  async removeFiles(): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

/** The toolchain's modules, which all translations of this process share; made anew when one of them changed. */
let toolchain: ModuleGroup | null = null;

async function evaluateToolchain(
  loaded: LoadedProgram,
  files: readonly ts.SourceFile[],
): Promise<ModuleGroup> {
  const changed = files.some((file) => (toolchain?.files.get(file.fileName) ?? file) !== file);
  if (toolchain === null || changed) toolchain = await ModuleGroup.create(null);
  const group = toolchain;
  const missing = files.filter((file) => !group.files.has(file.fileName));
  if (missing.length === 0) return group;
  try {
    await group.evaluate(loaded, missing, (name) => group.output(name));
  } catch (error) {
    toolchain = null;
    throw error;
  } finally {
    await group.removeFiles();
  }
  return group;
}

const TOOLCHAIN_FOLDERS = ["translator", "gc", "core/engine", "core/host", "core/std"].map((name) =>
  resolve(PROJECT_ROOT, name) + "/"
);

/** Whether a module belongs to the toolchain: its top level does the same for every program. */
export function isToolchain(file: string): boolean {
  return TOOLCHAIN_FOLDERS.some((folder) => file.startsWith(folder));
}

/**
 * Runs all module top levels: the toolchain's once in a process, the program's own each time.
 * @throws {RtsError} when a top level throws.
 */
export async function evaluateModules(loaded: LoadedProgram): Promise<LiveModules> {
  const shared = loaded.sources.filter((file) => isToolchain(file.fileName));
  const base = await evaluateToolchain(loaded, shared);
  const group = await ModuleGroup.create(base.live);
  try {
    // The program's file first: where imports form cycles, what runs before what follows from where one begins. Then
    // modules that are imported for their types alone, those that others need before those others.
    const all = loaded.sources.filter((file) => !isToolchain(file.fileName));
    const own = [...all.slice(-1), ...all.slice(0, -1)];
    await group.evaluate(loaded, own, (name) => (isToolchain(name) ? base : group).output(name));
  } finally {
    await group.removeFiles();
  }
  return group.live;
}

/** Writes the JavaScript of one module: its text with the registrations, its types taken out by Deno. */
function writeModule(
  loaded: LoadedProgram,
  file: ts.SourceFile,
  target: string,
  prefix: string,
  locate: (name: string) => string,
): void {
  Deno.mkdirSync(dirname(target), { recursive: true });
  const rewrite = (specifier: string): string => {
    const resolved = loaded.resolveImport(specifier, file.fileName);
    return resolved === null ? specifier : toFileUrl(locate(resolved)).href;
  };
  const edited = withRegistrations(file, rewrite);
  // Unused imports, those of types, go here as well.
  Deno.writeTextFileSync(target, prefix + withoutTypes(edited, file.fileName));
}

/** @throws {RtsError} when the text is no TypeScript. */
function withoutTypes(text: string, file: string): string {
  try {
    return stripTypeScriptTypes(text, { mode: "transform" });
  } catch (error) {
    throw new RtsError([
      makeDiagnostic("RTS601", file, 1, 1, String((error as Error).message).split("\n")[0]),
    ]);
  }
}

async function importModule(file: ts.SourceFile, path: string): Promise<void> {
  try {
    await import(toFileUrl(path).href);
  } catch (error) {
    const text = error instanceof Error
      ? error.message
      : String((error as { message?: unknown })?.message ?? error);
    throw new RtsError([
      makeDiagnostic("RTS601", file.fileName, 1, 1, text),
    ]);
  }
}

/** Text put into a module. */
export interface Insertion {
  readonly at: number;
  /** Characters of the original that it replaces. */
  readonly drop: number;
  readonly text: string;
}

/** The text of a module with registrations added and imports pointed at the emitted files. */
function withRegistrations(file: ts.SourceFile, rewrite: (specifier: string) => string): string {
  const insertions: Insertion[] = [];
  const insert = (at: number, text: string, drop = 0): void => void insertions.push({ at, drop, text });
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    const key = JSON.stringify(`${file.fileName}#${node.pos}`);
    if (ts.isClassDeclaration(node)) {
      insert(node.members.pos, ` static { __rts.cls(this, ${key}); } `);
    } else if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
      // A function nested in a function registers at each evaluation: only top-level values matter, the rest is cheap.
      insert(node.getStart(file), "__rts.fn(");
      ts.forEachChild(node, visit);
      return insert(node.end, `, ${key})`);
    }
    ts.forEachChild(node, visit);
  };
  for (const statement of file.statements) {
    const specifier = specifierOf(statement);
    if (ts.isExportAssignment(statement) && !statement.isExportEquals) {
      const start = statement.getStart(file);
      insert(start, `const ${DEFAULT_VARIABLE} = `, statement.expression.getStart(file) - start);
      visit(statement.expression);
      insert(statement.end, `\nexport { ${DEFAULT_VARIABLE} as default };`);
    } else if (specifier === null) visit(statement);
    else {
      const start = specifier.getStart(file);
      insert(start, JSON.stringify(rewrite(specifier.text)), specifier.end - start);
    }
  }
  return `${applied(file.text, insertions).replace(/^#!/, "//")}\n${registrations(file)}`;
}

/** `text` with insertions, which stand in its order. */
export function applied(text: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, drop, text: inserted } of insertions) {
    parts.push(text.slice(done, at), inserted);
    done = at + drop;
  }
  parts.push(text.slice(done));
  return parts.join("");
}

/** Where an import or export comes from; null for other statements. */
export function specifierOf(statement: ts.Statement): ts.StringLiteral | null {
  const from = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)
    ? statement.moduleSpecifier
    : undefined;
  return from !== undefined && ts.isStringLiteral(from) ? from : null;
}

/** The name under which a module's default export is registered, where it is an expression. */
export const DEFAULT_EXPORT = "default";
const DEFAULT_VARIABLE = "__rts_default";

/** Names that a module binds to values that translated code may use, and the variables that hold them. */
function boundNames(file: ts.SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.set(name.text, name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  for (const statement of file.statements) {
    if (ts.isExportAssignment(statement)) names.set(DEFAULT_EXPORT, DEFAULT_VARIABLE);
    const declared = ts.canHaveModifiers(statement) &&
      statement.modifiers?.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword);
    if (declared) continue;
    if (ts.isEnumDeclaration(statement)) names.set(statement.name.text, statement.name.text);
    if (ts.isVariableStatement(statement)) {
      statement.declarationList.declarations.forEach((d) => bind(d.name));
    }
  }
  return names;
}

/** Statements at the module's end that register its declared functions and its variables. */
function registrations(file: ts.SourceFile): string {
  const lines: string[] = [];
  for (const statement of file.statements) {
    if (
      !ts.isFunctionDeclaration(statement) || statement.name === undefined || statement.body === undefined
    ) continue;
    const key = JSON.stringify(`${file.fileName}#${statement.pos}`);
    lines.push(`__rts.fn(${statement.name.text}, ${key});`);
  }
  const getters = [...boundNames(file)].map(([name, variable]) =>
    `${JSON.stringify(name)}: () => ${variable}`
  );
  lines.push(`__rts.vars(${JSON.stringify(file.fileName)}, { ${getters.join(", ")} });`);
  return lines.join("\n") + "\n";
}
