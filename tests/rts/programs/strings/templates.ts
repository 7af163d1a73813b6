/** Templates: nested, with expressions, several lines, escapes. */
import { type f64, type i32, print } from "@rts";
function label(n: i32): string {
  return `<${n > 1 ? `${n} items` : "one item"}>`;
}

export function main(_args: string[]): i32 {
  print(`${label(1)}${label(2)}`);
  print(`a ${1 + 2} b ${"s" + 3} c ${true && false} \${} \` \\ \u0041 \x42`);
  print(`line one
line two`);
  print(`${""}`);
  const depth = `${`${`${7}`}`}`;
  print(depth);
  const x: f64 = 1;
  print(`${x / 3} ${x * 2} ${-x}`);
  return 0;
}
