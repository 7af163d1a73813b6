/**
 * Untranslated code that makes the checks of the debug profile: the program is lowered, the lowering's checks are
 * recorded, and calls of `checks.ts` are put around the same nodes of the source. Everything else stays as it is, and
 * so does what modules do outside translated code.
 */
import { stripTypeScriptTypes } from "node:module";
import ts from "typescript";
import { applied, type Insertion, specifierOf } from "../frontend/evaluate.ts";
import { type LoadedProgram, loadWithToolchain, typeDiagnostics } from "../frontend/mod.ts";
import { dirname, relative, resolve, toFileUrl } from "../frontend/paths.ts";
import { type CheckName, CheckRecorder } from "../frontend/recorder.ts";
import { isOwn, lowerWithTypes } from "./translate.ts";

/** How instrumented modules call `checks.ts`. */
const CHECKS = "__rts_check";
const PRELUDE = `import * as ${CHECKS} from ${JSON.stringify(new URL("checks.ts", import.meta.url).href)}; `;

/** Choices of {@link instrument}. */
export interface InstrumentOptions {
  /** Leave out TypeScript's own findings. */
  readonly skipTypes?: boolean;
}

/**
 * Writes the program at `path`, instrumented, into the folder `target`; the paths of its modules there, by those of
 * the originals.
 * @throws {RtsError} with every diagnostic when the program is not RTS.
 */
export async function instrument(
  path: string,
  target: string,
  options: InstrumentOptions = {},
): Promise<ReadonlyMap<string, string>> {
  const loaded = loadWithToolchain(path);
  const recorder = new CheckRecorder();
  const own = loaded.sources.filter(isOwn);
  await lowerWithTypes(loaded, typeDiagnostics(loaded, options.skipTypes ? [] : own), true, recorder);
  const root = commonFolder(own.map((file) => file.fileName));
  const output = (file: string) => resolve(target, relative(root, file).replace(/\.ts$/, ".mjs"));
  for (const file of own) {
    const text = new Instrumenter(loaded, file, recorder, output).text();
    Deno.mkdirSync(dirname(output(file.fileName)), { recursive: true });
    Deno.writeTextFileSync(output(file.fileName), stripTypeScriptTypes(text, { mode: "transform" }));
  }
  return new Map(own.map((file) => [file.fileName, output(file.fileName)]));
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0]);
  while (!files.every((file) => file.startsWith(`${folder}/`)) && folder !== "/") folder = dirname(folder);
  return folder;
}

const RANGE = /^[iu]\d+$/;

/** Puts the checks into one module. */
class Instrumenter {
  private readonly insertions: Insertion[] = [];

  constructor(
    private readonly loaded: LoadedProgram,
    private readonly file: ts.SourceFile,
    private readonly recorder: CheckRecorder,
    private readonly output: (file: string) => string,
  ) {}

  text(): string {
    for (const statement of this.file.statements) {
      const specifier = specifierOf(statement);
      if (specifier === null) this.visit(statement);
      else {this.replace(
          specifier.getStart(this.file),
          specifier.end,
          JSON.stringify(this.target(specifier.text)),
        );}
    }
    return PRELUDE + applied(this.file.text, this.insertions).replace(/^#!/, "//");
  }

  /** Where an import leads: to the instrumented module, or to the toolchain as it is. */
  private target(specifier: string): string {
    const file = this.loaded.resolveImport(specifier, this.file.fileName);
    if (file === null) return specifier;
    const source = this.loaded.program.getSourceFile(file);
    return toFileUrl(source !== undefined && isOwn(source) ? this.output(file) : file).href;
  }

  private insert(at: number, text: string): void {
    this.insertions.push({ at, drop: 0, text });
  }
  private replace(from: number, to: number, text: string): void {
    this.insertions.push({ at: from, drop: to - from, text });
  }

  /** A check's place, as the debug profile names it. */
  private place(node: ts.Node): string {
    const { line, character } = this.file.getLineAndCharacterOfPosition(node.getStart(this.file));
    const short = relative(Deno.cwd(), this.file.fileName);
    const name = short.length < this.file.fileName.length ? short : this.file.fileName;
    return JSON.stringify(`${name}:${line + 1}:${character + 1}`);
  }

  /** Visits a node; `isUpdated`: it is the operand of `++` or `--`, whose check stands around the operator. */
  private visit(node: ts.Node, isUpdated = false): void {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (this.isModuleUrl(node)) return;
    const checks = this.recorder.at(node);
    const around = this.around(node, isUpdated ? [] : checks);
    for (const { before } of around) this.insert(node.getStart(this.file), before);
    this.inside(node, checks);
    for (const { after } of around.reverse()) this.insert(node.end, after);
  }

  /** `import.meta.url` stays that of the original. */
  private isModuleUrl(node: ts.Node): boolean {
    const found = ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression) &&
      node.name.text === "url";
    if (found) {
      this.replace(node.getStart(this.file), node.end, JSON.stringify(toFileUrl(this.file.fileName).href));
    }
    return found;
  }

