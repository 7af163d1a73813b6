/** The module `_struct`. */
import type { FixedArray, i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { newInt } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { structType, W_Struct } from "./struct.ts";
import { structErrorType } from "./values.ts";

/** Formats that were read, to be found again; forgotten when there are many. */
let w_cache: W_Dict = new W_Dict();
const MOST_CACHED: i32 = 100;

/** The struct of a format. Throws what {@link W_Struct.read} does. */
function structOf(w_format: W_Root): W_Struct {
  const isKey = w_format instanceof W_Str || w_format instanceof W_Bytes;
  if (isKey) {
    const w_known = w_cache.get(w_format);
    if (w_known !== null) return w_known as W_Struct;
  }
  const w_struct = new W_Struct(structType.instanceMap);
  w_struct.read(w_format);
  if (w_cache.length >= MOST_CACHED) w_cache = new W_Dict();
  if (isKey) w_cache.set(w_format, w_struct);
  return w_struct;
}

function argumentsOf(scope: FixedArray<W_Root>): FixedArray<W_Root> {
  const args = (scope[0] as W_Tuple).items;
  if (args.length === 0) throw typeError("missing format argument");
  return args;
}

function pack(scope: FixedArray<W_Root>): W_Root {
  const args = argumentsOf(scope);
  return structOf(args[0]).pack(args, 1);
}

function packInto(scope: FixedArray<W_Root>): W_Root {
  const args = argumentsOf(scope);
  structOf(args[0]).packInto(args, 1);
  return w_None;
}

function clearCache(): W_Root {
  w_cache = new W_Dict();
  return w_None;
}

defineModule("_struct", {
  doc:
    "Functions to convert between Python values and C structs.\nPython bytes objects are used to hold the data representing the C struct.",
  functions: {
    _clearcache: ["()", clearCache, "Forgets the formats that were read."],
    calcsize: [
      "(format, /)",
      (w_format: W_Root): W_Root => newInt(structOf(w_format).layout.size),
      "The size in bytes.",
    ],
    pack: { signature: "(*args)", scope: pack, doc: "Values as bytes." },
    pack_into: { signature: "(*args)", scope: packInto, doc: "Writes values into a buffer." },
    unpack: [
      "(format, buffer, /)",
      (w_format: W_Root, w_buffer: W_Root): W_Root => structOf(w_format).unpack(w_buffer),
      "The values in bytes.",
    ],
    unpack_from: [
      "(format, /, buffer, offset=0)",
      (w_format: W_Root, w_buffer: W_Root, w_offset: W_Root): W_Root =>
        structOf(w_format).unpackFrom(w_buffer, w_offset),
      "The values at an offset of a buffer.",
    ],
    iter_unpack: [
      "(format, buffer, /)",
      (w_format: W_Root, w_buffer: W_Root): W_Root => structOf(w_format).iterUnpack(w_buffer),
      "An iterator over the values in a buffer.",
    ],
  },
  constants: { Struct: structType, error: structErrorType },
});
