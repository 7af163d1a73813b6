/** Plain, mutual and multiple recursion. */
import { type bool, type i32, type i64, print } from "@rts";
function factorial(n: i64): i64 {
  return n <= 1n ? 1n : n * factorial(n - 1n);
}

function fib(n: i32): i32 {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function isEven(n: i32): bool {
  return n === 0 ? true : isOdd(n - 1);
}

function isOdd(n: i32): bool {
  return n === 0 ? false : isEven(n - 1);
}

function ackermann(m: i32, n: i32): i32 {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

function hanoi(n: i32, from: string, to: string, via: string): i32 {
  if (n === 0) return 0;
  return hanoi(n - 1, from, via, to) + 1 + hanoi(n - 1, via, to, from);
}

export function main(_args: string[]): i32 {
  print(
    `${factorial(20n)} ${fib(20)} ${isEven(100)} ${isOdd(100)} ${ackermann(2, 5)} ${
      hanoi(10, "a", "b", "c")
    }`,
  );
  return 0;
}
