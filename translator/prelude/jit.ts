/**
 * Hints to the tracing JIT. Untranslated they do nothing; the translator keeps them in the IR for the codewriter.
 *
 * JSDoc tags on functions: `@elidable` (result depends on the arguments alone, effects may be dropped),
 * `@unroll` (loops of the function are unrolled by the tracer), `@dontLookInside` (always a residual call).
 * On fields: `@quasiImmutable`. On classes: `@virtualizable field, field, array[*]`.
 */

/** Names of the variables of a {@link JitDriver}: greens identify a loop, reds are the rest of its state. */
export interface JitDriverOptions {
  readonly name: string;
  readonly greens: readonly string[];
  readonly reds: readonly string[];
  /** Which red, if any, is a virtualizable. */
  readonly virtualizable?: string;
}

/** Marks the loop of an interpreter, as RPython's `JitDriver`. Create it at module top level. */
export class JitDriver {
  readonly name: string;
  readonly greens: readonly string[];
  readonly reds: readonly string[];
  readonly virtualizable: string | null;

  constructor(options: JitDriverOptions) {
    this.name = options.name;
    this.greens = options.greens;
    this.reds = options.reds;
    this.virtualizable = options.virtualizable ?? null;
  }

  /** Marks the head of the bytecode loop. `values`: all greens, then all reds, in the declared order. */
  jitMergePoint(..._values: unknown[]): void {}

  /** Marks a backward jump of the interpreted program. `values` as in {@link jitMergePoint}. */
  canEnterJit(..._values: unknown[]): void {}
}

/** Asks the tracer to guard on the value of `x` and treat it as a constant from here on. */
export function promote<T>(x: T): T {
  return x;
}
/** True while tracing or optimizing knows `x` as a constant; false otherwise, and always without JIT. */
export function isConstant<T>(_x: T): boolean {
  return false;
}
/** True while the optimizer knows `x` as a virtual; false otherwise, and always without JIT. */
export function isVirtual<T>(_x: T): boolean {
  return false;
}
/** True in translated code that runs under the JIT's tracer; false otherwise. */
export function weAreJitted(): boolean {
  return false;
}
/** Tells optimizers that the array `x` keeps its length and its elements. */
export function hintImmutableArray<T>(x: T): T {
  return x;
}
/** True in translated code. For the few places where both worlds must differ. */
export function weAreTranslated(): boolean {
  return false;
}
