/**
 * The version of the toolchain: a hash over the sources that decide what an image contains. A list of their sizes and
 * times, kept in the cache's folder, spares reading them again.
 */
import { resolve } from "../frontend/paths.ts";
import { type FileList, hashText, refresh } from "./filelist.ts";
import { readJson, writeAtomically } from "./files.ts";

/** Folders whose `.ts` files are part of the toolchain, without tests. */
const FOLDERS = ["translator", "gc", "core/std", "core/host/table.ts", "deno.json"];
const LIST = "toolchain.json";

function* sources(path: string): Generator<string> {
  if (!Deno.statSync(path).isDirectory) return yield path;
  for (const entry of Deno.readDirSync(path)) {
    if (entry.isDirectory ? entry.name !== "filetests" : /(?<!_test)\.ts$/.test(entry.name)) {
      yield* sources(`${path}/${entry.name}`);
    }
  }
}

/** The version of the toolchain at `root`; `folder` is the cache's. */
export async function toolchainVersion(root: string, folder: string): Promise<string> {
  const names = FOLDERS.flatMap((name) => [...sources(resolve(root, name))]).sort();
  const known = readJson<FileList>(`${folder}/${LIST}`);
  const { list, changed } = await refresh(names, known);
  if (changed) writeAtomically(`${folder}/${LIST}`, new TextEncoder().encode(JSON.stringify(list)));
  const hashes = list.files.map((file) => `${file.path.slice(root.length)} ${file.hash}`);
  return await hashText([Deno.version.deno, ...hashes].join("\n"));
}
