/** Names of code points. */
import type { i32 } from "@rts";
import type { StrBuilder } from "../str/builder.ts";
import { appendHex } from "./escapes.ts";

/** Appends `\N{NAME}`, or a hexadecimal escape for a code point without name. */
export function appendNameEscape(out: StrBuilder, c: i32): void {
  appendHex(out, c);
}

/** The code point of a name or alias in any case, or -1. */
export function codeOfName(_name: string): i32 {
  return -1;
}
