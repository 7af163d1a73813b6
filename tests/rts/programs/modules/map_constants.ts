/** Maps and sets made at top level. */
import { type bool, type f64, type i32, type i64, print } from "@rts";
class Symbol2 {
  constructor(readonly name: string) {}
}
const PLUS: Symbol2 = new Symbol2("plus");
const MINUS: Symbol2 = new Symbol2("minus");
const BY_NAME: Map<string, Symbol2> = new Map([["+", PLUS], ["-", MINUS]]);
const WEIGHTS: Map<Symbol2, f64> = new Map([[PLUS, 1.5], [MINUS, -0.5]]);
const BY_CODE: Map<i32, string> = new Map([[-1, "minus one"], [0, "zero"], [2147483647, "max"]]);
const BY_LONG: Map<i64, bool> = new Map([[1n, true], [-9223372036854775808n, false]]);
const BY_REAL: Map<f64, i32> = new Map([[0.5, 1], [NaN, 2], [0, 3]]);
const VOWELS: Set<string> = new Set("aeiou");
const PICKED: Set<Symbol2> = new Set([MINUS]);

export function main(_args: string[]): i32 {
  print(`${BY_NAME.get("+")! === PLUS} ${WEIGHTS.get(MINUS)!} ${BY_CODE.get(2147483647)!} ${BY_CODE.size}`);
  print(
    `${BY_LONG.get(-9223372036854775808n)!} ${BY_REAL.get(0.5)!} ${BY_REAL.get(0.0)!} ${BY_REAL.has(1.5)}`,
  );
  print(`${VOWELS.has("e")} ${VOWELS.has("x")} ${VOWELS.size} ${PICKED.has(MINUS)} ${PICKED.has(PLUS)}`);
  BY_NAME.set("*", new Symbol2("times"));
  BY_NAME.delete("+");
  for (const k of BY_NAME.keys()) print(`${k} ${BY_NAME.get(k)!.name}`);
  for (let i = 0; i < 100; i++) WEIGHTS.set(new Symbol2(`s${i}`), i);
  print(`${WEIGHTS.size} ${WEIGHTS.get(PLUS)!}`);
  VOWELS.add("y");
  let text = "";
  for (const v of VOWELS) text += v;
  print(text);
  return 0;
}
