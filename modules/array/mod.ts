/** The module `array`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { callMethod1 } from "../../core/objspace/call.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { arrayType, TYPECODES } from "./array.ts";
import "./methods.ts";
import { reconstruct } from "./pickle.ts";

const s_MutableSequence: W_Str = internRts("MutableSequence");
const s_register: W_Str = internRts("register");

defineModule("array", {
  doc:
    "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating point\nnumbers.",
  functions: {
    _array_reconstructor: {
      signature: "(arraytype, typecode, mformat_code, items, /)",
      scope: reconstruct,
      doc: "Makes an array from what pickling stored.",
    },
  },
  init: (_w_module: W_Module): void => {
    const w_class = getattr(importModule("collections.abc"), s_MutableSequence);
    callMethod1(w_class, s_register, arrayType);
  },
  constants: { array: arrayType, ArrayType: arrayType, typecodes: fromRts(TYPECODES) },
});
