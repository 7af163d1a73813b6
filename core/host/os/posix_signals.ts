/**
 * Signals. A handler in machine code notes them (`signal_page.ts`), the program takes them when it looks.
 *
 * Deno has threads of its own that block nothing, so a mask of the C library would only move a signal to them. Blocked
 * signals are therefore noted like others and held back here until they are unblocked or waited for.
 */
import { type OsFunctions, SIGNAL_DEFAULT, SIGNAL_IGNORE, SIGNAL_NOTE, SIGNAL_OTHER } from "./calls.ts";
import { ERRNO } from "./errno.ts";
import type { System } from "./posix.ts";
import { MOST_SIGNALS, SignalPage } from "./signal_page.ts";

/** `struct sigaction` of the C library on 64-bit Linux: handler, 128 bytes of mask, flags. */
const SIGACTION_WORDS = 19;
const SIGACTION_FLAGS = 17;
const SA_RESTART = 0x10000000n;
const SA_ONSTACK = 0x08000000n;
const NS = 1_000_000_000n;
/** How often a wait for blocked signals looks. */
const WAIT_STEP = 5_000_000n;
const BLOCK = 0;
const UNBLOCK = 1;
const SET = 2;

type SignalCalls = Pick<
  OsFunctions,
  | "signalSet"
  | "signalGet"
  | "signalTake"
  | "signalFlag"
  | "sigmask"
  | "sigpending"
  | "sigwait"
  | "siginterrupt"
  | "alarm"
  | "setitimer"
  | "getitimer"
  | "pause"
>;

/** Bit of a signal in a set. */
function bit(signal: number): bigint {
  return 1n << BigInt(signal - 1);
}

/** Actions of signals. */
class Signals {
  private made: SignalPage | null | undefined;
  /** Blocked signals. */
  held = 0n;
  /** Signals whose blocking calls go on afterwards. */
  private restarting = 0n;
  /** Signals that have the default action, but are noted while they are blocked. */
  private borrowed = 0n;
  private readonly sigaction;

  constructor(private readonly system: System) {
    this.sigaction = system.fn("sigaction", ["i32", "buffer", "buffer"]);
  }

  get page(): SignalPage | null {
    if (this.made === undefined) this.made = SignalPage.make(this.system);
    return this.made;
  }

  /** The handler's address, or a number for the default (0) or to ignore (1). */
  private action(signal: number, handler: bigint): number {
    const action = new BigUint64Array(SIGACTION_WORDS);
    action[0] = handler;
    action[SIGACTION_FLAGS] = SA_ONSTACK | ((this.restarting & bit(signal)) !== 0n ? SA_RESTART : 0n);
    return this.system.checked(this.sigaction(signal, action, null));
  }
  set(signal: number, what: number): number {
    if (signal < 1 || signal > MOST_SIGNALS) return -ERRNO.EINVAL;
    this.borrowed &= ~bit(signal);
    if (what === SIGNAL_DEFAULT && (this.held & bit(signal)) !== 0n) return this.borrow(signal);
    if (what !== SIGNAL_NOTE) return this.action(signal, BigInt(what));
    return this.page === null ? -ERRNO.ENOSYS : this.action(signal, this.page.handler);
  }
  /** Notes a signal in place of its default action. */
  private borrow(signal: number): number {
    if (this.page === null) return -ERRNO.ENOSYS;
    const result = this.action(signal, this.page.handler);
    if (result === 0) this.borrowed |= bit(signal);
    return result;
  }
  get(signal: number): number {
    if (signal < 1 || signal > MOST_SIGNALS) return -ERRNO.EINVAL;
    if ((this.borrowed & bit(signal)) !== 0n) return SIGNAL_DEFAULT;
    const action = new BigUint64Array(SIGACTION_WORDS);
    if (this.sigaction(signal, null, action) < 0) return -this.system.libc.errno;
    if (action[0] === 0n) return SIGNAL_DEFAULT;
    if (action[0] === 1n) return SIGNAL_IGNORE;
    return this.made && action[0] === this.made.handler ? SIGNAL_NOTE : SIGNAL_OTHER;
  }
  interrupt(signal: number, on: number): number {
    const what = this.get(signal);
    if (what < 0) return what;
    this.restarting = on !== 0 ? this.restarting & ~bit(signal) : this.restarting | bit(signal);
    return what === SIGNAL_NOTE ? this.set(signal, what) : 0;
  }

