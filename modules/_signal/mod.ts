/** The module `_signal`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import * as handlers from "./handlers.ts";
import { SIGNAL_TEXTS, SIGNALS } from "./numbers.ts";
import * as sets from "./sets.ts";

const s_defaultIntHandler: W_Str = internRts("default_int_handler");
const s_itimerError: W_Str = internRts("ItimerError");
const TEXTS: W_Str[] = SIGNAL_TEXTS.map((text) => internRts(text));

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(SIGNALS)) constants[name] = newInt32(value);

function strsignal(w_signal: W_Root): W_Root {
  const text = TEXTS[handlers.signalArgument(w_signal)];
  return text.length === 0 ? w_None : text;
}

defineModule("_signal", {
  doc: "Signals: handlers, masks, timers.",
  functions: {
    signal: [
      "(signalnum, handler, /)",
      handlers.setHandler,
      "Sets what is done at a signal; the old handler.",
    ],
    getsignal: ["(signalnum, /)", handlers.getHandler, "The handler of a signal."],
    default_int_handler: ["(signalnum, frame, /)", handlers.defaultIntHandler, "Raises KeyboardInterrupt."],
    raise_signal: ["(signalnum, /)", sets.raiseSignal],
    pthread_kill: ["(thread_id, signalnum, /)", sets.pthreadKill],
    strsignal: ["(signalnum, /)", strsignal, "A description of a signal."],
    valid_signals: ["()", sets.validSignals],
    pthread_sigmask: ["(how, mask, /)", sets.pthreadSigmask],
    sigpending: ["()", sets.sigpending],
    sigwait: ["(sigset, /)", sets.sigwait],
    sigwaitinfo: ["(sigset, /)", sets.sigwaitinfo],
    sigtimedwait: ["(sigset, timeout, /)", sets.sigtimedwait],
    siginterrupt: ["(signalnum, flag, /)", sets.siginterrupt],
    pause: ["()", sets.pause, "Waits for a signal."],
    alarm: ["(seconds, /)", sets.alarm],
    setitimer: ["(which, seconds, interval=0.0, /)", sets.setitimer],
    getitimer: ["(which, /)", sets.getitimer],
    set_wakeup_fd: ["(fd, /, *, warn_on_full_buffer=True)", sets.setWakeupFd],
  },
  constants: { ...constants, struct_siginfo: sets.siginfoType },
  init: (w_module: W_Module): void => {
    w_module.w_dict.setStr(s_itimerError, sets.itimerErrorClass());
    handlers.setUpSignals(w_module.w_dict.getStr(s_defaultIntHandler)!);
  },
});
