/**
 * Evaluates the top levels of a program's modules under Deno and tells, of every live value that translated code may
 * reach, where it was declared.
 *
 * Each module is emitted as JavaScript with a transformer that registers classes (in a static block), functions
 * (wrapped where they are values, listed where they are declarations) and module variables (as getters). Keys are
 * `file#start` of the declaring node.
 */
import ts from "typescript";
import { dirname, relative, resolve, toFileUrl } from "./paths.ts";
import { type LoadedProgram, PROJECT_ROOT } from "./program.ts";
import { makeDiagnostic, RtsError } from "../checker/diagnostics.ts";

/** What the evaluated modules registered. */
export class LiveModules {
  /** Class objects by declaration key. */
  readonly classes = new Map<string, object>();
  private readonly classKeys = new Map<object, string>();
  private readonly functionKeys = new Map<object, string>();
  private readonly variables = new Map<string, Record<string, () => unknown>>();

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

  /** The declaration key of an object's class; null for a plain object. */
  classKeyOf(value: object): string | null {
    const constructor = Object.getPrototypeOf(value)?.constructor;
    return constructor === undefined ? null : this.classKeys.get(constructor) ?? null;
  }
  /** The declaration key of a function object; null when it is not one of the program's. */
  functionKeyOf(value: object): string | null {
    return this.functionKeys.get(value) ?? this.staticKeyOf(value);
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
    return getter === undefined ? undefined : { value: getter() };
  }
}

/** The key of a declaration. */
export function declarationKey(node: ts.Node): string {
  const original = ts.getOriginalNode(node);
  return `${original.getSourceFile().fileName}#${original.pos}`;
}

/**
 * Runs all module top levels.
 * @throws {RtsError} when a top level throws.
 */
export async function evaluateModules(loaded: LoadedProgram): Promise<LiveModules> {
  const live = new LiveModules();
  const folder = await Deno.makeTempDir({ prefix: "rts-eval-" });
  const registryName = `__rts_${crypto.randomUUID()}`;
  (globalThis as Record<string, unknown>)[registryName] = live;
  try {
    const prefix = `const __rts = globalThis[${JSON.stringify(registryName)}];\n`;
    for (const file of loaded.sources) writeModule(loaded, file, folder, prefix);
    for (const file of loaded.sources) await importModule(file, outputName(folder, file.fileName));
  } finally {
    delete (globalThis as Record<string, unknown>)[registryName];
    await Deno.remove(folder, { recursive: true });
  }
  return live;
}

function outputName(folder: string, file: string): string {
  return resolve(folder, relative(PROJECT_ROOT, file).replaceAll("..", "__")).replace(/\.ts$/, ".mjs");
}

function writeModule(loaded: LoadedProgram, file: ts.SourceFile, folder: string, prefix: string): void {
  const target = outputName(folder, file.fileName);
  Deno.mkdirSync(dirname(target), { recursive: true });
  const rewrite = (specifier: string): string => {
    const resolved = loaded.resolveImport(specifier, file.fileName);
    return resolved === null ? specifier : toFileUrl(outputName(folder, resolved)).href;
  };
  loaded.program.emit(
    file,
    (_name, text) => Deno.writeTextFileSync(target, prefix + text),
    undefined,
    false,
    { before: [registering], after: [(context) => redirecting(context, rewrite)] },
  );
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

function call(factory: ts.NodeFactory, method: string, args: ts.Expression[]): ts.Expression {
  const callee = factory.createPropertyAccessExpression(factory.createIdentifier("__rts"), method);
  return factory.createCallExpression(callee, undefined, args);
}

/** Adds the registrations to one module. */
const registering: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const factory = context.factory;
  const visit = (node: ts.Node): ts.Node => {
    const key = factory.createStringLiteral(
      node.pos >= 0 ? `${file.fileName}#${node.pos}` : "",
    );
    if (ts.isClassDeclaration(node)) {
      const updated = ts.visitEachChild(node, visit, context);
      const block = factory.createClassStaticBlockDeclaration(factory.createBlock([
        factory.createExpressionStatement(call(factory, "cls", [factory.createThis(), key])),
      ]));
      return factory.updateClassDeclaration(
        updated,
        updated.modifiers,
        updated.name,
        updated.typeParameters,
        updated.heritageClauses,
        [block, ...updated.members],
      );
    }
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
      // A function nested in a function registers at each evaluation: only top-level values matter, the rest is cheap.
      const updated = ts.visitEachChild(node, visit, context) as ts.ArrowFunction | ts.FunctionExpression;
      return call(factory, "fn", [updated, key]);
    }
    return ts.visitEachChild(node, visit, context);
  };
  const body = ts.visitNodes(file.statements, visit) as ts.NodeArray<ts.Statement>;
  return factory.updateSourceFile(file, [...body, ...registrations(factory, file)]);
};

/** Statements at the module's end that register its declared functions and its variables. */
function registrations(factory: ts.NodeFactory, file: ts.SourceFile): ts.Statement[] {
  const result: ts.Statement[] = [];
  const getters: ts.PropertyAssignment[] = [];
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined && statement.body !== undefined) {
      const key = factory.createStringLiteral(`${file.fileName}#${statement.pos}`);
      const name = factory.createIdentifier(statement.name.text);
      result.push(factory.createExpressionStatement(call(factory, "fn", [name, key])));
    }
    if (!ts.isVariableStatement(statement)) continue;
    if (statement.modifiers?.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword)) continue;
    for (const declaration of statement.declarationList.declarations) {
      if (!ts.isIdentifier(declaration.name)) continue;
      const name = declaration.name.text;
      const getter = factory.createArrowFunction(
        undefined,
        undefined,
        [],
        undefined,
        undefined,
        factory.createIdentifier(name),
      );
      getters.push(factory.createPropertyAssignment(factory.createStringLiteral(name), getter));
    }
  }
  const args = [factory.createStringLiteral(file.fileName), factory.createObjectLiteralExpression(getters)];
  result.push(factory.createExpressionStatement(call(factory, "vars", args)));
  return result;
}

/** Points imports at the emitted files; runs after unused imports were dropped. */
function redirecting(
  context: ts.TransformationContext,
  rewrite: (specifier: string) => string,
): ts.Transformer<ts.SourceFile> {
  const factory = context.factory;
  const literal = (node: ts.Expression): ts.Expression =>
    ts.isStringLiteral(node) ? factory.createStringLiteral(rewrite(node.text)) : node;
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isImportDeclaration(node)) {
      return factory.updateImportDeclaration(
        node,
        node.modifiers,
        node.importClause,
        literal(node.moduleSpecifier),
        node.attributes,
      );
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      return factory.updateExportDeclaration(
        node,
        node.modifiers,
        node.isTypeOnly,
        node.exportClause,
        literal(node.moduleSpecifier),
        node.attributes,
      );
    }
    return node;
  };
  return (file) => ts.visitEachChild(file, visit, context);
}
