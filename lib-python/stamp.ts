/** What the unpacked library is called and how it is recognized; loads nothing, for every start asks. */

/** Package and version; the import map names the same. */
export const PACKAGE = "pyodide@0.22.1";
/** Goes up when the same package is unpacked differently. */
const FORMAT = 1;
/** The contents of the library's `.stamp`. */
export const STAMP: string = `${PACKAGE} ${FORMAT}\n`;
/** Below `build/`. */
export const LIBRARY_FOLDER = "lib/python3.10";

/** Tells whether `build/` has the library of this version. */
export function hasLibrary(build: string): boolean {
  try {
    return Deno.readTextFileSync(`${build}/${LIBRARY_FOLDER}/.stamp`) === STAMP;
  } catch {
    return false;
  }
}
