/** Which module and line a warning is about: so many frames up, frames of the import machinery left out. */
import type { i32 } from "@rts";
import { ec } from "../../core/interpreter/context.ts";
import type { PyFrame } from "../../core/interpreter/frame.ts";
import { sysModule } from "../../core/interpreter/sys_module.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { WarningPlace } from "./warn.ts";

const s_registry: W_Str = internRts("__warningregistry__");
const s_name: W_Str = internRts("__name__");

function isInternal(frame: PyFrame): boolean {
  const name = frame.code.w_filename.toRts();
  return name.includes("importlib") && name.includes("_bootstrap");
}

function nextExternal(frame: PyFrame): PyFrame | null {
  let next = frame.back;
  while (next !== null && isInternal(next)) next = next.back;
  return next;
}

/** The frame that `stackLevel` means: 1 is the running one. Null past the outermost. */
function frameAt(stackLevel: i32): PyFrame | null {
  let frame = ec.frame;
  const countsAll = stackLevel <= 0 || (frame !== null && isInternal(frame));
  for (let level: i32 = stackLevel; level > 1 && frame !== null; level--) {
    frame = countsAll ? frame.back : nextExternal(frame);
  }
  return frame;
}

/** The place of a warning issued now. */
export function findPlace(stackLevel: i32): WarningPlace {
  const frame = frameAt(stackLevel);
  const w_globals = frame === null ? sysModule.w_dict : frame.w_globals;
  let w_registry: W_Root | null = w_globals.getStr(s_registry);
  if (w_registry === null) {
    w_registry = new W_Dict();
    w_globals.setStr(s_registry, w_registry);
  }
  const w_module = w_globals.getStr(s_name) ?? fromRts("<string>");
  const w_filename = frame === null ? internRts("sys") : frame.code.w_filename;
  return new WarningPlace(w_filename, frame === null ? 1 : Math.max(frame.line(), 0), w_module, w_registry);
}
