/** Arrays are references. */
import { type i32, print } from "@rts";
class Holder {
  constructor(public list: i32[]) {}
}

function clear(list: i32[]): void {
  list.length = 0;
}

export function main(_args: string[]): i32 {
  const a: i32[] = [1];
  const b = a;
  b.push(2);
  const h = new Holder(a);
  h.list.push(3);
  print(`${a.join()} ${a === b} ${h.list === a} ${a === a.slice()}`);
  h.list = [7];
  h.list.push(8);
  print(`${a.join()} ${h.list.join()}`);
  clear(b);
  print(`${a.length} ${h.list.length}`);
  return 0;
}
