/**
 * The cache of images, `build/cache/`.
 *
 * A manifest `<hash of path and options>.json` lists the files that the last translation read, with the hashes of
 * their contents; an image `<hash>.rtsi` is named after these contents, the toolchain's version and the options. So
 * going back to an earlier text finds its image again. What module top levels read beside their imports is not on
 * the list: such programs are run with `--no-cache`.
 *
 * Files are written whole under another name and renamed, so that processes do not disturb each other; a damaged
 * image fails its checksum and is made anew. The oldest images go when there are too many.
 */
import { relative, resolve } from "../frontend/paths.ts";
import { type Image, ImageError, readImage, writeImage } from "../wasm/image.ts";
import { type FileList, hashText, refresh } from "./filelist.ts";
import { readBytes, readJson, removeIfThere, writeAtomically } from "./files.ts";
import type { TranslateOptions } from "./options.ts";
import { toolchainVersion } from "./toolchain.ts";

/** Images that are kept. */
const MOST_IMAGES = 200;
/** Temporary files older than this were left by a process that died. */
const STALE_MS = 3600_000;

/** What a translation answers. */
export interface Made {
  readonly image: Image;
  readonly sources: readonly string[];
}

function optionsText(options: TranslateOptions): string {
  const { profile = "release", gcStress = false, optimize = false } = options;
  return JSON.stringify([profile, gcStress, optimize]);
}

/** The images of one folder. */
export class Cache {
  /** `root`: the toolchain's folder. */
  constructor(
    private readonly root: string,
    readonly folder: string = resolve(root, "build/cache"),
    private readonly most = MOST_IMAGES,
  ) {}

  /** The image of the program at `path`: from the cache, or what `make` gives, which is kept. */
  async image(path: string, options: TranslateOptions, make: () => Promise<Made>): Promise<Image> {
    const prepared = this.prepare();
    if (!prepared) return (await make()).image; // a read-only place has no cache
    const main = resolve(Deno.cwd(), path);
    const version = await toolchainVersion(this.root, this.folder);
    // Positions name files relative to the current folder.
    const id = await hashText([main, Deno.cwd(), optionsText(options)].join("\n"));
    const manifest = `${this.folder}/${id}.json`;
    const found = await this.find(manifest, version, options);
    if (found !== null) return found;
    const start = Date.now();
    const { image, sources } = await make();
    const { list } = await refresh(sources.filter((file) => this.isProgram(file)), null);
    // What was edited meanwhile may differ from what was translated.
    if (list.files.every((file) => file.size >= 0 && file.mtime < start)) {
      writeAtomically(await this.imagePath(list, version, options), writeImage(image));
      writeAtomically(manifest, encode(list));
      this.trim(start);
    }
    return image;
  }

  private prepare(): boolean {
    try {
      Deno.mkdirSync(this.folder, { recursive: true });
      return true;
    } catch {
      return false;
    }
  }

  /** The toolchain's own sources are in its version. */
  private isProgram(file: string): boolean {
    return !/^(translator|gc)\//.test(relative(this.root, file));
  }

  private async find(manifest: string, version: string, options: TranslateOptions): Promise<Image | null> {
    const known = readJson<FileList>(manifest);
    if (known === null || !Array.isArray(known.files)) return null;
    const { list, changed } = await refresh(known.files.map((file) => file.path), known);
    const name = await this.imagePath(list, version, options);
    const image = this.read(name);
    if (image !== null && changed) writeAtomically(manifest, encode(list));
    return image;
  }

  private async imagePath(list: FileList, version: string, options: TranslateOptions): Promise<string> {
    const contents = list.files.map((file) => `${file.path} ${file.hash}`);
    const hash = await hashText([version, Deno.cwd(), optionsText(options), ...contents].join("\n"));
    return `${this.folder}/${hash}.rtsi`;
  }

  /** An image that can be read whole; a damaged one is removed. */
  private read(path: string): Image | null {
    const bytes = readBytes(path);
    if (bytes === null) return null;
    try {
      return readImage(bytes);
    } catch (error) {
      if (!(error instanceof ImageError)) throw error;
      removeIfThere(path);
      return null;
    }
  }

  /** Removes the oldest images and manifests beyond the bound, and what dead processes left. */
  private trim(now: number): void {
    const ages: Record<string, { path: string; time: number }[]> = { rtsi: [], json: [], tmp: [] };
    for (const entry of Deno.readDirSync(this.folder)) {
      const path = `${this.folder}/${entry.name}`;
      const kind = ages[entry.name.slice(entry.name.lastIndexOf(".") + 1)];
      if (kind !== undefined) kind.push({ path, time: timeOf(path) });
    }
    for (const list of [ages.rtsi, ages.json]) {
      if (list.length <= this.most) continue;
      list.sort((a, b) => b.time - a.time);
      for (const { path } of list.slice(this.most)) removeIfThere(path);
    }
    for (const { path, time } of ages.tmp) if (now - time > STALE_MS) removeIfThere(path);
  }
}

function timeOf(path: string): number {
  try {
    return Deno.statSync(path).mtime?.getTime() ?? 0;
  } catch {
    return 0;
  }
}

function encode(list: FileList): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(list));
}
