/** The module `termios`: settings of terminals. */
import { type i32, i64ToI32 } from "@rts";
import { osIoctl, osTcgetattr, osTcsetattr } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { call2, call3 } from "../../core/objspace/call.ts";
import type { W_BaseException } from "../../core/objspace/base_exception.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { OperationError, typeError } from "../../core/objspace/errors.ts";
import { strerror } from "../../core/objspace/exception_errno.ts";
import { exceptionType } from "../../core/objspace/exception_types.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { listOf, W_List } from "../../core/objspace/list.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { index, intArgument } from "../../core/objspace/truth.ts";
import { newTuple1 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { typeType } from "../../core/objspace/types.ts";
import { fileDescriptor } from "../posix/fileno.ts";
import { NUMBERS } from "./numbers.ts";

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt(BigInt(value));

/** Four sets of flags, two speeds, then the control characters. */
const WORDS: i32 = 6;
const CHARACTERS: i32 = 32;
const LFLAG: i32 = 3;
const ICANON: i32 = 2;
const VTIME: i32 = 5;
const VMIN: i32 = 6;
const TCSBRK: i32 = 0x5409;
const TCXONC: i32 = 0x540a;
const TCFLSH: i32 = 0x540b;

let w_errorClass: W_Type | null = null;
function errorClass(): W_Type {
  const w_known = w_errorClass;
  if (w_known !== null) return w_known;
  const w_namespace = new W_Dict();
  w_namespace.setStr(internRts("__module__"), internRts("termios"));
  const w_made = call3(typeType, fromRts("error"), newTuple1(exceptionType), w_namespace) as W_Type;
  w_errorClass = w_made;
  return w_made;
}

function checked(result: i32): void {
  if (result >= 0) return;
  const w_value = call2(errorClass(), newInt32(-result), fromRts(strerror(-result))) as W_BaseException;
  throw new OperationError(errorClass(), "", null, w_value);
}

function tcgetattr(w_fd: W_Root): W_Root {
  const fields = new Int32Array(WORDS + CHARACTERS);
  checked(osTcgetattr(fileDescriptor(w_fd), fields));
  const values: W_Root[] = [];
  for (let i: i32 = 0; i < WORDS; i++) values.push(newInt(BigInt(fields[i]) & 0xffffffffn));
  const isRaw = (fields[LFLAG] & ICANON) === 0;
  const characters: W_Root[] = [];
  for (let i: i32 = 0; i < CHARACTERS; i++) {
    const c = fields[WORDS + i];
    if (isRaw && (i === VMIN || i === VTIME)) {
      characters.push(newInt32(c));
    } else {
      const byte = new Uint8Array(1);
      byte[0] = c;
      characters.push(newBytes(byte));
    }
  }
  values.push(listOf(characters));
  return listOf(values);
}

function tcsetattr(w_fd: W_Root, w_when: W_Root, w_attributes: W_Root): W_Root {
  const fd = fileDescriptor(w_fd);
  const when = intArgument(w_when);
  if (!(w_attributes instanceof W_List) || w_attributes.length !== WORDS + 1) {
    throw typeError("tcsetattr, arg 3: must be 7 element list");
  }
  const fields = new Int32Array(WORDS + CHARACTERS);
  for (let i: i32 = 0; i < WORDS; i++) fields[i] = i64ToI32(index(w_attributes.getItem(i)).asI64());
  const w_characters = w_attributes.getItem(WORDS);
  if (!(w_characters instanceof W_List) || w_characters.length !== CHARACTERS) {
    throw typeError(`tcsetattr: attributes[6] must be ${CHARACTERS} element list`);
  }
  for (let i: i32 = 0; i < CHARACTERS; i++) {
    const w_c = w_characters.getItem(i);
    if (w_c instanceof W_Bytes && w_c.data.length === 1) fields[WORDS + i] = w_c.data[0];
    else fields[WORDS + i] = intArgument(w_c);
  }
  checked(osTcsetattr(fd, when, fields));
  return w_None;
}

const NO_BYTES: Uint8Array = new Uint8Array(0);

function tcdrain(w_fd: W_Root): W_Root {
  // The argument 1 waits for the output; it is passed as an address, which 0 is not.
  checked(osIoctl(fileDescriptor(w_fd), TCSBRK, NO_BYTES, 0, 0));
  return w_None;
}
function control(w_fd: W_Root, w_what: W_Root, request: i32): W_Root {
  intArgument(w_what);
  checked(osIoctl(fileDescriptor(w_fd), request, NO_BYTES, 0, 0));
  return w_None;
}

const s_error: W_Str = internRts("error");

defineModule("termios", {
  doc: "Settings of terminals.",
  functions: {
    tcgetattr: ["(fd, /)", tcgetattr],
    tcsetattr: ["(fd, when, attributes, /)", tcsetattr],
    tcdrain: ["(fd, /)", tcdrain],
    tcflush: ["(fd, queue, /)", (w_fd: W_Root, w_queue: W_Root): W_Root => control(w_fd, w_queue, TCFLSH)],
    tcflow: ["(fd, action, /)", (w_fd: W_Root, w_action: W_Root): W_Root => control(w_fd, w_action, TCXONC)],
    tcsendbreak: [
      "(fd, duration, /)",
      (w_fd: W_Root, w_time: W_Root): W_Root => control(w_fd, w_time, TCSBRK),
    ],
  },
  constants,
  init: (w_module: W_Module): void => {
    w_module.w_dict.setStr(s_error, errorClass());
  },
});
