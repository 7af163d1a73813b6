/** The module `select`: waiting for descriptors. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { newInt } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { epollType } from "./epoll.ts";
import { newPoll, select } from "./poll.ts";

const NUMBERS: Readonly<Record<string, number>> = {
  PIPE_BUF: 4096,
  POLLIN: 1,
  POLLPRI: 2,
  POLLOUT: 4,
  POLLERR: 8,
  POLLHUP: 16,
  POLLNVAL: 32,
  POLLRDNORM: 64,
  POLLRDBAND: 128,
  POLLWRNORM: 256,
  POLLWRBAND: 512,
  POLLMSG: 1024,
  POLLRDHUP: 8192,
  EPOLLIN: 1,
  EPOLLPRI: 2,
  EPOLLOUT: 4,
  EPOLLERR: 8,
  EPOLLHUP: 16,
  EPOLLRDNORM: 64,
  EPOLLRDBAND: 128,
  EPOLLWRNORM: 256,
  EPOLLWRBAND: 512,
  EPOLLMSG: 1024,
  EPOLLRDHUP: 8192,
  EPOLLEXCLUSIVE: 268435456,
  EPOLLONESHOT: 1073741824,
  EPOLLET: 2147483648,
  EPOLL_CLOEXEC: 524288,
};
const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt(BigInt(value));

defineModule("select", {
  doc: "Waiting for descriptors.",
  functions: {
    select: ["(rlist, wlist, xlist, timeout=None, /)", select, "Waits until some file is ready."],
    poll: ["()", newPoll, "A new poll object."],
  },
  constants: { ...constants, error: osErrorType, epoll: epollType },
});
