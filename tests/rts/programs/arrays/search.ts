/** some, every, find, findIndex. */
import { type bool, type i32, print } from "@rts";
class Animal {
  constructor(readonly name: string, readonly legs: i32) {}
}

export function main(_args: string[]): i32 {
  const a: i32[] = [2, 4, 7, 8];
  print(`${a.some((x: i32): bool => x > 7)} ${a.some((x: i32): bool => x > 8)}`);
  print(`${a.every((x: i32): bool => x > 1)} ${a.every((x: i32): bool => x > 2)}`);
  print(`${a.findIndex((x: i32): bool => x % 2 === 1)} ${a.findIndex((x: i32): bool => x > 100)}`);
  const none: i32[] = [];
  print(`${none.some((_x: i32): bool => true)} ${none.every((_x: i32): bool => false)}`);
  const animals: Animal[] = [
    new Animal("bird", 2),
    new Animal("cat", 4),
    new Animal("ant", 6),
    new Animal("dog", 4),
  ];
  const four = animals.find((x: Animal): bool => x.legs === 4) ?? animals[0];
  print(four.name);
  const eight = animals.find((x: Animal): bool => x.legs === 8) ?? null;
  print(`${eight === null}`);
  return 0;
}
