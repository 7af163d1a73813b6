/** Names in inner blocks hide outer ones. */
import { type i32, print } from "@rts";
const x: i32 = 1;
let y: string = "module";

function f(x: i32): i32 {
  const z = x;
  {
    const x = z * 10;
    if (x > 5) {
      const x = "text";
      print(x);
    }
    print(`${x}`);
  }
  for (let x = 0; x < 2; x++) print(`loop ${x}`);
  return x;
}

export function main(_args: string[]): i32 {
  print(`${f(3)} ${x}`);
  const y = 0.5;
  print(`${y} ${module()}`);
  for (const i of [1, 2]) {
    const doubled = i * 2;
    print(`${doubled}`);
  }
  const doubled = "outside";
  print(doubled);
  return 0;
}

function module(): string {
  y += "!";
  return y;
}
