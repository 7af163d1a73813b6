/** Maps with objects as keys compare identity. */
import { gcCollect, type i32, print } from "@rts";
class Key {
  constructor(readonly name: string) {}
}

export function main(_args: string[]): i32 {
  const m = new Map<Key, i32>();
  const a = new Key("a");
  const b = new Key("a");
  m.set(a, 1);
  m.set(b, 2);
  print(`${m.size} ${m.get(a)!} ${m.get(b)!} ${m.has(new Key("a"))}`);
  const keys: Key[] = [];
  for (let i = 0; i < 300; i++) {
    const k = new Key(`k${i}`);
    keys.push(k);
    m.set(k, i);
  }
  gcCollect(0);
  gcCollect(1);
  let sum: i32 = 0;
  for (const k of keys) sum += m.get(k)!;
  print(`${sum} ${m.size}`);
  let first = "";
  for (const k of m.keys()) {
    first += k.name + " ";
    if (first.length > 20) break;
  }
  print(first);
  return 0;
}
