/** `open`, `open_code`, `text_encoding`. */
import type { FixedArray, i32 } from "@rts";
import { osIsatty } from "@rts/os";
import { setattr } from "../../core/objspace/attributes.ts";
import { OperationError, typeError, valueError } from "../../core/objspace/errors.ts";
import {
  deprecationWarningType,
  encodingWarningType,
  runtimeWarningType,
} from "../../core/objspace/exception_types.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { warn } from "../../core/objspace/warn.ts";
import { optionalText, smallArgument } from "./arguments.ts";
import { newBuffered } from "./buffered_methods.ts";
import { newFileIO, openFile, shownType, type W_FileIO } from "./fileio.ts";
import { checkNewline, newTextIOWrapper } from "./text_methods.ts";
import {
  bufferedRandomType,
  bufferedReaderType,
  bufferedWriterType,
  closeStream,
  fileIOType,
} from "./types.ts";

const s_mode: W_Str = internRts("mode");
const s_locale: W_Str = internRts("locale");
const s_utf8: W_Str = internRts("UTF-8");
const s_strict: W_Str = internRts("strict");

/** `sys.flags.warn_default_encoding`; set at start-up. */
let warnsDefaultEncoding: boolean = false;
export function setWarnDefaultEncoding(on: boolean): void {
  warnsDefaultEncoding = on;
}

/** A mode of `open` taken apart. */
class Mode {
  creating: boolean = false;
  reading: boolean = false;
  writing: boolean = false;
  appending: boolean = false;
  updating: boolean = false;
  text: boolean = false;
  binary: boolean = false;
  universal: boolean = false;

  /** The mode of the raw stream. */
  raw(): string {
    let mode = "";
    if (this.creating) mode += "x";
    if (this.reading) mode += "r";
    if (this.writing) mode += "w";
    if (this.appending) mode += "a";
    if (this.updating) mode += "+";
    return mode;
  }
}

function parseMode(mode: string): Mode {
  const parsed = new Mode();
  for (let i: i32 = 0; i < mode.length; i++) {
    const c = mode.charAt(i);
    if (mode.indexOf(c, i + 1) >= 0) throw valueError(`invalid mode: '${mode}'`);
    if (c === "x") parsed.creating = true;
    else if (c === "r") parsed.reading = true;
    else if (c === "w") parsed.writing = true;
    else if (c === "a") parsed.appending = true;
    else if (c === "+") parsed.updating = true;
    else if (c === "t") parsed.text = true;
    else if (c === "b") parsed.binary = true;
    else if (c === "U") {
      parsed.universal = true;
      parsed.reading = true;
    } else throw valueError(`invalid mode: '${mode}'`);
  }
  return parsed;
}

function checkMode(mode: Mode, encoding: W_Root, errors: W_Root, newline: W_Root): void {
  if (mode.universal) {
    if (mode.creating || mode.writing || mode.appending || mode.updating) {
      throw valueError("mode U cannot be combined with 'x', 'w', 'a', or '+'");
    }
    warn(deprecationWarningType, "'U' mode is deprecated", 1);
  }
  if (mode.text && mode.binary) throw valueError("can't have text and binary mode at once");
  const kinds = (mode.creating ? 1 : 0) + (mode.reading ? 1 : 0) + (mode.writing ? 1 : 0) +
    (mode.appending ? 1 : 0);
  if (kinds > 1) throw valueError("must have exactly one of create/read/write/append mode");
  if (!mode.binary) return;
  if (encoding !== w_None) throw valueError("binary mode doesn't take an encoding argument");
  if (errors !== w_None) throw valueError("binary mode doesn't take an errors argument");
  if (newline !== w_None) throw valueError("binary mode doesn't take a newline argument");
}

/** A text argument or None. Throws TypeError. */
function stringOrNone(w_value: W_Root, name: string): void {
  if (w_value === w_None || w_value instanceof W_Str) return;
  throw typeError(`open() argument '${name}' must be str or None, not ${shownType(w_value)}`);
}

