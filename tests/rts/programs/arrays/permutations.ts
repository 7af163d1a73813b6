/** Permutations by swapping in place, and Pascal's triangle. */
import { type i32, print } from "@rts";
const found: string[] = [];

function permute(items: string[], from: i32): void {
  if (from === items.length) {
    found.push(items.join(""));
    return;
  }
  for (let i = from; i < items.length; i++) {
    const saved = items[from];
    items[from] = items[i];
    items[i] = saved;
    permute(items, from + 1);
    items[i] = items[from];
    items[from] = saved;
  }
}

export function main(_args: string[]): i32 {
  permute(["a", "b", "c", "d"], 0);
  print(`${found.length} ${found.join(" ")}`);
  const rows: i32[][] = [[1]];
  for (let n = 1; n < 10; n++) {
    const row: i32[] = [1];
    for (let k = 1; k < n; k++) row.push(rows[n - 1][k - 1] + rows[n - 1][k]);
    row.push(1);
    rows.push(row);
  }
  for (const row of rows) print(row.join(" "));
  return 0;
}
