/** The text form of a module, for readers (`--dump wat`). */
import binaryen from "binaryen";
import { withoutBranchHints } from "./sections.ts";

/** The WebAssembly text of a module, with function names. */
export function wasmToText(wasm: Uint8Array): string {
  const module = read(wasm);
  try {
    return module.emitText();
  } finally {
    module.dispose();
  }
}

/** Reads a module; without its branch hints when Binaryen (132) fails on them, which it does on some functions. */
function read(wasm: Uint8Array): binaryen.Module {
  try {
    return binaryen.readBinary(wasm);
  } catch {
    return binaryen.readBinary(withoutBranchHints(wasm));
  }
}
