/** What a strategy of dicts offers (see `dict.ts`). Needs no other module, so that strategies may stand anywhere. */
import type { i32 } from "@rts";
import type { W_Dict } from "./dict.ts";
import type { W_Root } from "./root.ts";
import type { W_Str } from "./str/wstr.ts";

/** How a dict stores its entries. Strategies have no state of their own. */
export abstract class DictStrategy {
  abstract length(d: W_Dict): i32;
  abstract get(d: W_Dict, w_key: W_Root): W_Root | null;
  abstract getStr(d: W_Dict, key: W_Str): W_Root | null;
  abstract set(d: W_Dict, w_key: W_Root, w_value: W_Root): void;
  abstract setStr(d: W_Dict, key: W_Str, w_value: W_Root): void;
  /** Sets an entry of a key whose folded hash is known. */
  abstract setHashed(d: W_Dict, w_key: W_Root, folded: i32, w_value: W_Root): void;
  /** The folded hash of the key at a position. */
  abstract hashAt(d: W_Dict, position: i32): i32;
  /** Removes an entry; its value, or null when there is none. */
  abstract delete(d: W_Dict, w_key: W_Root): W_Root | null;
  /** Removes the entry at a position: that of the last entry. */
  deleteAt(d: W_Dict, position: i32): void {
    this.delete(d, this.keyAt(d, position));
  }
  /** The value of a key, which becomes `w_default` if there is none. */
  setDefault(d: W_Dict, w_key: W_Root, w_default: W_Root): W_Root {
    const w_value = this.get(d, w_key);
    if (w_value !== null) return w_value;
    d.set(w_key, w_default);
    return w_default;
  }
  abstract clear(d: W_Dict): void;
  /** Gives `to`, which is empty, the same entries. */
  abstract copyTo(d: W_Dict, to: W_Dict): void;
  /** First position in use at or after `position`, or -1. */
  abstract next(d: W_Dict, position: i32): i32;
  /** Last position in use at or before `position` (any number past the end will do), or -1. */
  abstract previous(d: W_Dict, position: i32): i32;
  abstract keyAt(d: W_Dict, position: i32): W_Root;
  abstract valueAt(d: W_Dict, position: i32): W_Root;
}
