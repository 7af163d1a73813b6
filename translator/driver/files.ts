/** Files of the cache: written whole or not at all, and read without trust. */

/** Writes a file under another name first, so that no reader ever sees half of it. */
export function writeAtomically(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    Deno.writeFileSync(temporary, bytes);
    Deno.renameSync(temporary, path);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

/** Removes a file that another process may have removed already. */
export function removeIfThere(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** The bytes of a file; null when it cannot be read. */
export function readBytes(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Deno.readFileSync(path);
  } catch {
    return null;
  }
}

/** The JSON in a file; null when it cannot be read or is none. The caller checks its shape. */
export function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(Deno.readTextFileSync(path));
  } catch {
    return null;
  }
}
