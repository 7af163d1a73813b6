import { assertEquals } from "@std/assert";
import {
  addBit,
  type Bits,
  BitTable,
  elementsOf,
  emptyBits,
  firstMissing,
  hasBit,
  intersect,
  subtract,
  unite,
} from "./bits.ts";

function bits(...elements: number[]): Bits {
  const set = emptyBits(100);
  for (const element of elements) addBit(set, element);
  return set;
}
Deno.test("sets are visited in ascending order, across words and sign bits", () => {
  assertEquals(elementsOf(bits(63, 0, 31, 32, 99)), [0, 31, 32, 63, 99]);
  assertEquals(hasBit(bits(31), 31), true);
  assertEquals(hasBit(bits(31), 30), false);
});

Deno.test("set operations", () => {
  const set = bits(1, 40, 70);
  unite(set, bits(2, 40));
  assertEquals(elementsOf(set), [1, 2, 40, 70]);
  intersect(set, bits(2, 40, 71));
  assertEquals(elementsOf(set), [2, 40]);
  subtract(set, bits(40));
  assertEquals(elementsOf(set), [2]);
});

Deno.test("firstMissing finds the lowest free number, past a full set too", () => {
  assertEquals(firstMissing(bits(0, 1, 3)), 2);
  assertEquals(firstMissing(bits(...Array(40).keys())), 40);
  assertEquals(firstMissing(new Int32Array([-1, -1])), 64);
});

Deno.test("rows of a table are views", () => {
  const table = new BitTable(3, 33);
  addBit(table.row(1), 32);
  assertEquals([table.has(0, 32), table.has(1, 32), table.has(2, 32)], [false, true, false]);
  table.delete(1, 32);
  assertEquals(elementsOf(table.row(1)), []);
});