  /** Changes the mask; what was held back and had the default action takes place now. */
  mask(how: number, set: bigint): bigint {
    const before = this.held;
    if (how === BLOCK) this.held |= set;
    else if (how === UNBLOCK) this.held &= ~set;
    else if (how === SET) this.held = set;
    for (let signal = 1; signal <= MOST_SIGNALS; signal++) {
      const was = (before & bit(signal)) !== 0n;
      const is = (this.held & bit(signal)) !== 0n;
      if (is && !was && this.get(signal) === SIGNAL_DEFAULT) this.borrow(signal);
      if (was && !is && (this.borrowed & bit(signal)) !== 0n) this.giveBack(signal);
    }
    return before;
  }
  private giveBack(signal: number): void {
    this.set(signal, SIGNAL_DEFAULT);
    if (this.page !== null && this.page.take(~bit(signal)) !== 0n) {
      this.system.fn("raise", ["i32"])(signal);
    }
  }
}

/** The calls. */
export function signalCalls(system: System): SignalCalls {
  const signals = new Signals(system);
  const setitimer = system.fn("setitimer", ["i32", "buffer", "buffer"]);
  const getitimer = system.fn("getitimer", ["i32", "buffer"]);
  const alarm = system.fn("alarm", ["u32"]);
  const pause = system.fn("pause", []);
  return {
    signalSet: (signal, what) => signals.set(signal, what),
    signalGet: (signal) => signals.get(signal),
    signalTake: () => signals.page?.take(signals.held) ?? 0n,
    signalFlag: (flag) => {
      const { page } = signals;
      if (page === null) return -ERRNO.ENOSYS;
      page.setWord(BigInt(Deno.UnsafePointer.value(Deno.UnsafePointer.of(flag as Int32Array<ArrayBuffer>))));
      if (page.noted !== 0n) flag[0] = -1; // came before
      return 0;
    },
    sigmask: (how, set) => signals.mask(how, set),
    sigpending: () => (signals.page?.noted ?? 0n) & signals.held,
    sigwait: waiter(system, signals),
    siginterrupt: (signal, on) => signals.interrupt(signal, on),
    alarm: (seconds) => alarm(seconds),
    setitimer: (which, values, old) => {
      const before = new BigInt64Array(4);
      const result = system.checked(setitimer(which, timevals(values), before));
      fromTimevals(before, old);
      return result;
    },
    getitimer: (which, out) => {
      const now = new BigInt64Array(4);
      const result = system.checked(getitimer(which, now));
      fromTimevals(now, out);
      return result;
    },
    pause: () => system.checked(pause()),
  };
}

function timevals(times: BigInt64Array): BigInt64Array {
  const values = new BigInt64Array(4);
  for (let i = 0; i < 2; i++) {
    values[2 * i] = times[i] / NS;
    values[2 * i + 1] = (times[i] % NS) / 1000n;
  }
  return values;
}
function fromTimevals(values: BigInt64Array, out: BigInt64Array): void {
  for (let i = 0; i < 2; i++) out[i] = values[2 * i] * NS + values[2 * i + 1] * 1000n;
}

/** Waits for one of the signals, which should be blocked. */
function waiter(system: System, signals: Signals): OsFunctions["sigwait"] {
  const nanosleep = system.fn("nanosleep", ["buffer", "buffer"]);
  return (request) => {
    const { page } = signals;
    if (page === null) return -ERRNO.ENOSYS;
    const [wanted, timeout] = request;
    const step = new BigInt64Array([0n, WAIT_STEP]);
    for (let waited = 0n;; waited += WAIT_STEP) {
      const found = page.noted & wanted;
      if (found !== 0n) {
        const first = found & -found;
        page.take(~first);
        return first.toString(2).length;
      }
      if ((page.noted & ~signals.held) !== 0n) return -ERRNO.EINTR;
      if (timeout >= 0n && waited >= timeout) return -ERRNO.EAGAIN;
      nanosleep(step, null);
    }
  };
}
