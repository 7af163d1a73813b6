// gcstress: no
/** Maps whose entries come and go, with object keys that move. */
import { type i32, print } from "@rts";
class Key {
  constructor(readonly n: i32) {}
}

export function main(_args: string[]): i32 {
  const live = new Map<Key, string>();
  const queue: Key[] = [];
  for (let i = 0; i < 20000; i++) {
    const k = new Key(i);
    live.set(k, `v${i}`);
    queue.push(k);
    if (queue.length > 500) {
      const old = queue[i - 500];
      if (!live.delete(old)) print(`lost ${old.n}`);
    }
  }
  let sum: i32 = 0;
  for (const k of live.keys()) sum += k.n;
  print(`${live.size} ${sum} ${live.get(queue[19999])!} ${live.has(queue[0])}`);
  return 0;
}
