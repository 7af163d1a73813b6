// gcstress: no
/** Much string garbage with a few survivors. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const kept: string[] = [];
  for (let i = 0; i < 40000; i++) {
    const text = `number ${i} and ${i * 2}`;
    const upper = text.toUpperCase();
    if (i % 4000 === 0) kept.push(upper + text.substring(0, 6));
  }
  for (const k of kept) print(k);
  let long = "";
  for (let i = 0; i < 3000; i++) long += i;
  print(`${long.length} ${long.substring(5000, 5020)}`);
  return 0;
}
