/** Values made by calls that collect are stored straight into prebuilt arrays and objects, again and again. */
import { type FixedArray, gcCollect, type i32, newFixedArray, print } from "@rts";
class Holder {
  text: string = "";
  other: Holder | null = null;
}
const TEXTS: FixedArray<string> = newFixedArray<string>(4, "-");
const HOLDER: Holder = new Holder();

/** @noinline */
function make(n: i32): string {
  return `text ${n}`;
}
/** @noinline */
function holder(n: i32): Holder {
  const result = new Holder();
  result.text = make(n);
  return result;
}

export function main(_args: string[]): i32 {
  for (let n = 0; n < 20; n++) {
    TEXTS[2] = make(n);
    TEXTS[n & 1] = make(n + 100);
    HOLDER.other = holder(n);
    HOLDER.text = make(n + 200);
    if (n === 7) gcCollect(0);
  }
  gcCollect(0);
  gcCollect(1);
  print(`${TEXTS[0]} ${TEXTS[1]} ${TEXTS[2]} ${TEXTS[3]} ${HOLDER.text} ${HOLDER.other!.text}`);
  return 0;
}
