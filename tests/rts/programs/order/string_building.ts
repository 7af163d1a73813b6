/** Side effects inside templates and concatenation. */
import { type i32, print } from "@rts";
let count: i32 = 0;

function next(): string {
  count++;
  return `#${count}`;
}

export function main(_args: string[]): i32 {
  print(`${next()} ${next() + next()} ${count} ${`${next()}`} ${count}`);
  let s = "s";
  s += s + (s = "t") + s;
  print(s);
  s = next() + next().length + next();
  print(s);
  let line = "";
  line += next() + (line += "lost");
  print(line);
  return 0;
}
