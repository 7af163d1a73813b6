/**
 * Signatures of functions: which parameters there are, and how arguments are matched with them. Built-ins get
 * theirs from the text that `__text_signature__` shows (`"($self, index=-1, /)"`), parsed at translation.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { newInt, newInt32, w_False, w_True } from "./int.ts";
import { newFloat } from "./float.ts";
import type { W_Root } from "./root.ts";
import { w_Ellipsis, w_None, w_unset } from "./singletons.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";
import { w_emptyTuple } from "./tuple.ts";

/** Parameters in order: positional-only, positional or keyword, keyword-only; then `*args`, then `**kwargs`. */
export class Signature {
  readonly names: FixedArray<W_Str>;
  /** Defaults of all parameters but the last two sorts; null for a required one. */
  readonly defaults: FixedArray<W_Root | null>;
  readonly positionalOnly: i32;
  /** Parameters that can be given by position. */
  readonly positional: i32;
  /** Positional parameters without default. */
  readonly required: i32;
  readonly hasVarargs: boolean;
  readonly hasKwargs: boolean;

  constructor(
    names: FixedArray<W_Str>,
    defaults: FixedArray<W_Root | null>,
    positionalOnly: i32,
    positional: i32,
    hasVarargs: boolean,
    hasKwargs: boolean,
  ) {
    this.names = names;
    this.defaults = defaults;
    this.positionalOnly = positionalOnly;
    this.positional = positional;
    this.hasVarargs = hasVarargs;
    this.hasKwargs = hasKwargs;
    let required = 0;
    while (required < positional && defaults[required] === null) required++;
    this.required = required;
  }

  /** Values that a bound call has: one for each parameter. */
  get scopeLength(): i32 {
    return this.defaults.length + (this.hasVarargs ? 1 : 0) + (this.hasKwargs ? 1 : 0);
  }
}

interface Parameter {
  name: string;
  fallback: W_Root | null;
}

/** Parses `"($self, a, /, b=1, *args, c=None, **kwargs)"`. Runs at translation. */
export function parseSignature(text: string): Signature {
  const positional: Parameter[] = [];
  const keywordOnly: Parameter[] = [];
  let positionalOnly = 0;
  let varargs: string | null = null;
  let kwargs: string | null = null;
  let target = positional;
  for (const part of splitParameters(text)) {
    if (part === "/") positionalOnly = positional.length;
    else if (part === "*") target = keywordOnly;
    else if (part.startsWith("**")) kwargs = part.slice(2);
    else if (part.startsWith("*")) {
      varargs = part.slice(1);
      target = keywordOnly;
    } else target.push(parseParameter(part));
  }
  return makeSignature(positional, keywordOnly, positionalOnly, varargs, kwargs);
}

function makeSignature(
  positional: Parameter[],
  keywordOnly: Parameter[],
  positionalOnly: number,
  varargs: string | null,
  kwargs: string | null,
): Signature {
  const all = [...positional, ...keywordOnly];
  const allNames = [
    ...all.map((p) => p.name),
    ...(varargs === null ? [] : [varargs]),
    ...(kwargs === null ? [] : [kwargs]),
  ];
  const names = newFixedArray<W_Str>(allNames.length, internRts(""));
  for (let i = 0; i < allNames.length; i++) names[i] = internRts(allNames[i]!);
  const defaults = newFixedArray<W_Root | null>(all.length, null);
  for (let i = 0; i < all.length; i++) defaults[i] = all[i]!.fallback;
  return new Signature(names, defaults, positionalOnly, positional.length, varargs !== null, kwargs !== null);
}

/** Splits at commas outside of quotes and parentheses. */
function splitParameters(text: string): string[] {
  const inside = text.trim().replace(/^\(/, "").replace(/\)$/, "").trim();
  if (inside === "") return [];
  const parts = inside.match(/(?:'[^']*'|\([^)]*\)|[^,])+/g) ?? [];
  return parts.map((part) => part.trim());
}

function parseParameter(part: string): Parameter {
  const equals = part.indexOf("=");
  const name = (equals < 0 ? part : part.slice(0, equals)).replace(/^\$/, "").trim();
  return { name, fallback: equals < 0 ? null : parseDefault(part.slice(equals + 1).trim()) };
}

const NAMED_DEFAULTS: Record<string, W_Root> = {
  None: w_None,
  True: w_True,
  False: w_False,
  "...": w_Ellipsis,
  "()": w_emptyTuple,
  "sys.maxsize": newInt(0x7fffffffffffffffn),
  "<unset>": w_unset,
  "<opt>": w_unset,
  "<unrepresentable>": w_unset,
};

function parseDefault(text: string): W_Root {
  // A default that the function makes itself: Python sees what stands behind the colon.
  if (text.startsWith("<unset:")) return w_unset;
  const named = NAMED_DEFAULTS[text];
  if (named !== undefined) return named;
  if (/^-?\d+$/.test(text)) return newInt32(Number(text));
  if (/^-?\d+(\.\d*|e-?\d+)$/.test(text)) return newFloat(Number(text));
  const quoted = /^'([^']*)'$/.exec(text) ?? /^"([^"]*)"$/.exec(text);
  if (quoted !== null) return fromRts(quoted[1]!.replaceAll("\\n", "\n"));
  throw new Error(`signature: unknown default ${text}`);
}
