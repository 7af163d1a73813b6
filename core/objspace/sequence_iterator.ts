/** The iterator over objects that have only `__getitem__` (`iterator`). */
import type { i32 } from "@rts";
import { sequenceItem } from "./iteration.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { sequenceIteratorType } from "./types.ts";

/** Asks for items 0, 1, … until IndexError or StopIteration. */
export class W_SequenceIterator extends W_Root {
  /** Null once exhausted. */
  w_sequence: W_Root | null;
  at: i32 = 0;

  constructor(w_sequence: W_Root) {
    super();
    this.w_sequence = w_sequence;
  }

  override typeOf(): W_Type {
    return sequenceIteratorType;
  }

  override iterNext(): W_Root | null {
    const w_sequence = this.w_sequence;
    if (w_sequence === null) return null;
    const w_item = sequenceItem(w_sequence, this.at);
    if (w_item === null) this.w_sequence = null;
    else this.at++;
    return w_item;
  }
}
