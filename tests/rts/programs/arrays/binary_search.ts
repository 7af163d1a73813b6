/** Binary search and insertion sort. */
import { type i32, print } from "@rts";
function insert(sorted: i32[], value: i32): void {
  sorted.push(value);
  let i = sorted.length - 1;
  while (i > 0 && sorted[i - 1] > value) {
    sorted[i] = sorted[i - 1];
    i--;
  }
  sorted[i] = value;
}

function search(sorted: i32[], value: i32): i32 {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] === value) return middle;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1 - low;
}

export function main(_args: string[]): i32 {
  const a: i32[] = [];
  const input: i32[] = [40, 10, 30, 20, 50, 10];
  for (const x of input) insert(a, x);
  print(a.join());
  for (let x = 5; x <= 55; x += 5) print(`${x} ${search(a, x)}`);
  return 0;
}
