/** Fields with initializers, set by the constructor, changed later. */
import { type bool, type f64, type i32, print } from "@rts";
class Account {
  balance: f64 = 0;
  readonly owner: string;
  private log: string[] = [];
  open: bool = true;

  constructor(owner: string, opening: f64) {
    this.owner = owner;
    this.deposit(opening);
  }

  deposit(amount: f64): void {
    this.balance += amount;
    this.log.push(`+${amount}`);
  }

  history(): string {
    return this.log.join(" ");
  }
}

export function main(_args: string[]): i32 {
  const a = new Account("ann", 10);
  const b = new Account("bob", 0.5);
  a.deposit(2.25);
  b.open = false;
  print(`${a.owner} ${a.balance} ${a.open} ${a.history()}`);
  print(`${b.owner} ${b.balance} ${b.open} ${b.history()}`);
  print(`${a === b} ${a !== b} ${a === a}`);
  return 0;
}
