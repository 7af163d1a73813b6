/** shift and unshift. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2, 3];
  print(`${a.shift()!} ${a.join()}`);
  a.unshift(9);
  a.unshift(8);
  print(`${a.length} ${a.join()}`);
  const queue: string[] = [];
  for (let i = 0; i < 10; i++) queue.push(`job ${i}`);
  let line = "";
  let added: i32 = 0;
  while (queue.length > 0) {
    line += queue.shift()! + " ";
    if (queue.length === 5 && added < 2) {
      queue.push(`late ${added}`);
      added++;
    }
  }
  print(line);
  return 0;
}
