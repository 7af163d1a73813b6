/** Sorting sorted, reversed, equal and random arrays of 3000. */
import { type i32, newArray, print } from "@rts";
function compare(a: i32, b: i32): i32 {
  return a < b ? -1 : a > b ? 1 : 0;
}

function check(a: i32[]): string {
  for (let i = 1; i < a.length; i++) if (a[i - 1] > a[i]) return `wrong at ${i}`;
  return `${a[0]} ${a[a.length >> 1]} ${a[a.length - 1]}`;
}

export function main(_args: string[]): i32 {
  const sorted: i32[] = [];
  const reversed: i32[] = [];
  const random: i32[] = [];
  let state: i32 = 1;
  for (let i = 0; i < 3000; i++) {
    sorted.push(i);
    reversed.push(-i);
    state = (Math.imul(state, 69069) + 1) | 0;
    random.push(state);
  }
  const equal = newArray<i32>(3000, 7);
  const all: i32[][] = [sorted, reversed, equal, random];
  for (const a of all) {
    a.sort(compare);
    print(check(a));
  }
  return 0;
}
