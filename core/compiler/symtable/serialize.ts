/**
 * Symbol tables as marshal values, for the module `_symtable`. A block is a tuple (name, type, lineno, nested,
 * symbols, varnames, children, varargs, varkeywords, generator, coroutine, returns_value): `symbols` is a
 * dictionary of flags by mangled name, `varnames` and `children` are lists, what is a truth value is a bool.
 */
import { int, list, type MarshalValue, str, tuple } from "../marshal/values.ts";
import type { SymbolTableEntry } from "./entry.ts";

/** A block and those inside of it. */
export function serializeEntry(entry: SymbolTableEntry): MarshalValue {
  const symbols: [MarshalValue, MarshalValue][] = [];
  for (const [name, flags] of entry.symbols) symbols.push([str(name), int(flags)]);
  return tuple(
    str(entry.name),
    int(entry.type),
    int(entry.lineno),
    bool(entry.nested),
    { type: "dict", entries: symbols },
    list(entry.varnames.map(str)),
    list(entry.children.map(serializeEntry)),
    bool(entry.varargs),
    bool(entry.varkeywords),
    bool(entry.generator),
    bool(entry.coroutine),
    bool(entry.returnsValue),
  );
}

function bool(value: boolean): MarshalValue {
  return { type: "bool", value };
}
