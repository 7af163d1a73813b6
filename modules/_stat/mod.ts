/** The module `_stat`: what the bits of a mode mean. */
import { type i32, i64ToI32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import { overflowError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { index } from "../../core/objspace/truth.ts";
import type { MethodEntry } from "../../core/objspace/typedef.ts";
import { NUMBERS } from "./numbers.ts";

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt32(value);

const S_IFMT: i32 = 0o170000;

function modeArgument(w_mode: W_Root): i32 {
  const w_int = index(w_mode);
  if (!w_int.fitsI64() || w_int.asI64() < 0n) {
    throw overflowError("can't convert negative value to unsigned int");
  }
  if (w_int.asI64() > 0xffffffffn) throw overflowError("mode out of range");
  return i64ToI32(w_int.asI64());
}

function isKind(w_mode: W_Root, kind: i32): W_Root {
  return newBool((modeArgument(w_mode) & S_IFMT) === kind);
}

/** The letter of a sort of file. */
function letter(mode: i32): string {
  switch (mode & S_IFMT) {
    case 0o100000:
      return "-";
    case 0o040000:
      return "d";
    case 0o120000:
      return "l";
    case 0o060000:
      return "b";
    case 0o020000:
      return "c";
    case 0o010000:
      return "p";
    case 0o140000:
      return "s";
    default:
      return "?";
  }
}

/** Three letters of rights; `special` is set-id or the sticky bit. */
function rights(bits: i32, special: boolean, letter: string): string {
  const execute = (bits & 1) !== 0;
  const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? "x" : "-";
  return `${(bits & 4) !== 0 ? "r" : "-"}${(bits & 2) !== 0 ? "w" : "-"}${last}`;
}

function filemode(w_mode: W_Root): W_Root {
  const mode = modeArgument(w_mode);
  return fromRts(
    letter(mode) + rights(mode >> 6, (mode & 0o4000) !== 0, "s") +
      rights(mode >> 3, (mode & 0o2000) !== 0, "s") +
      rights(mode, (mode & 0o1000) !== 0, "t"),
  );
}

const TEST = "(mode, /)";
const never: MethodEntry = [TEST, (_w_mode: W_Root): W_Root => newBool(false)];

defineModule("_stat", {
  doc: "What the bits of a file's mode mean.",
  functions: {
    S_ISDIR: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o040000)],
    S_ISCHR: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o020000)],
    S_ISBLK: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o060000)],
    S_ISREG: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o100000)],
    S_ISFIFO: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o010000)],
    S_ISLNK: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o120000)],
    S_ISSOCK: [TEST, (w_mode: W_Root): W_Root => isKind(w_mode, 0o140000)],
    S_ISDOOR: never,
    S_ISPORT: never,
    S_ISWHT: never,
    S_IMODE: [TEST, (w_mode: W_Root): W_Root => newInt32(modeArgument(w_mode) & 0o7777)],
    S_IFMT: [TEST, (w_mode: W_Root): W_Root => newInt32(modeArgument(w_mode) & S_IFMT)],
    filemode: [TEST, filemode, "A mode as text, like -rwxr-xr-x."],
  },
  constants,
});
