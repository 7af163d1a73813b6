/** Weak references to live objects keep their targets through collections. */
import { gcCollect, type i32, print, WeakReference } from "@rts";
class Target {
  constructor(readonly n: i32) {}
}
const constant: Target = new Target(1000);

class Cache {
  readonly refs: WeakReference<Target>[] = [];
  add(t: Target): void {
    this.refs.push(new WeakReference<Target>(t));
  }
}

export function main(_args: string[]): i32 {
  const alive: Target[] = [];
  const cache = new Cache();
  for (let i = 0; i < 20; i++) {
    const t = new Target(i);
    alive.push(t);
    cache.add(t);
  }
  cache.add(constant);
  for (let round = 0; round < 3; round++) {
    gcCollect(round);
    let sum: i32 = 0;
    let same: i32 = 0;
    for (let i = 0; i < cache.refs.length; i++) {
      const t = cache.refs[i].get();
      if (t === null) continue;
      sum += t.n;
      if (i < 20 && t === alive[i]) same++;
    }
    print(`${sum} ${same}`);
  }
  return 0;
}
