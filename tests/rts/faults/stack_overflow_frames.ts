// stdout: done
/** Stack overflows in functions whose native frames are large: parameters, pending operands, locals; no references. */
import { type f64, type i32, type i64, print, StackOverflowError } from "@rts";

function many(
  a: i32,
  b: i32,
  c: i32,
  d: i32,
  e: i32,
  f: i32,
  g: i32,
  h: i32,
  i: i32,
  j: i32,
  k: i32,
  l: i32,
  m: f64,
  n: f64,
  o: f64,
  p: f64,
  q: f64,
  r: f64,
  s: f64,
  t: f64,
  u: f64,
  v: f64,
): i32 {
  if (a < 0) return 0;
  return many(a + 1, c, b, e, d, g, f, i, h, k, j, l + 1, n, m, p, o, r, q, t, s, v, u) + b;
}

/** Operands that wait for the call. */
function pending(x: i32): i32 {
  if (x < 0) return 0;
  return (x * 3) ^
    ((x * 5) + ((x * 7) ^ ((x * 9) + ((x * 11) ^ ((x * 13) + ((x * 15) ^ ((x * 17) + ((x * 19) ^
      ((x * 21) +
        ((x * 23) ^ ((x * 25) + ((x * 27) ^ ((x * 29) + ((x * 31) ^ ((x * 33) + ((x * 35) ^ ((x * 37) +
          ((x * 39) ^
            ((x * 41) + ((x * 43) ^ ((x * 45) + ((x * 47) ^ ((x * 49) + pending(x + 1))))))))))))))))))))))));
}
function pendingF(x: f64): f64 {
  if (x < 0) return 0;
  return (x * 3) -
    ((x * 5) + ((x * 7) - ((x * 9) + ((x * 11) - ((x * 13) + ((x * 15) - ((x * 17) + ((x * 19) -
      ((x * 21) +
        ((x * 23) - ((x * 25) + ((x * 27) - ((x * 29) + ((x * 31) - ((x * 33) + ((x * 35) - ((x * 37) +
          ((x * 39) -
            ((x * 41) +
              ((x * 43) - ((x * 45) + ((x * 47) - ((x * 49) + pendingF(x + 1))))))))))))))))))))))));
}

/** Many locals. */
function locals(x: i32): i32 {
  if (x < 0) return 0;
  let a = x * 3, b = x * 5, c = x * 7, d = x * 9, e = x * 11, f = x * 13, g = x * 15, h = x * 17;
  let i: f64 = x * 3.5, j: f64 = x * 5.5, k: f64 = x * 7.5, l: f64 = x * 9.5, m: f64 = x * 11.5;
  const r = locals(x + 1);
  a += r;
  b ^= r;
  c += b;
  d ^= c;
  e += d;
  f ^= e;
  g += f;
  h ^= g;
  i += r;
  j += i;
  k += j;
  l += k;
  m += l;
  return (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h) + (m > 0 ? 1 : 0);
}
function wide(x: i64): i64 {
  if (x < 0n) return 0n;
  const y = wide(x + 1n);
  return (y * 3n) ^ x;
}

function even(n: i32): i32 {
  return n < 0 ? 1 : odd(n + 1) + 1;
}
function odd(n: i32): i32 {
  return n < 0 ? 0 : third(n + 1, n, n, n, n, n, n, n, n, n, n, n);
}
function third(
  n: i32,
  a: i32,
  b: i32,
  c: i32,
  d: i32,
  e: i32,
  f: i32,
  g: i32,
  h: i32,
  i: i32,
  j: i32,
  k: i32,
): i32 {
  return n < 0 ? a + b + c + d : even(n + 1) + e + f + g + h + i + j + k;
}

type Self = (n: i32, a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64, i: f64, j: f64) => f64;
const indirect: Self = (
  n: i32,
  a: f64,
  b: f64,
  c: f64,
  d: f64,
  e: f64,
  f: f64,
  g: f64,
  h: f64,
  i: f64,
  j: f64,
): f64 => n < 0 ? a : HOLDER.f(n + 1, b, c, d, e, f, g, h, i, j, a) + a + b;
class Holder {
  constructor(public f: Self) {}
}
const HOLDER = new Holder(indirect);

abstract class Shape {
  abstract go(n: i32, a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, g: i32, h: f64): i32;
}
class S1 extends Shape {
  override go(n: i32, a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, g: i32, h: f64): i32 {
    return n < 0 ? a : SHAPES[n & 1].go(n + 1, b, c, d, e, f, g, a, h) + a;
  }
}
class S2 extends Shape {
  override go(n: i32, a: i32, b: i32, c: i32, d: i32, e: i32, f: i32, g: i32, h: f64): i32 {
    return n < 0 ? a : SHAPES[n & 1].go(n + 1, g, b, c, d, e, f, g, h + 1) ^ b;
  }
}
const SHAPES: Shape[] = [new S1(), new S2()];

function attempt(name: string, f: () => void, round: i32): void {
  let caught = false;
  try {
    f();
  } catch (e) {
    caught = e instanceof StackOverflowError;
  }
  if (!caught) print(`${name} ${round} not caught`);
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 30; i++) {
    attempt("many", (): void => {
      many(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3);
    }, i);
    attempt("pending", (): void => {
      pending(0);
    }, i);
    attempt("pendingF", (): void => {
      pendingF(0);
    }, i);
    attempt("locals", (): void => {
      locals(0);
    }, i);
    attempt("wide", (): void => {
      wide(0n);
    }, i);
    attempt("mutual", (): void => {
      even(0);
    }, i);
    attempt("indirect", (): void => {
      HOLDER.f(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }, i);
    attempt("virtual", (): void => {
      SHAPES[0].go(0, 1, 1, 1, 1, 1, 1, 1, 1);
    }, i);
  }
  print("done");
  return 0;
}
