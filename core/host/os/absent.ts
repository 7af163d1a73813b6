/** A system that has nothing: what others override call by call. */
import { isWide, type Os, OS_NAMES } from "./calls.ts";
import { ERRNO } from "./errno.ts";

/** Every call answers -ENOSYS. */
export function absentOs(): Os {
  const calls = OS_NAMES.map((name) => {
    const answer = isWide(name) ? BigInt(-ERRNO.ENOSYS) : -ERRNO.ENOSYS;
    return [name, () => answer];
  });
  return { ...Object.fromEntries(calls), takePending: () => new Uint8Array(0) };
}

/** Turns what throws into what answers. */
export function guarded<A extends unknown[]>(
  run: (...args: A) => number,
  errnoOf: (error: unknown) => number,
): (...args: A) => number {
  return (...args) => {
    try {
      return run(...args);
    } catch (error) {
      return errnoOf(error);
    }
  };
}
