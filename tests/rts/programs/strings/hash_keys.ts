/** Strings made in different ways are one key. */
import { type i32, print, StringBuilder } from "@rts";
export function main(_args: string[]): i32 {
  const m = new Map<string, i32>();
  m.set("key", 1);
  const parts: string[] = ["k", "e", "y"];
  m.set(parts.join(""), 2);
  m.set("xkeyx".substring(1, 4), 3);
  const b = new StringBuilder();
  b.append("ke");
  b.appendCode(121);
  print(`${m.size} ${m.get(b.toString())!} ${m.has("key")} ${m.has("KEY".toLowerCase())} ${m.has("keys")}`);
  m.set("", 10);
  print(`${m.size} ${m.get("")!} ${m.has("ke" + "y")}`);
  return 0;
}
