/**
 * What the project uses of `@std/assert`, on `node:assert`, for places where JSR is out of reach. The names
 * and argument orders are the standard library's, so that one line of `deno.json` switches to the original.
 */
import assertModule from "node:assert/strict";

/** Asserts that `value` is truthy. Throws `AssertionError` otherwise. */
export function assert(value: unknown, message?: string): asserts value {
  assertModule.ok(value, message);
}

/** Asserts deep strict equality. Throws `AssertionError` with a diff otherwise. */
export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  assertModule.deepStrictEqual(actual, expected, message);
}

/** Asserts that `text` contains `part`. */
export function assertStringIncludes(text: string, part: string, message?: string): void {
  if (!text.includes(part)) {
    assertModule.fail(message ?? `expected to find ${JSON.stringify(part)} in:\n${text}`);
  }
}

/** Asserts that `text` matches `pattern`. */
export function assertMatch(text: string, pattern: RegExp, message?: string): void {
  assertModule.match(text, pattern, message);
}

type ErrorClass<E> = new (...args: never[]) => E;

/** Fails unless `caught` is an instance of `type` whose message includes `part`. */
function checkError<E>(caught: unknown, type: ErrorClass<E>, part: string): E {
  if (!(caught instanceof type)) assertModule.fail(`threw ${caught}, expected ${type.name}`);
  assertStringIncludes(String((caught as { message?: string }).message ?? caught), part);
  return caught;
}

/** Asserts that `run` throws an instance of `type` whose message includes `part`; returns the error. */
export function assertThrows<E = Error>(
  run: () => unknown,
  type: ErrorClass<E> = Error as ErrorClass<unknown> as ErrorClass<E>,
  part = "",
): E {
  try {
    run();
  } catch (error) {
    return checkError(error, type, part);
  }
  assertModule.fail("expected the function to throw");
}

/** Asserts that the promise of `run` is rejected with an instance of `type` whose message includes `part`. */
export async function assertRejects<E = Error>(
  run: () => PromiseLike<unknown>,
  type: ErrorClass<E> = Error as ErrorClass<unknown> as ErrorClass<E>,
  part = "",
): Promise<E> {
  try {
    await run();
  } catch (error) {
    return checkError(error, type, part);
  }
  assertModule.fail("expected the promise to be rejected");
}
