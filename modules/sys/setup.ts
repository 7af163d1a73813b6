/** What `sys` gets from the command line. */
import type { Config } from "../../core/interpreter/config.ts";
import { initModule } from "../../core/interpreter/builtin_modules.ts";
import { sysModule } from "../../core/interpreter/sys_module.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { intMaxStrDigits } from "../../core/objspace/int_digits_limit.ts";
import { newBool, newInt32, w_True } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf } from "../../core/objspace/structseq.ts";
import { flagsType } from "./mod.ts";

function set(name: string, w_value: W_Root): void {
  sysModule.w_dict.setStr(internRts(name), w_value);
}

function texts(items: string[]): W_Root {
  const result: W_Root[] = [];
  for (let i = 0; i < items.length; i++) result.push(fromRts(items[i]));
  return listOf(result);
}

/** Fills `sys`. */
export function setUpSys(config: Config): void {
  initModule(internRts("sys"));
  set("argv", texts(config.argv.length === 0 ? [""] : config.argv));
  set("orig_argv", texts(config.origArgv));
  set("warnoptions", texts(config.warnOptions));
  set("_xoptions", xOptions(config));
  set("executable", fromRts(config.text("executable")));
  set("_base_executable", fromRts(config.text("executable")));
  const w_prefix = fromRts(config.text("prefix"));
  set("prefix", w_prefix);
  set("exec_prefix", w_prefix);
  set("base_prefix", w_prefix);
  set("base_exec_prefix", w_prefix);
  set("platlibdir", fromRts(config.has("platlibdir") ? config.text("platlibdir") : "lib"));
  set("dont_write_bytecode", newBool(config.flag("dont_write_bytecode")));
  set("pycache_prefix", config.has("pycache_prefix") ? fromRts(config.text("pycache_prefix")) : w_None);
  set("path", texts(searchPath(config)));
  const digits = config.number("int_max_str_digits");
  if (config.has("int_max_str_digits") && digits >= 0) intMaxStrDigits.limit = digits;
  set("flags", flags(config));
  keepHooks();
}

/** Hooks have a second name under which the original stays. */
function keepHooks(): void {
  const dict = sysModule.w_dict;
  set("__displayhook__", dict.getStr(internRts("displayhook"))!);
  set("__excepthook__", dict.getStr(internRts("excepthook"))!);
  set("__breakpointhook__", dict.getStr(internRts("breakpointhook"))!);
  set("__unraisablehook__", dict.getStr(internRts("unraisablehook"))!);
}

function searchPath(config: Config): string[] {
  const path: string[] = [];
  const given = config.text("path");
  if (given !== "") {
    const parts = given.split(":");
    for (let i = 0; i < parts.length; i++) path.push(parts[i]);
  }
  for (let i = 0; i < config.library.length; i++) path.push(config.library[i]);
  return path;
}

function xOptions(config: Config): W_Root {
  const w_options = new W_Dict();
  for (let i = 0; i < config.xOptions.length; i++) {
    const option = config.xOptions[i];
    const equals = option.indexOf("=", 0);
    if (equals < 0) w_options.set(fromRts(option), w_True);
    else {w_options.set(
        fromRts(option.substring(0, equals)),
        fromRts(option.substring(equals + 1, option.length)),
      );}
  }
  return w_options;
}

function flags(config: Config): W_Root {
  return newStructSeqOf(flagsType, [
    newInt32(config.number("debug")),
    newInt32(config.number("inspect")),
    newInt32(config.number("interactive")),
    newInt32(config.number("optimize")),
    newInt32(config.number("dont_write_bytecode")),
    newInt32(config.number("no_user_site")),
    newInt32(config.number("no_site")),
    newInt32(config.number("ignore_environment")),
    newInt32(config.number("verbose")),
    newInt32(config.number("bytes_warning")),
    newInt32(config.number("quiet")),
    newInt32(config.number("hash_seed") === 0 ? 0 : 1),
    newInt32(config.number("isolated")),
    newBool(config.flag("dev_mode")),
    newInt32(config.number("utf8_mode")),
    newInt32(config.number("warn_default_encoding")),
    newInt32(intMaxStrDigits.limit),
  ]);
}
