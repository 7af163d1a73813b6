/** The module `builtins`. */
import { type FixedArray } from "@rts";
import { osWrite } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { builtinsModule } from "../../core/interpreter/sys_module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import * as types from "../../core/objspace/types.ts";
import * as exceptionTypes from "../../core/objspace/exception_types.ts";
import { w_Ellipsis, w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { w_False, w_True, newInt } from "../../core/objspace/int.ts";
import { W_Type } from "../../core/objspace/type.ts";
import { str } from "../../core/objspace/text.ts";
import { length } from "../../core/objspace/truth.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import { utf8EncodeStrict } from "../../core/objspace/unicode/codec_utf8.ts";
import { buildClass } from "./build_class.ts";

const PUBLIC_CLASSES = ("type object int bool float complex str bytes bytearray memoryview list tuple dict set frozenset " +
  "range slice property super staticmethod classmethod enumerate reversed zip map filter").split(" ");

function classes(): Record<string, W_Root> {
  const table: Record<string, W_Root> = {};
  for (const w_type of Object.values(types)) {
    if (w_type instanceof W_Type && PUBLIC_CLASSES.includes(w_type.name.toRts())) table[w_type.name.toRts()] = w_type;
  }
  for (const w_type of Object.values(exceptionTypes)) {
    if (w_type instanceof W_Type) table[w_type.name.toRts()] = w_type;
  }
  table["EnvironmentError"] = exceptionTypes.osErrorType;
  table["IOError"] = exceptionTypes.osErrorType;
  return table;
}

function print(scope: FixedArray<W_Root>): W_Root {
  const items = (scope[0] as W_Tuple).items;
  for (let i = 0; i < items.length; i++) {
    const bytes = utf8EncodeStrict(str(items[i]));
    osWrite(1, bytes, 0, bytes.length);
    osWrite(1, SPACE, i < items.length - 1 ? 0 : 1, 1);
  }
  return w_None;
}
const SPACE: Uint8Array = new Uint8Array([32, 10]);

defineModule("builtins", {
  doc: "Functions, classes and exceptions that need no import.",
  module: builtinsModule,
  functions: {
    __build_class__: { signature: "(*args, **kwargs)", scope: buildClass },
    print: { signature: "(*args)", scope: print },
    len: ["(obj, /)", (w_obj: W_Root): W_Root => newInt(length(w_obj))],
  },
  constants: {
    None: w_None,
    NotImplemented: w_NotImplemented,
    Ellipsis: w_Ellipsis,
    True: w_True,
    False: w_False,
    ...classes(),
  },
});
