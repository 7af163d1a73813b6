/**
 * Stacks of words outside the heap's objects, grown chunk by chunk: the mark stack, the remembered set, the list of
 * written prebuilt objects. A stack is named by the address of its descriptor (16 bytes, zero at first): top,
 * limit, chunk. Word 0 of a chunk is the chunk below. Words pushed are never 0.
 */
import type { Addr, bool, u32 } from "@rts";
import { loadU32, storeU32 } from "@rts/raw";
import { BLOCK, releaseBlocks, takeChunk } from "./blocks.ts";

/** Bytes of a descriptor. */
export const WORD_STACK_BYTES: u32 = 16;

/** Pushes `word`; false when no memory is left for another chunk. */
export function pushWord(stack: Addr, word: u32): bool {
  let top: Addr = loadU32(stack);
  if (top === loadU32(stack + 4)) {
    const chunk: Addr = takeChunk();
    if (chunk === 0) return false;
    storeU32(chunk, loadU32(stack + 8));
    storeU32(stack + 8, chunk);
    storeU32(stack + 4, chunk + BLOCK);
    top = chunk + 4;
  }
  storeU32(top, word);
  storeU32(stack, top + 4);
  return true;
}

/** The word pushed last, taken off; 0 when the stack is empty. */
export function popWord(stack: Addr): u32 {
  const top: Addr = loadU32(stack);
  if (top === 0) return 0;
  const word: u32 = loadU32(top - 4);
  storeU32(stack, top - 4);
  if (top - 8 === loadU32(stack + 8)) dropChunk(stack);
  return word;
}

/** The top chunk just became empty. */
function dropChunk(stack: Addr): void {
  const chunk: Addr = loadU32(stack + 8);
  const below: Addr = loadU32(chunk);
  releaseBlocks(chunk);
  storeU32(stack + 8, below);
  storeU32(stack, below === 0 ? 0 : below + BLOCK);
  storeU32(stack + 4, below === 0 ? 0 : below + BLOCK);
}

/** True when nothing is on the stack. */
export function isEmptyStack(stack: Addr): bool {
  return loadU32(stack) === 0;
}

/**
 * Walks a stack from the top without changing it: the address of the word below the one at `at`, or of the top word
 * when `at` is 0; 0 at the end.
 */
export function wordBelow(stack: Addr, at: Addr): Addr {
  if (at === 0) {
    const top: Addr = loadU32(stack);
    return top === 0 ? 0 : top - 4;
  }
  if ((at & 32767) !== 4) return at - 4;
  const below: Addr = loadU32(at - 4);
  return below === 0 ? 0 : below + BLOCK - 4;
}
