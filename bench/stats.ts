/** The few statistics of the harness. All of them refuse an empty list: a missing measurement is an error. */

function requireValues(values: readonly number[]): void {
  if (values.length === 0) throw new RangeError("no values");
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  requireValues(values);
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The geometric mean of positive values: the fair average of ratios. */
export function geometricMean(values: readonly number[]): number {
  requireValues(values);
  let logarithms = 0;
  for (const value of values) {
    if (!(value > 0)) throw new RangeError(`geometric mean of ${value}`);
    logarithms += Math.log(value);
  }
  return Math.exp(logarithms / values.length);
}

/** The largest value. */
export function maximum(values: readonly number[]): number {
  requireValues(values);
  return values.reduce((a, b) => Math.max(a, b));
}
