/** `as` and `!`. */
import { type i32, print } from "@rts";
class Animal {
  constructor(readonly name: string) {}
}
class Dog extends Animal {
  bark(): string {
    return this.name + " barks";
  }
}
class Kennel {
  guest: Animal | null = null;
}

export function main(_args: string[]): i32 {
  const animals: Animal[] = [new Dog("rex"), new Animal("tom")];
  print((animals[0] as Dog).bark());
  const k = new Kennel();
  k.guest = animals[0];
  print((k.guest as Dog).bark());
  print(k.guest!.name);
  const maybe: Animal | null = find(animals, "tom");
  print(maybe!.name);
  const asBase = new Dog("ace") as Animal;
  print(`${asBase.name} ${asBase instanceof Dog}`);
  return 0;
}

function find(animals: Animal[], name: string): Animal | null {
  for (const a of animals) if (a.name === name) return a;
  return null;
}
