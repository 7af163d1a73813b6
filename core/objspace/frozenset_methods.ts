/** What only `frozenset` has: its `__new__`, and the hash. */
import { type FixedArray, i32ToI64, type i64, shl64, shrU64, wrap64 } from "@rts";
import { argument, checkCount, positionalOf, refuseKeywords } from "./call_arguments.ts";
import { type } from "./call.ts";
import { CLASS_GETITEM } from "./class_getitem.ts";
import { hash } from "./hash.ts";
import { newInt } from "./int.ts";
import type { W_Root } from "./root.ts";
import { W_Set } from "./set.ts";
import { SHARED_METHODS } from "./set_methods.ts";
import { update } from "./set_ops.ts";
import { w_unset } from "./singletons.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { frozensetType } from "./types.ts";

define(frozensetType, {
  doc: "A set that never changes; frozenset(iterable) has the elements of the iterable.",
  flags: TypeFlag.Base | TypeFlag.MatchSelf | TypeFlag.Weakrefs,
  new: { signature: "($type, /, *args, **kwargs)", scope: frozensetNew },
  methods: { ...SHARED_METHODS, __hash__: ["($self, /)", frozensetHash] },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

function frozensetNew(scope: FixedArray<W_Root>): W_Root {
  const w_type = scope[0] as W_Type;
  const args = positionalOf(scope);
  if (w_type === frozensetType) refuseKeywords("frozenset", scope);
  checkCount("frozenset", args.length, 0, 1);
  const w_iterable = argument(args, 0);
  if (w_type === frozensetType && w_iterable !== w_unset && type(w_iterable) === frozensetType) {
    return w_iterable;
  }
  const w_set = new W_Set(w_type.instanceMap);
  if (w_iterable !== w_unset) update(w_set, w_iterable);
  return w_set;
}

const FACTOR: i64 = 3644798167n;
const LENGTH_FACTOR: i64 = 1927868237n;
/** What a hash of -1, which means an error to CPython, becomes. */
const INSTEAD_OF_ERROR: i64 = 590923713n;

/** Spreads the bits of a hash, so that hashes that lie close cancel out less. */
function shuffle(bits: i64): i64 {
  return wrap64(((bits ^ 89869747n) ^ shl64(bits, 16)) * FACTOR);
}

/** CPython's hash: it does not depend on the order of the elements. */
function frozensetHash(w_self: W_Root): W_Root {
  const self = w_self as W_Set;
  if (self.hash !== -1n) return newInt(self.hash);
  const table = self.table;
  let mixed: i64 = 0n;
  for (let p = table.next(0); p >= 0; p = table.next(p + 1)) mixed ^= shuffle(hash(table.key(p)));
  mixed ^= wrap64(i32ToI64(table.used + 1) * LENGTH_FACTOR);
  mixed ^= shrU64(mixed, 11) ^ shrU64(mixed, 25);
  mixed = wrap64(wrap64(mixed * 69069n) + 907133923n);
  self.hash = mixed === -1n ? INSTEAD_OF_ERROR : mixed;
  return newInt(self.hash);
}
