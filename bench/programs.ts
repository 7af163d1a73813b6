/**
 * The table of benchmark programs. Each file is RTS and exports `run(n: i32): f64`, `defaultSize(): i32` and
 * `main(args: string[]): i32`.
 */

/** A row of the table. `i64` programs are averaged apart: untranslated their kernel runs on bigints. */
export interface BenchProgram {
  readonly name: string;
  /** Relative to the root of the project. */
  readonly file: string;
  readonly group: "general" | "i64";
}

function general(name: string): BenchProgram {
  return { name, file: `bench/rts/${name}.ts`, group: "general" };
}

function integer64(name: string): BenchProgram {
  return { name, file: `bench/rts/${name}.ts`, group: "i64" };
}

/** The programs of `bench rts`. A file that is missing is skipped, and the report says so. */
export const PROGRAMS: readonly BenchProgram[] = [
  general("richards"),
  general("deltablue"),
  general("havlak"),
  general("binary_trees"),
  general("nbody"),
  general("spectral_norm"),
  general("fannkuch"),
  general("json_parser"),
  general("guest"),
  integer64("i64_mandel_fixed"),
  integer64("i64_hash"),
  integer64("i64_collatz"),
];

/** A program of `bench gc`: it prints its figures as lines `label: value unit`. */
export interface GcProgram {
  readonly name: string;
  readonly file: string;
  /** Environment variables it runs with: tunables of the collector. */
  readonly env: Readonly<Record<string, string>>;
}

/** The programs of `bench gc`. */
export const GC_PROGRAMS: readonly GcProgram[] = [
  { name: "gc_empty", file: "bench/rts/gc_empty.ts", env: {} },
  { name: "gc_pauses", file: "bench/rts/gc_pauses.ts", env: { PYPY_GC_NURSERY: "4M" } },
  { name: "gc_steps", file: "bench/rts/gc_steps.ts", env: {} },
  { name: "gc_steady", file: "bench/rts/gc_steady.ts", env: {} },
  { name: "gc_release", file: "bench/rts/gc_release.ts", env: {} },
  { name: "gc_3gib", file: "bench/rts/gc_3gib.ts", env: {} },
];

/** The root of the project, where `file`s start. */
export const ROOT = new URL("../", import.meta.url);

/** The rows whose name is `only`, or all of them. @throws {Error} naming the choices when there is none. */
export function select<T extends { readonly name: string }>(
  table: readonly T[],
  only: string | undefined,
): readonly T[] {
  if (only === undefined) return table;
  const chosen = table.filter((program) => program.name === only);
  if (chosen.length > 0) return chosen;
  throw new Error(`no program '${only}'; there are ${table.map((program) => program.name).join(", ")}`);
}
