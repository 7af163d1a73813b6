/**
 * Measures the parser on a warm engine, over the Python files of a folder (CPython's library without its tests):
 *
 *     deno run -A core/compiler/parser/oracle/speed.ts [folder…]
 */
import { parse } from "../mod.ts";
import { pythonFiles } from "./compare_library.ts";
import { cpythonHome } from "./oracle.ts";

const roots = Deno.args.length > 0 ? Deno.args : [`${cpythonHome()}/lib/python3.10`];
const files = roots.flatMap((root) => [...pythonFiles(root)])
  .filter((path) => !/\/tests?\//.test(path))
  .map((path) => Deno.readFileSync(path));
const megabytes = files.reduce((n, bytes) => n + bytes.length, 0) / 1e6;
for (let round = 1; round <= 4; round++) {
  const start = performance.now();
  for (const bytes of files) parse(bytes, { filename: "<speed>", mode: "exec", lookupName: () => 32 });
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `round ${round}: ${megabytes.toFixed(1)} MB in ${seconds.toFixed(2)} s, ${
      (megabytes / seconds).toFixed(1)
    } MB/s`,
  );
}
