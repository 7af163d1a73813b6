/** The module `marshal`. */
import { getattr } from "../../core/objspace/attributes.ts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { bytesOf } from "../../core/objspace/bytes_access.ts";
import { call0, call1 } from "../../core/objspace/call.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { unmarshal } from "./reader.ts";
import { marshalled } from "./writer.ts";

const s_read: W_Str = internRts("read");
const s_write: W_Str = internRts("write");
const VERSION = 4;

function dumps(w_value: W_Root, w_version: W_Root): W_Root {
  return marshalled(w_value, intArgument(w_version));
}

function loads(w_bytes: W_Root): W_Root {
  const data = bytesOf(w_bytes);
  if (data === null) throw typeError(`a bytes-like object is required, not '${typeName(w_bytes)}'`);
  return unmarshal(data);
}

function dump(w_value: W_Root, w_file: W_Root, w_version: W_Root): W_Root {
  return call1(getattr(w_file, s_write), marshalled(w_value, intArgument(w_version)));
}

/** Reads all that is left of the file; what follows the object is lost, as `marshal` files hold one. */
function load(w_file: W_Root): W_Root {
  const w_data = call0(getattr(w_file, s_read));
  const data = bytesOf(w_data);
  if (data === null) throw typeError(`file.read() returned not bytes but ${typeName(w_data)}`);
  return unmarshal(data);
}

defineModule("marshal", {
  doc: "Objects as bytes, in the format of compiled modules.",
  functions: {
    dumps: ["(value, version=4, /)", dumps, "The bytes of an object."],
    loads: ["(bytes, /)", loads, "The object of bytes."],
    dump: ["(value, file, version=4, /)", dump, "Writes an object to a file."],
    load: ["(file, /)", load, "Reads an object from a file."],
  },
  constants: { version: newInt32(VERSION) },
});
