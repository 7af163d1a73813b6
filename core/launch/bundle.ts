/**
 * All modules of a start in one file, `build/start/main.mjs`: Deno loads it in 10 ms less than 170 modules. `main.ts`
 * makes it; the launcher takes it when it is there. It is only a faster way to the same: where Deno cannot bundle, there
 * is none, and one that does not fit its sources starts `main.ts` in its place.
 */
import { replaceFolder } from "../../lib-python/files.ts";
import type { Os } from "../host/os/calls.ts";
import { joinNul } from "../host/os/libc.ts";
import { BUILD, ROOT, STAMP_FILE } from "./places.ts";
import { isFresh, type Stamp, STAMP_FORMAT, stampOf } from "./stamp.ts";

const FOLDER = `${BUILD}/start`;
/** `pypy` knows this name. */
const FILE = "main.mjs";

/** Tells whether this code runs out of the bundle. */
export function isBundled(): boolean {
  return import.meta.url.endsWith(`/build/start/${FILE}`);
}

/** Tells whether the bundle is there and fits its sources. */
export function bundleFits(os: Os): boolean {
  try {
    return isFresh(os, JSON.parse(Deno.readTextFileSync(`${FOLDER}/${STAMP_FILE}`)) as Stamp);
  } catch {
    return false;
  }
}

function deno(args: readonly string[]): string | null {
  const { success, stdout } = new Deno.Command(Deno.execPath(), { args: [...args], cwd: ROOT, stdin: "null" })
    .outputSync();
  return success ? new TextDecoder().decode(stdout) : null;
}

/** The modules that `main.ts` imports, by Deno's account. */
function sources(): string[] {
  const info = deno(["info", "--json", "--no-config", "--no-lock", "main.ts"]);
  const modules = info === null ? [] : JSON.parse(info).modules as { local?: string }[];
  return modules.flatMap(({ local }) => local === undefined ? [] : [local]);
}

/**
 * Makes the bundle. Where Deno cannot, there is a stamp without one, so that it is tried again after the next edit only.
 * In a folder that cannot be written nothing happens.
 */
export function makeBundle(os: Os): void {
  const made = `${FOLDER}.${crypto.randomUUID()}`;
  try {
    Deno.mkdirSync(made, { recursive: true });
  } catch {
    return;
  }
  const stamps = sources().map((path) => stampOf(os, path)).filter((found) => found !== null);
  const stamp: Stamp = { format: STAMP_FORMAT, sources: stamps };
  Deno.writeTextFileSync(`${made}/${STAMP_FILE}`, JSON.stringify(stamp));
  deno([
    "bundle",
    "--quiet",
    "--minify",
    "--no-config",
    "--no-lock",
    "--output",
    `${made}/${FILE}`,
    "main.ts",
  ]);
  replaceFolder(made, FOLDER);
}

/** Runs `main.ts` in the place of this process, with the arguments that it got. */
export function runUnbundled(os: Os, args: readonly string[], stack: number | undefined): number {
  const flags = ["-A", "--no-check", "--no-config", "--no-lock", "--cached-only"];
  const checks = Deno.env.get("PYPY_BOUNDS_CHECKS") ? "" : ",--no-wasm-bounds-checks";
  if (stack !== undefined) flags.push(`--v8-flags=--stack-size=${stack}${checks}`);
  const all = ["run", ...flags, `${ROOT}/main.ts`, ...args];
  const path = Deno.execPath();
  const encoder = new TextEncoder();
  if (os.environment() >= 0) {
    const texts = [path, "", path, ...all].map((text) => encoder.encode(text));
    const block = [joinNul(texts), os.takePending()];
    os.exec(new Uint8Array([...block[0], ...block[1]]), new Int32Array([0, 0, all.length + 1]));
  }
  // Without a C library this process stays and waits.
  return new Deno.Command(path, { args: all, stdin: "inherit", stdout: "inherit", stderr: "inherit" })
    .outputSync().code;
}
