/**
 * The compiler as a service: requests and responses are marshal streams, so that the interpreter in Wasm reaches
 * it through one host import.
 *
 * Request: a tuple (mode str, filename str, flags int, optimize int, version int, feature_version int, kind str,
 * payload), with kind "bytes" or "str" (a source), "file" (the bytes of a script started by name), "ast" (a serialized tree), "symtable" (a source as str or bytes).
 *
 * Response: a tuple (status str, payload, warnings). Status "code", "ast" and "symtable" carry what was asked for.
 * Status "error" carries a tuple (class name, message, filename, lineno, offset, text, end_lineno, end_offset) of a
 * syntax error, with None where there is nothing, or (class name, message) of any other, whose message may be None. `warnings` is a tuple of
 * (category, message, lineno, error), with the `error` to raise where the filters turn the warning into one. The
 * text of an error that parsing did not find comes from the hook `readLine`, and is None without it.
 *
 * No JavaScript exception leaves {@link compile}.
 */
import type { Node } from "./ast/access.ts";
import { deserializeTree, serializeTree } from "./ast/serialize.ts";
import { validate } from "./ast/validate.ts";
import { compileTree } from "./codegen/mod.ts";
import { PYCF_ONLY_AST } from "./code.ts";
import { type CompilerWarning, PyError, PySyntaxError } from "./errors.ts";
import { findFutureFeatures } from "./future.ts";
import { dumps, int, loads, type MarshalValue, NONE, str, tuple } from "./marshal/mod.ts";
import { type Mode, parse, type ParseOptions, type PyWarning } from "./parser/mod.ts";
import { buildSymbolTable, serializeEntry } from "./symtable/mod.ts";

/** What the parser needs of its surroundings. */
export type CompilerHooks = Pick<ParseOptions, "decode" | "lookupName" | "intMaxStrDigits" | "readLine">;

interface Request {
  mode: Mode;
  filename: string;
  flags: number;
  optimize: number;
  version: number;
  featureVersion: number;
  kind: string;
  payload: MarshalValue;
}

/** Where the compilation stands when an error arrives: it decides what too deep a recursion is called. */
interface Progress {
  parsing: boolean;
  warnings: MarshalValue[];
  readLine: CompilerHooks["readLine"];
}

/** Trees nest deeper than other marshalled data: two levels for each node in a list. */
const MAX_REQUEST_DEPTH = 10_000;

const MODES: ReadonlySet<string> = new Set(["exec", "eval", "single", "func_type"]);

/** Answers one request. */
export function compile(request: Uint8Array, hooks: CompilerHooks = {}): Uint8Array {
  const progress: Progress = { parsing: false, warnings: [], readLine: hooks.readLine };
  try {
    const [status, payload] = answer(readRequest(request), hooks, progress);
    return dumps(tuple(str(status), payload, { type: "tuple", items: progress.warnings }));
  } catch (error) {
    return dumps(
      tuple(str("error"), errorValue(error, progress), { type: "tuple", items: progress.warnings }),
    );
  }
}

function readRequest(bytes: Uint8Array): Request {
  const value = loads(bytes, MAX_REQUEST_DEPTH);
  if (value.type !== "tuple" || value.items.length !== 8) {
    throw new PyError("SystemError", "malformed request");
  }
  const [mode, filename, flags, optimize, version, featureVersion, kind, payload] = value.items;
  const modeText = toText(mode!);
  if (!MODES.has(modeText)) {
    throw new PyError("ValueError", "compile() mode must be 'exec', 'eval' or 'single'");
  }
  return {
    mode: modeText as Mode,
    filename: toText(filename!),
    flags: toNumber(flags!),
    optimize: toNumber(optimize!),
    version: toNumber(version!),
    featureVersion: toNumber(featureVersion!),
    kind: toText(kind!),
    payload: payload!,
  };
}

function toText(value: MarshalValue): string {
  if (value.type !== "str") throw new PyError("SystemError", "malformed request");
  return value.value;
}

function toNumber(value: MarshalValue): number {
  if (value.type !== "int") throw new PyError("SystemError", "malformed request");
  return Number(value.value);
}

