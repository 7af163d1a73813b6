/**
 * Reads the generated Unicode tables, generating them first where they are missing. For module top levels: plain
 * TypeScript, run at translation.
 */
import { type ArrayName, ARRAYS, TABLES_FORMAT } from "./layout.ts";

// At translation this module runs from a copy elsewhere, so places are told by the import map.
const resolve = (import.meta as unknown as { resolve(name: string): string }).resolve;
const ROOT = new URL("../../", resolve("@rts")).pathname;
const HERE = `${ROOT}core/objspace/unicode/`;
const FOLDER = `${ROOT}build/unicode-${TABLES_FORMAT}/`;

type Elements = Uint8Array | Uint16Array | Int32Array | Float64Array;

/** Path of the file of names, which is read at run time. */
export const NAMES_PATH: string = `${FOLDER}names.txt`;

/** The arrays of `layout.ts`. */
export function loadTables(): Record<ArrayName, Elements> {
  return unpacked(readGenerated().buffer);
}

function readGenerated(): Uint8Array<ArrayBuffer> {
  const file = `${FOLDER}tables.bin`;
  try {
    return Deno.readFileSync(file);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const { success, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", `${HERE}generate.ts`, FOLDER],
    cwd: ROOT,
    stdout: "null",
    stderr: "piped",
  }).outputSync();
  if (!success) throw new Error(`no Unicode tables: ${new TextDecoder().decode(stderr)}`);
  return Deno.readFileSync(file);
}

function unpacked(buffer: ArrayBuffer): Record<ArrayName, Elements> {
  const tables: Partial<Record<ArrayName, Elements>> = {};
  let at = 0;
  for (const name of Object.keys(ARRAYS) as ArrayName[]) {
    const type = ARRAYS[name];
    const length = new Float64Array(buffer, at, 1)[0];
    tables[name] = new type(buffer, at + 8, length);
    at += 8 + (length * type.BYTES_PER_ELEMENT + 7 & ~7);
  }
  return tables as Record<ArrayName, Elements>;
}
