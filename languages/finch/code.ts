/**
 * Compiled functions. A {@link Code} is immutable but for the inline caches in its sites; everything that a
 * trace reads from it is a constant.
 */
import { type bool, type FixedArray, hintImmutableArray, type i32 } from "@rts";
import type { Shape, W_Class } from "./class.ts";
import type { W_Root } from "./root.ts";

/**
 * A global variable. Most are set once (functions, classes, settings): they stay in `fixed`, which traces take
 * for a constant. The second store moves the variable to `value` for good.
 */
export class Global {
  /** @quasiImmutable */
  fixed: W_Root | null = null;
  value: W_Root | null = null;

  constructor(readonly name: string) {}

  /** The value; null before the first store. */
  load(): W_Root | null {
    const w_fixed = this.fixed;
    return w_fixed !== null ? w_fixed : this.value;
  }

  store(w_value: W_Root): void {
    if (this.value !== null) {
      this.value = w_value;
    } else if (this.fixed === null) {
      this.fixed = w_value;
    } else {
      this.fixed = null;
      this.value = w_value;
    }
  }
}

/**
 * One place in the code that names a field or a method, with what it found last. `shape` and `cls` say for
 * which receivers `index`, `next` and `method` hold.
 */
export class Site {
  shape: Shape | null = null;
  index: i32 = 0;
  /** For stores that add the field: the shape afterwards. */
  next: Shape | null = null;
  cls: W_Class | null = null;
  method: W_Root | null = null;

  constructor(readonly name: i32) {}
}

/** Errors in `[start, end)` continue at `target` with the stack emptied and the error pushed. */
export class Handler {
  constructor(readonly start: i32, readonly end: i32, readonly target: i32) {}
}

/** A compiled function. */
export class Code {
  constructor(
    readonly name: string,
    readonly file: string,
    /** Number of arguments, the receiver of a method included. */
    readonly arity: i32,
    readonly isMethod: bool,
    /** Local slots; the operand stack begins there. */
    readonly localCount: i32,
    /** Slots of a frame. */
    readonly frameSize: i32,
    readonly ops: Int32Array,
    /** The source line of each element of `ops`. */
    readonly lines: Int32Array,
    readonly constants: FixedArray<W_Root>,
    readonly globals: FixedArray<Global>,
    readonly sites: FixedArray<Site>,
    readonly children: FixedArray<Code | null>,
    /** Where a closure's cells come from: a slot of the frame around, or `~i` for its own captured cell `i`. */
    readonly captures: Int32Array,
    /** Innermost first. */
    readonly handlers: FixedArray<Handler>,
  ) {}

  // Elements of the tables: constants to a trace in which the code is one.

  /** @inline */
  op(at: i32): i32 {
    return hintImmutableArray(this.ops)[at];
  }
  /** @inline */
  constant(index: i32): W_Root {
    return hintImmutableArray(this.constants)[index];
  }
  /** @inline */
  global(index: i32): Global {
    return hintImmutableArray(this.globals)[index];
  }
  /** @inline */
  site(index: i32): Site {
    return hintImmutableArray(this.sites)[index];
  }
  /** @inline */
  child(index: i32): Code {
    return hintImmutableArray(this.children)[index]!;
  }

  /**
   * Where an error at `pc` continues, or -1.
   * @elidable
   */
  findHandler(pc: i32): i32 {
    for (let i = 0; i < this.handlers.length; i++) {
      const handler = this.handlers[i];
      if (pc >= handler.start && pc < handler.end) return handler.target;
    }
    return -1;
  }
}
