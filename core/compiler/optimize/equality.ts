/** Equality of constants as Python's `==` sees it: by value across the types of numbers. */
import type { ConstantValue } from "../ast/nodes.ts";

/** The items without those that equal an earlier one, as a set keeps them. */
export function uniqueItems(items: readonly ConstantValue[]): ConstantValue[] {
  const seen: Set<string> = new Set();
  return items.filter((item) => {
    const key = equalityKey(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A text that two constants share exactly when they are equal. */
export function equalityKey(value: ConstantValue): string {
  switch (value.type) {
    case "bool":
      return value.value ? "1" : "0";
    case "int":
      return value.value.toString();
    case "float":
      return realKey(value.value);
    case "complex":
      return value.imag === 0 ? realKey(value.real) : `${realKey(value.real)}j${realKey(value.imag)}`;
    case "str":
      return "s" + JSON.stringify(value.codePoints ?? value.value);
    case "bytes":
      return "b" + value.value.join();
    case "tuple":
      return `(${value.items.map(equalityKey).join()})`;
    case "frozenset":
      return `{${value.items.map(equalityKey).sort().join()}}`;
    default:
      return value.type;
  }
}

function realKey(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
