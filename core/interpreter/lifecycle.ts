/** A run of Python: set up `sys` and the imports, run what was asked for, tear down, and the exit code. */
import { type Exception, type i32, i64ToI32 } from "@rts";
import { osGetId, osKill, osSignalSet } from "@rts/os";
import type { Config } from "./config.ts";
import { setUpImportlib } from "./importlib.ts";
import { importModule } from "./import_module.ts";
import { finalizeAtExit } from "./exit_finalizers.ts";
import { printTraceback } from "./report.ts";
import { runAtExit } from "./shutdown.ts";
import { runTarget } from "./run_target.ts";
import { runtimeFlags } from "./runtime_flags.ts";
import { flushStandardStreams, writeStderr } from "./stderr.ts";
import { sysModule } from "./sys_module.ts";
import { asOperationError } from "./unwind.ts";
import { setUpSys } from "../../modules/sys/setup.ts";
import type { W_BaseException } from "../objspace/base_exception.ts";
import { call3, type } from "../objspace/call.ts";
import type { OperationError } from "../objspace/errors.ts";
import { keyboardInterruptType, systemExitType } from "../objspace/exception_types.ts";
import { getValue, W_SystemExit } from "../objspace/exceptions.ts";
import { W_Integer } from "../objspace/int.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { fromRts, type W_Str } from "../objspace/str/wstr.ts";
import { str } from "../objspace/text.ts";

const s_excepthook: W_Str = internRts("excepthook");

/** Exit code when flushing at the end fails. */
const EXIT_FLUSH: i32 = 120;
const EXIT_ERROR: i32 = 1;
const SIGINT: i32 = 2;

/** Runs Python; the exit code. */
export function runPythonMain(config: Config): i32 {
  let code = 0;
  try {
    setUp(config);
  } catch (e) {
    return fatalStart(asOperationError(e as Exception));
  }
  try {
    code = runTarget(config);
  } catch (e) {
    code = handleExit(asOperationError(e as Exception));
  }
  return finish(code);
}

function setUp(config: Config): void {
  runtimeFlags.optimize = config.number("optimize");
  runtimeFlags.bytesWarning = config.number("bytes_warning");
  runtimeFlags.verbose = config.number("verbose");
  runtimeFlags.dontWriteBytecode = config.flag("dont_write_bytecode");
  runtimeFlags.unbuffered = config.flag("unbuffered");
  runtimeFlags.interactive = config.flag("interactive");
  runtimeFlags.inspect = config.flag("inspect");
  setUpSys(config);
  setUpImportlib(config);
  setUpStreams(config);
  if (config.warnOptions.length > 0) importModule("warnings");
  if (!config.flag("no_site")) importModule("site");
}

type StreamSetup = (config: Config) => void;
let streamSetup: StreamSetup | null = null;
/** Installs what makes `sys.stdin`, `sys.stdout`, `sys.stderr` (`modules/_io`). */
export function setStreamSetup(setup: StreamSetup): void {
  streamSetup = setup;
}
function setUpStreams(config: Config): void {
  const setup = streamSetup;
  if (setup !== null) setup(config);
}

/** The start itself failed: nothing can run. */
function fatalStart(error: OperationError): i32 {
  writeStderr(fromRts("Fatal Python error: the interpreter cannot start\n"));
  printTraceback(getValue(error));
  flushStandardStreams();
  return EXIT_ERROR;
}

/** Shows an exception that nobody caught; the exit code that it means. */
export function handleExit(error: OperationError): i32 {
  const w_value = getValue(error);
  w_value.w_traceback = error.w_traceback;
  if (error.matches(systemExitType)) return exitCode(w_value);
  showUncaught(w_value);
  if (error.matches(keyboardInterruptType)) return interrupted();
  return EXIT_ERROR;
}

/** `SystemExit`: its code is a number, None, or something to print. */
function exitCode(w_value: W_BaseException): i32 {
  const w_code = w_value instanceof W_SystemExit ? w_value.w_code : w_None;
  if (w_code === w_None) return 0;
  if (w_code instanceof W_Integer) return w_code.fitsI64() ? i64ToI32(w_code.asI64()) & 0xff : 0xff;
  flushStandardStreams();
  writeStderr(str(w_code));
  writeStderr(fromRts("\n"));
  return EXIT_ERROR;
}

/** Calls `sys.excepthook`. */
export function showUncaught(w_value: W_BaseException): void {
  const w_hook = sysModule.w_dict.getStr(s_excepthook);
  sysModule.w_dict.setStr(internRts("last_type"), type(w_value));
  sysModule.w_dict.setStr(internRts("last_value"), w_value);
  sysModule.w_dict.setStr(internRts("last_traceback"), w_value.w_traceback ?? w_None);
  flushStandardStreams();
  if (w_hook === null || w_hook === w_None) {
    writeStderr(fromRts("sys.excepthook is missing\n"));
    printTraceback(w_value);
    return;
  }
  try {
    call3(w_hook, type(w_value), w_value, w_value.w_traceback ?? w_None);
  } catch (e) {
    const error = asOperationError(e as Exception);
    writeStderr(fromRts("Error in sys.excepthook:\n"));
    printTraceback(getValue(error));
    writeStderr(fromRts("\nOriginal exception was:\n"));
    printTraceback(w_value);
  }
}

/** Ctrl-C that nobody handled: the process ends by the signal, as shells expect. */
function interrupted(): i32 {
  finish(0);
  osSignalSet(SIGINT, 0);
  osKill(osGetId(0), SIGINT);
  return 128 + SIGINT;
}

function finish(code: i32): i32 {
  runAtExit();
  finalizeAtExit();
  return flushStandardStreams() || code !== 0 ? code : EXIT_FLUSH;
}
