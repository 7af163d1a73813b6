/**
 * Instructions as the eval loop reads them: one word each, the opcode in the lower eight bits, above it the whole
 * argument. A prefix (`EXTENDED_ARG`) keeps its place, without effect.
 *
 * Common neighbours are joined: the first one's word says "both", by an opcode of our own ({@link Joined}), and the
 * second one's word keeps its argument, and is there for jumps to it. Code that is traced runs from words that are not
 * joined.
 */
import type { i32 } from "@rts";
import { Op } from "./opcode.ts";

/** Opcodes of two instructions; no opcode of Python's is among them. */
export const enum Joined {
  LOAD_FAST_LOAD_FAST = 200,
  LOAD_FAST_LOAD_CONST,
  LOAD_FAST_LOAD_ATTR,
  LOAD_FAST_RETURN_VALUE,
  LOAD_CONST_RETURN_VALUE,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_STORE_FAST,
  STORE_FAST_JUMP_ABSOLUTE,
  POP_TOP_JUMP_ABSOLUTE,
  FOR_ITER_STORE_FAST,
  COMPARE_OP_POP_JUMP_IF_FALSE,
  COMPARE_OP_POP_JUMP_IF_TRUE,
  IS_OP_POP_JUMP_IF_FALSE,
  IS_OP_POP_JUMP_IF_TRUE,
}

/** The joined opcode of two opcodes, at `first << 8 | second`; 0 for none. */
const JOINED: Uint8Array = new Uint8Array(0x10000);

function join(first: i32, second: i32, both: i32): void {
  JOINED[first << 8 | second] = both;
}
join(Op.LOAD_FAST, Op.LOAD_FAST, Joined.LOAD_FAST_LOAD_FAST);
join(Op.LOAD_FAST, Op.LOAD_CONST, Joined.LOAD_FAST_LOAD_CONST);
join(Op.LOAD_FAST, Op.LOAD_ATTR, Joined.LOAD_FAST_LOAD_ATTR);
join(Op.LOAD_FAST, Op.RETURN_VALUE, Joined.LOAD_FAST_RETURN_VALUE);
join(Op.LOAD_CONST, Op.RETURN_VALUE, Joined.LOAD_CONST_RETURN_VALUE);
join(Op.STORE_FAST, Op.LOAD_FAST, Joined.STORE_FAST_LOAD_FAST);
join(Op.STORE_FAST, Op.STORE_FAST, Joined.STORE_FAST_STORE_FAST);
join(Op.STORE_FAST, Op.JUMP_ABSOLUTE, Joined.STORE_FAST_JUMP_ABSOLUTE);
join(Op.POP_TOP, Op.JUMP_ABSOLUTE, Joined.POP_TOP_JUMP_ABSOLUTE);
join(Op.FOR_ITER, Op.STORE_FAST, Joined.FOR_ITER_STORE_FAST);
join(Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE, Joined.COMPARE_OP_POP_JUMP_IF_FALSE);
join(Op.COMPARE_OP, Op.POP_JUMP_IF_TRUE, Joined.COMPARE_OP_POP_JUMP_IF_TRUE);
join(Op.IS_OP, Op.POP_JUMP_IF_FALSE, Joined.IS_OP_POP_JUMP_IF_FALSE);
join(Op.IS_OP, Op.POP_JUMP_IF_TRUE, Joined.IS_OP_POP_JUMP_IF_TRUE);

/** The words of `bytecode`, nothing joined. */
export function plainWords(bytecode: Uint8Array): Int32Array {
  const count = bytecode.length >> 1;
  const words = new Int32Array(count);
  let prefix: i32 = 0;
  for (let i = 0; i < count; i++) {
    const op = bytecode[2 * i];
    const arg = prefix | bytecode[2 * i + 1];
    if (op === Op.EXTENDED_ARG) {
      words[i] = op;
      prefix = arg << 8;
    } else {
      words[i] = (arg << 8) | op;
      prefix = 0;
    }
  }
  return words;
}

/** The words of `bytecode`, with neighbours joined. */
export function joinedWords(bytecode: Uint8Array): Int32Array {
  const words = plainWords(bytecode);
  for (let i = 0; i + 1 < words.length; i++) {
    const both = JOINED[(words[i] & 0xff) << 8 | (words[i + 1] & 0xff)];
    if (both !== 0) words[i] = (words[i] & ~0xff) | both;
  }
  return words;
}
