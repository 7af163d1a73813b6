/** Functions written in Python. */
import { type FixedArray, type i32 } from "@rts";
import type { W_Cell } from "../objspace/cell.ts";
import type { W_Dict } from "../objspace/dict.ts";
import { W_Object } from "../objspace/object.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import { functionType } from "../objspace/types.ts";
import { bindFrame } from "./arguments.ts";
import { GENERATOR_FLAGS, type W_Code } from "./code.ts";
import { runFrame } from "./eval.ts";
import { PyFrame } from "./frame.ts";
import { newGenerator } from "./generator.ts";

/** A function. */
export class W_Function extends W_Object {
  /** @quasiImmutable */
  code: W_Code;
  readonly w_globals: W_Dict;
  readonly w_builtins: W_Dict;
  /** Defaults of the last positional parameters; null for none. */
  defaults: FixedArray<W_Root> | null = null;
  /** Defaults of keyword-only parameters; null for none. */
  w_kwdefaults: W_Dict | null = null;
  closure: FixedArray<W_Cell> | null = null;
  name: W_Str;
  qualname: W_Str;
  w_doc: W_Root = w_None;
  /** A dict, or the tuple of names and values that becomes one; null for none. */
  w_annotations: W_Root | null = null;
  w_module: W_Root = w_None;

  constructor(code: W_Code, w_globals: W_Dict, w_builtins: W_Dict, qualname: W_Str) {
    super(functionType.instanceMap);
    this.code = code;
    this.w_globals = w_globals;
    this.w_builtins = w_builtins;
    this.name = code.name;
    this.qualname = qualname;
    if (code.consts.length > 0 && code.consts[0] instanceof W_Str) this.w_doc = code.consts[0];
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    const code = this.code;
    const frame = new PyFrame(code, this.w_globals, this.w_builtins, null);
    if (code.isSimple && names === null && count === code.argcount) {
      const slots = frame.slots;
      for (let i = 0; i < count; i++) slots[i] = args[base + i];
      return runFrame(frame);
    }
    bindFrame(this, frame, args, base, count, names);
    frame.setUpCells(this.closure);
    if ((code.flags & GENERATOR_FLAGS) !== 0) return newGenerator(frame, this);
    return runFrame(frame);
  }
}
