/** Code objects: what the compiler makes of a function, a class body or a module. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import type { W_Bytes } from "../objspace/bytes.ts";
import type { AttributeCache, GlobalCache, StoreCache } from "./caches.ts";
import { W_Root } from "../objspace/root.ts";
import type { W_Str } from "../objspace/str/wstr.ts";
import { newTuple, type W_Tuple } from "../objspace/tuple.ts";
import type { W_Type } from "../objspace/type.ts";
import { codeType } from "../objspace/types.ts";
import { joinedWords, plainWords } from "./words.ts";
import { Op } from "./opcode.ts";

/** Bits of `co_flags`. */
export const enum CodeFlag {
  Optimized = 0x1,
  NewLocals = 0x2,
  Varargs = 0x4,
  Varkeywords = 0x8,
  Nested = 0x10,
  Generator = 0x20,
  NoFree = 0x40,
  Coroutine = 0x80,
  IterableCoroutine = 0x100,
  AsyncGenerator = 0x200,
}

/** Any sort of generator: calling the function makes an object instead of running it. */
export const GENERATOR_FLAGS: i32 = CodeFlag.Generator | CodeFlag.Coroutine | CodeFlag.AsyncGenerator;

const NO_LINE: i32 = -128;

/** A code object. Immutable but for its caches. */
export class W_Code extends W_Root {
  /** What `CO_*` flags and counts say of the arguments. */
  readonly argcount: i32;
  readonly posonlyargcount: i32;
  readonly kwonlyargcount: i32;
  readonly nlocals: i32;
  readonly stacksize: i32;
  readonly flags: i32;
  /** Instructions: pairs of opcode and argument. */
  readonly bytecode: Uint8Array;
  readonly w_bytecode: W_Bytes;
  readonly consts: FixedArray<W_Root>;
  readonly names: FixedArray<W_Str>;
  readonly varnames: FixedArray<W_Str>;
  readonly freevars: FixedArray<W_Str>;
  readonly cellvars: FixedArray<W_Str>;
  w_filename: W_Str;
  readonly name: W_Str;
  readonly firstlineno: i32;
  readonly w_linetable: W_Bytes;

  /** Places of a frame: locals, cells, free variables, stack. */
  readonly frameSize: i32;
  /** First place of the stack. */
  readonly stackBase: i32;
  /** For each cell the argument that it takes over, or -1; null when no cell is an argument. */
  readonly cellArguments: Int32Array | null;
  /** Only plain positional parameters, and no cells of its own: the quick way of calling. */
  readonly isSimple: boolean;
  /** Calling makes an object that runs the code. */
  readonly isGenerator: boolean;
  /** Caches of instructions by index of the name. */
  readonly attributeCaches: FixedArray<AttributeCache | null>;
  readonly storeCaches: FixedArray<StoreCache | null>;
  readonly globalCaches: FixedArray<GlobalCache | null>;
  /** What the eval loop runs; null before the first time. See `words.ts`. */
  private joined: Int32Array | null = null;
  /** The same for code that is traced. */
  private plain: Int32Array | null = null;
  /** 1 when the code sets up blocks, 2 when not, 0 while nobody asked. */
  private blockUse: i32 = 0;

  constructor(
    argcount: i32,
    posonlyargcount: i32,
    kwonlyargcount: i32,
    nlocals: i32,
    stacksize: i32,
    flags: i32,
    w_bytecode: W_Bytes,
    consts: FixedArray<W_Root>,
    names: FixedArray<W_Str>,
    varnames: FixedArray<W_Str>,
    freevars: FixedArray<W_Str>,
    cellvars: FixedArray<W_Str>,
    w_filename: W_Str,
    name: W_Str,
    firstlineno: i32,
    w_linetable: W_Bytes,
  ) {
    super();
    this.argcount = argcount;
    this.posonlyargcount = posonlyargcount;
    this.kwonlyargcount = kwonlyargcount;
    this.nlocals = nlocals;
    this.stacksize = stacksize;
    this.flags = flags;
    this.bytecode = w_bytecode.data;
    this.w_bytecode = w_bytecode;
    this.consts = consts;
    this.names = names;
    this.varnames = varnames;
    this.freevars = freevars;
    this.cellvars = cellvars;
    this.w_filename = w_filename;
    this.name = name;
    this.firstlineno = firstlineno;
    this.w_linetable = w_linetable;
    this.stackBase = nlocals + cellvars.length + freevars.length;
    this.frameSize = this.stackBase + stacksize;
    this.cellArguments = cellArguments(varnames, cellvars, argumentCount(argcount, kwonlyargcount, flags));
    this.isSimple = (flags & (CodeFlag.Varargs | CodeFlag.Varkeywords)) === 0 &&
      (flags & CodeFlag.NewLocals) !== 0 && (flags & CodeFlag.Optimized) !== 0 &&
      kwonlyargcount === 0 && cellvars.length === 0;
    this.isGenerator = (flags & GENERATOR_FLAGS) !== 0;
    this.attributeCaches = newFixedArray<AttributeCache | null>(names.length, null);
    this.storeCaches = newFixedArray<StoreCache | null>(names.length, null);
    this.globalCaches = newFixedArray<GlobalCache | null>(names.length, null);
  }

