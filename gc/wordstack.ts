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
  let top: Addr = loadU32(stack);
  if (top === 0) return 0;
  if (top - 4 === loadU32(stack + 8)) {
    if (!dropChunk(stack)) return 0;
    top = loadU32(stack);
  }
  storeU32(stack, top - 4);
  return loadU32(top - 4);
}

/** The top chunk is empty: releases it, but keeps the last one. False when there is none below. */
function dropChunk(stack: Addr): bool {
  const chunk: Addr = loadU32(stack + 8);
  const below: Addr = loadU32(chunk);
  if (below === 0) return false;
  releaseBlocks(chunk);
  storeU32(stack + 8, below);
  storeU32(stack, below + BLOCK);
  storeU32(stack + 4, below + BLOCK);
  return true;
}

/** True when nothing is on the stack. */
export function isEmptyStack(stack: Addr): bool {
  const chunk: Addr = loadU32(stack + 8);
  return chunk === 0 || (loadU32(stack) === chunk + 4 && loadU32(chunk) === 0);
}

/** Gives the stack a chunk that it keeps, so that it can always hold some thousand words. */
export function prepareStack(stack: Addr): bool {
  if (!pushWord(stack, 8)) return false;
  popWord(stack);
  return true;
}

/**
 * Walks a stack from the top without changing it: the address of the word below the one at `at`, or of the top word
 * when `at` is 0; 0 at the end.
 */
export function wordBelow(stack: Addr, at: Addr): Addr {
  const word: Addr = at === 0 ? loadU32(stack) : at;
  if (word === 0) return 0;
  if ((word & 32767) !== 4) return word - 4;
  const below: Addr = loadU32(word - 4);
  return below === 0 ? 0 : below + BLOCK - 4;
}
