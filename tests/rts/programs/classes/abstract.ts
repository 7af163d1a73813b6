/** Abstract classes and methods. */
import { type i32, print } from "@rts";
abstract class Expr {
  abstract evaluate(): i32;
  abstract show(): string;
  describe(): string {
    return `${this.show()} = ${this.evaluate()}`;
  }
}

class Literal extends Expr {
  constructor(private readonly value: i32) {
    super();
  }
  override evaluate(): i32 {
    return this.value;
  }
  override show(): string {
    return `${this.value}`;
  }
}

abstract class Binary extends Expr {
  constructor(protected readonly left: Expr, protected readonly right: Expr) {
    super();
  }
  abstract symbol(): string;
  override show(): string {
    return `(${this.left.show()} ${this.symbol()} ${this.right.show()})`;
  }
}

class Add extends Binary {
  override evaluate(): i32 {
    return this.left.evaluate() + this.right.evaluate();
  }
  override symbol(): string {
    return "+";
  }
}

class Mul extends Binary {
  override evaluate(): i32 {
    return this.left.evaluate() * this.right.evaluate();
  }
  override symbol(): string {
    return "*";
  }
}

export function main(_args: string[]): i32 {
  const e: Expr = new Add(new Literal(2), new Mul(new Literal(3), new Add(new Literal(4), new Literal(-1))));
  print(e.describe());
  return 0;
}
