/** What `sys` knows of the interpreter: versions, sizes, kinds of numbers. */
import type { f64, i32 } from "@rts";
import { builtinModuleNames } from "../../core/interpreter/builtin_modules.ts";
import { setattr } from "../../core/objspace/attributes.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import { call0, type } from "../../core/objspace/call.ts";
import { getDescriptor } from "../../core/objspace/descriptors.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { intMaxStrDigits } from "../../core/objspace/int_digits_limit.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { intern, internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple3, tupleOf } from "../../core/objspace/tuple.ts";
import { newSimpleNamespace } from "../../core/objspace/simple_namespace.ts";
import { stdlibModuleNames } from "./library_names.ts";

export const w_git: W_Root = newTuple3(fromRts("PyPy for Deno"), fromRts(""), fromRts(""));

const PYTHON: i32[] = [3, 10, 13];
const PYPY: i32[] = [0, 1, 0];

const versionInfoType = structseqClass("version_info", "sys", {
  doc: "The version of the language.",
  fields: ["major", "minor", "micro", "releaselevel", "serial"],
  noNew: true,
});
const floatInfoType = structseqClass("float_info", "sys", {
  doc: "What floats can hold.",
  fields: [
    "max",
    "max_exp",
    "max_10_exp",
    "min",
    "min_exp",
    "min_10_exp",
    "dig",
    "mant_dig",
    "epsilon",
    "radix",
    "rounds",
  ],
});
const intInfoType = structseqClass("int_info", "sys", {
  doc: "How integers are stored.",
  fields: ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"],
});
const hashInfoType = structseqClass("hash_info", "sys", {
  doc: "How hashes are made.",
  fields: ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"],
});
const threadInfoType = structseqClass("thread_info", "sys", {
  doc: "How threads are made.",
  fields: ["name", "lock", "version"],
});

function version(numbers: i32[]): W_Root {
  return newStructSeqOf(versionInfoType, [
    newInt32(numbers[0]!),
    newInt32(numbers[1]!),
    newInt32(numbers[2]!),
    fromRts("final"),
    newInt32(0),
  ]);
}

const MAX_FLOAT: f64 = Number.MAX_VALUE;
const MIN_FLOAT: f64 = 2.2250738585072014e-308;
const EPSILON: f64 = Number.EPSILON;
const VERSION_TEXT: string = `${PYTHON.join(".")} (PyPy ${
  PYPY.join(".")
} for Deno)\n[TypeScript on WebAssembly]`;

/** Adds what needs finished classes. */
export function addRunInformation(w_module: W_Module): void {
  const w_dict = w_module.w_dict;
  w_dict.setStr(internRts("stdlib_module_names"), stdlibModuleNames());
  w_dict.setStr(internRts("version_info"), version(PYTHON));
  w_dict.setStr(internRts("version"), fromRts(VERSION_TEXT));
  w_dict.setStr(internRts("pypy_version_info"), version(PYPY));
  w_dict.setStr(internRts("implementation"), implementation());
  w_dict.setStr(
    internRts("float_info"),
    newStructSeqOf(floatInfoType, [
      newFloat(MAX_FLOAT),
      newInt32(1024),
      newInt32(308),
      newFloat(MIN_FLOAT),
      newInt32(-1021),
      newInt32(-307),
      newInt32(15),
      newInt32(53),
      newFloat(EPSILON),
      newInt32(2),
      newInt32(1),
    ]),
  );
  w_dict.setStr(
    internRts("int_info"),
    newStructSeqOf(intInfoType, [newInt32(30), newInt32(4), newInt32(4300), newInt32(640)]),
  );
  w_dict.setStr(internRts("hash_info"), hashInfo());
  w_dict.setStr(
    internRts("thread_info"),
    newStructSeqOf(threadInfoType, [fromRts("pthread"), fromRts("semaphore"), w_None]),
  );
  w_dict.setStr(internRts("builtin_module_names"), moduleNames());
}

function hashInfo(): W_Root {
  return newStructSeqOf(hashInfoType, [
    newInt32(64),
    newInt(0x1fffffffffffffffn),
    newInt32(314159),
    newInt32(0),
    newInt32(1000003),
    fromRts("murmur3"),
    newInt32(32),
    newInt32(32),
    newInt32(0),
  ]);
}

function implementation(): W_Root {
  const w_namespace = newSimpleNamespace();
  setattr(w_namespace, internRts("name"), fromRts("pypy"));
  setattr(w_namespace, internRts("version"), version(PYPY));
  setattr(w_namespace, internRts("cache_tag"), fromRts("pypy310"));
  setattr(w_namespace, internRts("hexversion"), newInt32(0x000100f0));
  setattr(w_namespace, internRts("_multiarch"), fromRts("x86_64-linux-gnu"));
  return w_namespace;
}

function moduleNames(): W_Root {
  const names: W_Root[] = [];
  for (let i = 0; i < builtinModuleNames.length; i++) names.push(builtinModuleNames[i]);
  names.sort((w_a, w_b) => (w_a as W_Str).compare(w_b as W_Str));
  return tupleOf(names);
}

export function nothing(): W_Root {
  return w_None;
}

/** `sys.intern(string)`. */
export function intern_(w_text: W_Root): W_Root {
  if (!(w_text instanceof W_Str)) throw typeError(`intern() argument must be str, not ${typeName(w_text)}`);
  if (w_text.getMap() !== null) throw typeError(`can't intern ${typeName(w_text)}`);
  return intern(w_text);
}

/** `sys.getsizeof(object, default)`: what `__sizeof__` says. */
export function getsizeof(w_obj: W_Root, w_default: W_Root): W_Root {
  const w_type = type(w_obj);
  const w_method = w_type.special[Special.Sizeof];
  if (w_method === null) {
    if (w_default !== w_unset) return w_default;
    throw typeError(`Type ${typeName(w_obj)} doesn't define __sizeof__`);
  }
  return call0(getDescriptor(w_method, w_obj, w_type));
}

export function getMaxDigits(): W_Root {
  return newInt32(intMaxStrDigits.limit);
}
export function setMaxDigits(w_limit: W_Root): W_Root {
  const limit = intArgument(w_limit);
  if (limit !== 0 && limit < 640) throw valueError("maxdigits must be 0 or larger than 640");
  intMaxStrDigits.limit = limit;
  return w_None;
}
