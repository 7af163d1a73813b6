/**
 * The constants of one code object: in order of first use, merged when equal in type and value.
 *
 * Strings, integers and the singletons are looked up without building keys; everything else by a text key. Code
 * objects are equal when all that they do is (their line tables are not compared).
 */
import { codesEqual } from "./code_equality.ts";
import type { CodeConstant, CodeObject } from "../code.ts";

/** The pool of constants of one unit. */
export class ConstantPool {
  readonly items: CodeConstant[] = [];
  private readonly strings: Map<string, number> = new Map();
  private readonly integers: Map<bigint, number> = new Map();
  private readonly others: Map<string, number> = new Map();
  private none = -1;

  /** The index of a constant, which is added if need be. */
  add(value: CodeConstant): number {
    switch (value.type) {
      case "None":
        return this.none >= 0 ? this.none : (this.none = this.push(value));
      case "str":
        if (value.codePoints === undefined) return this.addString(value.value, value);
        break;
      case "float":
        // A NaN equals nothing, not even another one.
        if (Number.isNaN(value.value)) return this.push(value);
        break;
      case "int":
        return this.in(this.integers, value.value, value);
      case "code":
        return this.addCode(value);
    }
    return this.in(this.others, constantKey(value), value);
  }

  /** The index of a string constant. */
  addString(text: string, value: CodeConstant | null = null): number {
    const index = this.strings.get(text);
    if (index !== undefined) return index;
    const added = this.push(value ?? { type: "str", value: text });
    this.strings.set(text, added);
    return added;
  }

  private in<K>(map: Map<K, number>, key: K, value: CodeConstant): number {
    const index = map.get(key);
    if (index !== undefined) return index;
    const added = this.push(value);
    map.set(key, added);
    return added;
  }

  private addCode(code: CodeObject): number {
    for (let i = 0; i < this.items.length; i++) {
      const item = this.items[i]!;
      if (item.type === "code" && item.firstlineno === code.firstlineno && codesEqual(item, code)) return i;
    }
    return this.push(code);
  }

  private push(value: CodeConstant): number {
    return this.items.push(value) - 1;
  }
}

/** A text that constants of equal type and value share, and no others. */
export function constantKey(value: CodeConstant): string {
  switch (value.type) {
    case "bool":
      return value.value ? "T" : "F";
    case "int":
      return "i" + value.value;
    case "float":
      return "f" + realKey(value.value);
    case "complex":
      return `c${realKey(value.real)},${realKey(value.imag)}`;
    case "str":
      return "s" + JSON.stringify(value.codePoints ?? value.value);
    case "bytes":
      return "b" + value.value.join();
    case "tuple":
      return `(${value.items.map(constantKey).join()})`;
    case "frozenset":
      return `{${value.items.map(constantKey).sort().join()}}`;
    default:
      return value.type;
  }
}

function realKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
