/**
 * Snippets for the comparison of errors: some hundreds of our own, and what CPython's own tests compile, found at run
 * time in its library (every string constant of some test files, and every example of their doctests).
 */
import { parse } from "../mod.ts";
import type { Case } from "./compare_errors.ts";

/** Files of CPython's tests whose strings are programs, for the most part. */
const TEST_FILES = [
  "test_syntax",
  "test_exceptions",
  "test_fstring",
  "test_eof",
  "test_patma",
  "test_grammar",
  "test_string_literals",
  "test_positional_only_arg",
  "test_named_expressions",
  "test_unpack_ex",
  "test_generators",
  "test_genexps",
  "test_listcomps",
  "test_unparse",
  "test_codeop",
  "test_compile",
  "test_keywordonlyarg",
  "test_extcall",
  "test_coroutines",
  "test_decorators",
  "test_dictcomps",
  "test_setcomps",
  "test_future",
  "test_global",
  "test_scope",
  "test_tokenize",
  "test_type_comments",
  "test_ast",
  "test_flufl",
  "test_parser",
  "test_peg_generator/test_pegen",
  "test_unicode_identifiers",
  "test_super",
  "test_with",
  "test_raise",
  "test_except_star",
  "test_int_literal",
  "test_complex",
  "test_traceback",
  "test_utf8source",
  "test_source_encoding",
];

interface Plain {
  [field: string]: unknown;
}

/** All strings among the constants of a tree. */
function* stringsOf(node: unknown): Generator<string> {
  if (Array.isArray(node)) {
    for (const item of node) yield* stringsOf(item);
  } else if (typeof node === "object" && node !== null) {
    const { kind, value } = node as { kind?: string; value?: Plain };
    if (kind === "Constant" && value?.type === "str") yield value.value as string;
    else for (const child of Object.values(node as Plain)) yield* stringsOf(child);
  }
}

/** The examples in a doctest. */
function* examplesOf(text: string): Generator<string> {
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const first = /^(\s*)>>> (.*)$/.exec(lines[i]!);
    if (first === null) continue;
    const source = [first[2]!];
    const prefix = `${first[1]}...`;
    while (i + 1 < lines.length && lines[i + 1]!.startsWith(prefix)) {
      source.push(lines[++i]!.slice(prefix.length + 1));
    }
    yield source.join("\n") + "\n";
  }
}

/** A text without the indentation that all its lines share. */
function dedent(text: string): string {
  const indents = text.split("\n").filter((line) => line.trim() !== "").map((line) =>
    /^ */.exec(line)![0].length
  );
  const indent = Math.min(...indents, 80);
  return text.split("\n").map((line) => line.slice(indent)).join("\n");
}

const TYPE_COMMENTS = 0x1000;
const CODEOP_FLAGS = 0x200 | 0x4000;

/** The cases that CPython's tests hold. */
export function* minedCases(home: string, files: readonly string[] = TEST_FILES): Generator<Case> {
  const seen = new Set<string>();
  for (const name of files) {
    const path = `${home}/lib/python3.10/test/${name}.py`;
    let bytes: Uint8Array;
    try {
      bytes = Deno.readFileSync(path);
    } catch {
      continue;
    }
    const { tree } = parse(bytes, { filename: path, mode: "exec", lookupName: () => 32 });
    for (const text of stringsOf(tree)) {
      for (const source of [text, dedent(text), ...examplesOf(text)]) {
        if (seen.has(source) || source.length > 20000 || !source.isWellFormed()) continue;
        seen.add(source);
        yield { source };
        yield { source, mode: "eval" };
        yield { source, mode: "single" };
        yield { source, mode: "single", flags: CODEOP_FLAGS };
        yield { source, flags: CODEOP_FLAGS };
        yield { source: new TextEncoder().encode(source) };
        if (name === "test_type_comments") {
          for (const featureVersion of [4, 5, 6, 7, 8, 9]) {
            yield { source, flags: TYPE_COMMENTS, featureVersion };
          }
          yield { source, flags: TYPE_COMMENTS };
          yield { source, mode: "func_type" };
        }
        if (name === "test_flufl") yield { source, flags: 0x400000 };
      }
    }
  }
}

/** Our own snippets, one a line; `\n` and the like are escapes. A first word may name the mode. */
export async function ownCases(): Promise<Case[]> {
  const text = await Deno.readTextFile(new URL("snippets.txt", import.meta.url));
  const cases: Case[] = [];
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("%")) continue;
    const tagged = /^@(eval|single|codeop|func_type|types|bytes|strict|v\d) (.*)$/.exec(line);
    const source = JSON.parse(`"${(tagged?.[2] ?? line).replaceAll('"', '\\"')}"`) as string;
    cases.push(caseOf(source, tagged?.[1] ?? "exec"));
  }
  return cases;
}

function caseOf(source: string, tag: string): Case {
  switch (tag) {
    case "codeop":
      return { source, mode: "single", flags: CODEOP_FLAGS };
    case "types":
      return { source, flags: TYPE_COMMENTS };
    case "strict":
      return { source, strict: true };
    case "bytes":
      return { source: Uint8Array.from(source, (character) => character.charCodeAt(0)) };
    case "exec":
    case "eval":
    case "single":
    case "func_type":
      return { source, mode: tag };
    default:
      return { source, featureVersion: Number(tag.slice(1)) };
  }
}

/** Our own cases; with `home` those of CPython's tests, too. */
export async function allCases(home: string | null): Promise<Case[]> {
  return [...await ownCases(), ...(home === null ? [] : minedCases(home))];
}
