/** StringBuilder. */
import { type i32, print, StringBuilder } from "@rts";
const table: StringBuilder = new StringBuilder();

export function main(_args: string[]): i32 {
  const b = new StringBuilder();
  print(`[${b.toString()}] ${b.length}`);
  b.append("abc");
  b.appendCode(0x2d);
  b.appendInt(-2147483648);
  b.append("");
  print(`[${b.toString()}] ${b.length}`);
  b.append("é\u{1f600}");
  print(`[${b.toString()}] ${b.length}`);
  b.clear();
  print(`[${b.toString()}] ${b.length}`);
  for (let i = 0; i < 300; i++) {
    b.appendInt(i);
    b.appendCode(32);
  }
  print(b.toString());
  print(`${b.length}`);
  table.append("prebuilt");
  print(table.toString());
  return 0;
}
