/** A finalizer queue hands out nothing while its objects are alive. */
import { type bool, FinalizerQueue, gcCollect, type i32, print } from "@rts";
class Resource {
  constructor(readonly name: string) {}
}
let triggered: bool = false;
const queue: FinalizerQueue<Resource> = new FinalizerQueue<Resource>((): void => {
  triggered = true;
});
const kept: Resource[] = [];

export function main(_args: string[]): i32 {
  for (let i = 0; i < 10; i++) {
    const r = new Resource(`r${i}`);
    kept.push(r);
    queue.register(r);
  }
  gcCollect(0);
  gcCollect(1);
  print(`${queue.nextDead() === null} ${triggered}`);
  for (const r of kept) print(r.name);
  return 0;
}
