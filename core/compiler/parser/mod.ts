/**
 * The parser: from source text or bytes to a syntax tree.
 *
 * ```ts
 * const { tree, warnings } = parse("x = 1\n", { filename: "<string>", mode: "exec" });
 * ```
 *
 * Two parsers stand behind {@link parse}. The fast one takes valid sources of the current language. Whatever it
 * refuses goes to the diagnosing one, which goes through the grammar rule by rule and words the errors.
 */
import type { ExpressionNode, FunctionTypeNode, InteractiveNode, ModuleNode } from "../ast/types.ts";
import type { DecodeHook } from "../tokenizer/codecs.ts";
import { decodeSource, type Source, textSource } from "../tokenizer/source.ts";
import { DiagnosingParser } from "./diagnose/parser.ts";
import { PyError, type PyWarning } from "./errors.ts";
import { REFUSED } from "./fast/stream.ts";
import { FastParser } from "./fast/statements.ts";

export { PyError, PySyntaxError, type PyWarning } from "./errors.ts";

/** What sort of source: a module, an expression, an interactive statement, a function type comment. */
export type Mode = "exec" | "eval" | "single" | "func_type";

/** Flags of `compile()` that concern parsing, with CPython's values. */
export const Flags = Object.freeze(
  {
    IGNORE_COOKIE: 0x0800,
    DONT_IMPLY_DEDENT: 0x0200,
    TYPE_COMMENTS: 0x1000,
    ALLOW_INCOMPLETE_INPUT: 0x4000,
    FUTURE_BARRY_AS_BDFL: 0x400000,
  } as const,
);

/** What {@link parse} is told. */
export interface ParseOptions {
  filename: string;
  mode: Mode;
  /** A combination of {@link Flags}; others are ignored. */
  flags?: number;
  /** The language's version, `0x030a` for 3.10. */
  version?: number;
  /** The minor version whose syntax is accepted, of `ast.parse(feature_version=…)`. */
  featureVersion?: number;
  /** The bytes were read from a script file, whose encoding errors are worded another way. */
  file?: boolean;
  /** Codecs that the platform lacks. */
  decode?: DecodeHook;
  /** The code point of a Unicode character name, for `\N{…}`; null for an unknown name. */
  lookupName?: (name: string) => number | null;
  /** The limit of `sys.set_int_max_str_digits`; 0 for none. */
  intMaxStrDigits?: number;
  /**
   * Which warnings are errors. Since it is for the program's filters to say, the usual way is to parse without, give
   * the warnings, and, when one of them becomes an exception, parse again with this, which throws.
   */
  isError?: (warning: PyWarning) => boolean;
  /** The text of a line of the file `filename`, if there is such a file: shown in errors instead of the source's. */
  readLine?: (filename: string, lineno: number) => string | null;
}

/** A tree, and the warnings to be given. */
export interface ParseResult {
  tree: ModuleNode | ExpressionNode | InteractiveNode | FunctionTypeNode;
  warnings: PyWarning[];
}

const CURRENT_VERSION = 0x030a;

function readSource(source: Uint8Array | string, options: ParseOptions): Source {
  const exec = options.mode === "exec";
  if (typeof source === "string") return textSource(source, exec);
  return decodeSource(source, {
    filename: options.filename,
    exec,
    file: options.file ?? false,
    ignoreCookie: ((options.flags ?? 0) & Flags.IGNORE_COOKIE) !== 0,
    ...(options.decode ? { decode: options.decode } : {}),
  });
}

const SLOW_FLAGS = Flags.TYPE_COMMENTS | Flags.FUTURE_BARRY_AS_BDFL;

/** Parses with the fast parser; null if that refuses. */
function parseFast(text: string, options: ParseOptions): ParseResult | null {
  const { mode, filename, lookupName, intMaxStrDigits } = options;
  if (mode !== "exec" && mode !== "eval") return null;
  if (options.isError !== undefined) return null;
  if (((options.flags ?? 0) & SLOW_FLAGS) !== 0 || (options.featureVersion ?? 10) < 10) return null;
  try {
    const parser = new FastParser(text, { filename, lookupName, intMaxStrDigits });
    const tree = mode === "exec" ? parser.module() : parser.evalInput();
    return { tree, warnings: parser.allWarnings() };
  } catch (error) {
    // Where the caller has left little of the stack, the parser that keeps its own goes on.
    if (error !== REFUSED && !(error instanceof RangeError)) throw error;
    return null;
  }
}

/** Parses with the diagnosing parser, which accepts everything and words the errors. */
function parseSlowly({ text, encoding }: Source, options: ParseOptions): ParseResult {
  const flags = options.flags ?? 0;
  const featureVersion = options.featureVersion ?? 10;
  const parser = new DiagnosingParser(text, {
    filename: options.filename,
    start: START_RULES[options.mode],
    encoded: encoding !== null,
    featureVersion,
    typeComments: (flags & Flags.TYPE_COMMENTS) !== 0,
    asyncHacks: featureVersion < 7,
    barryAsBdfl: (flags & Flags.FUTURE_BARRY_AS_BDFL) !== 0,
    dontImplyDedent: (flags & Flags.DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & Flags.ALLOW_INCOMPLETE_INPUT) !== 0,
    lookupName: options.lookupName,
    intMaxStrDigits: options.intMaxStrDigits,
    isError: options.isError,
    readLine: options.readLine,
  });
  try {
    return { tree: parser.parse() as ParseResult["tree"], warnings: parser.warnings };
  } catch (error) {
    if (error instanceof PyError) error.warnings = parser.warnings;
    throw error;
  }
}

const START_RULES = { exec: "file", eval: "eval", single: "interactive", func_type: "func_type" } as const;

/** Parses `source`. Throws a `PyError`, mostly a `PySyntaxError`. */
export function parse(source: Uint8Array | string, options: ParseOptions): ParseResult {
  const version = options.version ?? CURRENT_VERSION;
  if (version !== CURRENT_VERSION) throw new RangeError(`no grammar for version 0x${version.toString(16)}`);
  const decoded = readSource(source, options);
  return parseFast(decoded.text, options) ?? parseSlowly(decoded, options);
}
