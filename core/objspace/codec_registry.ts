/**
 * The registry of codecs and error handlers, and encoding and decoding of texts by name: `str.encode`, `bytes.decode`,
 * `str(bytes, encoding)`. `modules/_codecs` shows it to Python.
 *
 * Names of CPython's short cuts (`utf-8`, `latin-1`, …) never reach the registry. The package `encodings`, which
 * registers the search function for all others, is imported when the registry is asked for the first time.
 */
import type { i32 } from "@rts";
import { getattrOrNull } from "./attributes.ts";
import { call1, call2, isCallable, type } from "./call.ts";
import { W_Dict } from "./dict.ts";
import {
  type OperationError,
  OperationError as PyError,
  operationError,
  typeError,
  typeName,
} from "./errors.ts";
import { baseExceptionType, lookupErrorType } from "./exception_types.ts";
import { getValue } from "./exceptions.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { isTrue } from "./truth.ts";
import { isExactTuple, W_Tuple } from "./tuple.ts";
import { strText } from "./text.ts";
import { lookup } from "./type_lookup.ts";
import { normalizeEncoding } from "./unicode/codecs.ts";

const s_isTextEncoding: W_Str = internRts("_is_text_encoding");
const s_new: W_Str = internRts("__new__");
const s_init: W_Str = internRts("__init__");

/** Places in the tuple of a codec. */
export const ENCODER: i32 = 0;
export const DECODER: i32 = 1;

/** Imports the package `encodings`: the module `_codecs` puts it here, for objects cannot know of imports. */
let importEncodings: (() => void) | null = null;

/** Installs the import; called once, at translation. */
export function setEncodingsImport(run: () => void): void {
  importEncodings = run;
}

class Registry {
  readonly searchers: W_Root[] = [];
  /** Found codecs, by normalized name. */
  readonly w_cache: W_Dict = new W_Dict();
  readonly w_handlers: W_Dict = new W_Dict();
  isReady: boolean = false;

  /** Imports `encodings`, once. */
  prepare(): void {
    if (this.isReady) return;
    this.isReady = true;
    const run = importEncodings;
    if (run !== null) run();
  }
}

const registry: Registry = new Registry();

/** `codecs.register`. */
export function registerSearch(w_search: W_Root): void {
  registry.prepare();
  if (!isCallable(w_search)) throw typeError("argument must be callable");
  registry.searchers.push(w_search);
}

/** `codecs.unregister`. */
export function unregisterSearch(w_search: W_Root): void {
  const at: i32 = registry.searchers.indexOf(w_search);
  if (at < 0) return;
  registry.w_cache.clear();
  registry.searchers.splice(at, 1);
}

/** The key of the cache, and what search functions are asked for. */
function cacheKey(encoding: string): W_Str {
  return internRts(normalizeEncoding(encoding));
}

/** `codecs.lookup`: the tuple of a codec. Throws LookupError. */
export function lookupCodec(encoding: string): W_Tuple {
  registry.prepare();
  const key = cacheKey(encoding);
  const w_known = registry.w_cache.getStr(key);
  if (w_known !== null) return w_known as W_Tuple;
  if (registry.searchers.length === 0) {
    throw operationError(lookupErrorType, "no codec search functions registered: can't find encoding");
  }
  for (let i: i32 = 0; i < registry.searchers.length; i++) {
    const w_found = call1(registry.searchers[i], key);
    if (w_found === w_None) continue;
    if (!(w_found instanceof W_Tuple) || w_found.items.length !== 4) {
      throw typeError("codec search functions must return 4-tuples");
    }
    registry.w_cache.setStr(key, w_found);
    return w_found;
  }
  throw operationError(lookupErrorType, `unknown encoding: ${encoding}`);
}

/** `codecs.register_error`. */
export function registerErrorHandler(name: string, w_handler: W_Root): void {
  if (!isCallable(w_handler)) throw typeError("handler must be callable");
  setErrorHandler(name, w_handler);
}

