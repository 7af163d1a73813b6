/** `select.select` and `select.poll`, both over the system's `poll`. */
import { type FixedArray, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { osClock, osPoll } from "@rts/os";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { keyError, overflowError, runtimeError, typeError, valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { W_FloatBase } from "../../core/objspace/float.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { fixedItems } from "../../core/objspace/iteration.ts";
import { listOf } from "../../core/objspace/list.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { type } from "../../core/objspace/call.ts";
import { hasIndex, intArgument } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { fileDescriptor } from "../posix/fileno.ts";
import { nanoseconds, Rounding } from "../time/duration.ts";

export const POLLIN: i32 = 1;
export const POLLPRI: i32 = 2;
export const POLLOUT: i32 = 4;
const POLLERR: i32 = 8;
const POLLHUP: i32 = 16;
const POLLNVAL: i32 = 32;
const FD_SETSIZE: i32 = 1024;
const EBADF: i32 = 9;
const EINTR: i32 = 4;
const ENOENT: i32 = 2;
const MONOTONIC: i32 = 1;
const MS: i64 = 1_000_000n;

/** Milliseconds of nanoseconds, rounded up; -1 for negative ones. */
export function milliseconds(ns: i64): i32 {
  if (ns < 0n) return -1;
  const ms = (ns + MS - 1n) / MS;
  return ms > 0x7fffffffn ? 0x7fffffff : i64ToI32(ms);
}

/** Waits for events; goes on after signals, for what is left of the time. How many descriptors have some. */
function wait(pairs: Int32Array, timeout: i64): i32 {
  const end = osClock(MONOTONIC) + (timeout < 0n ? 0n : timeout);
  let left = timeout;
  for (;;) {
    const count = osPoll(pairs, milliseconds(left));
    if (count !== -EINTR) {
      if (count < 0) throw osError(-count, null);
      return count;
    }
    checkSignals();
    if (timeout >= 0n) {
      left = end - osClock(MONOTONIC);
      if (left < 0n) left = 0n;
    }
  }
}

/** The events that a pair came back with. */
function eventsOf(pairs: Int32Array, at: i32): i32 {
  return pairs[2 * at + 1] >>> 16;
}

/** Descriptors of a sequence. Throws TypeError, ValueError. */
function descriptors(w_files: W_Root): W_Root[] {
  const files: W_Root[] = [];
  const items = sequence(w_files);
  for (let i: i32 = 0; i < items.length; i++) {
    if (fileDescriptor(items[i]) >= FD_SETSIZE) throw valueError("filedescriptor out of range in select()");
    files.push(items[i]);
  }
  return files;
}

function sequence(w_files: W_Root): FixedArray<W_Root> {
  const special = type(w_files).special;
  if (special[Special.Iter] === null && special[Special.Getitem] === null) {
    throw typeError("arguments 1-3 must be sequences");
  }
  return fixedItems(w_files);
}

/** `select(rlist, wlist, xlist, timeout=None)`. */
export function select(w_read: W_Root, w_write: W_Root, w_except: W_Root, w_timeout: W_Root): W_Root {
  let timeout: i64 = -1n;
  if (w_timeout !== w_None) {
    if (!(w_timeout instanceof W_FloatBase) && !hasIndex(w_timeout)) {
      throw typeError("timeout must be a float or None");
    }
    timeout = nanoseconds(w_timeout, Rounding.Up);
    if (timeout < 0n) throw valueError("timeout must be non-negative");
  }
  const lists: W_Root[][] = [descriptors(w_read), descriptors(w_write), descriptors(w_except)];
  const total = lists[0].length + lists[1].length + lists[2].length;
  const pairs = new Int32Array(2 * total);
  let at: i32 = 0;
  for (let kind: i32 = 0; kind < 3; kind++) {
    for (let i: i32 = 0; i < lists[kind].length; i++) {
      pairs[2 * at] = fileDescriptor(lists[kind][i]);
      pairs[2 * at + 1] = WANTED[kind];
      at++;
    }
  }
  wait(pairs, timeout);
  at = 0;
  const ready: W_Root[] = [];
  for (let kind: i32 = 0; kind < 3; kind++) {
    const found: W_Root[] = [];
    for (let i: i32 = 0; i < lists[kind].length; i++) {
      const events = eventsOf(pairs, at);
      if ((events & POLLNVAL) !== 0) throw osError(EBADF, null);
      if ((events & READY[kind]) !== 0) found.push(lists[kind][i]);
      at++;
    }
    ready.push(listOf(found));
  }
  return newTuple3(ready[0], ready[1], ready[2]);
}
const WANTED: i32[] = [POLLIN, POLLOUT, POLLPRI];
const READY: i32[] = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI];

// --- poll objects ---

export const pollType: W_Type = moduleClass("poll", "select");

class W_Poll extends W_Root {
  readonly fds: i32[] = [];
  readonly masks: i32[] = [];
  isPolling: boolean = false;
  override typeOf(): W_Type {
    return pollType;
  }
  place(fd: i32): i32 {
    return this.fds.indexOf(fd);
  }
}

export function newPoll(): W_Root {
  return new W_Poll();
}

/** A mask of events: an unsigned short. */
function maskArgument(w_mask: W_Root): i32 {
  const mask = intArgument(w_mask);
  if (mask < 0) throw valueError("value must be positive");
  if (mask > 0xffff) throw overflowError("Python int too large to convert to C unsigned short");
  return mask;
}

function register(w_self: W_Root, w_fd: W_Root, w_mask: W_Root): W_Root {
  const self = w_self as W_Poll;
  const fd = fileDescriptor(w_fd);
  const mask = w_mask === w_unset ? POLLIN | POLLPRI | POLLOUT : maskArgument(w_mask);
  const at = self.place(fd);
  if (at >= 0) {
    self.masks[at] = mask;
  } else {
    self.fds.push(fd);
    self.masks.push(mask);
  }
  return w_None;
}

function modify(w_self: W_Root, w_fd: W_Root, w_mask: W_Root): W_Root {
  const self = w_self as W_Poll;
  const fd = fileDescriptor(w_fd);
  const mask = maskArgument(w_mask);
  const at = self.place(fd);
  if (at < 0) throw osError(ENOENT, null);
  self.masks[at] = mask;
  return w_None;
}

function unregister(w_self: W_Root, w_fd: W_Root): W_Root {
  const self = w_self as W_Poll;
  const fd = fileDescriptor(w_fd);
  const at = self.place(fd);
  if (at < 0) throw keyError(newInt32(fd));
  self.fds.splice(at, 1);
  self.masks.splice(at, 1);
  return w_None;
}

/** Milliseconds, an int or a float, as nanoseconds; -1 for None and negative ones. */
function pollTimeout(w_timeout: W_Root): i64 {
  if (w_timeout === w_None || w_timeout === w_unset) return -1n;
  if (!(w_timeout instanceof W_FloatBase) && !hasIndex(w_timeout)) {
    throw typeError("timeout must be an integer or None");
  }
  if (!(w_timeout instanceof W_FloatBase)) return i32ToI64(intArgument(w_timeout)) * MS;
  const ns = nanoseconds(w_timeout, Rounding.Up) / 1000n;
  return ns < 0n ? -1n : ns;
}

function poll(w_self: W_Root, w_timeout: W_Root): W_Root {
  const self = w_self as W_Poll;
  const timeout = pollTimeout(w_timeout);
  if (self.isPolling) throw runtimeError("concurrent poll() invocation");
  const count: i32 = self.fds.length;
  const pairs = new Int32Array(2 * count);
  for (let i: i32 = 0; i < count; i++) {
    pairs[2 * i] = self.fds[i];
    pairs[2 * i + 1] = self.masks[i];
  }
  self.isPolling = true;
  try {
    wait(pairs, timeout < 0n ? -1n : timeout);
  } finally {
    self.isPolling = false;
  }
  const found: W_Root[] = [];
  for (let i: i32 = 0; i < count; i++) {
    const events = eventsOf(pairs, i);
    if (events !== 0) found.push(newTuple2(newInt32(pairs[2 * i]), newInt32(events)));
  }
  return listOf(found);
}

define(pollType, {
  doc: "Descriptors that are waited for together.",
  flags: TypeFlag.NoNew,
  methods: {
    register: ["($self, fd, eventmask=<unset>, /)", register],
    modify: ["($self, fd, eventmask, /)", modify],
    unregister: ["($self, fd, /)", unregister],
    poll: ["($self, timeout=None, /)", poll],
  },
});
