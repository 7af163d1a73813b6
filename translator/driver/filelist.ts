/**
 * Lists of files with the hashes of their contents. A file whose size and time are those on the list keeps its hash
 * unread, unless it changed so shortly before the list was made that its time may not tell a later change.
 */

/** One file as it was. */
export interface FileState {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  readonly size: number;
  readonly hash: string;
}

/** Files as they were `at` that time. */
export interface FileList {
  readonly at: number;
  readonly files: readonly FileState[];
}

/** A time this close to the making of the list proves nothing (milliseconds; some file systems count seconds). */
const TOO_FRESH = 2000;

/** SHA-256 of bytes, in hexadecimal. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of a text, in hexadecimal. */
export function hashText(text: string): Promise<string> {
  return hashBytes(new TextEncoder().encode(text));
}

/** The hash of a missing file. */
const MISSING = "missing";

async function stateOf(path: string, known: FileState | undefined, at: number): Promise<FileState> {
  try {
    const stat = Deno.statSync(path);
    const mtime = stat.mtime?.getTime() ?? 0;
    if (known?.mtime === mtime && known.size === stat.size && mtime + TOO_FRESH < at) return known;
    return { path, mtime, size: stat.size, hash: await hashBytes(Deno.readFileSync(path)) };
  } catch {
    return { path, mtime: 0, size: -1, hash: MISSING };
  }
}

/** The files `paths` as they are now; `changed` tells whether that is worth storing in place of `known`. */
export async function refresh(
  paths: readonly string[],
  known: FileList | null,
): Promise<{ list: FileList; changed: boolean }> {
  const old = new Map((known?.files ?? []).map((file) => [file.path, file]));
  const at = Date.now();
  const files: FileState[] = [];
  let changed = old.size !== paths.length;
  for (const path of paths) {
    const state = await stateOf(path, old.get(path), known?.at ?? 0);
    if (state !== old.get(path)) changed = true;
    files.push(state);
  }
  return { list: { at, files }, changed };
}
