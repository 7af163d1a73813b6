/** CPython 3.10 as the oracle of tests: found by command, so that tests can be left out where it is missing. */

/** The path of a CPython 3.10, or null. */
export function findPython(): string | null {
  for (
    const find of [["pyenv", "prefix", "3.10.13"], ["python3.10", "-c", "import sys; print(sys.prefix)"]]
  ) {
    const prefix = output(find[0], find.slice(1));
    if (prefix === null) continue;
    const path = `${prefix.trim()}/bin/python3.10`;
    if (output(path, ["--version"])?.startsWith("Python 3.10")) return path;
  }
  return null;
}

function output(command: string, args: readonly string[]): string | null {
  try {
    const result = new Deno.Command(command, { args: [...args], stderr: "null" }).outputSync();
    return result.success ? new TextDecoder().decode(result.stdout) : null;
  } catch {
    return null; // no such command
  }
}

/** The cases that an oracle script prints: a line `case TAB result` each. */
export function oracle(python: string, script: string, ...args: string[]): [line: string, result: string][] {
  const text = output(python, [script, ...args]);
  if (text === null) throw new Error(`${script} failed`);
  return text.trimEnd().split("\n").map((line) => line.split("\t") as [string, string]);
}