/** `open(file, mode, buffering, encoding, errors, newline, closefd, opener)`. */
export function open(scope: FixedArray<W_Root>): W_Root {
  const w_mode = scope[1];
  if (!(w_mode instanceof W_Str)) {
    throw typeError(`open() argument 'mode' must be str, not ${shownType(w_mode)}`);
  }
  const buffering = smallArgument(scope[2]);
  stringOrNone(scope[3], "encoding");
  stringOrNone(scope[4], "errors");
  stringOrNone(scope[5], "newline");
  const mode = parseMode(w_mode.toRts());
  checkMode(mode, scope[3], scope[4], scope[5]);
  if (mode.binary && buffering === 1) {
    warn(
      runtimeWarningType,
      "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
      1,
    );
  }
  const raw = newFileIO(fileIOType.instanceMap);
  openFile(raw, scope[0], mode.raw(), isTrue(scope[6]), scope[7]);
  try {
    return overRaw(raw, mode, w_mode, buffering, scope);
  } catch (e) {
    if (e instanceof OperationError) closeAfter(raw);
    throw e;
  }
}

/** The stream that was asked for, over the open file. */
function overRaw(
  raw: W_FileIO,
  mode: Mode,
  w_mode: W_Str,
  buffering: i32,
  scope: FixedArray<W_Root>,
): W_Root {
  const isTerminal = buffering < 0 && osIsatty(raw.fd) === 1;
  const lineBuffering = buffering === 1 || isTerminal;
  const size = buffering === 1 || buffering < 0 ? raw.blockSize : buffering;
  if (size === 0) {
    if (!mode.binary) throw valueError("can't have unbuffered text I/O");
    return raw;
  }
  const w_buffer = newBuffered(bufferType(mode), raw, size);
  return mode.binary ? w_buffer : textOver(w_buffer, w_mode, scope, lineBuffering);
}

function bufferType(mode: Mode): W_Type {
  if (mode.updating) return bufferedRandomType;
  if (mode.creating || mode.writing || mode.appending) return bufferedWriterType;
  if (mode.reading) return bufferedReaderType;
  throw valueError(`unknown mode: '${mode.raw()}'`);
}

function textOver(
  w_buffer: W_Root,
  w_mode: W_Str,
  scope: FixedArray<W_Root>,
  lineBuffering: boolean,
): W_Root {
  const encoding = optionalText(scope[3], "encoding");
  const errors = optionalText(scope[4], "errors");
  const newline = optionalText(scope[5], "newline");
  if (newline !== null) checkNewline(scope[5] as W_Str);
  if (encoding === null && warnsDefaultEncoding) warnOfDefault(1);
  const w_text = newTextIOWrapper(
    w_buffer,
    encoding === null || encoding === "locale" ? s_utf8 : (scope[3] as W_Str).plain(),
    errors === null ? s_strict : (scope[4] as W_Str).plain(),
    newline,
    lineBuffering,
    false,
  );
  setattr(w_text, s_mode, w_mode);
  return w_text;
}

/** Closes what was made before something failed; the failure counts. */
function closeAfter(w_stream: W_Root): void {
  try {
    closeStream(w_stream);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
  }
}

function warnOfDefault(stackLevel: i32): void {
  warn(encodingWarningType, "'encoding' argument not specified", stackLevel);
}

/** `open_code(path)`: for reading code. */
export function openCode(w_path: W_Root): W_Root {
  if (!(w_path instanceof W_Str)) {
    throw typeError(`open_code() argument 'path' must be str, not ${shownType(w_path)}`);
  }
  const raw = newFileIO(fileIOType.instanceMap);
  openFile(raw, w_path, "rb", true, w_None);
  return newBuffered(bufferedReaderType, raw, raw.blockSize);
}

/** `text_encoding(encoding, stacklevel)`: what `encoding=None` means. */
export function textEncoding(w_encoding: W_Root, w_stackLevel: W_Root): W_Root {
  if (w_encoding !== w_None) return w_encoding;
  if (warnsDefaultEncoding) warnOfDefault(smallArgument(w_stackLevel));
  return s_locale;
}
