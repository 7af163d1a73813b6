/** Sockets, names of hosts, and epoll. */
import { GAI_ERROR, type OsFunctions } from "./calls.ts";
import { cstring, joinNul, stringAt, untilNul } from "./libc.ts";
import { concatBytes } from "./posix_files.ts";
import type { System } from "./posix.ts";

/** The length before an answered address. */
const LENGTH = 4;
/** Offsets of `struct addrinfo` on 64-bit Linux. */
const AI = {
  flags: 0,
  family: 4,
  type: 8,
  protocol: 12,
  length: 16,
  address: 24,
  name: 32,
  next: 40,
  size: 48,
};
/** `struct epoll_event` is packed on x86-64 alone. */
const EPOLL_EVENT = Deno.build.arch === "x86_64" ? { size: 12, data: 4 } : { size: 16, data: 8 };
const NAME_BYTES = 1025;

type SocketCalls = Pick<
  OsFunctions,
  | "socket"
  | "socketpair"
  | "bind"
  | "connect"
  | "listen"
  | "accept"
  | "shutdown"
  | "getsockname"
  | "getpeername"
  | "recv"
  | "send"
  | "recvfrom"
  | "sendto"
  | "getsockopt"
  | "setsockopt"
  | "getaddrinfo"
  | "getnameinfo"
  | "epollCreate"
  | "epollCtl"
  | "epollWait"
>;

/** The calls. */
export function socketCalls(system: System): SocketCalls {
  return { ...connections(system), ...transfers(system), ...names(system), ...epoll(system) };
}

/** Runs a call that answers an address, and puts its length in front. */
function answering(out: Uint8Array, call: (address: Uint8Array, length: Int32Array) => number): number {
  const length = new Int32Array([out.length - LENGTH]);
  const result = call(out.subarray(LENGTH), length);
  if (result >= 0) out.set(new Uint8Array(length.buffer));
  return result;
}

function connections(system: System) {
  const bind = system.fn("bind", ["i32", "buffer", "u32"]);
  const connect = system.fn("connect", ["i32", "buffer", "u32"]);
  const accept = system.fn("accept4", ["i32", "buffer", "buffer", "i32"]);
  const getsockname = system.fn("getsockname", ["i32", "buffer", "buffer"]);
  const getpeername = system.fn("getpeername", ["i32", "buffer", "buffer"]);
  const getsockopt = system.fn("getsockopt", ["i32", "i32", "i32", "buffer", "buffer"]);
  const setsockopt = system.fn("setsockopt", ["i32", "i32", "i32", "buffer", "u32"]);
  return {
    socket: system.plain("socket", "socket"),
    socketpair: system.plain("socketpair", "socketpair"),
    bind: (fd, address) => system.checked(bind(fd, address, address.length)),
    connect: (fd, address) => system.checked(connect(fd, address, address.length)),
    listen: system.plain("listen", "listen"),
    accept: (fd, flags, out) =>
      answering(out, (address, length) => system.checked(accept(fd, address, length, flags))),
    shutdown: system.plain("shutdown", "shutdown"),
    getsockname: (fd, out) =>
      answering(out, (address, length) => system.checked(getsockname(fd, address, length))),
    getpeername: (fd, out) =>
      answering(out, (address, length) => system.checked(getpeername(fd, address, length))),
    getsockopt: (fd, level, option, value) => {
      const length = new Int32Array([value.length]);
      const result = system.checked(getsockopt(fd, level, option, value, length));
      return result < 0 ? result : length[0];
    },
    setsockopt: (fd, level, option, value) =>
      system.checked(setsockopt(fd, level, option, value, value.length)),
  } satisfies Partial<OsFunctions>;
}

