/** The module `_sha3`: SHA-3, and SHAKE, whose results are as long as one asks. */
import type { i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { newInt32, W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define, type GetSetEntry, type MethodEntry } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { Keccak } from "../hashes/keccak.ts";
import {
  DIGEST_METHODS,
  HASH_ATTRIBUTES,
  HASH_METHODS,
  hexOf,
  newHash,
  type W_Hash,
} from "../hashes/object.ts";

const sha3_224Type: W_Type = moduleClass("sha3_224", "_sha3");
const sha3_256Type: W_Type = moduleClass("sha3_256", "_sha3");
const sha3_384Type: W_Type = moduleClass("sha3_384", "_sha3");
const sha3_512Type: W_Type = moduleClass("sha3_512", "_sha3");
const shake128Type: W_Type = moduleClass("shake_128", "_sha3");
const shake256Type: W_Type = moduleClass("shake_256", "_sha3");

/** Bits that end the input: of SHA-3, of SHAKE. */
const SHA3: i32 = 0x06;
const SHAKE: i32 = 0x1f;
const SIGNATURE = "($type, data=<unset>, /, *, usedforsecurity=True)";

/** SHA-3 with a result of `size` bytes; half of the state's 200 bytes are capacity, twice the result. */
function newSha3(w_type: W_Type, size: i32, w_data: W_Root): W_Root {
  return newHash(w_type, new Keccak(200 - 2 * size, SHA3, size), size, w_data);
}
function newShake(w_type: W_Type, security: i32, w_data: W_Root): W_Root {
  return newHash(w_type, new Keccak(200 - 2 * security, SHAKE, 0), 0, w_data);
}

function rateBits(w_self: W_Root): W_Root {
  return newInt32(8 * (w_self as W_Hash).hasher.blockSize);
}
function capacityBits(w_self: W_Root): W_Root {
  return newInt32(1600 - 8 * (w_self as W_Hash).hasher.blockSize);
}
function suffix(w_self: W_Root): W_Root {
  const bits = new Uint8Array(1);
  bits[0] = (w_self as W_Hash).size === 0 ? SHAKE : SHA3;
  return newBytes(bits);
}

const ATTRIBUTES: Record<string, GetSetEntry> = {
  ...HASH_ATTRIBUTES,
  _rate_bits: [rateBits],
  _capacity_bits: [capacityBits],
  _suffix: [suffix],
};
const SHAKE_METHODS: Record<string, MethodEntry> = {
  ...HASH_METHODS,
  digest: [
    "($self, length, /)",
    (w_self: W_Root, w_length: W_Root): W_Root => newBytes(shakeDigest(w_self, w_length)),
    "So many bytes of the hash.",
  ],
  hexdigest: [
    "($self, length, /)",
    (w_self: W_Root, w_length: W_Root): W_Root => hexOf(shakeDigest(w_self, w_length)),
    "So many bytes of the hash as hexadecimal digits.",
  ],
};

function shakeDigest(w_self: W_Root, w_length: W_Root): Uint8Array {
  if (!(w_length instanceof W_Integer)) throw typeError("an integer is required");
  if (w_length.asBigInt().sign < 0) throw valueError("value must be positive");
  if (!w_length.fitsI64() || w_length.asI64() >= 1n << 29n) throw valueError("length is too large");
  const hasher = (w_self as W_Hash).hasher.copy() as Keccak;
  hasher.size = Number(w_length.asI64()) | 0;
  return hasher.finish();
}

const SHA3_METHODS: Record<string, MethodEntry> = { ...HASH_METHODS, ...DIGEST_METHODS };

define(sha3_224Type, {
  doc: "A SHA3-224 hash object.",
  new: [
    SIGNATURE,
    (_w_type: W_Root, w_data: W_Root, _w_secure: W_Root): W_Root => newSha3(sha3_224Type, 28, w_data),
  ],
  methods: SHA3_METHODS,
  getsets: ATTRIBUTES,
});
define(sha3_256Type, {
  doc: "A SHA3-256 hash object.",
  new: [
    SIGNATURE,
    (_w_type: W_Root, w_data: W_Root, _w_secure: W_Root): W_Root => newSha3(sha3_256Type, 32, w_data),
  ],
  methods: SHA3_METHODS,
  getsets: ATTRIBUTES,
});
define(sha3_384Type, {
  doc: "A SHA3-384 hash object.",
  new: [
    SIGNATURE,
    (_w_type: W_Root, w_data: W_Root, _w_secure: W_Root): W_Root => newSha3(sha3_384Type, 48, w_data),
  ],
  methods: SHA3_METHODS,
  getsets: ATTRIBUTES,
});
define(sha3_512Type, {
  doc: "A SHA3-512 hash object.",
  new: [
    SIGNATURE,
    (_w_type: W_Root, w_data: W_Root, _w_secure: W_Root): W_Root => newSha3(sha3_512Type, 64, w_data),
  ],
  methods: SHA3_METHODS,
  getsets: ATTRIBUTES,
});
define(shake128Type, {
  doc: "A SHAKE128 hash object.",
  new: [
    SIGNATURE,
    (_w_type: W_Root, w_data: W_Root, _w_secure: W_Root): W_Root => newShake(shake128Type, 16, w_data),
  ],
  methods: SHAKE_METHODS,
  getsets: ATTRIBUTES,
});
define(shake256Type, {
  doc: "A SHAKE256 hash object.",
  new: [
    SIGNATURE,
    (_w_type: W_Root, w_data: W_Root, _w_secure: W_Root): W_Root => newShake(shake256Type, 32, w_data),
  ],
  methods: SHAKE_METHODS,
  getsets: ATTRIBUTES,
});

defineModule("_sha3", {
  constants: {
    sha3_224: sha3_224Type,
    sha3_256: sha3_256Type,
    sha3_384: sha3_384Type,
    sha3_512: sha3_512Type,
    shake_128: shake128Type,
    shake_256: shake256Type,
    implementation: fromRts("lanes of 64 bits"),
    keccakopt: newInt32(64),
  },
});
