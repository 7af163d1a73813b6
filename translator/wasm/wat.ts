/** The text form of a module, for readers (`--dump wat`). */
import binaryen from "binaryen";

/** The WebAssembly text of a module, with function names. */
export function wasmToText(wasm: Uint8Array): string {
  const module = binaryen.readBinary(wasm);
  try {
    return module.emitText();
  } finally {
    module.dispose();
  }
}
