/** Compound assignment evaluates base and index once, and reads before the right side. */
import { type i32, print } from "@rts";
let log: string = "";
const items: i32[] = [10, 20, 30];

function list(): i32[] {
  log += "L";
  return items;
}

function index(i: i32): i32 {
  log += `i${i}`;
  return i;
}

function value(v: i32): i32 {
  log += "v";
  items[1] = 1000;
  return v;
}

export function main(_args: string[]): i32 {
  list()[index(0)] += value(5);
  print(`${items.join()} ${log}`);
  items[1] = 20;
  log = "";
  list()[index(1)] += value(1);
  print(`${items.join()} ${log}`);
  log = "";
  const old = list()[index(2)]++;
  const now = --list()[index(2)];
  print(`${old} ${now} ${items.join()} ${log}`);
  let i: i32 = 0;
  items[i++] = i;
  items[i] = i++ * 7;
  items[i++] += items[i - 2];
  print(`${items.join()} ${i}`);
  return 0;
}
