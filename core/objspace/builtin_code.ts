/**
 * What a built-in function runs: an RTS function of fixed arity (all its parameters, by position), or one that
 * takes the bound parameters as an array. Matching arguments with parameters happens here, with CPython's texts
 * for calls that do not match.
 */
import { type FixedArray, type i32, newFixedArray, unreachable } from "@rts";
import { bindArguments, bindPositional } from "./builtin_bind.ts";
import type { W_Root } from "./root.ts";
import { parseSignature, type Signature } from "./signature.ts";
import type { W_Str } from "./str/wstr.ts";
import { internRts } from "./str/intern.ts";
import type { W_Type } from "./type.ts";

export type Fn0 = () => W_Root;
export type Fn1 = (w_a: W_Root) => W_Root;
export type Fn2 = (w_a: W_Root, w_b: W_Root) => W_Root;
export type Fn3 = (w_a: W_Root, w_b: W_Root, w_c: W_Root) => W_Root;
export type Fn4 = (w_a: W_Root, w_b: W_Root, w_c: W_Root, w_d: W_Root) => W_Root;
/** All parameters in the order of the signature: `*args` as a tuple, `**kwargs` as a dict, at the end. */
export type FnScope = (scope: FixedArray<W_Root>) => W_Root;
/** What a table entry gives. */
export type AnyFn = Fn0 | Fn1 | Fn2 | Fn3 | Fn4;

/** The code of a built-in function. Immutable. */
export class BuiltinCode {
  readonly name: W_Str;
  readonly signature: Signature;
  readonly textSignature: string;
  doc: string | null;
  /** Number of parameters of the fixed-arity function, or -1 for {@link fnScope}. */
  readonly arity: i32;
  readonly fn0: Fn0 | null = null;
  readonly fn1: Fn1 | null = null;
  readonly fn2: Fn2 | null = null;
  readonly fn3: Fn3 | null = null;
  readonly fn4: Fn4 | null = null;
  readonly fnScope: FnScope | null = null;
  /** The class whose instances the first parameter must be; null for plain functions. */
  selfType: W_Type | null = null;
  /** The class whose `__new__` this is: errors show its name. */
  newType: W_Type | null = null;
  /** The module of a plain function; empty for `builtins`, and for methods. */
  module: string = "";
  /** A sequence's `+` or `*`: the other operand's reflected method goes first, as with CPython's slots. */
  isSequenceSlot: boolean = false;
  /** A special method that CPython wraps around a slot: its argument errors read differently. */
  isWrapper: boolean = false;

  /** Runs at translation. `scope` says that `fn` takes the array of bound parameters. */
  constructor(name: string, signature: string, fn: AnyFn | FnScope, scope: boolean, doc: string | null) {
    this.name = internRts(name);
    this.signature = parseSignature(signature);
    this.textSignature = signature.replace(/<unset:([^>]*)>/g, "$1");
    this.doc = doc;
    const count = this.signature.scopeLength;
    if (!scope && fn.length !== count) {
      throw new Error(`built-in ${name}${signature}: the function takes ${fn.length} parameters`);
    }
    this.arity = scope ? -1 : count;
    if (scope) this.fnScope = fn as FnScope;
    else if (count === 0) this.fn0 = fn as Fn0;
    else if (count === 1) this.fn1 = fn as Fn1;
    else if (count === 2) this.fn2 = fn as Fn2;
    else if (count === 3) this.fn3 = fn as Fn3;
    else if (count === 4) this.fn4 = fn as Fn4;
    else throw new Error(`built-in ${name}: more than four parameters need a scope function`);
  }

  /** Calls with the arguments in `args` (see `W_Root.vectorcall`). Throws TypeError where they do not match. */
  invoke(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    const signature = this.signature;
    if (names === null && count === this.arity && count === signature.positional) {
      switch (count) {
        case 0:
          return this.fn0!();
        case 1:
          return this.fn1!(args[base]!);
        case 2:
          return this.fn2!(args[base]!, args[base + 1]!);
        case 3:
          return this.fn3!(args[base]!, args[base + 1]!, args[base + 2]!);
        default:
          return this.fn4!(args[base]!, args[base + 1]!, args[base + 2]!, args[base + 3]!);
      }
    }
    if (names === null && count + 1 === this.arity && this.arity === signature.positional) {
      const w_last = signature.defaults[count];
      if (w_last !== null && count > 0) return this.callWithLast(args, base, count, w_last);
    }
    return this.callScope(this.bind(args, base, count, names));
  }

  /** Calls with the default of the last parameter. */
  private callWithLast(args: FixedArray<W_Root | null>, base: i32, count: i32, w_last: W_Root): W_Root {
    switch (count) {
      case 1:
        return this.fn2!(args[base]!, w_last);
      case 2:
        return this.fn3!(args[base]!, args[base + 1]!, w_last);
      default:
        return this.fn4!(args[base]!, args[base + 1]!, args[base + 2]!, w_last);
    }
  }

  private bind(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): FixedArray<W_Root> {
    const signature = this.signature;
    if (
      names === null && !signature.hasVarargs && !signature.hasKwargs &&
      signature.defaults.length === signature.positional &&
      count >= signature.required && count <= signature.positional
    ) {
      const scope = newFixedArray<W_Root>(signature.positional, args[base]!);
      for (let i = 0; i < count; i++) scope[i] = args[base + i]!;
      for (let i = count; i < signature.positional; i++) scope[i] = signature.defaults[i]!;
      return scope;
    }
    if (
      names === null && count >= signature.required && (signature.hasVarargs || count <= signature.positional)
    ) {
      return bindPositional(this, args, base, count);
    }
    return bindArguments(this, args, base, count, names);
  }

  /** Calls with bound parameters. */
  callScope(scope: FixedArray<W_Root>): W_Root {
    switch (this.arity) {
      case -1:
        return this.fnScope!(scope);
      case 0:
        return this.fn0!();
      case 1:
        return this.fn1!(scope[0]);
      case 2:
        return this.fn2!(scope[0], scope[1]);
      case 3:
        return this.fn3!(scope[0], scope[1], scope[2]);
      case 4:
        return this.fn4!(scope[0], scope[1], scope[2], scope[3]);
      default:
        unreachable("arity of a built-in");
    }
  }
}