function transfers(system: System) {
  const recv = system.fn("recv", ["i32", "buffer", "usize", "i32"]);
  const send = system.fn("send", ["i32", "buffer", "usize", "i32"]);
  const recvfrom = system.fn("recvfrom", ["i32", "buffer", "usize", "i32", "buffer", "buffer"]);
  const sendto = system.fn("sendto", ["i32", "buffer", "usize", "i32", "buffer", "u32"]);
  return {
    recv: (fd, bytes, flags) => system.checked(recv(fd, bytes, bytes.length, flags)),
    send: (fd, bytes, flags) => system.checked(send(fd, bytes, bytes.length, flags)),
    recvfrom: (fd, bytes, flags, out) =>
      answering(
        out,
        (address, length) => system.checked(recvfrom(fd, bytes, bytes.length, flags, address, length)),
      ),
    sendto: (fd, bytes, flags, address) =>
      system.checked(sendto(fd, bytes, bytes.length, flags, address, address.length)),
  } satisfies Partial<OsFunctions>;
}

/** One `struct addrinfo` as the table of calls wants it. */
function addressRecord(info: Deno.UnsafePointerView): Uint8Array {
  const length = info.getUint32(AI.length);
  const head = new Int32Array(
    [AI.family, AI.type, AI.protocol].map((at) => info.getInt32(at)).concat(length),
  );
  const address = new Uint8Array(length);
  new Deno.UnsafePointerView(info.getPointer(AI.address) as Deno.PointerObject).copyInto(address);
  const name = cstring(stringAt(info.getPointer(AI.name)));
  return concatBytes([new Uint8Array(head.buffer), address, name]);
}

function names(system: System) {
  const getaddrinfo = system.fn("getaddrinfo", ["buffer", "buffer", "buffer", "buffer"]);
  const freeaddrinfo = system.fn("freeaddrinfo", ["pointer"]);
  const getnameinfo = system.fn("getnameinfo", ["buffer", "u32", "buffer", "u32", "buffer", "u32", "i32"]);
  const optional = (text: Uint8Array) => text.length === 0 ? null : cstring(text);
  return {
    getaddrinfo: (host, service, [family, type, protocol, flags]) => {
      const hints = new Uint8Array(AI.size);
      new Int32Array(hints.buffer).set([flags, family, type, protocol]);
      const list = new BigUint64Array(1);
      const error = getaddrinfo(optional(host), optional(service), hints, list);
      if (error !== 0) return error - GAI_ERROR;
      const first = Deno.UnsafePointer.create(list[0]);
      const records: Uint8Array[] = [];
      for (let at: Deno.PointerValue = first; at !== null;) {
        const info = new Deno.UnsafePointerView(at);
        records.push(addressRecord(info));
        at = info.getPointer(AI.next);
      }
      freeaddrinfo(first);
      return system.pending.give(concatBytes(records));
    },
    getnameinfo: (address, flags) => {
      const [host, service] = [new Uint8Array(NAME_BYTES), new Uint8Array(NAME_BYTES)];
      const error = getnameinfo(address, address.length, host, NAME_BYTES, service, NAME_BYTES, flags);
      return error !== 0
        ? error - GAI_ERROR
        : system.pending.give(joinNul([untilNul(host), untilNul(service)]));
    },
  } satisfies Partial<OsFunctions>;
}

function epoll(system: System) {
  const ctl = system.fn("epoll_ctl", ["i32", "i32", "i32", "buffer"]);
  const wait = system.fn("epoll_wait", ["i32", "buffer", "i32", "i32"]);
  return {
    epollCreate: system.plain("epollCreate", "epoll_create1"),
    epollCtl: (fd, operation, target, events) => {
      const event = new DataView(new ArrayBuffer(EPOLL_EVENT.size));
      event.setInt32(0, events, true);
      event.setInt32(EPOLL_EVENT.data, target, true);
      return system.checked(ctl(fd, operation, target, event));
    },
    epollWait: (fd, pairs, timeout) => {
      const room = pairs.length >> 1;
      const events = new DataView(new ArrayBuffer(room * EPOLL_EVENT.size));
      const count = system.checked(wait(fd, events, room, timeout));
      for (let i = 0; i < count; i++) {
        pairs[2 * i] = events.getInt32(i * EPOLL_EVENT.size + EPOLL_EVENT.data, true);
        pairs[2 * i + 1] = events.getInt32(i * EPOLL_EVENT.size, true);
      }
      return count;
    },
  } satisfies Partial<OsFunctions>;
}
