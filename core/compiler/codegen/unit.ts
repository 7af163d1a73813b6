/**
 * What the code generator knows of the code object that it is emitting: names, constants, blocks, the stack of
 * enclosing constructs, and the place in the source of what is emitted next.
 */
import { type Node, sortNames } from "../ast/access.ts";
import { CELL, DEF_FREE_CLASS, FREE, SCOPE_MASK, SCOPE_OFFSET } from "../symtable/flags.ts";
import type { SymbolTableEntry } from "../symtable/mod.ts";
import { Block } from "./blocks.ts";
import { ConstantPool } from "./constants.ts";

/** Kinds of code objects. */
export const SCOPE_MODULE = 0;
export const SCOPE_CLASS = 1;
export const SCOPE_FUNCTION = 2;
export const SCOPE_ASYNC_FUNCTION = 3;
export const SCOPE_LAMBDA = 4;
export const SCOPE_COMPREHENSION = 5;

/** Constructs that `break`, `continue` and `return` must unwind. */
export const FB_WHILE_LOOP = 0;
export const FB_FOR_LOOP = 1;
export const FB_TRY_EXCEPT = 2;
export const FB_FINALLY_TRY = 3;
export const FB_FINALLY_END = 4;
export const FB_WITH = 5;
export const FB_ASYNC_WITH = 6;
export const FB_HANDLER_CLEANUP = 7;
export const FB_POP_VALUE = 8;
export const FB_EXCEPTION_HANDLER = 9;
export const FB_ASYNC_COMPREHENSION = 10;

/** An enclosing construct: where it starts and ends, and what unwinding it needs (by its type). */
export interface FrameBlock {
  type: number;
  block: Block | null;
  exit: Block | null;
  datum: Node | null;
}

/** A name table: index by name, in order of insertion. */
export class NameTable {
  readonly names: string[] = [];
  private readonly indices: Map<string, number> = new Map();

  constructor(names: readonly string[] = []) {
    for (const name of names) this.add(name);
  }

  /** The index of a name, which is added if need be. */
  add(name: string): number {
    const index = this.indices.get(name);
    if (index !== undefined) return index;
    const added = this.names.push(name) - 1;
    this.indices.set(name, added);
    return added;
  }

  /** The index of a name, -1 if it is not there. */
  indexOf(name: string): number {
    return this.indices.get(name) ?? -1;
  }
}

/** The state of one code object. */
export class Unit {
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  qualname = "";
  readonly names: NameTable = new NameTable();
  readonly varnames: NameTable;
  readonly cellvars: NameTable;
  readonly freevars: NameTable;
  readonly consts: ConstantPool = new ConstantPool();
  readonly frameBlocks: FrameBlock[] = [];
  /** All blocks in the order of allocation. */
  readonly blocks: Block[] = [];
  current: Block;
  /** The line of what is emitted next: -1 for artificial code, 0 for the line of what stands before it. */
  line = 0;
  column = 0;
  endLine = 0;
  endColumn = 0;

  constructor(
    readonly scope: number,
    readonly name: string,
    readonly entry: SymbolTableEntry,
    public privateName: string | null,
    readonly firstLine: number,
  ) {
    this.varnames = new NameTable(entry.varnames);
    this.cellvars = new NameTable(namesOfScope(entry, CELL, 0));
    if (entry.needsClassClosure) this.cellvars.add("__class__");
    this.freevars = new NameTable(namesOfScope(entry, FREE, DEF_FREE_CLASS));
    this.current = this.newBlock();
  }

  /** Allocates a block; nothing leads to it yet. */
  newBlock(): Block {
    const block = new Block();
    this.blocks.push(block);
    return block;
  }
}

/** The names of a scope, or with a flag, sorted. */
function namesOfScope(entry: SymbolTableEntry, scope: number, flag: number): string[] {
  const names: string[] = [];
  for (const [name, flags] of entry.symbols) {
    if (((flags >> SCOPE_OFFSET) & SCOPE_MASK) === scope || (flags & flag) !== 0) names.push(name);
  }
  return sortNames(names);
}
