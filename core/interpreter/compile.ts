/**
 * Compiling source: a request to the compiler service (`core/compiler/service.ts`), whose answer is a code object, a
 * tree, a symbol table or an error. Both are marshalled tuples.
 */
import { type i32, i64ToI32 } from "@rts";
import { osService, osTake } from "@rts/os";
import { marshal } from "../../modules/marshal/writer.ts";
import { unmarshal } from "../../modules/marshal/reader.ts";
import { callItems } from "../objspace/call.ts";
import { OperationError, operationError, systemError } from "../objspace/errors.ts";
import {
  deprecationWarningType,
  indentationErrorType,
  memoryErrorType,
  overflowErrorType,
  recursionErrorType,
  syntaxErrorType,
  syntaxWarningType,
  systemErrorType,
  tabErrorType,
  typeErrorType,
  unicodeDecodeErrorType,
  valueErrorType,
} from "../objspace/exception_types.ts";
import type { W_BaseException } from "../objspace/base_exception.ts";
import { newInt32, W_Int } from "../objspace/int.ts";
import type { W_Root } from "../objspace/root.ts";
import { fromRts, W_Str } from "../objspace/str/wstr.ts";
import { newTuple2, tupleOf, W_Tuple } from "../objspace/tuple.ts";
import type { W_Type } from "../objspace/type.ts";

/** Number of the compiler among the services of `@rts/os`. */
const COMPILER: i32 = 0;
/** The version of the language: 3.10. */
export const LANGUAGE_VERSION: i32 = 0x030a;

/** Flags of `compile()` that ask for something else than code. */
export const enum CompileFlag {
  SourceIsUtf8 = 0x100,
  DontImplyDedent = 0x200,
  OnlyAst = 0x400,
  IgnoreCookie = 0x800,
  TypeComments = 0x1000,
  AllowTopLevelAwait = 0x2000,
}

/** A request. */
export class CompileRequest {
  mode: string = "exec";
  w_filename: W_Str;
  flags: i32 = 0;
  optimize: i32 = 0;
  featureVersion: i32 = -1;
  /** "bytes", "str", "ast" or "symtable": what the payload is, and what is wanted of it. */
  kind: string = "bytes";
  w_payload: W_Root;

  constructor(w_filename: W_Str, w_payload: W_Root) {
    this.w_filename = w_filename;
    this.w_payload = w_payload;
  }
}

type WarnAt = (w_category: W_Type, w_message: W_Root, w_filename: W_Str, line: i32) => void;
let warnAt: WarnAt | null = null;

/** Installs what issues the compiler's warnings (`modules/_warnings`). */
export function setCompilerWarning(warn: WarnAt): void {
  warnAt = warn;
}

/** What the compiler makes of a request. Throws SyntaxError and its kin, ValueError, RecursionError, MemoryError. */
export function compileRequest(request: CompileRequest): W_Root {
  const w_request = tupleOf([
    fromRts(request.mode),
    request.w_filename.plain(),
    newInt32(request.flags),
    newInt32(request.optimize),
    newInt32(LANGUAGE_VERSION),
    newInt32(request.featureVersion),
    fromRts(request.kind),
    request.w_payload,
  ]);
  const bytes = marshal(w_request, 2);
  const size = osService(COMPILER, bytes);
  if (size < 0) throw systemError(`the compiler is not available (error ${-size})`);
  const w_answer = unmarshal(osTake(size)) as W_Tuple;
  const status = (w_answer.items[0] as W_Str).toRts();
  issueWarnings(request, w_answer.items[2] as W_Tuple);
  if (status === "error") throw errorOf(w_answer.items[1] as W_Tuple);
  return w_answer.items[1];
}

const ERROR_CLASSES: Map<string, W_Type> = new Map<string, W_Type>();
for (
  const w_type of [
    indentationErrorType,
    memoryErrorType,
    overflowErrorType,
    recursionErrorType,
    syntaxErrorType,
    systemErrorType,
    tabErrorType,
    typeErrorType,
    unicodeDecodeErrorType,
    valueErrorType,
  ]
) {
  ERROR_CLASSES.set(w_type.name.toRts(), w_type);
}

/** (class, message) or (class, message, filename, line, offset, text, end line, end offset). */
function errorOf(w_error: W_Tuple): OperationError {
  const items = w_error.items;
  const w_type = ERROR_CLASSES.get((items[0] as W_Str).toRts()) ?? systemErrorType;
  if (items.length === 2) return operationError(w_type, items[1] instanceof W_Str ? items[1].toRts() : "");
  const w_place = tupleOf([items[2], items[3], items[4], items[5], items[6], items[7]]);
  const w_value = callItems(w_type, newTuple2(items[1], w_place).items);
  return new OperationError(w_type, "", null, w_value as W_BaseException);
}

function issueWarnings(request: CompileRequest, w_warnings: W_Tuple): void {
  const warn = warnAt;
  if (warn === null) return;
  for (let i = 0; i < w_warnings.items.length; i++) {
    const items = (w_warnings.items[i] as W_Tuple).items;
    const isSyntax = (items[0] as W_Str).toRts() === "SyntaxWarning";
    const line = items[2] instanceof W_Int ? i64ToI32(items[2].value) : 1;
    const w_category = isSyntax ? syntaxWarningType : deprecationWarningType;
    try {
      warn(w_category, items[1], request.w_filename, line);
    } catch (e) {
      if (!(e instanceof OperationError) || !e.matches(w_category) || !(items[3] instanceof W_Tuple)) throw e;
      throw errorOf(items[3]);
    }
  }
}
