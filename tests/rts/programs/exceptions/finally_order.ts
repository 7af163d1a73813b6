/** finally runs once on every way out, in order. */
import { Exception, type i32, print } from "@rts";
let log: string = "";

function f(way: i32): i32 {
  try {
    log += "try ";
    if (way === 1) return 1;
    if (way === 2) throw new Exception("two");
    log += "end ";
  } catch (_e) {
    log += "catch ";
    if (way === 2) return 2;
  } finally {
    log += "finally ";
  }
  return 3;
}

function g(way: i32): i32 {
  try {
    try {
      if (way === 0) throw new Exception("inner");
      if (way === 1) return 10;
    } finally {
      log += "f1 ";
    }
    log += "between ";
  } catch (_e) {
    log += "caught ";
  } finally {
    log += "f2 ";
  }
  return 20;
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 3; i++) {
    const r = f(i);
    print(`${r} ${log}`);
    log = "";
  }
  for (let i = 0; i < 3; i++) {
    const r = g(i);
    print(`${r} ${log}`);
    log = "";
  }
  return 0;
}
