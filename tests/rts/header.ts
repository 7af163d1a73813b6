/**
 * The header of a test program: `// key: value` lines at the very start of the file.
 *
 * | line                    | meaning                                                                       |
 * | ----------------------- | ----------------------------------------------------------------------------- |
 * | `// args: a b`          | program arguments, split at spaces; `$DIR` is the folder of the program       |
 * | `// exit: 3`            | expected exit code, 0 by default                                              |
 * | `// env: K=V`           | one environment variable; may be repeated                                     |
 * | `// stdout: text`       | (faults) one line of the expected standard output; may be repeated            |
 * | `// stderr: text`       | (faults) text that standard error contains; may be repeated                   |
 * | `// profile: debug`     | (faults) the only profile to run in                                           |
 * | `// gcstress: no`       | allocates too much for a collection at every allocation                       |
 */

/** What a header says. */
export interface Header {
  readonly args: string[];
  readonly exit: number;
  readonly env: Record<string, string>;
  readonly stdout: string[];
  readonly stderr: string[];
  /** The only profile to run in; null: both. */
  readonly profile: "release" | "debug" | null;
  readonly gcStress: boolean;
}

const LINE = /^\/\/ ([a-z]+): (.*)$/;

/**
 * Reads the header of the program at `file` from its `source`. Other comment lines may stand between.
 * @throws {Error} on a key that is not in the table, naming it.
 */
export function parseHeader(file: string, source: string): Header {
  const args: string[] = [];
  const env: Record<string, string> = {};
  const stdout: string[] = [];
  const stderr: string[] = [];
  let exit = 0;
  let profile: Header["profile"] = null;
  let gcStress = true;
  const folder = file.slice(0, file.lastIndexOf("/"));
  const keys: Record<string, (value: string) => void> = {
    args: (value) => args.push(...value.split(" ").map((arg) => arg.replace("$DIR", folder))),
    exit: (value) => exit = Number(value),
    env: (value) => env[value.slice(0, value.indexOf("="))] = value.slice(value.indexOf("=") + 1),
    stdout: (value) => stdout.push(value),
    stderr: (value) => stderr.push(value),
    profile: (value) => profile = value === "debug" ? "debug" : "release",
    gcstress: (value) => gcStress = value !== "no",
  };
  for (const line of source.split("\n")) {
    if (!line.startsWith("//")) break;
    const match = LINE.exec(line);
    if (match === null || match[1] === "deno-lint-ignore-file") continue;
    if (keys[match[1]] === undefined) throw new Error(`${file}: unknown header '${match[1]}'`);
    keys[match[1]](match[2]);
  }
  return { args, exit, env, stdout, stderr, profile, gcStress };
}

/** A program: where it is and what its header says. */
export interface Program {
  /** Absolute path. */
  readonly file: string;
  /** Folder name under the root, such as `arith`; empty directly under it. */
  readonly area: string;
  readonly name: string;
  readonly header: Header;
}

/** The programs under `root` (absolute), sorted by path; folders named `lib` hold helper modules. */
export function listPrograms(root: string): Program[] {
  const found: Program[] = [];
  const visit = (folder: string, area: string) => {
    for (const entry of Deno.readDirSync(folder)) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory && entry.name !== "lib") visit(file, entry.name);
      if (!entry.isFile || !entry.name.endsWith(".ts")) continue;
      const header = parseHeader(file, Deno.readTextFileSync(file));
      found.push({ file, area, name: entry.name.slice(0, -3), header });
    }
  };
  visit(root, "");
  return found.sort((a, b) => a.file < b.file ? -1 : 1);
}
