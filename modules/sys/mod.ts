/** The module `sys`: what is the same in every run. `setup.ts` adds what the command line decides. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { sysModule, w_modules } from "../../core/interpreter/sys_module.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { structseqClass } from "../../core/objspace/structseq.ts";
import { addaudithook, audit } from "./audit.ts";
import * as execution from "./execution.ts";
import * as hooks from "./hooks.ts";
import * as information from "./information.ts";

export const flagsType = structseqClass("flags", "sys", {
  doc: "Settings of the command line.",
  fields: [
    "debug",
    "inspect",
    "interactive",
    "optimize",
    "dont_write_bytecode",
    "no_user_site",
    "no_site",
    "ignore_environment",
    "verbose",
    "bytes_warning",
    "quiet",
    "hash_randomization",
    "isolated",
    "dev_mode",
    "utf8_mode",
    "warn_default_encoding",
    "int_max_str_digits",
  ],
  noNew: true,
});

defineModule("sys", {
  doc: "The interpreter: its settings, its state, its hooks.",
  module: sysModule,
  functions: {
    _clear_type_cache: ["()", information.nothing],
    _current_frames: ["()", execution.currentFrames],
    _current_exceptions: ["()", execution.currentExceptions],
    _debugmallocstats: ["()", information.nothing],
    _getframe: ["(depth=0, /)", execution.getframe, "A frame of the call stack."],
    addaudithook: ["(hook)", addaudithook],
    audit: { signature: "(event, /, *args)", scope: audit },
    breakpointhook: { signature: "(*args, **kwargs)", scope: execution.breakpointhook },
    call_tracing: ["(func, args, /)", execution.callTracing],
    displayhook: ["(object, /)", hooks.displayhook],
    exc_info: ["()", hooks.excInfo, "Class, value and traceback of the exception being handled."],
    excepthook: ["(exctype, value, traceback, /)", hooks.excepthook],
    exit: ["(status=None, /)", execution.exit, "Ends the program by raising SystemExit."],
    get_asyncgen_hooks: ["()", execution.getAsyncgenHooks],
    set_asyncgen_hooks: {
      signature: "(firstiter=<unset>, finalizer=<unset>)",
      scope: execution.setAsyncgenHooks,
    },
    get_coroutine_origin_tracking_depth: ["()", execution.getOriginDepth],
    set_coroutine_origin_tracking_depth: ["(depth)", execution.setOriginDepth],
    getallocatedblocks: ["()", (): W_Root => newInt32(0)],
    getdefaultencoding: ["()", (): W_Root => fromRts("utf-8")],
    getfilesystemencodeerrors: ["()", (): W_Root => fromRts("surrogateescape")],
    getfilesystemencoding: ["()", (): W_Root => fromRts("utf-8")],
    getprofile: ["()", execution.getprofile],
    setprofile: ["(function, /)", execution.setprofile],
    getrecursionlimit: ["()", execution.getrecursionlimit],
    setrecursionlimit: ["(limit, /)", execution.setrecursionlimit],
    getrefcount: ["(object, /)", (_w_object: W_Root): W_Root => newInt32(2)],
    getsizeof: ["(object, default=<unset>)", information.getsizeof, "Bytes that an object takes."],
    getswitchinterval: ["()", (): W_Root => newFloat(0.005)],
    setswitchinterval: ["(interval, /)", (_w_interval: W_Root): W_Root => w_None],
    gettrace: ["()", execution.gettrace],
    settrace: ["(function, /)", execution.settrace],
    intern: ["(string, /)", information.intern_, "The one string of this text."],
    is_finalizing: ["()", (): W_Root => newBool(false)],
    unraisablehook: ["(unraisable, /)", hooks.unraisablehook],
    get_int_max_str_digits: ["()", information.getMaxDigits],
    set_int_max_str_digits: ["(maxdigits)", information.setMaxDigits],
  },
  constants: {
    api_version: newInt32(1013),
    byteorder: fromRts("little"),
    copyright: fromRts("Copyright (c) the authors of PyPy for Deno and of Python"),
    dont_write_bytecode: newBool(false),
    hexversion: newInt32(0x030a0df0),
    maxsize: newInt(0x7fffffffffffffffn),
    maxunicode: newInt32(0x10ffff),
    meta_path: listOf([]),
    modules: w_modules,
    path: listOf([]),
    path_hooks: listOf([]),
    path_importer_cache: new W_Dict(),
    platform: fromRts("linux"),
    float_repr_style: fromRts("short"),
    _framework: fromRts(""),
    _git: information.w_git,
    pycache_prefix: w_None,
  },
  init: information.addRunInformation,
});
