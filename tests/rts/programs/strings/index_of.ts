/** indexOf and lastIndexOf with and without a start. */
import { type i32, print } from "@rts";
const TEXT = "abracadabra";

export function main(_args: string[]): i32 {
  const parts: string[] = ["a", "abra", "bra", "x", "", "abracadabra", "abracadabrax", "cad"];
  for (const p of parts) {
    let line = `${p}: ${TEXT.indexOf(p)} ${TEXT.lastIndexOf(p)}`;
    for (let from = 0; from <= 11; from += 2) line += ` ${TEXT.indexOf(p, from)}`;
    print(line);
  }
  print(`${TEXT.indexOf("a", -5)} ${TEXT.indexOf("a", 100)} ${"".indexOf("")} ${"".indexOf("a")}`);
  print(`${TEXT.lastIndexOf("abra")} ${"aaaa".lastIndexOf("aa")} ${"aaaa".indexOf("aa", 1)}`);
  return 0;
}
