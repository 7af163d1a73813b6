/** Codecs by tables: `charmap_decode`, `charmap_encode`, `charmap_build`. */
import { type bool, type Exception, type i32, i64ToI32 } from "@rts";
import { W_Bytes } from "../../core/objspace/bytes.ts";
import { bytesArgument } from "../../core/objspace/bytes_view.ts";
import { decodeHandlerOf, encodeHandlerOf, translated } from "../../core/objspace/codec_handlers.ts";
import { OperationError, typeError, typeName } from "../../core/objspace/errors.ts";
import { lookupErrorType } from "../../core/objspace/exception_types.ts";
import { newInt32, W_Integer } from "../../core/objspace/int.ts";
import { getitem } from "../../core/objspace/iteration.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { strArgument } from "../../core/objspace/str_arguments.ts";
import { charStr, W_Str } from "../../core/objspace/str/wstr.ts";
import { define } from "../../core/objspace/typedef.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import type { ByteBuilder } from "../../core/objspace/unicode/bytebuilder.ts";
import { latin1Decode, latin1Encode } from "../../core/objspace/unicode/codec_ascii.ts";
import {
  charmapDecode,
  charmapDecodeBy,
  charmapEncode,
  DecodeMapping,
  EncodeMapping,
  EncodingMap,
} from "../../core/objspace/unicode/codec_charmap.ts";
import { decodedPair, encodedPair, errorsArgument } from "./arguments.ts";

const UNDEFINED: i32 = 0xfffe;

/** `w_mapping[key]`; null where that raises LookupError, or gives None. */
function itemOrNull(w_mapping: W_Root, key: i32): W_Root | null {
  try {
    const w_found = getitem(w_mapping, newInt32(key));
    return w_found === w_None ? null : w_found;
  } catch (e) {
    if (e instanceof OperationError && e.matches(lookupErrorType)) return null;
    throw e;
  }
}

/** A mapping of Python for decoding. */
class ObjectDecodeMapping extends DecodeMapping {
  constructor(private readonly w_mapping: W_Root) {
    super();
  }
  override lookup(byte: i32): W_Str | null {
    const w_found = itemOrNull(this.w_mapping, byte);
    if (w_found === null) return null;
    if (w_found instanceof W_Str) {
      return w_found.length === 1 && w_found.charAt(0) === UNDEFINED ? null : w_found;
    }
    if (!(w_found instanceof W_Integer)) {
      throw typeError("character mapping must return integer, None or str");
    }
    const code = w_found.fitsI64() ? w_found.asI64() : -1n;
    if (code < 0n || code > 0x10ffffn) throw typeError("character mapping must be in range(0x110000)");
    return code === 0xfffen ? null : charStr(i64ToI32(code));
  }
}

/** A mapping of Python for encoding. */
class ObjectEncodeMapping extends EncodeMapping {
  constructor(private readonly w_mapping: W_Root) {
    super();
  }
  override put(c: i32, out: ByteBuilder): bool {
    const w_found = itemOrNull(this.w_mapping, c);
    if (w_found === null) return false;
    if (w_found instanceof W_Bytes) {
      out.appendBytes(w_found.data, 0, w_found.data.length);
      return true;
    }
    if (!(w_found instanceof W_Integer)) {
      throw typeError(`character mapping must return integer, bytes or None, not ${typeName(w_found)}`);
    }
    const code = w_found.fitsI64() ? w_found.asI64() : -1n;
    if (code < 0n || code > 255n) throw typeError("character mapping must be in range(256)");
    out.append(i64ToI32(code));
    return true;
  }
}

const encodingMapType: W_Type = moduleClass("EncodingMap", "builtins");

/** What `charmap_build` makes. */
class W_EncodingMap extends W_Root {
  constructor(readonly map: EncodingMap) {
    super();
  }
  override typeOf(): W_Type {
    return encodingMapType;
  }
}

define(encodingMapType, {
  methods: {
    size: [
      "($self, /)",
      (_w_self: W_Root): W_Root => newInt32(256),
      "Size of the table in memory, in bytes.",
    ],
  },
});

/** `charmap_build(map)`. */
export function charmapBuild(w_table: W_Root): W_Root {
  return new W_EncodingMap(new EncodingMap(strArgument(w_table, "charmap_build", "")));
}

/** `charmap_decode(data, errors, mapping)`. */
export function charmapDecodeOf(w_data: W_Root, w_errors: W_Root, w_mapping: W_Root): W_Root {
  const data = bytesArgument(w_data);
  const errors = decodeHandlerOf(errorsArgument(w_errors, "charmap_decode"));
  if (w_mapping === w_None) return decodedPair(latin1Decode(data));
  try {
    if (w_mapping instanceof W_Str) return decodedPair(charmapDecode(data, errors, w_mapping));
    return decodedPair(charmapDecodeBy(data, errors, new ObjectDecodeMapping(w_mapping)));
  } catch (e) {
    throw translated(e as Exception);
  }
}

/** `charmap_encode(str, errors, mapping)`. */
export function charmapEncodeOf(w_text: W_Root, w_errors: W_Root, w_mapping: W_Root): W_Root {
  const text = strArgument(w_text, "charmap_encode", "1");
  const errors = encodeHandlerOf(errorsArgument(w_errors, "charmap_encode"));
  try {
    if (w_mapping === w_None) return encodedPair(latin1Encode(text, errors), text.length);
    return encodedPair(charmapEncode(text, errors, mappingOf(w_mapping)), text.length);
  } catch (e) {
    throw translated(e as Exception);
  }
}

function mappingOf(w_mapping: W_Root): EncodeMapping {
  return w_mapping instanceof W_EncodingMap ? w_mapping.map : new ObjectEncodeMapping(w_mapping);
}