/** The same without check: also at translation. */
export function setErrorHandler(name: string, w_handler: W_Root): void {
  registry.w_handlers.setStr(internRts(name), w_handler);
}

/** `codecs.lookup_error`. Throws LookupError. */
export function lookupErrorHandler(name: string): W_Root {
  const w_handler = registry.w_handlers.getStr(internRts(name));
  if (w_handler !== null) return w_handler;
  throw operationError(lookupErrorType, `unknown error handler name '${name}'`);
}

/** The codec of an encoding that is one of texts; `instead` is what the message recommends. */
function textCodec(encoding: string, instead: string): W_Tuple {
  const w_codec = lookupCodec(encoding);
  if (isExactTuple(w_codec)) return w_codec;
  const w_flag = getattrOrNull(w_codec, s_isTextEncoding);
  if (w_flag !== null && !isTrue(w_flag)) {
    throw operationError(
      lookupErrorType,
      `'${encoding}' is not a text encoding; use ${instead} to handle arbitrary codecs`,
    );
  }
  return w_codec;
}

/** Calls the encoder or decoder of a codec; the first item of its result. */
function runCodec(
  w_codec: W_Tuple,
  which: i32,
  encoding: string,
  w_obj: W_Root,
  errors: string | null,
): W_Root {
  const w_function = w_codec.items[which];
  let w_result: W_Root;
  try {
    w_result = errors === null ? call1(w_function, w_obj) : call2(w_function, w_obj, fromRts(errors));
  } catch (e) {
    if (e instanceof PyError) throw withCodecName(e, which === ENCODER ? "encoding" : "decoding", encoding);
    throw e;
  }
  if (w_result instanceof W_Tuple && w_result.items.length === 2) return w_result.items[0];
  throw typeError(`${which === ENCODER ? "encoder" : "decoder"} must return a tuple (object, integer)`);
}

/**
 * What a codec's exception becomes: of the same class, with a text that names the codec, and caused by the original.
 * Exceptions that carry more than a text stay as they are.
 */
function withCodecName(error: OperationError, operation: string, encoding: string): OperationError {
  const w_value = getValue(error);
  const w_type = type(w_value);
  const isPlain = w_type.solid === baseExceptionType && w_value.storage === null &&
    lookup(w_type, s_new) === lookup(baseExceptionType, s_new) &&
    lookup(w_type, s_init) === lookup(baseExceptionType, s_init);
  const args = w_value.w_args.items;
  if (!isPlain || args.length > 1 || (args.length === 1 && !(args[0] instanceof W_Str))) return error;
  if (error.w_traceback !== null) w_value.w_traceback = error.w_traceback;
  const message = `${operation} with '${encoding}' codec failed (${typeName(w_value)}: ${strText(w_value)})`;
  const wrapped = operationError(w_type, message);
  const w_new = getValue(wrapped);
  w_new.w_cause = w_value;
  w_new.w_context = w_value;
  w_new.suppressContext = true;
  wrapped.hasContext = true;
  return wrapped;
}

/** `codecs.encode(w_obj, encoding, errors)`: any codec. */
export function encodeAny(w_obj: W_Root, encoding: string, errors: string | null): W_Root {
  return runCodec(lookupCodec(encoding), ENCODER, encoding, w_obj, errors);
}

/** `codecs.decode(w_obj, encoding, errors)`: any codec. */
export function decodeAny(w_obj: W_Root, encoding: string, errors: string | null): W_Root {
  return runCodec(lookupCodec(encoding), DECODER, encoding, w_obj, errors);
}

/** The encoder of a text encoding of the registry applied. */
export function encodeByRegistry(w_text: W_Root, encoding: string, errors: string | null): W_Root {
  return runCodec(textCodec(encoding, "codecs.encode()"), ENCODER, encoding, w_text, errors);
}

/** The decoder of a text encoding of the registry applied. */
export function decodeByRegistry(w_bytes: W_Root, encoding: string, errors: string | null): W_Root {
  return runCodec(textCodec(encoding, "codecs.decode()"), DECODER, encoding, w_bytes, errors);
}
