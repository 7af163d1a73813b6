/** promote and the hints that ask about the JIT. */
import {
  type bool,
  hintImmutableArray,
  type i32,
  isConstant,
  isVirtual,
  print,
  promote,
  weAreJitted,
  weAreTranslated,
} from "@rts";
class Shape {
  /** @quasiImmutable */
  version: i32 = 1;
  constructor(readonly items: i32[]) {}
}

/** @elidable */
function lookup(s: Shape, version: i32): i32 {
  return s.items.length * version;
}

export function main(_args: string[]): i32 {
  const s = new Shape(hintImmutableArray<i32[]>([1, 2, 3]));
  const p = promote<Shape>(s);
  const n: i32 = promote<i32>(p.items[1]);
  print(`${n} ${lookup(p, promote<i32>(p.version))} ${p === s}`);
  s.version++;
  print(`${lookup(p, p.version)}`);
  print(`${isConstant<i32>(n)} ${isVirtual<Shape>(s)} ${weAreJitted()}`);
  let flagged: bool = weAreTranslated();
  flagged = flagged || !flagged;
  print(`${flagged}`);
  return 0;
}
