/** The module `_json`: what `json` needs to be quick. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { encoderType } from "./encoder.ts";
import { scannerType, scanstring } from "./scanner.ts";
import { encodeBasestring, encodeBasestringAscii } from "./strings.ts";

defineModule("_json", {
  doc: "json speedups\n",
  functions: {
    encode_basestring_ascii: ["(string, /)", encodeBasestringAscii, "A text as a string of JSON in ASCII."],
    encode_basestring: ["(string, /)", encodeBasestring, "A text as a string of JSON."],
    scanstring: {
      signature: "(string, end, strict=True, /)",
      scope: scanstring,
      doc: "Text and end of the string of JSON that begins at a place.",
    },
  },
  constants: { make_scanner: scannerType, make_encoder: encoderType },
});
