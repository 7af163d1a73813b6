/** Labels on loops and blocks. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let line = "";
  outer: for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      if (j === 2) continue outer;
      if (i === 3) break outer;
      line += `${i}${j} `;
    }
  }
  print(line);
  let n: i32 = 0;
  a: while (true) {
    b: do {
      n++;
      for (const x of [1, 2, 3]) {
        if (n === 1) continue b;
        if (n === 2 && x === 2) continue a;
        if (n === 4) break a;
        if (n === 3 && x === 3) break b;
      }
    } while (n < 3);
    line = `after b ${n}`;
  }
  print(`${line} ${n}`);
  block: {
    if (n > 3) break block;
    print("not printed");
  }
  found: {
    for (let i = 0; i < 5; i++) if (i * i === 9) break found;
    print("none");
  }
  return 0;
}
