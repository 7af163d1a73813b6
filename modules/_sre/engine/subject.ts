/**
 * What a pattern is matched against: characters in one of the three storages that bytes and text have. The
 * engine reads the arrays themselves, by `kind`; {@link Subject.charAt} is for everybody else.
 */
import type { i32 } from "@rts";

const NONE1: Uint8Array = new Uint8Array(0);
const NONE2: Uint16Array = new Uint16Array(0);
const NONE4: Int32Array = new Int32Array(0);

/** A sequence of characters. Exactly the array that `kind` names (`bytes1`, `bytes2`, `bytes4`) holds them. */
export abstract class Subject {
  /** Bytes of a character: 1, 2 or 4. */
  readonly kind: i32;
  /** How many characters there are; the array may be longer. */
  readonly length: i32;
  readonly bytes1: Uint8Array;
  readonly bytes2: Uint16Array;
  readonly bytes4: Int32Array;

  constructor(kind: i32, length: i32, bytes1: Uint8Array, bytes2: Uint16Array, bytes4: Int32Array) {
    this.kind = kind;
    this.length = length;
    this.bytes1 = bytes1;
    this.bytes2 = bytes2;
    this.bytes4 = bytes4;
  }

  /** The character at `i`, which must be inside. */
  abstract charAt(i: i32): i32;
}

/** Bytes, or text whose characters are below 256. */
export class Subject1 extends Subject {
  constructor(data: Uint8Array, length: i32) {
    super(1, length, data, NONE2, NONE4);
  }
  override charAt(i: i32): i32 {
    return this.bytes1[i];
  }
}

/** Text whose characters are below 65536. */
export class Subject2 extends Subject {
  constructor(data: Uint16Array, length: i32) {
    super(2, length, NONE1, data, NONE4);
  }
  override charAt(i: i32): i32 {
    return this.bytes2[i];
  }
}

/** Any text. */
export class Subject4 extends Subject {
  constructor(data: Int32Array, length: i32) {
    super(4, length, NONE1, NONE2, data);
  }
  override charAt(i: i32): i32 {
    return this.bytes4[i];
  }
}
