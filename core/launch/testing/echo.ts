/** An RTS program in the place of the interpreter: prints the settings that its arguments name, and `sys.argv`. */
import { type i32, print, write } from "@rts";
import { osSignalSet, osSignalWord, osSleep } from "@rts/os";

class Deep {
  constructor(readonly next: Deep | null) {}
  depth(): i32 {
    return this.next === null ? 0 : this.next.depth() + 1;
  }
}

/** Recurses to the end of the stack. */
function recurse(n: i32): i32 {
  return recurse(n + 1) + 1;
}

/** The value of a setting; empty when it is not there. */
function setting(args: string[], key: string): string {
  for (const arg of args) {
    if (arg === "--") return "";
    if (arg.startsWith(key + "=")) return arg.substring(key.length + 1);
  }
  return "";
}

/** `-c` runs one of these words. */
function command(word: string): i32 {
  if (word === "exit") return 7;
  if (word === "pass") return 0;
  if (word === "sleep") {
    osSignalSet(2, 2);
    write("");
    const left = osSleep(10_000_000_000n);
    print(`interrupted ${left > 0n} ${osSignalWord()[0]}`);
    return 0;
  }
  let chain: Deep | null = null;
  for (let i = 0; i < 10; i++) chain = new Deep(chain);
  print(`${chain!.depth()}`);
  try {
    return recurse(0);
  } catch (_error) {
    print("caught");
    return 0;
  }
}

export function main(args: string[]): i32 {
  if (setting(args, "mode") === "command") return command(setting(args, "target").trim());
  print(`${setting(args, "mode")} ${setting(args, "target")} ${setting(args, "optimize")}`);
  print(setting(args, "executable"));
  print(setting(args, "library"));
  let own = false;
  for (const arg of args) {
    if (own) print(`> ${arg}`);
    if (arg === "--") own = true;
  }
  return 0;
}
