// deno-lint-ignore-file no-unsafe-finally
/** A return, break or throw in finally replaces what was under way. */
import { Exception, type i32, print } from "@rts";
function f(): i32 {
  try {
    return 1;
  } finally {
    return 2;
  }
}

function g(): i32 {
  try {
    throw new Exception("lost");
  } finally {
    return 3;
  }
}

function h(): i32 {
  let n: i32 = 0;
  while (true) {
    try {
      n++;
      if (n < 3) throw new Exception("also lost");
      return n;
    } finally {
      if (n < 3) continue;
      if (n === 3) break;
    }
  }
  return n * 100;
}

function k(): string {
  try {
    try {
      throw new Exception("first");
    } finally {
      throw new Exception("second");
    }
  } catch (e) {
    return e instanceof Exception ? e.message : "?";
  }
}

export function main(_args: string[]): i32 {
  print(`${f()} ${g()} ${h()} ${k()}`);
  return 0;
}
