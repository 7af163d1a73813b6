/** `bytes`: `W_Bytes`, and `W_BytesUser` for instances of user subclasses. Methods stand in `bytes_methods.ts`. */
import type { FixedArray, i32, i64 } from "@rts";
import { Buffer, BufferFlag } from "./buffer.ts";
import type { InstanceMap } from "./map.ts";
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { bytesType } from "./types.ts";

/** An instance of `bytes`; of a subclass too. */
export class W_Bytes extends W_Root {
  /** Never changes; may be shared. */
  readonly data: Uint8Array;
  /** The hash, 0 while it was not asked for. */
  hash: i64 = 0n;
  constructor(data: Uint8Array) {
    super();
    this.data = data;
  }
  override typeOf(): W_Type {
    return bytesType;
  }
  /** Exact bytes of the same data. */
  plain(): W_Bytes {
    return this;
  }
  override hasBuffer(): boolean {
    return true;
  }
  override acquireBuffer(flags: i32): Buffer | null {
    if ((flags & BufferFlag.Writable) !== 0) return null;
    return new Buffer(this, this.data, 0, this.data.length, true);
  }
}

/** An instance of a user subclass of `bytes`. */
export class W_BytesUser extends W_Bytes {
  map: InstanceMap;
  storage: FixedArray<W_Root | null> | null = null;
  constructor(map: InstanceMap, data: Uint8Array) {
    super(data);
    this.map = map;
  }
  override plain(): W_Bytes {
    return newBytes(this.data);
  }
  override typeOf(): W_Type {
    return this.map.w_type;
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

export const w_emptyBytes: W_Bytes = new W_Bytes(new Uint8Array(0));

/** A `bytes` of `data`, which it takes over. */
export function newBytes(data: Uint8Array): W_Bytes {
  return data.length === 0 ? w_emptyBytes : new W_Bytes(data);
}
