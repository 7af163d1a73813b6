/** Typed arrays computed at module top level. */
import { type i32, print } from "@rts";
const SQUARES: Int32Array = Int32Array.from({ length: 10 }, (_, i) => i * i);
const SINES: Float64Array = new Float64Array([0, 1, 2].map((x) => Math.round(Math.sin(x) * 1000) / 1000));
const BITS: Uint8Array = new Uint8Array(256).map((_, i) => i.toString(2).replaceAll("0", "").length);
const BIG: BigInt64Array = new BigInt64Array([1n, -1n, 1n << 62n]);

export function main(_args: string[]): i32 {
  let sum: i32 = 0;
  for (const x of SQUARES) sum += x;
  print(`${sum} ${SINES[1]} ${SINES[2]} ${BITS[255]} ${BITS[128]} ${BIG[2]}`);
  SQUARES[3] = -9;
  BIG[0] += 5n;
  print(`${SQUARES[3]} ${BIG[0]} ${SQUARES.length}`);
  let bits: i32 = 0;
  for (let i = 0; i < BITS.length; i++) bits += BITS[i];
  print(`${bits}`);
  return 0;
}
