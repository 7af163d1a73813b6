/** BinHex 4 of `binascii`: the six-bit code and the run-length code below it. */
import type { bool, i32 } from "@rts";
import { invert, Status } from "./core.ts";
import type { Output } from "./output.ts";

const DIGITS: Uint8Array = new TextEncoder().encode(
  "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr",
);
const VALUES: Uint8Array = invert(DIGITS);
const COLON = 58;
/** Marks a run; followed by 0 it stands for itself. */
const RUN = 0x90;

/** What {@link a2bHqx} learnt beside the bytes. */
export class HqxEnd {
  /** Whether the colon that ends the code was met. */
  done: bool = false;
}

/** `a2b_hqx`. */
export function a2bHqx(data: Uint8Array, from: i32, to: i32, end: HqxEnd, out: Output): Status {
  let left: i32 = 0, bits: i32 = 0;
  end.done = false;
  for (let i = from; i < to; i++) {
    const ch: i32 = data[i];
    if (ch === 10 || ch === 13) continue;
    if (ch === COLON) {
      end.done = true;
      break;
    }
    if (VALUES[ch] > 63) return Status.IllegalChar;
    left = (left << 6) | VALUES[ch];
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out.put(left >> bits);
      left &= (1 << bits) - 1;
    }
  }
  return bits !== 0 && !end.done ? Status.IncompleteBits : Status.Ok;
}

/** `b2a_hqx`. */
export function b2aHqx(data: Uint8Array, from: i32, to: i32, out: Output): void {
  let left: i32 = 0, bits: i32 = 0;
  for (let i = from; i < to; i++) {
    left = (left << 8) | data[i];
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out.put(DIGITS[(left >> bits) & 63]);
    }
    left &= (1 << bits) - 1;
  }
  if (bits > 0) out.put(DIGITS[(left << (6 - bits)) & 63]);
}

/** `rlecode_hqx`. */
export function rlecodeHqx(data: Uint8Array, from: i32, to: i32, out: Output): void {
  for (let i = from; i < to; i++) {
    const ch: i32 = data[i];
    out.put(ch);
    if (ch === RUN) {
      out.put(0);
      continue;
    }
    let after = i + 1;
    while (after < to && data[after] === ch && after < i + 255) after++;
    if (after - i > 3) {
      out.put(RUN);
      out.put(after - i);
      i = after - 1;
    }
  }
}

/** `rledecode_hqx`. */
export function rledecodeHqx(data: Uint8Array, from: i32, to: i32, out: Output): Status {
  for (let i = from; i < to; i++) {
    if (data[i] !== RUN) {
      out.put(data[i]);
      continue;
    }
    if (++i >= to) return Status.Incomplete;
    if (data[i] === 0) {
      out.put(RUN);
    } else {
      if (out.length === 0) return Status.OrphanedRun;
      const repeated: i32 = out.bytes[out.length - 1];
      for (let count: i32 = data[i] - 1; count > 0; count--) out.put(repeated);
    }
  }
  return Status.Ok;
}
