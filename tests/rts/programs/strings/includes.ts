/** includes, startsWith, endsWith. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const text = "translated code";
  const parts: string[] = [
    "",
    "t",
    "trans",
    "code",
    "e",
    "slate",
    "translated code",
    "translated codes",
    "Code",
  ];
  for (const p of parts) print(`${p}: ${text.includes(p)} ${text.startsWith(p)} ${text.endsWith(p)}`);
  print(`${"".includes("")} ${"".startsWith("a")} ${"".endsWith("")}`);
  return 0;
}
