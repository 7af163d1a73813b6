/** A type parameter with a bound. */
import { type i32, print } from "@rts";
abstract class Animal {
  constructor(readonly name: string) {}
  abstract sound(): string;
}
class Dog extends Animal {
  override sound(): string {
    return "woof";
  }
  fetch(): string {
    return this.name + " fetches";
  }
}
class Cat extends Animal {
  override sound(): string {
    return "meow";
  }
}
class Cage<T extends Animal> {
  constructor(readonly guest: T) {}
  noise(): string {
    return `${this.guest.name}: ${this.guest.sound()}`;
  }
}

function loudest<T extends Animal>(animals: T[]): T {
  let best = animals[0];
  for (const a of animals) {
    if (a.sound().length + a.name.length > best.sound().length + best.name.length) best = a;
  }
  return best;
}

export function main(_args: string[]): i32 {
  const dog = new Cage<Dog>(new Dog("rex"));
  const cat = new Cage<Cat>(new Cat("tom"));
  const any = new Cage<Animal>(cat.guest);
  print(`${dog.noise()} ${cat.noise()} ${any.noise()} ${dog.guest.fetch()}`);
  print(loudest<Dog>([new Dog("a"), new Dog("abc")]).fetch());
  return 0;
}