function answer(request: Request, hooks: CompilerHooks, progress: Progress): [string, MarshalValue] {
  const { filename, flags } = request;
  const tree = request.kind === "ast" ? checkedTree(request) : parsedTree(request, hooks, progress);
  if (request.kind === "symtable") {
    const features = findFutureFeatures(tree, filename).features | flags;
    return ["symtable", serializeEntry(buildSymbolTable(tree, filename, features).top)];
  }
  if ((flags & PYCF_ONLY_AST) !== 0) return ["ast", serializeTree(tree)];
  if (tree.kind === "FunctionType") {
    throw new PyError("ValueError", "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
  }
  const { code, warnings } = compileTree(tree, { filename, flags, optimize: Math.max(request.optimize, 0) });
  for (const warning of warnings) {
    progress.warnings.push(warningValue(warning, warning.error, fileLine(warning.error, progress)));
  }
  return ["code", code];
}

const ROOTS: Readonly<Record<Mode, string>> = {
  exec: "Module",
  eval: "Expression",
  single: "Interactive",
  func_type: "FunctionType",
};

function checkedTree(request: Request): Node {
  const tree = deserializeTree(request.payload);
  const root = ROOTS[request.mode];
  if (tree.kind !== root) throw new PyError("TypeError", `expected ${root} node, got ${tree.kind}`);
  validate(tree);
  return tree;
}

function parsedTree(request: Request, hooks: CompilerHooks, progress: Progress): Node {
  const payload = request.payload;
  if (payload.type !== "str" && payload.type !== "bytes") {
    throw new PyError("SystemError", "malformed request");
  }
  const options: ParseOptions = {
    ...hooks,
    filename: request.filename,
    file: request.kind === "file",
    mode: request.mode,
    flags: request.flags,
    version: request.version,
    ...(request.featureVersion >= 0 ? { featureVersion: request.featureVersion } : {}),
  };
  const tell = (warnings: readonly PyWarning[]) => {
    for (const warning of warnings) {
      progress.warnings.push(warningValue(warning, parserWarningError(warning, payload.value, options)));
    }
  };
  progress.parsing = true;
  try {
    const { tree, warnings } = parse(payload.value, options);
    progress.parsing = false;
    tell(warnings);
    return tree;
  } catch (error) {
    if (error instanceof PyError) tell(error.warnings);
    throw error;
  }
}

/** The error that a warning of the parser becomes: it words it itself when it is told that the warning is one. */
function parserWarningError(
  warning: PyWarning,
  source: string | Uint8Array,
  options: ParseOptions,
): PySyntaxError | null {
  if ("error" in warning && warning.error instanceof PySyntaxError) return warning.error;
  const isError = (other: PyWarning) => other.message === warning.message && other.lineno === warning.lineno;
  try {
    parse(source, { ...options, isError } as ParseOptions);
    return null;
  } catch (error) {
    return error instanceof PySyntaxError ? error : null;
  }
}

function warningValue(
  warning: Pick<CompilerWarning, "category" | "message" | "lineno">,
  error: PySyntaxError | null,
  text: string | null = error?.text ?? null,
): MarshalValue {
  const instead = error === null ? NONE : syntaxErrorValue(error, text);
  return tuple(str(warning.category), str(warning.message), int(warning.lineno), instead);
}

function syntaxErrorValue(error: PySyntaxError, text: string | null): MarshalValue {
  return tuple(
    str(error.className),
    str(error.message),
    str(error.filename),
    int(error.lineno),
    int(error.offset),
    str(text),
    int(error.endLineno),
    int(error.endOffset),
  );
}

/** After parsing, errors show what stands in the file of that name, if there is one, not the source. */
function fileLine(error: PySyntaxError, progress: Progress): string | null {
  if (error.text !== null || error.filename === null || error.lineno === null) return error.text;
  return progress.readLine?.(error.filename, error.lineno) ?? null;
}

function errorValue(error: unknown, progress: Progress): MarshalValue {
  if (error instanceof PySyntaxError) {
    return syntaxErrorValue(error, progress.parsing ? error.text : fileLine(error, progress));
  }
  if (error instanceof PyError) return tuple(str(error.className), str(error.message || null));
  if (isStackOverflow(error)) {
    return progress.parsing
      ? tuple(str("MemoryError"), NONE)
      : tuple(str("RecursionError"), str("maximum recursion depth exceeded during compilation"));
  }
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  return tuple(str("SystemError"), str(`internal error of the compiler: ${text}`));
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}
