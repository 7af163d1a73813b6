/** Constants that fold: numbers, strings, enum members, static readonly fields. */
import { type bool, type f64, type i32, type i64, print } from "@rts";
const WIDTH: i32 = 16;
const MASK: i32 = WIDTH - 1;
const SHIFT = Math.log2(WIDTH) | 0;
const RATIO: f64 = WIDTH / 3;
const NAME: string = `w${WIDTH}`;
const BIG: i64 = 1n << 40n;
const DEBUG: bool = WIDTH > 100;
enum Size {
  Small = WIDTH / 4,
  Large = WIDTH * 4,
}
class Limits {
  static readonly MAX: i32 = WIDTH * WIDTH;
  static readonly LABEL: string = NAME + "!";
}

export function main(_args: string[]): i32 {
  if (DEBUG) print("never");
  print(`${MASK} ${SHIFT} ${RATIO} ${NAME} ${BIG} ${Size.Small} ${Size.Large} ${Limits.MAX} ${Limits.LABEL}`);
  const items = new Int32Array(WIDTH);
  for (let i = 0; i < 100; i++) items[i & MASK] += i >> SHIFT;
  let line = "";
  for (const x of items) line += `${x} `;
  print(line);
  return 0;
}
