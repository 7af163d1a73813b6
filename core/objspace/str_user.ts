/** Instances of user subclasses of `str`. */
import type { FixedArray } from "@rts";
import type { InstanceMap } from "./map.ts";
import type { W_Root } from "./root.ts";
import { charStr, EMPTY, W_Str } from "./str/wstr.ts";
import type { W_Type } from "./type.ts";

/** A `str` with a class and attributes of its own. It shares the text of an exact string. */
export class W_StrUser extends W_Str {
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null = null;

  constructor(map: InstanceMap, w_text: W_Str) {
    super(w_text.kind, w_text.data, w_text.length, w_text.asciiOnly);
    this.map = map;
  }
  override typeOf(): W_Type {
    return this.map.w_type;
  }
  override plain(): W_Str {
    if (this.length <= 1) return this.length === 0 ? EMPTY : charStr(this.charAt(0));
    return new W_Str(this.kind, this.data, this.length, this.asciiOnly);
  }
  override getMap(): InstanceMap | null {
    return this.map;
  }
  override getStorage(): FixedArray<W_Root | null> | null {
    return this.storage;
  }
  override setShape(map: InstanceMap, storage: FixedArray<W_Root | null> | null): void {
    this.map = map;
    this.storage = storage;
  }
}
