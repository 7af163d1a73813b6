/** What `./pypy` does with scripts that are no ordinary files. */
import { assertEquals } from "@std/assert";
import { findPypy } from "./interpreters.ts";

const pypy = findPypy();

/** Output and exit code of `pypy args` with `input` on a pipe. */
async function run(args: readonly string[], input: string): Promise<{ stdout: string; code: number }> {
  const [program, ...first] = pypy!;
  const child = new Deno.Command(program!, {
    args: [...first, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { stdout, code } = await child.output();
  return { stdout: new TextDecoder().decode(stdout), code };
}

Deno.test({
  name: pypy === null
    ? "a script on a pipe: skipped, ./pypy is not built"
    : "a script on a pipe is read once, and runs",
  ignore: pypy === null,
  async fn() {
    assertEquals(await run(["-S", "/dev/stdin"], "print(6 * 7)\n"), { stdout: "42\n", code: 0 });
    assertEquals(await run(["-S", "-"], "print(6 * 7)\n"), { stdout: "42\n", code: 0 });
  },
});
