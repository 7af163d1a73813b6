/** Overrides that skip levels, and sibling subtrees with their own tables. */
import { type i32, print } from "@rts";
class Root {
  f(): i32 {
    return 1;
  }
  g(): i32 {
    return this.f() * 10;
  }
}
class Left extends Root {
  override f(): i32 {
    return 2;
  }
  h(): i32 {
    return this.g() + 1;
  }
}
class LeftLeft extends Left {
  override g(): i32 {
    return super.g() + 100;
  }
}
class Right extends Root {
  override g(): i32 {
    return this.f() + 1000;
  }
  k(): i32 {
    return this.g() + 5;
  }
}
class RightRight extends Right {
  override f(): i32 {
    return super.f() + 6;
  }
  override k(): i32 {
    return -super.k();
  }
}

export function main(_args: string[]): i32 {
  const roots: Root[] = [new Root(), new Left(), new LeftLeft(), new Right(), new RightRight()];
  for (const r of roots) print(`${r.f()} ${r.g()}`);
  const left: Left[] = [new Left(), new LeftLeft()];
  for (const l of left) print(`${l.h()}`);
  const right: Right[] = [new Right(), new RightRight()];
  for (const r of right) print(`${r.k()}`);
  return 0;
}
