/** Descriptors of objects: ints, and objects with a method `fileno`. */
import type { i32 } from "@rts";
import { getattrOrNull } from "../../core/objspace/attributes.ts";
import { call0 } from "../../core/objspace/call.ts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";

const s_fileno: W_Str = internRts("fileno");

/** Throws TypeError, ValueError. */
export function fileDescriptor(w_file: W_Root): i32 {
  let w_fd = w_file;
  if (!(w_file instanceof W_Integer)) {
    const w_method = getattrOrNull(w_file, s_fileno);
    if (w_method === null) throw typeError("argument must be an int, or have a fileno() method.");
    w_fd = call0(w_method);
    if (!(w_fd instanceof W_Integer)) throw typeError("fileno() returned a non-integer");
  }
  const fd = intArgument(w_fd);
  if (fd < 0) throw valueError(`file descriptor cannot be a negative integer (${fd})`);
  return fd;
}
