/** Values that can be called, and the cells that closures share variables through. */
import { type FixedArray, hintImmutableArray, type i32 } from "@rts";
import { W_Class } from "./class.ts";
import type { Code } from "./code.ts";
import { fault } from "./errors.ts";
import type { Frame } from "./frame.ts";
import { W_Root } from "./root.ts";
import { NIL } from "./values.ts";

export const FUNCTION_CLASS: W_Class = new W_Class("function", null, true);
const CELL_CLASS: W_Class = new W_Class("cell", null, true);

/** A variable that outlives its frame. Lies in slots but is never seen by the guest. */
export class Cell extends W_Root {
  constructor(public w_value: W_Root) {
    super();
  }
  override getClass(): W_Class {
    return CELL_CLASS;
  }
  override text(): string {
    return "<cell>";
  }
}

/** A function of the guest with the variables it captured. */
export class W_Closure extends W_Root {
  constructor(
    readonly code: Code,
    readonly cells: FixedArray<Cell>,
    /** The class whose body the function stands in, where `super` starts; null outside classes. */
    readonly home: W_Class | null,
  ) {
    super();
  }
  override getClass(): W_Class {
    return FUNCTION_CLASS;
  }
  /** @inline */
  cell(index: i32): Cell {
    return hintImmutableArray(this.cells)[index];
  }
  override text(): string {
    return `<fn ${this.code.name}>`;
  }
}

/** A method taken off its receiver: `let f = x.m`. */
export class W_BoundMethod extends W_Root {
  constructor(readonly w_self: W_Root, readonly w_method: W_Root) {
    super();
  }
  override getClass(): W_Class {
    return FUNCTION_CLASS;
  }
  override text(): string {
    return `<method ${this.w_method.text()}>`;
  }
}

/**
 * A function of the interpreter. It finds its arguments in `count` slots of the caller's frame from `base`; a
 * method's receiver is the first. Missing ones down to `least` are nil.
 */
export abstract class W_Builtin extends W_Root {
  constructor(readonly name: string, readonly least: i32, readonly most: i32) {
    super();
  }
  override getClass(): W_Class {
    return FUNCTION_CLASS;
  }
  override text(): string {
    return `<builtin ${this.name}>`;
  }

  /** Checks the number of arguments, and runs. */
  call(frame: Frame, base: i32, count: i32): W_Root {
    if (count < this.least || count > this.most) {
      throw fault(`${this.name} does not take ${count} arguments`);
    }
    return this.run(frame, base, count);
  }

  protected abstract run(frame: Frame, base: i32, count: i32): W_Root;
}

function argument(frame: Frame, base: i32, count: i32, index: i32): W_Root {
  return index < count ? frame.slots[base + index]! : NIL;
}

/** A builtin of no arguments. */
export class W_Builtin0 extends W_Builtin {
  constructor(name: string, private readonly body: () => W_Root) {
    super(name, 0, 0);
  }
  protected override run(_frame: Frame, _base: i32, _count: i32): W_Root {
    return this.body();
  }
}

/** A builtin of one argument. */
export class W_Builtin1 extends W_Builtin {
  constructor(name: string, least: i32, private readonly body: (w_a: W_Root) => W_Root) {
    super(name, least, 1);
  }
  protected override run(frame: Frame, base: i32, count: i32): W_Root {
    return this.body(argument(frame, base, count, 0));
  }
}

/** A builtin of two arguments. */
export class W_Builtin2 extends W_Builtin {
  constructor(name: string, least: i32, private readonly body: (w_a: W_Root, w_b: W_Root) => W_Root) {
    super(name, least, 2);
  }
  protected override run(frame: Frame, base: i32, count: i32): W_Root {
    return this.body(argument(frame, base, count, 0), argument(frame, base, count, 1));
  }
}

/** A builtin of three arguments. */
export class W_Builtin3 extends W_Builtin {
  constructor(
    name: string,
    least: i32,
    private readonly body: (w_a: W_Root, w_b: W_Root, w_c: W_Root) => W_Root,
  ) {
    super(name, least, 3);
  }
  protected override run(frame: Frame, base: i32, count: i32): W_Root {
    return this.body(
      argument(frame, base, count, 0),
      argument(frame, base, count, 1),
      argument(frame, base, count, 2),
    );
  }
}

/** A builtin of any number of arguments, which it takes from the frame. */
export class W_BuiltinAny extends W_Builtin {
  constructor(name: string, private readonly body: (frame: Frame, base: i32, count: i32) => W_Root) {
    super(name, 0, 0x7fffffff);
  }
  protected override run(frame: Frame, base: i32, count: i32): W_Root {
    return this.body(frame, base, count);
  }
}
