/** The ends of i64, wrapping, comparison. */
import { type i32, type i64, print, wrap64 } from "@rts";
const MIN: i64 = -9223372036854775808n;
const MAX: i64 = 9223372036854775807n;

export function main(_args: string[]): i32 {
  print(`${MIN} ${MAX}`);
  print(`${wrap64(MAX + 1n)} ${wrap64(MIN - 1n)} ${wrap64(MAX * MAX)} ${wrap64(MIN * MIN)} ${wrap64(-MIN)}`);
  print(`${MIN < MAX} ${MIN <= MIN} ${MAX > MIN} ${MAX >= MAX} ${MIN === MAX} ${MIN !== MAX}`);
  print(`${~MIN} ${~MAX} ${MIN + MAX} ${-MAX}`);
  let state: i64 = 42n;
  for (let i = 0; i < 6; i++) {
    state = wrap64(wrap64(state * 6364136223846793005n) + 1442695040888963407n);
    print(`${state}`);
  }
  return 0;
}
