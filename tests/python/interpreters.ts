/** Where the interpreters are that tests and benchmarks compare: our launcher, and CPythons found by `pyenv`. */
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../../pypy", import.meta.url));

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** What `command` prints, trimmed; null when it cannot be run or fails. */
function outputOf(command: string, args: readonly string[]): string | null {
  try {
    const { success, stdout } = new Deno.Command(command, { args: [...args], stderr: "null" }).outputSync();
    return success ? new TextDecoder().decode(stdout).trim() : null;
  } catch {
    return null;
  }
}

/** Our interpreter: the command in `PYPY`, else the launcher at the root; null while it is not built. */
export function findPypy(): string[] | null {
  const named = Deno.env.get("PYPY");
  if (named !== undefined && named !== "") return named.split(" ");
  return isFile(LAUNCHER) ? [LAUNCHER] : null;
}

/** The newest CPython of `version` ("3.10") that pyenv or the path offers; null where there is none. */
export function findCPython(version: string): string | null {
  const installed = (outputOf("pyenv", ["versions", "--bare"]) ?? "").split("\n").map((line) => line.trim());
  const newest = installed.filter((name) => name.startsWith(`${version}.`) && /^[\d.]+$/.test(name))
    .sort((a, b) => Number(a.split(".")[2]) - Number(b.split(".")[2])).at(-1);
  if (newest !== undefined) {
    const path = `${outputOf("pyenv", ["prefix", newest])}/bin/python${version}`;
    if (isFile(path)) return path;
  }
  const question = "import sys; print(sys.implementation.name, '%d.%d' % sys.version_info[:2])";
  const answer = outputOf(`python${version}`, ["-c", question]);
  return answer === `cpython ${version}` ? `python${version}` : null;
}
