/**
 * `marshal`: values and code objects as bytes.
 *
 * ```ts
 * loads(dumps({ type: "tuple", items: [] })); // { type: "tuple", items: [] }
 * ```
 */
export { dumps } from "./writer.ts";
export { loads } from "./reader.ts";
export { int, list, type MarshalValue, NONE, str, tuple } from "./values.ts";
export { isPycValid, MAGIC_310, type PycValidation, readPycCode, readPycHeader, writePyc } from "./pyc.ts";
