/**
 * The pipeline, from a file to an image. Loads TypeScript's compiler, so that whoever may find the image in the cache
 * imports this module only when it does not.
 */
import type ts from "typescript";
import { type Diagnostic, makeDiagnostic, RtsError } from "../checker/diagnostics.ts";
import { type LoadedProgram, loadWithToolchain, lowerProgram, typeDiagnostics } from "../frontend/mod.ts";
import { isToolchain } from "../frontend/evaluate.ts";
import type { CheckRecorder } from "../frontend/recorder.ts";
import { resolve } from "../frontend/paths.ts";
import { isStackOverflow, nestingDiagnostic } from "../frontend/nesting.ts";
import type { ClassDesc, Program } from "../ir/ir.ts";
import { type Layout, layoutProgram } from "../layout/layout.ts";
import { optimizeAndLower, prepare } from "../passes/pipeline.ts";
import { emitProgram } from "../wasm/emit.ts";
import { type Image, imageOf } from "../wasm/image.ts";
import { type Stage, type TranslateOptions, TranslatorFailure } from "./options.ts";

/** Looks at what the pipeline has, at each point where a dump is offered. */
export interface Observer {
  /** After a pass; the codewriter's input is what `prepared` sees. */
  afterPass?(pass: string, program: Program): void;
  prepared?(program: Program): void;
  optimized?(program: Program): void;
  laidOut?(program: Program, layout: Layout): void;
}

/** An image and the files it was made from. */
export interface Translation {
  readonly image: Image;
  /** Absolute paths, the toolchain's among them. */
  readonly sources: readonly string[];
}

/** Runs one translation, remembering where it is. */
class Pipeline {
  private stage: Stage = "load";
  /** The program's own files. */
  private files: readonly string[];

  constructor(
    private readonly path: string,
    private readonly options: TranslateOptions,
    private readonly observer: Observer,
  ) {
    this.files = [resolve(Deno.cwd(), path)];
  }

  async run(): Promise<Translation> {
    try {
      const loaded = this.at("load", () => loadWithToolchain(this.path));
      this.files = loaded.sources.filter(isOwn).map((file) => file.fileName);
      const program = await this.lower(loaded);
      this.pass(program);
      const image = await this.finish(program);
      return { image, sources: loaded.sources.map((file) => file.fileName) };
    } catch (error) {
      if (error instanceof RtsError || error instanceof TranslatorFailure) throw error;
      if (isStackOverflow(error)) throw new RtsError([nestingDiagnostic(this.files)]);
      throw new TranslatorFailure(this.stage, functionOf(error), error);
    }
  }

  private at<T>(stage: Stage, work: () => T): T {
    this.stage = stage;
    this.options.progress?.(stage);
    return work();
  }

  private async lower(loaded: LoadedProgram): Promise<Program> {
    const files = this.options.skipTypes ? [] : loaded.sources.filter(isOwn);
    const types = this.at("check", () => typeDiagnostics(loaded, files));
    const debug = this.options.profile === "debug";
    const program = await this.at("evaluate and lower", () => lowerWithTypes(loaded, types, debug));
    for (const name of this.options.exports ?? []) requireExport(program, loaded, name);
    return program;
  }

  private pass(program: Program): void {
    const options = {
      verify: this.options.verify ?? false,
      after: this.observer.afterPass?.bind(this.observer),
    };
    this.at("prepare", () => prepare(program, withoutUndefined(options)));
    this.observer.prepared?.(program);
    this.at("optimize", () => optimizeAndLower(program, withoutUndefined(options)));
    this.observer.optimized?.(program);
  }

  private async finish(program: Program): Promise<Image> {
    const { profile = "release", gcStress = false } = this.options;
    const debug = profile === "debug";
    const layout = this.at("layout", () => layoutProgram(program, { debug, gcStress }));
    this.observer.laidOut?.(program, layout);
    const module = this.at("emit", () => emitProgram(program, layout, { debug }));
    const image = withException(imageOf(program, layout, module, profile), program);
    if (!this.options.optimize) return image;
    const { optimizeImage } = await import("../wasm/optimize.ts");
    return this.at("binaryen", () => optimizeImage(image));
  }
}

/** Translates the file at `path` (no cache). @throws {RtsError} with every diagnostic; {TranslatorFailure}. */
export function translate(
  path: string,
  options: TranslateOptions = {},
  observer: Observer = {},
): Promise<Translation> {
  return new Pipeline(path, options, observer).run();
}

/**
 * Lowers a program in which TypeScript found `types`.
 * @throws {RtsError} with these and RTS's own findings; a failure of lowering that they may have caused is left out.
 */
export async function lowerWithTypes(
  loaded: LoadedProgram,
  types: readonly Diagnostic[],
  debug: boolean,
  recorder?: CheckRecorder,
): Promise<Program> {
  try {
    const program = await lowerProgram(loaded, recorder === undefined ? { debug } : { debug, recorder });
    if (types.length > 0) throw new RtsError(types);
    return program;
  } catch (error) {
    if (types.length === 0) throw error;
    throw new RtsError(error instanceof RtsError ? merge(error.diagnostics, types) : types);
  }
}

/** Whether a module belongs to the program, not to the toolchain. */
export function isOwn(file: ts.SourceFile): boolean {
  return !isToolchain(file.fileName);
}

/** RTS's findings and those of TypeScript at other places, by place. */
function merge(own: readonly Diagnostic[], types: readonly Diagnostic[]): Diagnostic[] {
  const place = (d: Diagnostic) => `${d.file}:${d.line}:${d.column}`;
  const places = new Set(own.map(place));
  const all = [...own, ...types.filter((d) => !places.has(place(d)))];
  return all.sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column
  );
}

function requireExport(program: Program, loaded: LoadedProgram, name: string): void {
  if (program.exports.has(name)) return;
  const text = `this module exports no function '${name}' whose types are numbers`;
  throw new RtsError([makeDiagnostic("RTS900", loaded.main.fileName, 1, 1, text)]);
}

/** Adds where an exception's message is, for those who call exported functions. */
function withException(image: Image, program: Program): Image {
  const offset = messageOffset(program.classes);
  const constants = { ...image.metadata.constants, exceptionMessage: offset };
  return { ...image, metadata: { ...image.metadata, constants } };
}

function messageOffset(classes: readonly ClassDesc[]): number {
  const base = classes.find((cls) => cls.name === "Exception");
  return base?.fields.find((field) => field.name === "message")?.offset ?? 0;
}

/** The function that a stage was at when it failed; null when the error does not say. */
function functionOf(error: unknown): string | null {
  const where = (error as { function?: unknown } | null)?.function;
  return typeof where === "string" ? where : null;
}

function withoutUndefined<T extends object>(options: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
