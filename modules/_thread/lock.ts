/**
 * `lock` and `RLock`. There is one thread: who finds a lock taken holds it himself, so waiting for it without end
 * would never end. That is an error here; waiting with a timeout waits.
 */
import type { FixedArray, i64 } from "@rts";
import { osSleep } from "@rts/os";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { overflowError, runtimeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newBool, newInt, newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { addressText } from "../../core/objspace/object_methods.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, type W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { nanoseconds, Rounding } from "../time/duration.ts";

export const lockType: W_Type = moduleClass("lock", "_thread");
export const rlockType: W_Type = moduleClass("RLock", "_thread");

/** The identity of the only thread. */
export const MAIN_THREAD: i64 = 140_000_000_000_001n;
/** Longest timeout in seconds. */
export const TIMEOUT_MAX: i64 = 9223372036n;

/** A lock. */
export class W_Lock extends W_Object {
  isLocked: boolean = false;
  constructor(map: InstanceMap) {
    super(map);
  }
}

/** A lock that its owner may take several times. */
export class W_RLock extends W_Object {
  count: i64 = 0n;
  constructor(map: InstanceMap) {
    super(map);
  }
}

export function newLock(): W_Lock {
  return new W_Lock(lockType.instanceMap);
}

/** Nanoseconds to wait: 0 not at all, -1 for ever. Throws ValueError, OverflowError. */
function timeoutOf(w_blocking: W_Root, w_timeout: W_Root): i64 {
  const timeout = nanoseconds(w_timeout, Rounding.Up);
  const blocking = isTrue(w_blocking);
  if (!blocking && timeout !== -1_000_000_000n) {
    throw valueError("can't specify a timeout for a non-blocking call");
  }
  if (timeout < 0n && timeout !== -1_000_000_000n) {
    throw valueError("timeout value must be a non-negative number");
  }
  if (!blocking) return 0n;
  if (timeout < 0n) return -1n;
  if (timeout > TIMEOUT_MAX * 1_000_000_000n) throw overflowError("timeout value is too large");
  return timeout;
}

/** Waits for a lock that nobody can release but a signal's handler. */
function wait(timeout: i64): void {
  let left = timeout;
  while (left > 0n) {
    left = osSleep(left);
    checkSignals();
  }
}

function lockAcquire(w_self: W_Root, w_blocking: W_Root, w_timeout: W_Root): W_Root {
  const self = w_self as W_Lock;
  const timeout = timeoutOf(w_blocking, w_timeout);
  if (self.isLocked) {
    if (timeout < 0n) throw runtimeError("deadlock: the only thread waits for a lock that is taken");
    wait(timeout);
    if (self.isLocked) return w_False;
  }
  self.isLocked = true;
  return w_True;
}

function lockRelease(w_self: W_Root): W_Root {
  const self = w_self as W_Lock;
  if (!self.isLocked) throw runtimeError("release unlocked lock");
  self.isLocked = false;
  return w_None;
}

function lockEnter(w_self: W_Root): W_Root {
  return lockAcquire(w_self, w_True, newInt32(-1));
}
function lockExit(scope: FixedArray<W_Root>): W_Root {
  return lockRelease(scope[0]);
}

function lockRepr(w_self: W_Root): W_Root {
  const state = (w_self as W_Lock).isLocked ? "locked" : "unlocked";
  return fromRts(`<${state} ${typeName(w_self)} object at ${addressText(w_self)}>`);
}

const ACQUIRE = "($self, /, blocking=True, timeout=-1)";

define(lockType, {
  doc: "A lock: taken or not.",
  flags: TypeFlag.NoNew | TypeFlag.Weakrefs,
  methods: {
    acquire: [ACQUIRE, lockAcquire, "Takes the lock; true if that succeeded."],
    acquire_lock: [ACQUIRE, lockAcquire],
    release: ["($self, /)", lockRelease, "Releases the lock."],
    release_lock: ["($self, /)", lockRelease],
    locked: ["($self, /)", (w_self: W_Root): W_Root => newBool((w_self as W_Lock).isLocked)],
    locked_lock: ["($self, /)", (w_self: W_Root): W_Root => newBool((w_self as W_Lock).isLocked)],
    __enter__: ["($self, /)", lockEnter],
    __exit__: { signature: "($self, /, *args)", scope: lockExit },
    __repr__: ["($self, /)", lockRepr],
    _at_fork_reinit: ["($self, /)", (w_self: W_Root): W_Root => {
      (w_self as W_Lock).isLocked = false;
      return w_None;
    }],
  },
});

function rlockAcquire(w_self: W_Root, w_blocking: W_Root, w_timeout: W_Root): W_Root {
  timeoutOf(w_blocking, w_timeout);
  (w_self as W_RLock).count += 1n;
  return w_True;
}

function rlockRelease(w_self: W_Root): W_Root {
  const self = w_self as W_RLock;
  if (self.count === 0n) throw runtimeError("cannot release un-acquired lock");
  self.count -= 1n;
  return w_None;
}

function rlockRepr(w_self: W_Root): W_Root {
  const self = w_self as W_RLock;
  const state = self.count > 0n ? "locked" : "unlocked";
  const owner = self.count > 0n ? MAIN_THREAD : 0n;
  return fromRts(
    `<${state} ${typeName(w_self)} object owner=${owner} count=${self.count} at ${addressText(w_self)}>`,
  );
}

function releaseSave(w_self: W_Root): W_Root {
  const self = w_self as W_RLock;
  if (self.count === 0n) throw runtimeError("cannot release un-acquired lock");
  const w_saved = newTuple2(newInt(self.count), newInt(MAIN_THREAD));
  self.count = 0n;
  return w_saved;
}

function acquireRestore(w_self: W_Root, w_saved: W_Root): W_Root {
  (w_self as W_RLock).count = index((w_saved as W_Tuple).items[0]).asI64();
  return w_None;
}

define(rlockType, {
  doc: "A lock that its owner may take again.",
  flags: TypeFlag.Base | TypeFlag.Weakrefs,
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_RLock((scope[0] as W_Type).instanceMap),
  },
  methods: {
    acquire: [ACQUIRE, rlockAcquire, "Takes the lock; true if that succeeded."],
    release: ["($self, /)", rlockRelease, "Releases the lock once."],
    _is_owned: ["($self, /)", (w_self: W_Root): W_Root => newBool((w_self as W_RLock).count > 0n)],
    _acquire_restore: ["($self, state, /)", acquireRestore],
    _release_save: ["($self, /)", releaseSave],
    __enter__: ["($self, /)", (w_self: W_Root): W_Root => rlockAcquire(w_self, w_True, newInt32(-1))],
    __exit__: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => rlockRelease(scope[0]),
    },
    __repr__: ["($self, /)", rlockRepr],
    _at_fork_reinit: ["($self, /)", (w_self: W_Root): W_Root => {
      (w_self as W_RLock).count = 0n;
      return w_None;
    }],
  },
});
