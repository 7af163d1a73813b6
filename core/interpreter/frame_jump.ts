/** Setting `f_lineno`: only a trace function may, while the frame is at a line. */
import { valueError } from "../objspace/errors.ts";
import type { W_Root } from "../objspace/root.ts";
import type { PyFrame } from "./frame.ts";

/** Makes `frame` go on at another line. Throws ValueError where that cannot be. */
export function setFrameLine(_frame: PyFrame, _w_line: W_Root): void {
  throw valueError("f_lineno can only be set by a trace function");
}
