/**
 * CPython's standard library: unpacked once from an npm package into `build/lib/python3.10`, or taken from where
 * `PYPY_STDLIB` says. Our own modules (`lib-python/3.10`) stand before it on `sys.path`.
 *
 * The folder appears whole or not at all, for it is filled under another name and renamed; a stamp beside it says
 * from what it was made.
 */
import { exists, replaceFolder } from "./files.ts";
import { decodeImage, parseIndex } from "./package.ts";
import { type Sink, STDERR, StepProgress } from "./progress.ts";
import { type PackageFiles, packageFiles } from "./source.ts";
import { hasLibrary, LIBRARY_FOLDER, STAMP } from "./stamp.ts";

export { hasLibrary, LIBRARY_FOLDER };

/** Where the package has the library. */
const PREFIX = "/lib/python3.10/";
/** Of the package, not of CPython: it runs in a browser. */
const LEFT_OUT: readonly RegExp[] = [/^webbrowser\.py$/, /^_sysconfigdata_/, /^site-packages\//];

/** Writes the package's files into `folder`. */
function unpack({ index, data }: PackageFiles, folder: string, progress: StepProgress): void {
  const { files, blocks } = parseIndex(index);
  const image = decodeImage(data, blocks);
  const made = new Set<string>();
  files.forEach(({ path, start, end }, i) => {
    progress.step(i, files.length);
    const name = path.slice(PREFIX.length);
    if (!path.startsWith(PREFIX) || LEFT_OUT.some((pattern) => pattern.test(name))) return;
    const target = `${folder}/${name}`;
    const parent = target.slice(0, target.lastIndexOf("/"));
    if (!made.has(parent)) Deno.mkdirSync(parent, { recursive: true });
    made.add(parent);
    Deno.writeFileSync(target, image.subarray(start, end));
  });
  Deno.mkdirSync(`${folder}/site-packages`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/.stamp`, STAMP);
}

/**
 * Makes sure that the library is in `build`; its folder. `root` is the project's folder.
 * @throws {NoPackage} when the package cannot be fetched.
 */
export function prepareLibrary(root: string, build: string, sink: Sink = STDERR): string {
  const target = `${build}/${LIBRARY_FOLDER}`;
  if (hasLibrary(build)) return target;
  const progress = new StepProgress("unpacking the standard library", sink);
  const made = `${build}/lib/.${crypto.randomUUID()}`;
  try {
    Deno.mkdirSync(made, { recursive: true });
    unpack(packageFiles(root), made, progress);
    replaceFolder(made, target);
  } finally {
    if (exists(made)) Deno.removeSync(made, { recursive: true });
    progress.finish();
  }
  return target;
}
