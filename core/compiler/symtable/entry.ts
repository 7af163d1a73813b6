/**
 * One block of the symbol table: a module, class, function, lambda, comprehension or (never kept) annotation.
 */
import type { Location } from "../ast/nodes.ts";
import { NO_COMPREHENSION, SCOPE_MASK, SCOPE_OFFSET } from "./flags.ts";

/** A `global` or `nonlocal` directive, for errors that are only known once all names are. */
export interface Directive {
  name: string;
  place: Location;
}

/** A block with its symbols. `symbols` maps mangled names to flags, in the order of first appearance. */
export class SymbolTableEntry {
  readonly symbols: Map<string, number> = new Map();
  /** Parameters in order. */
  readonly varnames: string[] = [];
  readonly children: SymbolTableEntry[] = [];
  readonly directives: Directive[] = [];
  nested = false;
  /** Has free variables itself, or below. */
  free = false;
  childFree = false;
  generator = false;
  coroutine = false;
  comprehension: number = NO_COMPREHENSION;
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  /** A method refers to `__class__`, so the class body must provide the cell. */
  needsClassClosure = false;
  /** While the target of a comprehension is visited. */
  compIterTarget = false;
  /** How many iterables of comprehensions the visit is inside of. */
  compIterExpr = 0;

  constructor(
    readonly name: string,
    readonly type: number,
    readonly lineno: number,
    readonly place: Location,
  ) {}

  /** The scope of a mangled name: LOCAL, FREE, …, or 0 where the block does not know it. */
  scopeOf(mangled: string): number {
    const flags = this.symbols.get(mangled);
    return flags === undefined ? 0 : (flags >> SCOPE_OFFSET) & SCOPE_MASK;
  }
}
