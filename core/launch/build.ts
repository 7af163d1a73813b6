/**
 * Translates the interpreter: run as a program of its own, `deno run -A core/launch/build.ts [--optimize] ENTRY FOLDER`
 * (`deno task build [--optimize]`), since a start does without the compiler, the import map and the packages that
 * translation needs. `--optimize` runs Binaryen over the image, for releases.
 *
 * The folder appears whole or not at all; the stamp in it lists all sources, the translator's own among them.
 */
import { replaceFolder } from "../../lib-python/files.ts";
import { formatDiagnostic, RtsError } from "../../translator/checker/diagnostics.ts";
import { StageProgress } from "../../translator/driver/progress.ts";
import { translate } from "../../translator/driver/translate.ts";
import { type Image, writeImage } from "../../translator/wasm/image.ts";
import type { Os } from "../host/os/calls.ts";
import { realOs } from "../host/os/mod.ts";
import type { StartMetadata } from "./image.ts";
import { IMAGE_FILE, ROOT, STAMP_FILE, START_FILE, WASM_FILE } from "./places.ts";
import { type SourceStamp, type Stamp, STAMP_FORMAT, stampOf } from "./stamp.ts";

/** Findings that are printed. */
const MOST_FINDINGS = 20;
const EXIT_FAILED = 65;
/** Loaded by translation for untranslated runs of `@rts/os`; nothing of it gets into an image. */
const UNUSED = /\/core\/host\/os\/(?!numbers\.ts|calls\.ts)/;

/** The translator's own files, which decide what an image contains. */
function* toolchain(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    if (isDirectory ? name !== "filetests" : /(?<!_test)\.ts$/.test(name)) {
      if (isDirectory) yield* toolchain(`${folder}/${name}`);
      else yield `${folder}/${name}`;
    }
  }
}

/** Stamps of all sources, taken before they are read. */
function stamps(os: Os, paths: Iterable<string>): SourceStamp[] {
  return [...paths].map((path) => stampOf(os, path)).filter((stamp) => stamp !== null);
}

function write(image: Image, stamp: Stamp, folder: string): void {
  const { profile, exports, constants } = image.metadata;
  const start: StartMetadata = { profile, exports, constants };
  const made = `${folder}.${crypto.randomUUID()}`;
  Deno.mkdirSync(made, { recursive: true });
  Deno.writeFileSync(`${made}/${WASM_FILE}`, image.wasm);
  Deno.writeTextFileSync(`${made}/${START_FILE}`, JSON.stringify(start));
  Deno.writeFileSync(`${made}/${IMAGE_FILE}`, writeImage(image));
  Deno.writeTextFileSync(`${made}/${STAMP_FILE}`, JSON.stringify(stamp));
  replaceFolder(made, folder);
}

/** Translates `entry` into `folder`. */
async function build(entry: string, folder: string, optimize: boolean): Promise<void> {
  const os = realOs();
  const own = stamps(os, ["translator", "gc"].flatMap((name) => [...toolchain(`${ROOT}/${name}`)]));
  const progress = new StageProgress("translating the interpreter");
  try {
    // The stamps of the program's files are taken afterwards: which they are is known then. What was edited
    // meanwhile is newer than the start.
    const begin = Date.now() * 1e6;
    const { image, sources } = await translate(entry, { optimize, progress: progress.stage });
    const known = new Set(own.map(([path]) => path));
    const program = stamps(os, sources.filter((path) => !known.has(path) && !UNUSED.test(path)))
      .map(([path, time, size]): SourceStamp => [path, time > begin ? 0 : time, size]);
    write(image, { format: STAMP_FORMAT, sources: [...own, ...program] }, folder);
  } finally {
    progress.finish();
  }
}

if (import.meta.main) {
  const optimize = Deno.args.includes("--optimize");
  const [entry, folder] = Deno.args.filter((arg) => arg !== "--optimize");
  try {
    await build(entry, folder, optimize);
  } catch (error) {
    if (!(error instanceof RtsError)) throw error;
    console.error(error.diagnostics.slice(0, MOST_FINDINGS).map(formatDiagnostic).join("\n"));
    Deno.exit(EXIT_FAILED);
  }
}