  override typeOf(): W_Type {
    return codeType;
  }

  has(flag: i32): boolean {
    return (this.flags & flag) !== 0;
  }

  /** The instructions as the eval loop reads them. */
  words(): Int32Array {
    const words = this.joined;
    return words === null ? this.join() : words;
  }

  private join(): Int32Array {
    const words = joinedWords(this.bytecode);
    this.joined = words;
    return words;
  }

  /** The same for code that is traced. */
  tracedWords(): Int32Array {
    let words = this.plain;
    if (words === null) {
      words = plainWords(this.bytecode);
      this.plain = words;
    }
    return words;
  }

  /** True when leaving the code half-way skips something: a `finally`, a `with`, an `except`. */
  needsClose(): boolean {
    if (this.blockUse === 0) this.blockUse = hasBlocks(this.bytecode) ? 1 : 2;
    return this.blockUse === 1;
  }

  /** `co_consts`. */
  constsTuple(): W_Tuple {
    return newTuple(this.consts);
  }

  /** Names as a tuple: `co_names` and its kin. */
  namesTuple(names: FixedArray<W_Str>): W_Tuple {
    return newTuple(names as FixedArray<W_Root>);
  }

  /** Parameters of all sorts, `*args` and `**kwargs` included. */
  argumentCount(): i32 {
    return argumentCount(this.argcount, this.kwonlyargcount, this.flags);
  }

  /** True when an entry of the line table begins at byte offset `lasti`. */
  isLineStart(lasti: i32): boolean {
    const table = this.w_linetable.data;
    let start: i32 = 0;
    for (let i = 0; i + 1 < table.length && start <= lasti; i += 2) {
      if (start === lasti && table[i] !== 0) return true;
      start += table[i];
    }
    return false;
  }

  /** Line of the instruction at byte offset `lasti`; -1 when it has none (PEP 626). */
  lineOf(lasti: i32): i32 {
    const table = this.w_linetable.data;
    if (lasti < 0) return this.firstlineno;
    let line = this.firstlineno;
    let end: i32 = 0;
    for (let i = 0; i + 1 < table.length; i += 2) {
      end += table[i];
      const delta = (table[i + 1] << 24) >> 24;
      if (delta !== NO_LINE) line += delta;
      if (end > lasti) return delta === NO_LINE ? -1 : line;
    }
    return line;
  }
}

function hasBlocks(bytecode: Uint8Array): boolean {
  for (let i = 0; i < bytecode.length; i += 2) {
    const op = bytecode[i];
    if (op === Op.SETUP_FINALLY || op === Op.SETUP_WITH || op === Op.SETUP_ASYNC_WITH) return true;
  }
  return false;
}

function argumentCount(argcount: i32, kwonlyargcount: i32, flags: i32): i32 {
  let count = argcount + kwonlyargcount;
  if ((flags & CodeFlag.Varargs) !== 0) count++;
  if ((flags & CodeFlag.Varkeywords) !== 0) count++;
  return count;
}

function cellArguments(
  varnames: FixedArray<W_Str>,
  cellvars: FixedArray<W_Str>,
  count: i32,
): Int32Array | null {
  let result: Int32Array | null = null;
  for (let i = 0; i < cellvars.length; i++) {
    for (let j = 0; j < count; j++) {
      if (!varnames[j].equals(cellvars[i])) continue;
      if (result === null) {
        result = new Int32Array(cellvars.length);
        result.fill(-1);
      }
      result[i] = j;
    }
  }
  return result;
}
