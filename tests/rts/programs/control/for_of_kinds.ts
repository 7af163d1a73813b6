/** for … of over every iterable. */
import { type f64, type i32, newFixedArray, print } from "@rts";
export function main(_args: string[]): i32 {
  let line = "";
  for (const x of [0.5, 1.5]) line += `${x} `;
  for (const x of new Uint8Array(2)) line += `${x} `;
  const fixed = newFixedArray<string>(2, "f");
  for (const x of fixed) line += x;
  const set = new Set<string>();
  set.add("s1");
  set.add("s2");
  for (const x of set) line += x + " ";
  const map = new Map<i32, f64>();
  map.set(1, 0.25);
  map.set(2, 0.75);
  for (const k of map.keys()) line += `k${k} `;
  for (const v of map.values()) line += `v${v} `;
  for (const row of ["a b", "c d"]) for (const word of row.split(" ")) line += word;
  print(line);
  search: for (const k of map.keys()) {
    for (const x of set) {
      if (k === 2) break search;
      if (x === "s1") continue;
      print(`${k} ${x}`);
    }
  }
  return 0;
}
