/** Hash objects as Python sees them: one RTS class behind the classes of `_md5`, `_sha1`, `_sha256`, `_sha512`, `_sha3`. */
import type { i32 } from "@rts";
import { tryBuffer } from "../../core/objspace/buffer.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { asciiStr, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define, type GetSetEntry, type MethodEntry } from "../../core/objspace/typedef.ts";
import type { Hasher } from "./hasher.ts";

export class W_Hash extends W_Root {
  readonly w_type: W_Type;
  readonly hasher: Hasher;
  /** Bytes of the result; 0 where the caller says how many. */
  readonly size: i32;

  constructor(w_type: W_Type, hasher: Hasher, size: i32) {
    super();
    this.w_type = w_type;
    this.hasher = hasher;
    this.size = size;
  }
  override typeOf(): W_Type {
    return this.w_type;
  }
}

/** Hashes the bytes of an object. Throws TypeError where it has none. */
export function updateFrom(hasher: Hasher, w_data: W_Root): void {
  if (w_data instanceof W_Str) throw typeError("Strings must be encoded before hashing");
  const buffer = tryBuffer(w_data, 0);
  if (buffer === null) throw typeError("object supporting the buffer API required");
  try {
    hasher.update(buffer.data, buffer.offset, buffer.length);
  } finally {
    buffer.release();
  }
}

/** A hash object, which begins with the bytes of `w_data` if there is any. */
export function newHash(w_type: W_Type, hasher: Hasher, size: i32, w_data: W_Root): W_Root {
  if (w_data !== w_unset) updateFrom(hasher, w_data);
  return new W_Hash(w_type, hasher, size);
}

/** Lower-case hexadecimal digits. */
export function hexOf(data: Uint8Array): W_Str {
  const digits = new Uint8Array(2 * data.length);
  for (let i: i32 = 0; i < data.length; i++) {
    digits[2 * i] = HEX.charCodeAt(data[i] >> 4);
    digits[2 * i + 1] = HEX.charCodeAt(data[i] & 15);
  }
  return asciiStr(digits);
}
const HEX = "0123456789abcdef";

function copy(w_self: W_Root): W_Root {
  const self = w_self as W_Hash;
  return new W_Hash(self.w_type, self.hasher.copy(), self.size);
}
function digest(w_self: W_Root): W_Root {
  return newBytes((w_self as W_Hash).hasher.copy().finish());
}
function hexdigest(w_self: W_Root): W_Root {
  return hexOf((w_self as W_Hash).hasher.copy().finish());
}
function update(w_self: W_Root, w_data: W_Root): W_Root {
  updateFrom((w_self as W_Hash).hasher, w_data);
  return w_None;
}

export const HASH_METHODS: Record<string, MethodEntry> = {
  copy: ["($self, /)", copy, "A hash object in the same state."],
  update: ["($self, obj, /)", update, "Hashes more bytes."],
};
export const DIGEST_METHODS: Record<string, MethodEntry> = {
  digest: ["($self, /)", digest, "The hash of all bytes so far."],
  hexdigest: ["($self, /)", hexdigest, "The hash as hexadecimal digits."],
};
export const HASH_ATTRIBUTES: Record<string, GetSetEntry> = {
  block_size: [(w_self: W_Root): W_Root => newInt32((w_self as W_Hash).hasher.blockSize)],
  digest_size: [(w_self: W_Root): W_Root => newInt32((w_self as W_Hash).size)],
  name: [(w_self: W_Root): W_Root => fromRts((w_self as W_Hash).w_type.name.toRts())],
};

/** Fills the class of a hash function that a function of its module makes. */
export function defineHash(w_type: W_Type): void {
  define(w_type, {
    flags: TypeFlag.NoNew,
    methods: { ...HASH_METHODS, ...DIGEST_METHODS },
    getsets: HASH_ATTRIBUTES,
  });
}

/** How the constructors take their arguments. */
export const HASH_SIGNATURE = "(string=<unset>, *, usedforsecurity=True)";
