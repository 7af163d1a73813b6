/** A map with i32 keys at edge values. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<i32, string>();
  const keys: i32[] = [0, 1, -1, 2147483647, -2147483648, 65536, 131072, 1 << 20];
  for (const k of keys) m.set(k, `v${k}`);
  for (const k of keys) print(`${k} ${m.get(k)!}`);
  print(`${m.size} ${m.has(2)} ${m.get(2) ?? "none"}`);
  m.delete(0);
  m.set(0, "back");
  let line = "";
  for (const k of m.keys()) line += `${k} `;
  print(line);
  return 0;
}
