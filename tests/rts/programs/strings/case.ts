/** toUpperCase and toLowerCase of ASCII letters. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const texts: string[] = ["", "Hello, World", "ABCxyz019_@[`{", "already lower", "ALREADY UPPER"];
  for (const t of texts) print(`${t.toUpperCase()} ${t.toLowerCase()}`);
  print(`${"MiXeD".toLowerCase() === "mixed"}`);
  return 0;
}
