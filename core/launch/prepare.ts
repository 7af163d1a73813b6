/** Makes what a start needs and is not there: the image, and the standard library. */
import type { Os } from "../host/os/calls.ts";
import { locked } from "./lock.ts";
import { BUILD, type ImagePlaces, ROOT, STAMP_FILE } from "./places.ts";
import { isFresh, type Stamp } from "./stamp.ts";
import { hasLibrary, LIBRARY_FOLDER } from "../../lib-python/stamp.ts";

/** The start cannot go on; the message says why. */
export class NotBuilt extends Error {
  override name = "NotBuilt";
}

/** Runs a module of ours as a program, with the import map. */
function runModule(path: string, args: readonly string[]): void {
  const { success } = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `--config=${ROOT}/deno.json`, `${ROOT}/${path}`, ...args],
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
  }).outputSync();
  if (!success) throw new NotBuilt(`${path} failed`);
}

function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Tells whether the image is there and fits its sources. */
function imageFits(os: Os, folder: string): boolean {
  try {
    return isFresh(os, JSON.parse(Deno.readTextFileSync(`${folder}/${STAMP_FILE}`)) as Stamp);
  } catch {
    return false;
  }
}

/** Makes sure that there is an image that fits its sources. @throws {NotBuilt} */
export function prepareImage(os: Os, { entry, folder }: ImagePlaces): void {
  if (imageFits(os, folder)) return;
  if (!exists(entry)) throw new NotBuilt(`cannot read ${entry}`);
  locked(os, () => {
    if (!imageFits(os, folder)) runModule("core/launch/build.ts", [entry, folder]);
  });
}

/** Makes sure that there is a standard library; its folder. @throws {NotBuilt} */
export function prepareStandardLibrary(os: Os): string {
  const other = Deno.env.get("PYPY_STDLIB");
  if (other !== undefined && other !== "") {
    if (!exists(`${other}/os.py`)) {
      throw new NotBuilt(`PYPY_STDLIB: there is no standard library in ${other}`);
    }
    return other;
  }
  if (!hasLibrary(BUILD)) {
    locked(os, () => {
      if (!hasLibrary(BUILD)) runModule("lib-python/main.ts", [BUILD]);
    });
  }
  return `${BUILD}/${LIBRARY_FOLDER}`;
}
