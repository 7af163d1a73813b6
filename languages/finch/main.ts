/**
 * The `finch` command: `finch [--dis] FILE` or `finch [--dis] -e CODE`. `--dis` prints the bytecode and runs
 * nothing.
 */
import { type Exception, HostError, type i32, print, printError, readTextFile } from "@rts";
import { disassemble } from "./disassembler.ts";
import { EXIT_SYNTAX, Program, report, runText } from "./program.ts";

const USAGE: string = "usage: finch [--dis] (FILE | -e CODE)";

/** Runs the command; the exit code. */
export function main(args: string[]): i32 {
  const listing = args.length > 0 && args[0] === "--dis";
  const rest = listing ? args.slice(1, args.length) : args;
  if (rest.length === 2 && rest[0] === "-e") return start("-e", rest[1], listing);
  if (rest.length !== 1 || rest[0].startsWith("-")) {
    printError(USAGE);
    return EXIT_SYNTAX;
  }
  return startFile(rest[0], listing);
}

function startFile(path: string, listing: boolean): i32 {
  let text = "";
  try {
    text = readTextFile(path);
  } catch (e) {
    if (!(e instanceof HostError)) throw e;
    printError(`${path}: ${e.message}`);
    return EXIT_SYNTAX;
  }
  return start(path, text, listing);
}

function start(file: string, text: string, listing: boolean): i32 {
  return listing ? list(file, text) : runText(file, text);
}

function list(file: string, text: string): i32 {
  try {
    print(disassemble(new Program(file, text).code));
    return 0;
  } catch (e) {
    return report(file, e as Exception);
  }
}
