/**
 * Binaryen's -O2 over a finished image, for releases: it takes time that grows faster than the module.
 *
 * It moves code, and its JavaScript interface neither reads source maps nor keeps ours, so that afterwards positions are those of functions:
 * `coarsePositions` in the metadata says so. Function names stay.
 */
import binaryen from "binaryen";
import { positionAt } from "../../core/engine/backtrace.ts";
import type { Image } from "./image.ts";
import { readFunctions, withoutBranchHints } from "./sections.ts";

/** What our modules use, and engines have; Binaryen must not use more. */
const FEATURES = binaryen.Features.MutableGlobals | binaryen.Features.NontrappingFPToInt |
  binaryen.Features.SignExt | binaryen.Features.BulkMemory | binaryen.Features.BulkMemoryOpt;

function optimizeModule(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  // Binaryen 132 fails an assertion of its own on some functions of modules with hints.
  const module = binaryen.readBinary(withoutBranchHints(wasm));
  try {
    module.setFeatures(FEATURES);
    binaryen.setOptimizeLevel(2);
    binaryen.setShrinkLevel(0);
    binaryen.setDebugInfo(true); // keeps the names
    binaryen.setLowMemoryUnused(true); // layout leaves the first 1024 bytes zero
    module.optimize();
    return new Uint8Array(module.emitBinary());
  } finally {
    module.dispose();
  }
}

/** The packed position of each function of an image, by name. */
function functionPositions(image: Image): Map<string, number> {
  const imports = image.functionNames.length - image.functionStarts.length;
  const positions = new Map<string, number>();
  image.functionStarts.forEach((start, i) => {
    const name = image.functionNames[imports + i];
    if (!positions.has(name)) positions.set(name, positionAt(image, start));
  });
  return positions;
}

/** `image` with an optimized module. */
export function optimizeImage(image: Image): Image {
  const wasm = optimizeModule(image.wasm);
  const { names, starts } = readFunctions(wasm);
  const known = functionPositions(image);
  const imports = names.length - starts.length;
  return {
    wasm,
    positions: { offsets: starts, values: starts.map((_, i) => known.get(names[imports + i]) ?? 0) },
    functionNames: names,
    functionStarts: starts,
    metadata: { ...image.metadata, coarsePositions: true },
  };
}
