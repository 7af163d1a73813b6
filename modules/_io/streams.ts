/** The standard streams: `sys.stdin`, `sys.stdout`, `sys.stderr` as CPython makes them. */
import type { i32 } from "@rts";
import { osFstat, osIsatty } from "@rts/os";
import { setattr } from "../../core/objspace/attributes.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { newBuffered } from "./buffered_methods.ts";
import { newFileIO, openFile } from "./fileio.ts";
import { newTextIOWrapper } from "./text_methods.ts";
import type { Config } from "../../core/interpreter/config.ts";
import { getBuiltinModule } from "../../core/interpreter/builtin_modules.ts";
import { setStreamSetup } from "../../core/interpreter/lifecycle.ts";
import { sysModule } from "../../core/interpreter/sys_module.ts";
import { setWarnDefaultEncoding } from "./open.ts";
import { bufferedReaderType, bufferedWriterType, DEFAULT_BUFFER_SIZE, fileIOType } from "./types.ts";

const s_name: W_Str = internRts("name");
const s_mode: W_Str = internRts("mode");
const s_r: W_Str = internRts("r");
const s_w: W_Str = internRts("w");

/** The three streams; None where a descriptor is closed. */
export class StandardStreams {
  w_stdin: W_Root = w_None;
  w_stdout: W_Root = w_None;
  w_stderr: W_Root = w_None;
}

/**
 * Makes the standard streams. `encoding` and `errors` are what `PYTHONIOENCODING` says, empty for the defaults:
 * UTF-8 and `strict` (`surrogateescape` where `isLenient`, that is in the C locale); `unbuffered` is `-u`.
 */
export function makeStandardStreams(
  encoding: string,
  errors: string,
  unbuffered: boolean,
  isLenient: boolean,
): StandardStreams {
  const streams = new StandardStreams();
  const chosen = encoding === "" ? "utf-8" : encoding;
  const handler = errors !== "" ? errors : isLenient ? "surrogateescape" : "strict";
  streams.w_stdin = standardStream(0, false, "<stdin>", chosen, handler, unbuffered);
  streams.w_stdout = standardStream(1, true, "<stdout>", chosen, handler, unbuffered);
  streams.w_stderr = standardStream(2, true, "<stderr>", chosen, "backslashreplace", unbuffered);
  return streams;
}

function standardStream(
  fd: i32,
  writes: boolean,
  name: string,
  encoding: string,
  errors: string,
  unbuffered: boolean,
): W_Root {
  if (osFstat(fd, new BigInt64Array(14)) < 0) return w_None;
  const raw = newFileIO(fileIOType.instanceMap);
  openFile(raw, newInt32(fd), writes ? "wb" : "rb", false, w_None);
  setattr(raw, s_name, fromRts(name));
  let w_buffer: W_Root = raw;
  if (!unbuffered || !writes) {
    w_buffer = newBuffered(writes ? bufferedWriterType : bufferedReaderType, raw, DEFAULT_BUFFER_SIZE);
  }
  const lineBuffering = !(unbuffered && writes) && (fd === 2 || osIsatty(fd) === 1);
  const w_text = newTextIOWrapper(
    w_buffer,
    fromRts(encoding),
    fromRts(errors),
    writes ? "\n" : null,
    lineBuffering,
    unbuffered && writes,
  );
  setattr(w_text, s_mode, writes ? s_w : s_r);
  return w_text;
}

const s_signal: W_Str = internRts("_signal");
const s_io: W_Str = internRts("_io");
const NAMES: W_Str[] = [internRts("stdin"), internRts("stdout"), internRts("stderr")];
const DUNDER_NAMES: W_Str[] = [internRts("__stdin__"), internRts("__stdout__"), internRts("__stderr__")];

/** Puts the standard streams into `sys`, as the settings say. */
function setUpStreams(config: Config): void {
  getBuiltinModule(s_signal);
  getBuiltinModule(s_io);
  setWarnDefaultEncoding(config.flag("warn_default_encoding"));
  const streams = makeStandardStreams(
    config.text("stdio_encoding"),
    config.text("stdio_errors"),
    config.flag("unbuffered"),
    config.flag("utf8_mode"),
  );
  const all: W_Root[] = [streams.w_stdin, streams.w_stdout, streams.w_stderr];
  for (let i: i32 = 0; i < all.length; i++) {
    sysModule.w_dict.setStr(NAMES[i], all[i]);
    sysModule.w_dict.setStr(DUNDER_NAMES[i], all[i]);
  }
}

setStreamSetup(setUpStreams);
