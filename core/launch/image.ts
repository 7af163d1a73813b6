/**
 * Loads an image with no more than a start needs: the module, and the part of the metadata that the engine asks for.
 * The rest (positions, names) is read when a failure is to be explained.
 */
import { type Image, type ImageMetadata, readImage } from "../../translator/wasm/image.ts";
import { IMAGE_FILE, START_FILE, WASM_FILE } from "./places.ts";

/** The part of the metadata that is read at once. */
export type StartMetadata = Pick<ImageMetadata, "profile" | "exports" | "constants">;

/** An image in a folder. */
class FolderImage implements Image {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly metadata: ImageMetadata;
  private full: Image | null = null;

  constructor(private readonly folder: string) {
    this.wasm = Deno.readFileSync(`${folder}/${WASM_FILE}`);
    const start: StartMetadata = JSON.parse(Deno.readTextFileSync(`${folder}/${START_FILE}`));
    const rest = () => this.rest.metadata;
    this.metadata = {
      ...start,
      get files() {
        return rest().files;
      },
      get panicSites() {
        return rest().panicSites;
      },
      get panicTexts() {
        return rest().panicTexts;
      },
      get coarsePositions() {
        return rest().coarsePositions;
      },
    };
  }
  private get rest(): Image {
    return this.full ??= readImage(Deno.readFileSync(`${this.folder}/${IMAGE_FILE}`));
  }
  get positions(): Image["positions"] {
    return this.rest.positions;
  }
  get functionNames(): Image["functionNames"] {
    return this.rest.functionNames;
  }
  get functionStarts(): Image["functionStarts"] {
    return this.rest.functionStarts;
  }
}

/** The image in a folder that `build.ts` made. @throws when a file is missing. */
export function loadImage(folder: string): Image {
  return new FolderImage(folder);
}
