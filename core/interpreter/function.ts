/** Functions written in Python. */
import type { FixedArray, i32 } from "@rts";
import type { W_Cell } from "../objspace/cell.ts";
import type { W_Dict } from "../objspace/dict.ts";
import { W_Object } from "../objspace/object.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { W_Str } from "../objspace/str/wstr.ts";
import { functionType } from "../objspace/types.ts";
import { bindFrame } from "./arguments.ts";
import type { W_Code } from "./code.ts";
import { runFrame } from "./eval.ts";
import { frameSlots, newFrame, PyFrame } from "./frame.ts";
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
    if (names !== null || !code.isSimple || count > code.argcount) {
      return this.callGeneral(args, base, count, names);
    }
    const missing = code.argcount - count;
    if (missing > 0) {
      const defaults = this.defaults;
      if (defaults === null || missing > defaults.length) return this.callGeneral(args, base, count, names);
    }
    const slots = frameSlots(code);
    for (let i = 0; i < count; i++) slots[i] = args[base + i];
    if (missing > 0) this.addDefaults(slots, count, missing);
    if (this.closure !== null) this.addClosure(slots, code.nlocals);
    const frame = new PyFrame(code, slots, this.w_globals, this.w_builtins, null);
    return code.isGenerator ? newGenerator(frame, this) : runFrame(frame);
  }

  private addDefaults(slots: FixedArray<W_Root | null>, at: i32, count: i32): void {
    const defaults = this.defaults!;
    const from = defaults.length - count;
    for (let i = 0; i < count; i++) slots[at + i] = defaults[from + i];
  }

  private addClosure(slots: FixedArray<W_Root | null>, at: i32): void {
    const closure = this.closure!;
    for (let i = 0; i < closure.length; i++) slots[at + i] = closure[i];
  }

  private callGeneral(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    const code = this.code;
    const frame = newFrame(code, this.w_globals, this.w_builtins, null);
    bindFrame(this, frame, args, base, count, names);
    frame.setUpCells(this.closure);
    return code.isGenerator ? newGenerator(frame, this) : runFrame(frame);
  }
}
