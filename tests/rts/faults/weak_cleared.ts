// stdout: cleared
// stdout: kept 7
/** A weak reference is cleared when its target dies, and is not while it lives. */
import { gcCollect, type i32, print, WeakReference } from "@rts";
class Target {
  constructor(readonly n: i32) {}
}

/** @noinline */
function make(n: i32): WeakReference<Target> {
  return new WeakReference<Target>(new Target(n));
}

// A local variable keeps its object alive no longer than the program needs it; a module variable does.
let kept: Target = new Target(0);

export function main(_args: string[]): i32 {
  kept = new Target(7);
  const strong = new WeakReference<Target>(kept);
  const weak = make(5);
  gcCollect(0);
  gcCollect(1);
  print(weak.get() === null ? "cleared" : "alive");
  const t = strong.get();
  print(t === null ? "lost" : `kept ${t.n + kept.n - 7}`);
  return 0;
}
