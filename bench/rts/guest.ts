/**
 * Guest loops inside the Finch interpreter: integer loops, method calls, list access, closures, floats. Measures
 * a bytecode interpreter as a program of the translator.
 */
import { type f64, type i32, print } from "@rts";
import { callWith1 } from "../../languages/finch/interpreter.ts";
import { expectNumber, newInt } from "../../languages/finch/numbers.ts";
import { Program } from "../../languages/finch/program.ts";

const SOURCE: string = `
fn collatz(limit) {
  let steps = 0
  let n = 1
  while n < limit {
    let x = n
    while x != 1 {
      if x % 2 == 0 { x = x // 2 } else { x = 3 * x + 1 }
      steps += 1
    }
    n += 1
  }
  return steps
}

class Counter {
  init(step) { self.step = step; self.total = 0 }
  advance() { self.total = self.total + self.step }
}
class Doubling : Counter {
  advance() { super.advance(); self.total = self.total % 4093 + self.step }
}

fn methods(count) {
  let a = Counter(3)
  let b = Doubling(7)
  let turn = a
  for i in 0..count {
    turn.advance()
    if i % 3 == 0 { turn = b } else { turn = a }
  }
  return a.total + b.total
}

fn lists(size) {
  let items = []
  for i in 0..size { items.push((i * 7919) % size) }
  let swaps = 0
  for round in 0..8 {
    for i in 1..size {
      if items[i] < items[i - 1] {
        let t = items[i]
        items[i] = items[i - 1]
        items[i - 1] = t
        swaps += 1
      }
    }
  }
  return swaps
}

fn closures(count) {
  let total = 0
  let add = fn (x) { total += x }
  let make = fn (k) { return fn (x) { return x * k - 1 } }
  let triple = make(3)
  for i in 0..count { add(triple(i) % 11) }
  return total
}

fn floats(count) {
  let x = 0.5
  let sum = 0.0
  for i in 0..count {
    x = 3.7 * x * (1.0 - x)
    sum += x
  }
  return floor(sum * 1000.0)
}

fn fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) }

fn calls(count) {
  let sum = 0
  for i in 0..count { sum += fib(i % 12) }
  return sum
}

fn bench(n) {
  return collatz(n) + methods(n * 10) + lists(n) + closures(n * 6) + floats(n * 6) + calls(n // 2)
}
`;

let program: Program | null = null;

/** The program, compiled and with its top level run, at the first call. */
function prepared(): Program {
  const known = program;
  if (known !== null) return known;
  const fresh = new Program("guest.finch", SOURCE);
  fresh.run();
  program = fresh;
  return fresh;
}

/** Runs the guest's loops in proportion to `n`; the sum of their results. */
export function run(n: i32): f64 {
  return expectNumber(callWith1(prepared().global("bench"), newInt(n)), "the checksum");
}

/** About 100 ms untranslated. */
export function defaultSize(): i32 {
  return 2500;
}

export function main(_args: string[]): i32 {
  print(`${run(defaultSize())}`);
  return 0;
}
