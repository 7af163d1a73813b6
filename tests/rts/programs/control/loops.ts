/** for, while, do-while, endless loops. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let line = "";
  for (let i = 0; i < 5; i++) line += `${i} `;
  for (let i = 10; i > 0; i -= 3) line += `${i} `;
  let n: i32 = 3;
  while (n > 0) line += `w${n--} `;
  do {
    line += `d${n++} `;
  } while (n < 2);
  do line += "once "; while (n > 100);
  for (;;) {
    if (n++ > 4) break;
  }
  while (true) {
    n--;
    if (n < 0) break;
  }
  print(line + n);
  let i: i32 = 0;
  for (; i < 3;) i++;
  for (let a = 0, b = 10; a < b; a++, b -= 2) line = `${a} ${b} ${i}`;
  print(line);
  for (let k = 0; k < 0; k++) print("never");
  return 0;
}
