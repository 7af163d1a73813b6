/** Exact sums of doubles. */
import type { f64, i32 } from "@rts";
import { arrayCopy } from "@rts";
import { isFinite64, sumError } from "../../core/objspace/float/mod.ts";

/** How {@link FloatSum.finish} went. */
export enum SumStatus {
  Ok,
  /** OverflowError "intermediate overflow in fsum" */
  Overflow,
  /** ValueError "-inf + inf in fsum" */
  OppositeInfinities,
}

/**
 * `math.fsum`: the exact sum of what has been added, as doubles whose bits do not overlap, the smallest first.
 */
export class FloatSum {
  result: f64 = 0.0;
  private partials: Float64Array = new Float64Array(32);
  private count: i32 = 0;
  private specials: f64 = 0.0;
  private infinities: f64 = 0.0;
  private overflowed: boolean = false;

  add(value: f64): void {
    if (!isFinite64(value)) {
      if (value === value) this.infinities += value;
      this.specials += value;
      return;
    }
    let x = value;
    let used = 0;
    for (let i = 0; i < this.count; i++) {
      const y: f64 = this.partials[i];
      const high = x + y;
      const low = sumError(x, y, high);
      if (low !== 0.0) {
        this.partials[used] = low;
        used++;
      }
      x = high;
    }
    this.count = used;
    if (x === 0.0) return;
    if (isFinite64(x)) this.push(x);
    else this.overflowed = true;
  }

  private push(x: f64): void {
    if (this.count === this.partials.length) {
      const longer = new Float64Array(2 * this.count);
      arrayCopy(this.partials, 0, longer, 0, this.count);
      this.partials = longer;
    }
    this.partials[this.count] = x;
    this.count++;
  }

  /** Rounds the sum to `result`, once. */
  finish(): SumStatus {
    if (this.overflowed) return SumStatus.Overflow;
    if (this.specials !== 0.0) {
      this.result = this.specials;
      return this.infinities !== this.infinities ? SumStatus.OppositeInfinities : SumStatus.Ok;
    }
    this.result = this.rounded();
    return SumStatus.Ok;
  }

  private rounded(): f64 {
    let i = this.count - 1;
    if (i < 0) return 0.0;
    let high: f64 = this.partials[i];
    let low: f64 = 0.0;
    while (i > 0 && low === 0.0) {
      i--;
      const y: f64 = this.partials[i];
      const sum = high + y;
      low = y - (sum - high);
      high = sum;
    }
    // A rest of exactly half a unit was rounded to even: what is below it decides.
    if (i > 0 && low !== 0.0 && (low < 0.0) === (this.partials[i - 1] < 0.0)) {
      const twice = low * 2.0;
      const sum = high + twice;
      if (sum - high === twice) return sum;
    }
    return high;
  }
}
