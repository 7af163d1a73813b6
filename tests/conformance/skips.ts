/**
 * Tests that do not run, each with its reason. A row is a whole id ("Class.test_x", without the module's name) or a
 * beginning of one that ends in `*`. Only what rests on how CPython is built belongs here; what we lack fails, so
 * that it stays visible. What CPython itself marks as its own detail (`support.cpython_only`, `impl_detail`) is left
 * out by `test.support`, which sees an interpreter named PyPy.
 */
export const SKIPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

/** The lines of the driver's `--skip` file for `module`: full test id, tab, reason. */
export function skipLines(module: string): string[] {
  return Object.entries(SKIPS[module] ?? {}).map(([id, reason]) => `test.${module}.${id}\t${reason}`);
}
