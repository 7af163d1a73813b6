/** A base constructor calls a method that a subclass overrides. */
import { type i32, print } from "@rts";
const log: string[] = [];

class Base {
  readonly kind: string;
  constructor() {
    this.kind = this.describe();
    log.push(this.kind);
  }
  describe(): string {
    return "base";
  }
}
class Derived extends Base {
  override describe(): string {
    return "derived of " + super.describe();
  }
}

export function main(_args: string[]): i32 {
  const all: Base[] = [new Base(), new Derived()];
  for (const b of all) print(`${b.kind} ${b.describe()}`);
  print(log.join(";"));
  return 0;
}
