/** Where a translated program starts: arguments in, exit code out. */
import type { Exception, i32 } from "@rts";
import { callMain, classNameOf, newString, unitsOf } from "@rts/intrinsics";
import { host_arg_copy, host_arg_count, host_arg_length, host_uncaught } from "@rts/host";

/** Exit code after an exception that nobody caught. */
const UNCAUGHT: i32 = 1;

/** The program's arguments. */
function programArguments(): string[] {
  const result: string[] = [];
  const count = host_arg_count();
  for (let i = 0; i < count; i++) {
    const text = newString(host_arg_length(i));
    host_arg_copy(i, unitsOf(text));
    result.push(text);
  }
  return result;
}

/** Allocates nothing: the exception may be a MemoryError. */
function report(exception: Exception): void {
  const name = classNameOf(exception);
  const message = exception.message;
  host_uncaught(unitsOf(name), name.length, unitsOf(message), message.length);
}

/** Runs the program's `main`; the exit code. Exported to the engine. */
export function rtsMain(): i32 {
  try {
    return callMain(programArguments());
  } catch (error) {
    report(error as Exception);
    return UNCAUGHT;
  }
}
