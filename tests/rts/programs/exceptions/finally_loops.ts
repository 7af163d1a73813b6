/** break, continue and return leave through finally. */
import { type i32, print } from "@rts";
let log: string = "";

function f(n: i32): string {
  for (let i = 0; i < 5; i++) {
    try {
      if (i === 1) continue;
      if (i === n) break;
      if (i + n === 7) return "returned";
      log += `${i}`;
    } finally {
      log += ".";
    }
    log += ",";
  }
  return "done";
}

function nested(): i32 {
  let count: i32 = 0;
  outer: for (let i = 0; i < 3; i++) {
    try {
      for (let j = 0; j < 3; j++) {
        try {
          if (j === 1) continue outer;
          if (i === 2) break outer;
          count++;
        } finally {
          count += 10;
        }
      }
    } finally {
      count += 100;
    }
  }
  return count;
}

export function main(_args: string[]): i32 {
  for (let n = 2; n < 7; n++) {
    const r = f(n);
    print(`${r} ${log}`);
    log = "";
  }
  print(`${nested()}`);
  return 0;
}
