/** A tokenizer and a recursive-descent calculator. */
import { type i32, idiv, parseI32, print } from "@rts";
class Scanner {
  at: i32 = 0;
  constructor(readonly text: string) {}

  peek(): string {
    while (this.at < this.text.length && this.text[this.at] === " ") this.at++;
    return this.at < this.text.length ? this.text[this.at] : "";
  }

  number(): i32 {
    const start = this.at;
    while (this.at < this.text.length && this.text[this.at] >= "0" && this.text[this.at] <= "9") this.at++;
    return parseI32(this.text.substring(start, this.at));
  }
}

function factor(s: Scanner): i32 {
  if (s.peek() === "(") {
    s.at++;
    const value = sum(s);
    s.peek();
    s.at++;
    return value;
  }
  if (s.peek() === "-") {
    s.at++;
    return -factor(s);
  }
  return s.number();
}

function product(s: Scanner): i32 {
  let value = factor(s);
  for (let op = s.peek(); op === "*" || op === "/"; op = s.peek()) {
    s.at++;
    value = op === "*" ? value * factor(s) : idiv(value, factor(s));
  }
  return value;
}

function sum(s: Scanner): i32 {
  let value = product(s);
  for (let op = s.peek(); op === "+" || op === "-"; op = s.peek()) {
    s.at++;
    value = op === "+" ? value + product(s) : value - product(s);
  }
  return value;
}

export function main(_args: string[]): i32 {
  const sources: string[] = [
    "1",
    "1 + 2 * 3",
    "(1 + 2) * 3",
    "-4 * -(2 - 7)",
    "100 / 7 / 2",
    "2 * (3 + (4 - 5) * 6)",
  ];
  for (const text of sources) print(`${text} = ${sum(new Scanner(text))}`);
  return 0;
}
