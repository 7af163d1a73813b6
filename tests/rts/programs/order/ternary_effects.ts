/** Only the chosen branch runs. */
import { type i32, print } from "@rts";
let log: string = "";

function n(v: i32): i32 {
  log += `${v} `;
  return v;
}

export function main(_args: string[]): i32 {
  const a = n(1) > 0 ? n(2) : n(3);
  const b = n(4) < 0 ? n(5) : n(6) > 0 ? n(7) : n(8);
  const items: i32[] = [0, 0, 0];
  items[n(1) === 1 ? n(2) : n(0)] = n(9) > n(10) ? n(11) : n(12);
  print(`${a} ${b} ${items.join()} ${log}`);
  let k: i32 = 0;
  const c = k++ === 0 ? k++ : k--;
  print(`${c} ${k} ${k > 1 ? k-- : k++} ${k}`);
  return 0;
}
