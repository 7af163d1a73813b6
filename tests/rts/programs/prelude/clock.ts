/** clock does not go backwards. */
import { clock, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let last = clock();
  let backwards: i32 = 0;
  for (let i = 0; i < 100; i++) {
    const now = clock();
    if (now < last) backwards++;
    last = now;
  }
  print(`${backwards} ${last >= 0}`);
  return 0;
}
