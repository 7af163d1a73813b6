/** The module `_blake2`: BLAKE2b and BLAKE2s with their parameters. */
import { arrayCopy, type FixedArray, type i32, type i64, i64ToI32, shrU64 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { bytesOfBuffer } from "../../core/objspace/buffer.ts";
import { overflowError, valueError } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_unset } from "../../core/objspace/singletons.ts";
import { index, intArgument, isTrue } from "../../core/objspace/truth.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { Blake2b, Blake2s } from "../hashes/blake2.ts";
import type { Hasher } from "../hashes/hasher.ts";
import { DIGEST_METHODS, HASH_ATTRIBUTES, HASH_METHODS, updateFrom, W_Hash } from "../hashes/object.ts";

const blake2bType: W_Type = moduleClass("blake2b", "_blake2");
const blake2sType: W_Type = moduleClass("blake2s", "_blake2");

/** Signature of both constructors but for the default size. */
function signature(size: number): string {
  return `($type, data=<unset>, /, *, digest_size=${size}, key=<unset>, salt=<unset>, person=<unset>, fanout=1, depth=1, ` +
    "leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)";
}

/** Places in the scope of a constructor. */
const enum At {
  Data = 1,
  DigestSize,
  Key,
  Salt,
  Person,
  Fanout,
  Depth,
  LeafSize,
  NodeOffset,
  NodeDepth,
  InnerSize,
  LastNode,
}

/** What the two functions differ in: the largest result and key, and the bytes of salt and node offset. */
class Layout {
  constructor(readonly size: i32, readonly salt: i32, readonly offset: i32) {}
}
const LAYOUT_B: Layout = new Layout(64, 16, 8);
const LAYOUT_S: Layout = new Layout(32, 8, 6);

function bytesArgument(w_data: W_Root): Uint8Array {
  return w_data === w_unset ? NO_BYTES : bytesOfBuffer(w_data);
}
const NO_BYTES: Uint8Array = new Uint8Array(0);

function small(w_value: W_Root, least: i32, most: i32, message: string): i32 {
  const value = intArgument(w_value);
  if (value < least || value > most) throw valueError(message);
  return value;
}

/** A number of so many bytes, written lowest byte first. Throws ValueError, OverflowError. */
function putNumber(out: Uint8Array, at: i32, count: i32, w_value: W_Root, name: string): void {
  const w_int = index(w_value);
  const big = w_int.asBigInt();
  if (big.sign < 0) throw valueError("value must be positive");
  if (!big.fitsU64()) throw overflowError("int too big to convert");
  const value: i64 = big.toI64Wrapped();
  if (count < 8 && shrU64(value, 8 * count) !== 0n) throw overflowError(`${name} is too large`);
  for (let i: i32 = 0; i < count; i++) out[at + i] = i64ToI32(shrU64(value, 8 * i)) & 255;
}

/** The parameter block that the arguments describe. */
function parametersOf(scope: FixedArray<W_Root>, layout: Layout, key: Uint8Array): Uint8Array {
  const size = layout.size;
  const block = new Uint8Array(size);
  block[0] = small(scope[At.DigestSize], 1, size, `digest_size must be between 1 and ${size} bytes`);
  const salt = bytesArgument(scope[At.Salt]);
  const person = bytesArgument(scope[At.Person]);
  if (salt.length > layout.salt) throw valueError(`maximum salt length is ${layout.salt} bytes`);
  if (person.length > layout.salt) throw valueError(`maximum person length is ${layout.salt} bytes`);
  arrayCopy(salt, 0, block, size - 2 * layout.salt, salt.length);
  arrayCopy(person, 0, block, size - layout.salt, person.length);
  block[2] = small(scope[At.Fanout], 0, 255, "fanout must be between 0 and 255");
  block[3] = small(scope[At.Depth], 1, 255, "depth must be between 1 and 255");
  putNumber(block, 4, 4, scope[At.LeafSize], "leaf_size");
  putNumber(block, 8, layout.offset, scope[At.NodeOffset], "node_offset");
  const after = 8 + layout.offset;
  block[after] = small(scope[At.NodeDepth], 0, 255, "node_depth must be between 0 and 255");
  block[after + 1] = small(scope[At.InnerSize], 0, size, `inner_size must be between 0 and is ${size}`);
  if (key.length > size) throw valueError(`maximum key length is ${size} bytes`);
  block[1] = key.length;
  return block;
}

/** Hashes the key, filled up to a block, and the first bytes. */
function begin(w_type: W_Type, hasher: Hasher, size: i32, key: Uint8Array, w_data: W_Root): W_Root {
  if (key.length > 0) {
    const block = new Uint8Array(hasher.blockSize);
    arrayCopy(key, 0, block, 0, key.length);
    hasher.update(block, 0, block.length);
  }
  if (w_data !== w_unset) updateFrom(hasher, w_data);
  return new W_Hash(w_type, hasher, size);
}

function newBlake2b(scope: FixedArray<W_Root>): W_Root {
  const key = bytesArgument(scope[At.Key]);
  const parameters = parametersOf(scope, LAYOUT_B, key);
  const hasher = new Blake2b(parameters, isTrue(scope[At.LastNode]));
  return begin(blake2bType, hasher, hasher.size, key, scope[At.Data]);
}
function newBlake2s(scope: FixedArray<W_Root>): W_Root {
  const key = bytesArgument(scope[At.Key]);
  const parameters = parametersOf(scope, LAYOUT_S, key);
  const hasher = new Blake2s(parameters, isTrue(scope[At.LastNode]));
  return begin(blake2sType, hasher, hasher.size, key, scope[At.Data]);
}

function limits(layout: Layout): Record<string, W_Root> {
  return {
    SALT_SIZE: newInt32(layout.salt),
    PERSON_SIZE: newInt32(layout.salt),
    MAX_KEY_SIZE: newInt32(layout.size),
    MAX_DIGEST_SIZE: newInt32(layout.size),
  };
}

define(blake2bType, {
  doc: "A BLAKE2b hash object.",
  new: { signature: signature(64), scope: newBlake2b },
  methods: { ...HASH_METHODS, ...DIGEST_METHODS },
  getsets: HASH_ATTRIBUTES,
  constants: limits(LAYOUT_B),
});
define(blake2sType, {
  doc: "A BLAKE2s hash object.",
  new: { signature: signature(32), scope: newBlake2s },
  methods: { ...HASH_METHODS, ...DIGEST_METHODS },
  getsets: HASH_ATTRIBUTES,
  constants: limits(LAYOUT_S),
});

function prefixed(prefix: string, layout: Layout): Record<string, W_Root> {
  return Object.fromEntries(
    Object.entries(limits(layout)).map(([name, w_value]) => [prefix + name, w_value]),
  );
}

defineModule("_blake2", {
  constants: {
    blake2b: blake2bType,
    blake2s: blake2sType,
    ...prefixed("BLAKE2B_", LAYOUT_B),
    ...prefixed("BLAKE2S_", LAYOUT_S),
  },
});
