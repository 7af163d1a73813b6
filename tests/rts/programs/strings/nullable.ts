/** `string | null`: tests, `??`, fields, elements. */
import { type i32, print } from "@rts";
class Person {
  nickname: string | null = null;
  constructor(readonly name: string) {}

  shown(): string {
    return this.nickname ?? this.name;
  }
}

function find(names: (string | null)[], wanted: string): string | null {
  for (const n of names) if (n === wanted) return n;
  return null;
}

export function main(_args: string[]): i32 {
  const p = new Person("elizabeth");
  print(p.shown());
  p.nickname = "beth";
  print(p.shown());
  p.nickname = "";
  print(`[${p.shown()}]`);
  const names: (string | null)[] = [null, "a", null, "b"];
  print(`${find(names, "b") ?? "none"} ${find(names, "c") ?? "none"} ${find(names, "a")!.length}`);
  let nulls: i32 = 0;
  for (const n of names) if (n === null) nulls++;
  print(`${nulls} ${names[0] === names[2]}`);
  return 0;
}
