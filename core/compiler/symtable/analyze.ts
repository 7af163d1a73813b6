/**
 * The second pass over the symbol table: decides the scope of every name, from the outermost block inwards, and
 * collects free variables on the way back.
 *
 * The sets handed down are copies: what a block learns of names must not reach its siblings.
 */
import type { SymbolTableEntry } from "./entry.ts";
import {
  CELL,
  CLASS_BLOCK,
  DEF_BOUND,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  FREE,
  FUNCTION_BLOCK,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_OFFSET,
} from "./flags.ts";
import { rangedError } from "../errors.ts";

type Names = Set<string>;

/** Decides the scopes of all names in `top` and below. */
export function analyze(top: SymbolTableEntry, filename: string): void {
  new Analyzer(filename).block(top, null, new Set(), new Set());
}

class Analyzer {
  constructor(private readonly filename: string) {}

  /** `bound` is null at module level only. Adds to `free` what the block needs from outside. */
  block(entry: SymbolTableEntry, bound: Names | null, free: Names, global: Names): void {
    const local: Names = new Set();
    const scopes: Map<string, number> = new Map();
    const newBound: Names = new Set();
    const newGlobal: Names = new Set();
    const isClass = entry.type === CLASS_BLOCK;
    // The namespace of a class does not show in the functions inside of it.
    if (isClass) passDown(newBound, newGlobal, bound, global);
    for (const [name, flags] of entry.symbols) {
      this.name(entry, scopes, name, flags, bound, local, global);
    }
    if (isClass) {
      newBound.add("__class__");
    } else {
      if (entry.type === FUNCTION_BLOCK) addAll(newBound, local);
      passDown(newBound, newGlobal, bound, global);
    }
    const newFree = this.children(entry, newBound, newGlobal);
    if (entry.type === FUNCTION_BLOCK) makeCells(scopes, newFree);
    else if (isClass && newFree.delete("__class__")) entry.needsClassClosure = true;
    updateSymbols(entry.symbols, scopes, bound, newFree, isClass);
    addAll(free, newFree);
    // What the block itself takes from outside is no business of the steps above.
    for (const [name, scope] of scopes) if (scope === FREE) free.add(name);
  }

  private children(entry: SymbolTableEntry, bound: Names, global: Names): Names {
    const allFree: Names = new Set();
    for (const child of entry.children) {
      this.block(child, new Set(bound), allFree, new Set(global));
      if (child.free || child.childFree) entry.childFree = true;
    }
    return allFree;
  }

  private name(
    entry: SymbolTableEntry,
    scopes: Map<string, number>,
    name: string,
    flags: number,
    bound: Names | null,
    local: Names,
    global: Names,
  ): void {
    if (flags & DEF_GLOBAL) {
      if (flags & DEF_NONLOCAL) this.directiveError(entry, name, `name '${name}' is nonlocal and global`);
      scopes.set(name, GLOBAL_EXPLICIT);
      global.add(name);
      bound?.delete(name);
    } else if (flags & DEF_NONLOCAL) {
      if (bound === null) {
        this.directiveError(entry, name, "nonlocal declaration not allowed at module level");
      }
      if (!bound!.has(name)) this.directiveError(entry, name, `no binding for nonlocal '${name}' found`);
      scopes.set(name, FREE);
      entry.free = true;
    } else if (flags & DEF_BOUND) {
      scopes.set(name, LOCAL);
      local.add(name);
      global.delete(name);
    } else if (bound !== null && bound.has(name)) {
      scopes.set(name, FREE);
      entry.free = true;
    } else {
      if (entry.nested && !global.has(name)) entry.free = true;
      scopes.set(name, GLOBAL_IMPLICIT);
    }
  }

  private directiveError(entry: SymbolTableEntry, name: string, message: string): never {
    const directive = entry.directives.find((directive) => directive.name === name);
    throw rangedError(message, this.filename, directive?.place ?? entry.place);
  }
}

function passDown(newBound: Names, newGlobal: Names, bound: Names | null, global: Names): void {
  addAll(newGlobal, global);
  if (bound !== null) addAll(newBound, bound);
}

function addAll(to: Names, from: Names): void {
  for (const name of from) to.add(name);
}

/** Locals that inner blocks need become cells. */
function makeCells(scopes: Map<string, number>, free: Names): void {
  if (free.size === 0) return;
  for (const [name, scope] of scopes) {
    if (scope === LOCAL && free.delete(name)) scopes.set(name, CELL);
  }
}

/** Writes the scopes into the symbols, and passes on what children need from further out. */
function updateSymbols(
  symbols: Map<string, number>,
  scopes: Map<string, number>,
  bound: Names | null,
  free: Names,
  isClass: boolean,
): void {
  for (const [name, flags] of symbols) symbols.set(name, flags | (scopes.get(name)! << SCOPE_OFFSET));
  for (const name of free) {
    const flags = symbols.get(name);
    if (flags !== undefined) {
      if (isClass && flags & (DEF_BOUND | DEF_GLOBAL)) symbols.set(name, flags | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_OFFSET);
    }
  }
}
