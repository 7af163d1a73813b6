/** Exceptions through virtual calls. */
import { Exception, type i32, print } from "@rts";
abstract class Task {
  abstract run(n: i32): i32;
}
class Good extends Task {
  override run(n: i32): i32 {
    return n + 1;
  }
}
class Bad extends Task {
  override run(n: i32): i32 {
    throw new Exception(`bad ${n}`);
  }
}
class Picky extends Task {
  override run(n: i32): i32 {
    if (n % 2 === 0) throw new Exception(`even ${n}`);
    return n * 10;
  }
}

function attempt(t: Task, n: i32): string {
  try {
    return `${t.run(n) + t.run(n + 2)}`;
  } catch (e) {
    return e instanceof Exception ? e.message : "?";
  }
}

export function main(_args: string[]): i32 {
  const tasks: Task[] = [new Good(), new Bad(), new Picky()];
  for (const t of tasks) print(`${attempt(t, 1)} ${attempt(t, 2)}`);
  return 0;
}
