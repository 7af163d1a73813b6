/** The module `array`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { arrayType, TYPECODES } from "./array.ts";
import "./methods.ts";
import { reconstruct } from "./pickle.ts";

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
  constants: { array: arrayType, ArrayType: arrayType, typecodes: fromRts(TYPECODES) },
});
