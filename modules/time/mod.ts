/** The module `time`. */
import { defineModule, getBuiltinModule } from "../../core/interpreter/builtin_modules.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import * as calendar from "./calendar.ts";
import * as clocks from "./clocks.ts";

const s_time: W_Str = internRts("time");

function tzset(): W_Root {
  calendar.readZone(getBuiltinModule(s_time)!);
  return w_None;
}

defineModule("time", {
  doc: "Clocks and calendars.",
  functions: {
    time: ["()", clocks.time, "Seconds since 1970."],
    time_ns: ["()", clocks.timeNs],
    monotonic: ["()", clocks.monotonic, "A clock that never goes back."],
    monotonic_ns: ["()", clocks.monotonicNs],
    perf_counter: ["()", clocks.monotonic, "A clock for measuring short durations."],
    perf_counter_ns: ["()", clocks.monotonicNs],
    process_time: ["()", clocks.processTime, "Processor time of the process."],
    process_time_ns: ["()", clocks.processTimeNs],
    thread_time: ["()", clocks.threadTime, "Processor time of the thread."],
    thread_time_ns: ["()", clocks.threadTimeNs],
    sleep: ["(seconds, /)", clocks.sleep, "Waits."],
    clock_gettime: ["(clk_id, /)", clocks.clockGettime],
    clock_gettime_ns: ["(clk_id, /)", clocks.clockGettimeNs],
    clock_getres: ["(clk_id, /)", clocks.clockGetres],
    clock_settime: ["(clk_id, time, /)", clocks.clockSettime],
    clock_settime_ns: ["(clk_id, time, /)", clocks.clockSettimeNs],
    get_clock_info: ["(name, /)", clocks.getClockInfo, "What a clock is."],
    localtime: ["(seconds=None, /)", calendar.localtime, "The local time."],
    gmtime: ["(seconds=None, /)", calendar.gmtime, "The time of Greenwich."],
    mktime: ["(time, /)", calendar.mktime, "Seconds since 1970 of a local time."],
    asctime: ["(time=<unset>, /)", calendar.asctime, "A time as text."],
    ctime: ["(seconds=None, /)", calendar.ctime, "Seconds since 1970 as text."],
    strftime: ["(format, time=<unset>, /)", calendar.strftime, "A time as text, as the format says."],
    strptime: ["(string, format=<unset>, /)", calendar.strptime, "A time out of text."],
    tzset: ["()", tzset, "Reads the time zone (TZ) anew."],
  },
  constants: {
    struct_time: calendar.structTimeType,
    _STRUCT_TM_ITEMS: newInt32(11),
    CLOCK_REALTIME: newInt32(0),
    CLOCK_MONOTONIC: newInt32(1),
    CLOCK_PROCESS_CPUTIME_ID: newInt32(2),
    CLOCK_THREAD_CPUTIME_ID: newInt32(3),
    CLOCK_MONOTONIC_RAW: newInt32(4),
    CLOCK_BOOTTIME: newInt32(7),
    CLOCK_TAI: newInt32(11),
  },
  init: calendar.readZone,
});
