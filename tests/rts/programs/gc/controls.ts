/** The collector's controls change no results. */
import {
  gcAddMemoryPressure,
  gcCollect,
  gcCollectStep,
  gcDisable,
  gcEnable,
  gcIsEnabled,
  type i32,
  print,
} from "@rts";
class Item {
  constructor(readonly n: i32) {}
}

function churn(n: i32): i32 {
  let last: Item | null = null;
  for (let i = 0; i < n; i++) last = new Item(i);
  return last!.n;
}

export function main(_args: string[]): i32 {
  print(`${gcIsEnabled()} ${churn(100)}`);
  gcDisable();
  print(`${churn(200)}`);
  gcEnable();
  print(`${gcIsEnabled()}`);
  let steps: i32 = 0;
  while (!gcCollectStep() && steps < 100000) steps++;
  print(`${steps < 100000}`);
  gcAddMemoryPressure(1 << 20);
  gcCollect(0);
  gcCollect(1);
  gcCollect(2);
  print(`${churn(300)}`);
  return 0;
}
