/** The module `errno`, and the texts of errors. */
import type { i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { setErrorText } from "../../core/objspace/exception_errno.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { ERRORS } from "./table.ts";

const TEXTS: Map<i32, string> = new Map<i32, string>([[0, "Success"]]);
const NUMBERS: i32[] = [];
const NAMES: W_Str[] = [];
const constants: Record<string, W_Root> = {};
for (const [number, names, text] of ERRORS) {
  TEXTS.set(number, text);
  for (const name of names.split(" ")) if (name !== "") constants[name] = newInt32(number);
  if (names === "") continue;
  NUMBERS.push(number);
  NAMES.push(internRts(names.split(" ")[0]!));
}

/** `strerror`. */
export function errorText(errno: i32): string {
  return TEXTS.get(errno) ?? `Unknown error ${errno}`;
}
setErrorText(errorText);

const s_errorcode: W_Str = internRts("errorcode");

defineModule("errno", {
  doc: "Numbers of the system's errors.",
  constants,
  init: (w_module: W_Module): void => {
    const w_names = new W_Dict();
    for (let i: i32 = 0; i < NUMBERS.length; i++) w_names.set(newInt32(NUMBERS[i]), NAMES[i]);
    w_module.w_dict.setStr(s_errorcode, w_names);
  },
});
