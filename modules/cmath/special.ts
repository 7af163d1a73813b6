/**
 * What the functions of `cmath` give where a part of the argument is infinite or NaN (C99, annex G, as CPython has
 * it). Rows are the real part, columns the imaginary one: -inf, negative, -0, +0, positive, +inf, NaN.
 *
 * A cell is the real part and the imaginary part of the result, a sign and a letter each: I infinite, N NaN, P π,
 * H π/2, Q π/4, T 3π/4, digits themselves. `EDOM` is a domain error. Finite arguments have no cell.
 */
import { type f64, f64Bits, type FixedArray, type i32, newFixedArray } from "@rts";
import { ComplexResult, ComplexStatus } from "../../core/objspace/complex/core.ts";

/** A row or column of a table. */
function classOf(x: f64): i32 {
  if (x !== x) return 6;
  const negative = f64Bits(x) < 0n;
  if (x === 0.0) return negative ? 2 : 3;
  if (Math.abs(x) === Infinity) return negative ? 0 : 5;
  return negative ? 1 : 4;
}

/** The results of one function. */
export class SpecialValues {
  private readonly cells: FixedArray<ComplexResult> = newFixedArray<ComplexResult>(49, NOTHING);

  /** Translation time only. */
  constructor(rows: readonly string[]) {
    for (let row = 0; row < 7; row++) {
      for (let column = 0; column < 7; column++) {
        this.cells[row * 7 + column] = parseCell(rows[row].substring(column * 5, column * 5 + 4));
      }
    }
  }

  /** The result for an argument that is not finite. */
  at(re: f64, im: f64): ComplexResult {
    return this.cells[classOf(re) * 7 + classOf(im)];
  }
}

const NOTHING: ComplexResult = new ComplexResult(0, 0, ComplexStatus.Ok);

const VALUES: Record<string, number> = {
  "0": 0,
  "1": 1,
  I: Infinity,
  N: NaN,
  P: Math.PI,
  H: Math.PI / 2,
  Q: Math.PI / 4,
  T: 3 * Math.PI / 4,
};

function parseCell(cell: string): ComplexResult {
  if (cell === "EDOM") return new ComplexResult(NaN, NaN, ComplexStatus.Domain);
  if (cell.trim() === "") return NOTHING;
  const part = (sign: string, letter: string) => sign === "-" ? -VALUES[letter] : VALUES[letter];
  return new ComplexResult(part(cell[0], cell[1]), part(cell[2], cell[3]), ComplexStatus.Ok);
}

export const ACOS_VALUES: SpecialValues = new SpecialValues([
  "+T+I +P+I +P+I +P-I +P-I +T-I  N+I",
  "+H+I                     +H-I  N N",
  "+H+I                     +H-I +H N",
  "+H+I                     +H-I +H N",
  "+H+I                     +H-I  N N",
  "+Q+I +0+I +0+I +0-I +0-I +Q-I  N+I",
  " N+I  N N  N N  N N  N N  N-I  N N",
]);

export const ACOSH_VALUES: SpecialValues = new SpecialValues([
  "+I-T +I-P +I-P +I+P +I+P +I+T +I N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-Q +I-0 +I-0 +I+0 +I+0 +I+Q +I N",
  "+I N  N N  N N  N N  N N +I N  N N",
]);

export const ASINH_VALUES: SpecialValues = new SpecialValues([
  "-I-Q -I-0 -I-0 -I+0 -I+0 -I+Q -I N",
  "-I-H                     -I+H  N N",
  "-I-H                     -I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-Q +I-0 +I-0 +I+0 +I+0 +I+Q +I N",
  "+I N  N N  N-0  N+0  N N +I N  N N",
]);

export const ATANH_VALUES: SpecialValues = new SpecialValues([
  "-0-H -0-H -0-H -0+H -0+H -0+H -0 N",
  "-0-H                     -0+H  N N",
  "-0-H                     -0+H -0 N",
  "+0-H                     +0+H +0 N",
  "+0-H                     +0+H  N N",
  "+0-H +0-H +0-H +0+H +0+H +0+H +0 N",
  "+0-H  N N  N N  N N  N N +0+H  N N",
]);

export const COSH_VALUES: SpecialValues = new SpecialValues([
  "EDOM +I+I +I+0 +I-0 +I-I EDOM +I N",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N+0",
  "EDOM                     EDOM  N+0",
  "EDOM                     EDOM  N N",
  "EDOM +I-I +I-0 +I+0 +I+I EDOM +I N",
  " N N  N N  N+0  N+0  N N  N N  N N",
]);

export const EXP_VALUES: SpecialValues = new SpecialValues([
  "+0+0 +0-0 +0-0 +0+0 +0+0 +0+0 +0+0",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N N",
  "EDOM +I-I +I-0 +I+0 +I+I EDOM +I N",
  " N N  N N  N-0  N+0  N N  N N  N N",
]);

export const LOG_VALUES: SpecialValues = new SpecialValues([
  "+I-T +I-P +I-P +I+P +I+P +I+T +I N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-H                     +I+H  N N",
  "+I-Q +I-0 +I-0 +I+0 +I+0 +I+Q +I N",
  "+I N  N N  N N  N N  N N +I N  N N",
]);

export const SINH_VALUES: SpecialValues = new SpecialValues([
  "EDOM -I-I -I-0 -I+0 -I+I EDOM +I N",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM +0 N",
  "EDOM                     EDOM +0 N",
  "EDOM                     EDOM  N N",
  "EDOM +I-I +I-0 +I+0 +I+I EDOM +I N",
  " N N  N N  N-0  N+0  N N  N N  N N",
]);

export const SQRT_VALUES: SpecialValues = new SpecialValues([
  "+I-I +0-I +0-I +0+I +0+I +I+I  N+I",
  "+I-I                     +I+I  N N",
  "+I-I                     +I+I  N N",
  "+I-I                     +I+I  N N",
  "+I-I                     +I+I  N N",
  "+I-I +I-0 +I-0 +I+0 +I+0 +I+I +I N",
  "+I-I  N N  N N  N N  N N +I+I  N N",
]);

export const TANH_VALUES: SpecialValues = new SpecialValues([
  "-1+0 -1-0 -1-0 -1+0 -1+0 -1+0 -1+0",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N N",
  "EDOM                     EDOM  N N",
  "+1+0 +1-0 +1-0 +1+0 +1+0 +1+0 +1+0",
  " N N  N N  N-0  N+0  N N  N N  N N",
]);

export const RECT_VALUES: SpecialValues = new SpecialValues([
  "EDOM -I+I -I+0 -I-0 -I-I EDOM +I N",
  "EDOM                     EDOM  N N",
  "+0+0                     +0+0 +0+0",
  "+0+0                     +0+0 +0+0",
  "EDOM                     EDOM  N N",
  "EDOM +I-I +I-0 +I+0 +I+I EDOM +I N",
  " N N  N N  N+0  N+0  N N  N N  N N",
]);
