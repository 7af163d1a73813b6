/** Functions in fields. */
import { type bool, type i32, print } from "@rts";
type Rule = (n: i32) => bool;

class Sieve {
  private hits: i32 = 0;
  constructor(readonly name: string, private readonly rule: Rule, public fallback: Rule | null) {}
  test(n: i32): bool {
    if (this.rule(n)) {
      this.hits++;
      return true;
    }
    const f = this.fallback;
    return f !== null && f(n);
  }
  report(): string {
    return `${this.name} ${this.hits}`;
  }
}

function isEven(n: i32): bool {
  return n % 2 === 0;
}

export function main(_args: string[]): i32 {
  const a = new Sieve("even", isEven, null);
  const b = new Sieve("three", (n: i32): bool => n % 3 === 0, isEven);
  let line = "";
  for (let i = 0; i < 10; i++) line += `${a.test(i) ? 1 : 0}${b.test(i) ? 1 : 0} `;
  print(line);
  b.fallback = (n: i32): bool => n > 100;
  print(`${b.test(4)} ${b.test(101)} ${a.report()} ${b.report()} ${a.fallback === null}`);
  return 0;
}
