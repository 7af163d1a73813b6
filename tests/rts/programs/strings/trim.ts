/** trim, trimStart, trimEnd. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const texts: string[] = [
    "",
    " ",
    "  a ",
    "\t\n a b \r\n",
    "a",
    " a",
    "a ",
    "\u00a0x\ufeff",
    "\u2003y\u2029",
  ];
  for (const t of texts) print(`[${t.trim()}] [${t.trimStart().length}] [${t.trimEnd().length}] ${t.length}`);
  return 0;
}
