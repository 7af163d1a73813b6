/**
 * The module `gc`, over a collector that moves objects and counts no references: thresholds are kept but mean nothing,
 * and who refers to an object is not known.
 */
import {
  f64ToI64,
  type FixedArray,
  gcCollect,
  gcDisable,
  gcEnable,
  gcIsEnabled,
  GcStat,
  gcStat,
  type i32,
} from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { collectAll, runPendingFinalizers } from "../../core/interpreter/finalizers.ts";
import { writeUnraisable } from "../../core/interpreter/unraisable.ts";
import { call2 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { OperationError, typeError, valueError } from "../../core/objspace/errors.ts";
import { newBool, newInt, newInt32, w_False } from "../../core/objspace/int.ts";
import { listOf, newEmptyList, type W_List } from "../../core/objspace/list.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple3, type W_Tuple } from "../../core/objspace/tuple.ts";
import { isTracked, referents } from "./referents.ts";

const s_generation: W_Str = internRts("generation");
const s_collected: W_Str = internRts("collected");
const s_uncollectable: W_Str = internRts("uncollectable");
const s_collections: W_Str = internRts("collections");
const s_start: W_Str = internRts("start");
const s_stop: W_Str = internRts("stop");
const s_callbacks: W_Str = internRts("callbacks");
const s_garbage: W_Str = internRts("garbage");

const DEBUG_STATS: i32 = 1;
const DEBUG_COLLECTABLE: i32 = 2;
const DEBUG_UNCOLLECTABLE: i32 = 4;
const DEBUG_SAVEALL: i32 = 32;

/** What Python code set. */
class GcSettings {
  debug: i32 = 0;
  threshold0: i32 = 700;
  threshold1: i32 = 10;
  threshold2: i32 = 10;
  /** `gc.callbacks`; null until the module was imported. */
  callbacks: W_List | null = null;
}

const settings: GcSettings = new GcSettings();

/** `gc.collect(generation=2)`: finalizers and callbacks of weak references have run when it returns. */
function collect(w_generation: W_Root): W_Root {
  const generation = intArgument(w_generation);
  if (generation < 0 || generation > 2) throw valueError("invalid generation");
  callCallbacks(s_start, generation, 0);
  let count: i32 = 0;
  if (generation === 2) {
    count = collectAll();
  } else {
    gcCollect(generation);
    count = runPendingFinalizers();
  }
  callCallbacks(s_stop, generation, count);
  return newInt32(count);
}

function callCallbacks(phase: W_Str, generation: i32, collected: i32): void {
  const callbacks = settings.callbacks;
  if (callbacks === null || callbacks.length === 0) return;
  const w_info = new W_Dict();
  w_info.setStr(s_generation, newInt32(generation));
  w_info.setStr(s_collected, newInt32(collected));
  w_info.setStr(s_uncollectable, newInt32(0));
  for (let i: i32 = 0; i < callbacks.length; i++) {
    const w_callback = callbacks.getItem(i);
    try {
      call2(w_callback, phase, w_info);
    } catch (e) {
      if (!(e instanceof OperationError)) throw e;
      writeUnraisable(e, null, w_callback);
    }
  }
}

function getStats(): W_Root {
  const generations: W_Root[] = [];
  for (let generation: i32 = 0; generation < 3; generation++) {
    const which = generation === 0 ? GcStat.MinorCollections : GcStat.MajorCollections;
    const w_stats = new W_Dict();
    w_stats.setStr(s_collections, generation === 1 ? newInt32(0) : newInt(f64ToI64(gcStat(which))));
    w_stats.setStr(s_collected, newInt32(0));
    w_stats.setStr(s_uncollectable, newInt32(0));
    generations.push(w_stats);
  }
  return listOf(generations);
}

function setThreshold(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[0] as W_Tuple).items;
  if (items.length === 0) throw typeError("set_threshold() takes at least 1 argument (0 given)");
  if (items.length > 3) throw typeError(`set_threshold() takes at most 3 arguments (${items.length} given)`);
  settings.threshold0 = intArgument(items[0]);
  if (items.length > 1) settings.threshold1 = intArgument(items[1]);
  if (items.length > 2) settings.threshold2 = intArgument(items[2]);
  return w_None;
}

/** `gc.get_objects()`: the collector keeps no list. */
function getObjects(w_generation: W_Root): W_Root {
  if (w_generation !== w_None) {
    const generation = intArgument(w_generation);
    if (generation >= 3) {
      throw valueError("generation parameter must be less than the number of available generations (3)");
    }
    if (generation < 0) throw valueError("generation parameter cannot be negative");
  }
  return newEmptyList(0);
}

function getReferents(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[0] as W_Tuple).items;
  const found: W_Root[] = [];
  for (let i = 0; i < items.length; i++) referents(items[i], found);
  return listOf(found);
}

function init(w_module: W_Module): void {
  const callbacks = newEmptyList(0);
  settings.callbacks = callbacks;
  w_module.w_dict.setStr(s_callbacks, callbacks);
  w_module.w_dict.setStr(s_garbage, newEmptyList(0));
}

defineModule("gc", {
  doc: "The garbage collector.",
  functions: {
    enable: ["()", (): W_Root => {
      gcEnable();
      return w_None;
    }, "Turns automatic collections on."],
    disable: ["()", (): W_Root => {
      gcDisable();
      return w_None;
    }, "Turns automatic full collections off."],
    isenabled: ["()", (): W_Root => newBool(gcIsEnabled()), "True while automatic collections are on."],
    collect: ["(generation=2)", collect, "Collects garbage; the number of finalized objects."],
    get_count: [
      "()",
      (): W_Root => newTuple3(newInt32(0), newInt32(0), newInt32(0)),
      "Counters of the generations.",
    ],
    get_stats: ["()", getStats, "Statistics of the generations."],
    get_threshold: [
      "()",
      (): W_Root =>
        newTuple3(
          newInt32(settings.threshold0),
          newInt32(settings.threshold1),
          newInt32(settings.threshold2),
        ),
    ],
    set_threshold: { signature: "(*args)", scope: setThreshold },
    get_debug: ["()", (): W_Root => newInt32(settings.debug), "The debugging flags."],
    set_debug: ["(flags, /)", (w_flags: W_Root): W_Root => {
      settings.debug = intArgument(w_flags);
      return w_None;
    }, "Sets the debugging flags."],
    get_objects: ["(generation=None)", getObjects, "An empty list: objects are not listed."],
    get_referrers: { signature: "(*objs)", scope: (_scope: FixedArray<W_Root>): W_Root => newEmptyList(0) },
    get_referents: { signature: "(*objs)", scope: getReferents, doc: "What containers hold." },
    is_tracked: [
      "(obj, /)",
      (w_obj: W_Root): W_Root => newBool(isTracked(w_obj)),
      "True for what can be part of a cycle.",
    ],
    is_finalized: ["(obj, /)", (_w_obj: W_Root): W_Root => w_False],
    freeze: ["()", (): W_Root => w_None],
    unfreeze: ["()", (): W_Root => w_None],
    get_freeze_count: ["()", (): W_Root => newInt32(0)],
  },
  constants: {
    DEBUG_STATS: newInt32(DEBUG_STATS),
    DEBUG_COLLECTABLE: newInt32(DEBUG_COLLECTABLE),
    DEBUG_UNCOLLECTABLE: newInt32(DEBUG_UNCOLLECTABLE),
    DEBUG_SAVEALL: newInt32(DEBUG_SAVEALL),
    DEBUG_LEAK: newInt32(DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL),
  },
  init,
});
