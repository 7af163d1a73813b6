// stdout: triggered true
// stdout: a b c
// stdout: none left
/** A finalizer queue hands out dead objects once, in the order of registration. */
import { type bool, FinalizerQueue, gcCollect, type i32, print } from "@rts";
class Resource {
  constructor(readonly name: string) {}
}
let triggered: bool = false;
const queue: FinalizerQueue<Resource> = new FinalizerQueue<Resource>((): void => {
  triggered = true;
});

/** @noinline */
function make(name: string): void {
  queue.register(new Resource(name));
}

export function main(_args: string[]): i32 {
  make("a");
  make("b");
  make("c");
  gcCollect(1);
  print(`triggered ${triggered}`);
  const names: string[] = [];
  for (let r = queue.nextDead(); r !== null; r = queue.nextDead()) names.push(r.name);
  print(names.join(" "));
  gcCollect(1);
  print(queue.nextDead() === null ? "none left" : "again");
  return 0;
}
