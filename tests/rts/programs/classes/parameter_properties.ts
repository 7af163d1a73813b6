/** Parameter properties of every modifier, mixed with parameters and fields. */
import { type f64, type i32, print } from "@rts";
class Vector {
  readonly length2: f64;
  constructor(public x: f64, readonly y: f64, private z: f64, scale: f64) {
    this.length2 = (x * x + y * y + z * z) * scale;
  }

  depth(): f64 {
    return this.z;
  }
}

class Named extends Vector {
  tag: string = "none";
  constructor(protected readonly name: string, x: f64) {
    super(x, x + 1, x + 2, 0.5);
    this.tag = name + "/" + x;
  }

  text(): string {
    return `${this.name} ${this.x} ${this.y} ${this.depth()} ${this.length2} ${this.tag}`;
  }
}

export function main(_args: string[]): i32 {
  const v = new Vector(1, 2, 3, 1);
  v.x = 9;
  print(`${v.x} ${v.y} ${v.depth()} ${v.length2}`);
  print(new Named("n", 1).text());
  return 0;
}
