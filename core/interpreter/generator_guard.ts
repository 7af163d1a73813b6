/**
 * Guards of generators: a generator that has to be closed when it is collected refers to one, and it is the guard that
 * waits in the finalizer queue. What waits there survives minor collections; guards are small, and used again once
 * their generators ended, so a generator that runs to its end costs the collector nothing.
 */
import { W_Root } from "../objspace/root.ts";
import type { W_Type } from "../objspace/type.ts";
import { generatorType } from "../objspace/types.ts";
import { registerFinalizer } from "./finalizer_queue.ts";
import type { W_GeneratorBase } from "./generator.ts";

/** Dies with its generator. */
export class GeneratorGuard extends W_Root {
  /** Null while the guard is not in use. */
  w_generator: W_GeneratorBase | null = null;
  override typeOf(): W_Type {
    return generatorType;
  }
}

/** Guards whose generators ended: they wait in the queue already. */
const free: GeneratorGuard[] = [];

/** `w_generator` is to be closed when it is collected. */
export function guardGenerator(w_generator: W_GeneratorBase): void {
  let guard: GeneratorGuard;
  if (free.length > 0) {
    guard = free.pop()!;
  } else {
    guard = new GeneratorGuard();
    registerFinalizer(guard);
  }
  guard.w_generator = w_generator;
  w_generator.guard = guard;
}

/** `w_generator` ended: there is nothing to close. */
export function releaseGuard(w_generator: W_GeneratorBase): void {
  const guard = w_generator.guard;
  if (guard === null) return;
  w_generator.guard = null;
  guard.w_generator = null;
  free.push(guard);
}
