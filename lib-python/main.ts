/** Unpacks the standard library: `deno run -A lib-python/main.ts [BUILD]`. */
import { prepareLibrary } from "./library.ts";
import { NoPackage } from "./source.ts";

try {
  const root = decodeURIComponent(new URL("../", import.meta.url).pathname);
  prepareLibrary(root, Deno.args[0] ?? `${root}build`);
} catch (error) {
  if (!(error instanceof NoPackage)) throw error;
  console.error(
    `${error.message}\nPYPY_STDLIB=/usr/lib/python3.10 uses the library of a CPython 3.10 instead`,
  );
  Deno.exit(69);
}
