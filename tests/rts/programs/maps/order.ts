/** Insertion order survives deletions, overwriting and growth. */
import { type i32, print } from "@rts";
function keysOf(m: Map<i32, i32>): string {
  let line = "";
  for (const k of m.keys()) line += `${k} `;
  return line;
}

export function main(_args: string[]): i32 {
  const m = new Map<i32, i32>();
  for (let i = 10; i > 0; i--) m.set(i, i * i);
  print(keysOf(m));
  for (let i = 2; i <= 10; i += 2) m.delete(i);
  print(keysOf(m));
  m.set(9, 0);
  m.set(4, 0);
  print(keysOf(m));
  for (let i = 100; i < 120; i++) m.set(i, i);
  m.delete(9);
  m.set(9, 1);
  print(keysOf(m));
  let line = "";
  for (const v of m.values()) line += `${v} `;
  print(line);
  return 0;
}
