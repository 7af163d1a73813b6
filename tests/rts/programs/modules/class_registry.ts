/** Instances registered by code at top level, through static members and helper functions. */
import { type i32, print } from "@rts";
class Plugin {
  static readonly all: Plugin[] = [];
  static count: i32 = 0;
  readonly id: i32;
  constructor(readonly name: string, readonly action: (x: i32) => i32) {
    this.id = Plugin.count++;
    Plugin.all.push(this);
  }
}

function define(name: string, action: (x: i32) => i32): Plugin {
  return new Plugin(name, action);
}

const DOUBLE: Plugin = define("double", (x) => x * 2);
define("square", (x) => x * x);
for (const extra of ["e1", "e2"]) define(extra, (x) => x + 1);

export function main(_args: string[]): i32 {
  for (const p of Plugin.all) print(`${p.id} ${p.name} ${p.action(5)}`);
  print(`${DOUBLE.id} ${Plugin.count}`);
  const late = define("late", (x: i32): i32 => -x);
  print(`${late.id} ${Plugin.all.length} ${Plugin.all[4].action(3)}`);
  return 0;
}
