/** The prelude's exception classes as ordinary classes. */
import {
  AssertionError,
  type bool,
  Exception,
  HostError,
  type i32,
  MemoryError,
  OverflowError,
  print,
  StackOverflowError,
} from "@rts";
function make(which: i32): Exception {
  switch (which) {
    case 0:
      return new OverflowError("o");
    case 1:
      return new MemoryError("m");
    case 2:
      return new StackOverflowError("s");
    case 3:
      return new HostError("h");
    case 4:
      return new AssertionError("a");
    default:
      return new Exception("e");
  }
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 6; i++) {
    const e = make(i);
    const kinds: bool[] = [
      e instanceof OverflowError,
      e instanceof MemoryError,
      e instanceof StackOverflowError,
      e instanceof HostError,
      e instanceof AssertionError,
      e instanceof Exception,
    ];
    print(`${e.message} ${e.toString()} ${kinds.join()}`);
  }
  return 0;
}
