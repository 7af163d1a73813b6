/** The module `_random`: the generator below `random.Random`. */
import { type FixedArray, type i32, i32ToI64, type i64, i64ToI32, newFixedArray, u32ToI64 } from "@rts";
import { osClock, osRandom } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { RBigInt } from "../../core/objspace/bigint/mod.ts";
import type { W_Dict } from "../../core/objspace/dict.ts";
import { overflowError, typeError, valueError } from "../../core/objspace/errors.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { hash } from "../../core/objspace/hash.ts";
import { newInt, newLong, W_Integer } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { indexI64, intArgument } from "../../core/objspace/truth.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { newTuple, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { MersenneTwister, STATE_WORDS } from "./core.ts";

const randomType: W_Type = moduleClass("Random", "_random");
const WORD_MASK: i64 = 0xffffffffn;
/** `CLOCK_REALTIME`. */
const REAL_TIME: i32 = 0;

export class W_Random extends W_Object {
  readonly twister: MersenneTwister = new MersenneTwister();
  constructor(map: InstanceMap) {
    super(map);
  }
}

const self = (w_self: W_Root): W_Random => w_self as W_Random;

/** The words of a key: of the magnitude of an int, of another object's hash, of the system's own for None. */
function keyOf(w_seed: W_Root): Int32Array {
  if (w_seed === w_None) return systemKey();
  if (w_seed instanceof W_Integer) return wordsOf(w_seed.asBigInt().abs());
  return wordsOf(RBigInt.fromU64Bits(hash(w_seed)));
}

function wordsOf(value: RBigInt): Int32Array {
  const bits = value.bitLength();
  const words = new Int32Array(bits === 0 ? 1 : ((bits - 1) >> 5) + 1);
  const bytes = value.toBytes(4 * words.length, false, false)!;
  for (let i: i32 = 0; i < words.length; i++) words[i] = wordAt(bytes, 4 * i);
  return words;
}

function wordAt(bytes: Uint8Array, at: i32): i32 {
  return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
}

/** Random words of the system; of the clock, where it has none. */
function systemKey(): Int32Array {
  const bytes = new Uint8Array(4 * STATE_WORDS);
  const words = new Int32Array(STATE_WORDS);
  const got = osRandom(bytes, 0, bytes.length, 0);
  for (let i: i32 = 0; i < STATE_WORDS; i++) words[i] = wordAt(bytes, 4 * i);
  if (got < bytes.length) words[0] ^= i64ToI32(osClock(REAL_TIME) & 0x7fffffffn);
  return words;
}

function seed(w_self: W_Root, w_seed: W_Root): W_Root {
  const key = keyOf(w_seed);
  self(w_self).twister.seedByArray(key, key.length);
  return w_None;
}

function randomNew(scope: FixedArray<W_Root>): W_Root {
  const w_cls = scope[0] as W_Type;
  const args = (scope[1] as W_Tuple).items;
  if (w_cls === randomType && (scope[2] as W_Dict).length > 0) {
    throw typeError("Random() takes no keyword arguments");
  }
  if (args.length > 1) throw typeError("Random() requires 0 or 1 argument");
  const w_random = new W_Random(w_cls.instanceMap);
  seed(w_random, args.length === 1 ? args[0] : w_None);
  return w_random;
}

function getrandbits(w_self: W_Root, w_bits: W_Root): W_Root {
  const bits = intArgumentOf(w_bits);
  if (bits < 0) throw valueError("number of bits must be non-negative");
  if (bits === 0) return newInt(0n);
  const twister = self(w_self).twister;
  if (bits <= 32) return newInt(u32ToI64(twister.nextWord() >>> (32 - bits)));
  const words = twister.getrandbits(bits);
  const bytes = new Uint8Array(4 * words.length);
  for (let i: i32 = 0; i < bytes.length; i++) bytes[i] = (words[i >> 2] >> (8 * (i & 3))) & 255;
  return newLong(RBigInt.fromBytes(bytes, 0, bytes.length, false, false));
}

/** A C `int`, in the words of `getrandbits`. */
function intArgumentOf(w_bits: W_Root): i32 {
  if (w_bits instanceof W_Integer && !w_bits.fitsI64()) {
    throw overflowError("Python int too large to convert to C int");
  }
  return intArgument(w_bits);
}

function getstate(w_self: W_Root): W_Root {
  const words = self(w_self).twister.getState();
  const items = newFixedArray<W_Root>(words.length, w_None);
  for (let i: i32 = 0; i < words.length; i++) items[i] = newInt(i32ToI64(words[i]) & WORD_MASK);
  return newTuple(items);
}

/** A word of a state, as C converts it to an `unsigned long`. */
function stateWord(w_word: W_Root): i32 {
  if (!(w_word instanceof W_Integer)) throw typeError("an integer is required");
  const value = w_word.asBigInt();
  if (value.sign < 0) throw overflowError("can't convert negative value to unsigned int");
  if (!value.fitsU64()) throw overflowError("Python int too large to convert to C unsigned long");
  return i64ToI32(value.toI64Wrapped());
}

function setstate(w_self: W_Root, w_state: W_Root): W_Root {
  if (!(w_state instanceof W_Tuple)) throw typeError("state vector must be a tuple");
  const items = w_state.items;
  if (items.length !== STATE_WORDS + 1) throw valueError("state vector is the wrong size");
  const words = new Int32Array(STATE_WORDS + 1);
  for (let i: i32 = 0; i < STATE_WORDS; i++) words[i] = stateWord(items[i]);
  const index = indexI64(items[STATE_WORDS], overflowErrorType);
  if (index < 0n || index > i32ToI64(STATE_WORDS)) throw valueError("invalid state");
  words[STATE_WORDS] = i64ToI32(index);
  self(w_self).twister.setState(words);
  return w_None;
}

define(randomType, {
  doc: "Random() -> create a random number generator with its own internal state.",
  flags: TypeFlag.Base,
  new: { signature: "($cls, /, *args, **kwargs)", scope: randomNew },
  methods: {
    random: [
      "($self, /)",
      (w_self: W_Root): W_Root => newFloat(self(w_self).twister.random()),
      "A number from 0 to below 1.",
    ],
    seed: ["($self, n=None, /)", seed, "Starts anew from a seed: from the system's randomness for None."],
    getstate: ["($self, /)", getstate, "The state as a tuple."],
    setstate: ["($self, state, /)", setstate, "Goes on from a state."],
    getrandbits: ["($self, k, /)", getrandbits, "An integer of k random bits."],
  },
});

defineModule("_random", {
  doc: "Module implements the Mersenne Twister random number generator.",
  constants: { Random: randomType },
});
