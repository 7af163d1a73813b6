/** Guest programs from their text to their output: what `main.ts`, tests and benchmarks call. */
import type { Exception, i32 } from "@rts";
import { BUILTINS } from "./builtins.ts";
import type { Code } from "./code.ts";
import { compileProgram } from "./compiler.ts";
import { asGuestError, fault, GuestSyntaxError } from "./errors.ts";
import { runMain } from "./interpreter.ts";
import { OUTPUT } from "./output.ts";
import { Globals } from "./resolver.ts";
import type { W_Root } from "./root.ts";

/** Exit codes: 1 for a run-time error that nothing caught, 2 for a text that is no program. */
export const EXIT_ERROR: i32 = 1;
export const EXIT_SYNTAX: i32 = 2;

/** A compiled program with its globals. */
export class Program {
  private readonly globals: Globals = new Globals(BUILTINS);
  readonly code: Code;

  /** Throws {@link GuestSyntaxError}. */
  constructor(file: string, text: string) {
    this.code = compileProgram(file, text, this.globals);
  }

  /** Runs the top level. Throws {@link GuestError}. */
  run(): void {
    runMain(this.code);
  }

  /** The value of the global `name` after {@link run}. Throws {@link GuestError} when there is none. */
  global(name: string): W_Root {
    const global = this.globals.findOwn(name);
    const w_value = global === null ? null : global.load();
    if (w_value === null) throw fault(`no global '${name}'`);
    return w_value;
  }
}

/** Compiles and runs `text`, writes errors to the guest's standard error, and gives the exit code. */
export function runText(file: string, text: string): i32 {
  try {
    new Program(file, text).run();
  } catch (e) {
    return report(file, e as Exception);
  }
  OUTPUT.flush();
  return 0;
}

/** Tells the user of `e` and gives the exit code; rethrows what is not the guest's doing. */
export function report(file: string, e: Exception): i32 {
  if (e instanceof GuestSyntaxError) {
    OUTPUT.errorLine(e.describe());
    return EXIT_SYNTAX;
  }
  const error = asGuestError(e);
  if (error === null) throw e;
  OUTPUT.errorLine(`${file}:${error.line}: error: ${error.message}`);
  return EXIT_ERROR;
}
