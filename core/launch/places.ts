/** Where things are in `build/`, and what is translated. */

/** The project's folder. */
export const ROOT: string = decodeURIComponent(new URL("../../", import.meta.url).pathname).replace(
  /\/$/,
  "",
);

/** What is made at the first start. */
export const BUILD: string = `${ROOT}/build`;

/** The program that is translated; developers name another one in `PYPY_ENTRY`. */
const ENTRY = "core/interpreter/main.ts";

/** The image of an entry: a folder of its own, made whole. */
export interface ImagePlaces {
  readonly entry: string;
  readonly folder: string;
}

/** Places of the image that is to run. */
export function imagePlaces(): ImagePlaces {
  const other = Deno.env.get("PYPY_ENTRY");
  if (other === undefined || other === "") return { entry: `${ROOT}/${ENTRY}`, folder: `${BUILD}/pypy` };
  const entry = other.startsWith("/") ? other : `${Deno.cwd()}/${other}`;
  return { entry, folder: `${BUILD}/entries/${encodeURIComponent(entry)}` };
}

/** Files of an image's folder. */
export const WASM_FILE = "pypy.wasm";
/** What a start needs of the metadata. */
export const START_FILE = "start.json";
/** All of the image, for explaining failures. */
export const IMAGE_FILE = "pypy.rtsi";
/** What it was made from. */
export const STAMP_FILE = "stamp.json";
