import { type i32, print, printError } from "@rts";
import { osOpen, osRead } from "@rts/os";
import "../core/interpreter/startup.ts";
import { W_Code } from "../core/interpreter/code.ts";
import { runFrame } from "../core/interpreter/eval.ts";
import { PyFrame } from "../core/interpreter/frame.ts";
import { builtinsModule } from "../core/interpreter/sys_module.ts";
import { newModuleDict } from "../core/objspace/module_dict.ts";
import { internRts } from "../core/objspace/str/intern.ts";
import { OperationError } from "../core/objspace/errors.ts";
import { getValue } from "../core/objspace/exceptions.ts";
import { unmarshal } from "../modules/marshal/reader.ts";
import { W_Str } from "../core/objspace/str/wstr.ts";
const s_name: W_Str = internRts("__name__");
const s_main: W_Str = internRts("__main__");
function readFile(path: string): Uint8Array {
  const p = new Uint8Array(path.length);
  for (let i = 0; i < path.length; i++) p[i] = path.charCodeAt(i);
  const fd = osOpen(-100, p, 0, 0);
  if (fd < 0) printError(`cannot open ${path} ${fd}`);
  const b = new Uint8Array(1 << 20);
  const n = osRead(fd, b, 0, 1 << 20);
  const r = new Uint8Array(n);
  for (let i = 0; i < n; i++) r[i] = b[i];
  return r;
}
export function main(args: string[]): i32 {
  try {
    const code = unmarshal(readFile(args[0]!)) as W_Code;
    const g = newModuleDict();
    g.setStr(s_name, s_main);
    const frame = new PyFrame(code, g, builtinsModule.w_dict, g);
    runFrame(frame);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    printError(`${e.w_type.name.toRts()}: ${e.message}`);
    let tb = e.w_traceback;
    while (tb !== null) { printError(`  line ${tb.line()}`); tb = tb.w_next; }
    return 1;
  }
  return 0;
}
