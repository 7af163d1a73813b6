/** A map with string keys. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<string, i32>();
  m.set("one", 1);
  m.set("two", 2);
  m.set("three", 3);
  m.set("two", 22);
  print(`${m.size} ${m.has("one")} ${m.has("four")} ${m.get("two")!} ${m.get("four") ?? -1}`);
  for (const k of m.keys()) print(`${k} ${m.get(k)!}`);
  print(`${m.delete("one")} ${m.delete("one")} ${m.size}`);
  for (const v of m.values()) print(`${v}`);
  m.clear();
  print(`${m.size} ${m.has("two")}`);
  m.set("again", 5);
  for (const k of m.keys()) print(k);
  return 0;
}