  /** Calls around the whole node. */
  private around(node: ts.Node, checks: readonly CheckName[]): { before: string; after: string }[] {
    if (isUpdate(node)) return this.aroundUpdate(node);
    const place = this.place(node);
    const result: { before: string; after: string }[] = [];
    for (const check of checks) {
      if (RANGE.test(check)) result.push({ before: `${CHECKS}.range("${check}", `, after: `, ${place})` });
      if (check === "unreachable") result.push({ before: `${CHECKS}.unreachable(${place}) || `, after: "" });
      if (check === "cast" && ts.isAsExpression(node) && ts.isTypeReferenceNode(node.type)) {
        const type = node.type.typeName.getText(this.file);
        result.push({ before: `${CHECKS}.cast(`, after: `, () => ${type}, ${place})` });
      }
    }
    return result;
  }

  private aroundUpdate(
    node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression,
  ): { before: string; after: string }[] {
    const place = this.place(node.operand);
    const step = node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1;
    return this.recorder.at(node.operand).filter((check) => RANGE.test(check)).map((check) =>
      ts.isPostfixUnaryExpression(node)
        ? { before: `${CHECKS}.updated("${check}", `, after: `, ${step}, ${place})` }
        : { before: `${CHECKS}.range("${check}", `, after: `, ${place})` }
    );
  }

  /** Visits the children, with calls around single ones. */
  private inside(node: ts.Node, checks: readonly CheckName[]): void {
    if (checks.includes("bounds") && ts.isElementAccessExpression(node)) return this.element(node);
    if (checks.includes("bounds") && ts.isCallExpression(node)) return this.unit(node);
    const wrapped = this.wrappedChild(node, checks);
    ts.forEachChild(node, (child) => {
      if (wrapped === null || !contains(child, wrapped.child)) return this.visit(child, isUpdate(node));
      this.visitWrapped(child, wrapped, node);
    });
  }

  private visitWrapped(child: ts.Node, wrapped: { child: ts.Node; call: string }, node: ts.Node): void {
    if (child !== wrapped.child) { // `a.pop` of `a.pop()`
      return ts.forEachChild(
        child,
        (inner) => inner === wrapped.child ? this.visitWrapped(inner, wrapped, node) : this.visit(inner),
      );
    }
    this.insert(child.getStart(this.file), `${CHECKS}.${wrapped.call}(`);
    this.visit(child);
    this.insert(child.end, `, ${this.place(node)})`);
  }

  /** The child that a check looks at; null when there is none. */
  private wrappedChild(node: ts.Node, checks: readonly CheckName[]): { child: ts.Node; call: string } | null {
    if (checks.includes("divisor") && ts.isBinaryExpression(node)) {
      return { child: node.right, call: "divisor" };
    }
    if (checks.includes("divisor") && ts.isCallExpression(node)) {
      return { child: node.arguments[1], call: "divisor" };
    }
    if (checks.includes("null") && ts.isNonNullExpression(node)) {
      return { child: node.expression, call: "nonnull" };
    }
    if (
      checks.includes("nonempty") && ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression)
    ) {
      return { child: node.expression.expression, call: "nonempty" };
    }
    return null;
  }

  /** `a[i]` becomes `ref(a, i)[key()]`, which can be read and assigned as well. */
  private element(node: ts.ElementAccessExpression): void {
    this.insert(node.getStart(this.file), `${CHECKS}.ref(`);
    this.visit(node.expression);
    this.replace(node.expression.end, node.argumentExpression.getStart(this.file), ", ");
    this.visit(node.argumentExpression);
    this.replace(node.argumentExpression.end, node.end, `, ${this.place(node)})[${CHECKS}.key()]`);
  }

  /** `s.charCodeAt(i)` becomes `ref(s, i).charCodeAt(key())`. */
  private unit(node: ts.CallExpression): void {
    const callee = node.expression as ts.PropertyAccessExpression;
    this.insert(node.getStart(this.file), `${CHECKS}.ref(`);
    this.visit(callee.expression);
    this.replace(callee.expression.end, node.arguments[0].getStart(this.file), ", ");
    this.visit(node.arguments[0]);
    this.replace(
      node.arguments[0].end,
      node.end,
      `, ${this.place(node)}).${callee.name.text}(${CHECKS}.key())`,
    );
  }
}

function isUpdate(node: ts.Node): node is ts.PrefixUnaryExpression | ts.PostfixUnaryExpression {
  const operator = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)
    ? node.operator
    : null;
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function contains(node: ts.Node, part: ts.Node): boolean {
  return node.pos <= part.pos && part.end <= node.end;
}
