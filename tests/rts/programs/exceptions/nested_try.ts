/** try inside try, catch and finally. */
import { Exception, type i32, print } from "@rts";
let log: string = "";

function fail(name: string): void {
  log += name + " ";
  throw new Exception(name);
}

function f(): void {
  try {
    try {
      fail("a");
    } catch (_e) {
      try {
        fail("b");
      } catch (_e2) {
        log += "[b] ";
      } finally {
        log += "(b) ";
      }
      fail("c");
    } finally {
      try {
        fail("d");
      } catch (_e) {
        log += "[d] ";
      }
    }
  } catch (e) {
    log += e instanceof Exception ? `[${e.message}] ` : "?";
  }
}

export function main(_args: string[]): i32 {
  f();
  print(log);
  log = "";
  for (let i = 0; i < 3; i++) {
    try {
      if (i === 1) fail("loop");
      log += "ok ";
    } catch (_e) {
      log += "caught ";
      continue;
    } finally {
      log += `end${i} `;
    }
    log += "after ";
  }
  print(log);
  return 0;
}
