/** Settings of the command line that RTS code asks for itself. `sys.flags` shows all. */
import type { i32 } from "@rts";

/** What holds for the whole run. */
export class RuntimeFlags {
  optimize: i32 = 0;
  bytesWarning: i32 = 0;
  verbose: i32 = 0;
  dontWriteBytecode: boolean = false;
  unbuffered: boolean = false;
  interactive: boolean = false;
  inspect: boolean = false;
}

export const runtimeFlags: RuntimeFlags = new RuntimeFlags();
