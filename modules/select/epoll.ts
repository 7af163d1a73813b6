/** `select.epoll`. */
import { type FixedArray, type i32, type i64, i64ToI32 } from "@rts";
import { osClock, osClose, osEpollCreate, osEpollCtl, osEpollWait } from "@rts/os";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { W_FloatBase } from "../../core/objspace/float.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { hasIndex, index, intArgument } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { fileDescriptor } from "../posix/fileno.ts";
import { nanoseconds, Rounding } from "../time/duration.ts";
import { milliseconds, POLLIN, POLLOUT, POLLPRI } from "./poll.ts";

export const epollType: W_Type = moduleClass("epoll", "select");

const EPOLL_CLOEXEC: i32 = 0o2000000;
const CTL_ADD: i32 = 1;
const CTL_DEL: i32 = 2;
const CTL_MOD: i32 = 3;
const EINTR: i32 = 4;
const MONOTONIC: i32 = 1;
const MAX_EVENTS: i32 = 1023;

class W_Epoll extends W_Object {
  fd: i32 = -1;
  constructor(map: InstanceMap) {
    super(map);
  }
}

function opened(w_self: W_Root): W_Epoll {
  const self = w_self as W_Epoll;
  if (self.fd < 0) throw valueError("I/O operation on closed epoll object");
  return self;
}

function epollNew(w_cls: W_Root, w_size: W_Root, w_flags: W_Root): W_Root {
  const size = intArgument(w_size);
  const flags = intArgument(w_flags);
  if (size !== -1 && size <= 0) throw valueError("negative sizehint");
  if ((flags & ~EPOLL_CLOEXEC) !== 0) throw osError(22, null);
  const self = new W_Epoll((w_cls as W_Type).instanceMap);
  const fd = osEpollCreate(EPOLL_CLOEXEC);
  if (fd < 0) throw osError(-fd, null);
  self.fd = fd;
  return self;
}

function fromfd(w_cls: W_Root, w_fd: W_Root): W_Root {
  const self = new W_Epoll((w_cls as W_Type).instanceMap);
  self.fd = intArgument(w_fd);
  return self;
}

function control(w_self: W_Root, operation: i32, w_fd: W_Root, events: i32): W_Root {
  const self = opened(w_self);
  const result = osEpollCtl(self.fd, operation, fileDescriptor(w_fd), events);
  if (result < 0) throw osError(-result, null);
  return w_None;
}

/** A mask of events: 32 bits without sign. */
function maskOf(w_mask: W_Root): i32 {
  return i64ToI32(index(w_mask).asI64());
}

function register(w_self: W_Root, w_fd: W_Root, w_mask: W_Root): W_Root {
  return control(w_self, CTL_ADD, w_fd, w_mask === w_unset ? POLLIN | POLLOUT | POLLPRI : maskOf(w_mask));
}
function modify(w_self: W_Root, w_fd: W_Root, w_mask: W_Root): W_Root {
  return control(w_self, CTL_MOD, w_fd, maskOf(w_mask));
}
function unregister(w_self: W_Root, w_fd: W_Root): W_Root {
  return control(w_self, CTL_DEL, w_fd, 0);
}

/** `poll(timeout=None, maxevents=-1)`. */
function poll(w_self: W_Root, w_timeout: W_Root, w_most: W_Root): W_Root {
  const self = opened(w_self);
  let timeout: i64 = -1n;
  if (w_timeout !== w_None) {
    if (!(w_timeout instanceof W_FloatBase) && !hasIndex(w_timeout)) {
      throw typeError("timeout must be an integer or None");
    }
    timeout = nanoseconds(w_timeout, Rounding.Up);
    if (timeout < 0n) timeout = -1n;
  }
  let most = intArgument(w_most);
  if (most === -1) most = MAX_EVENTS;
  else if (most < 1) throw valueError(`maxevents must be greater than 0, got ${most}`);
  const pairs = new Int32Array(2 * Math.min(most, 65536));
  const end = osClock(MONOTONIC) + (timeout < 0n ? 0n : timeout);
  let left = timeout;
  for (;;) {
    const count = osEpollWait(self.fd, pairs, milliseconds(left));
    if (count === -EINTR) {
      checkSignals();
      if (timeout >= 0n) {
        left = end - osClock(MONOTONIC);
        if (left < 0n) left = 0n;
      }
      continue;
    }
    if (count < 0) throw osError(-count, null);
    const found: W_Root[] = [];
    for (let i: i32 = 0; i < count; i++) {
      found.push(newTuple2(newInt32(pairs[2 * i]), newInt(BigInt(pairs[2 * i + 1]) & 0xffffffffn)));
    }
    return listOf(found);
  }
}

function close(w_self: W_Root): W_Root {
  const self = w_self as W_Epoll;
  if (self.fd >= 0) {
    const result = osClose(self.fd);
    self.fd = -1;
    if (result < 0) throw osError(-result, null);
  }
  return w_None;
}

define(epollType, {
  doc: "Descriptors that are waited for together, kept by the system.",
  flags: TypeFlag.Base,
  textSignature: "(sizehint=-1, flags=0)",
  new: ["($cls, sizehint=-1, flags=0)", epollNew],
  methods: {
    register: ["($self, /, fd, eventmask=<unset>)", register],
    modify: ["($self, /, fd, eventmask)", modify],
    unregister: ["($self, /, fd)", unregister],
    poll: ["($self, /, timeout=None, maxevents=-1)", poll],
    close: ["($self, /)", close],
    fileno: ["($self, /)", (w_self: W_Root): W_Root => newInt32(opened(w_self).fd)],
    __enter__: ["($self, /)", (w_self: W_Root): W_Root => opened(w_self)],
    __exit__: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => close(scope[0]),
    },
  },
  classmethods: { fromfd: ["($cls, fd, /)", fromfd] },
  getsets: { closed: [(w_self: W_Root): W_Root => newBool((w_self as W_Epoll).fd < 0)] },
});
