/**
 * Fannkuch: over all permutations of n pancakes, how often the top stack, as long as its first pancake says,
 * has to be turned over until pancake 1 is on top (K. Anderson and D. Rettig, "Performing Lisp analysis of the
 * FANNKUCH benchmark", 1994).
 *
 * Measures integer loops over small typed arrays. For n = 7 the checksum is 228 and the maximum 16; for n = 10
 * they are 73196 and 38.
 */
import { type f64, type i32, parseI32, print } from "@rts";

/** Reversals needed by `permutation`, which counts from 0; `work` is scratch space. */
function countFlips(permutation: Int32Array, work: Int32Array): i32 {
  for (let i = 0; i < permutation.length; i++) work[i] = permutation[i];
  let flips = 0;
  let first = work[0];
  while (first !== 0) {
    for (let low = 0, high = first; low < high; low++, high--) {
      const kept = work[low];
      work[low] = work[high];
      work[high] = kept;
    }
    flips++;
    first = work[0];
  }
  return flips;
}

/** Moves the first element of `[0, last]` to its end. */
function rotate(permutation: Int32Array, last: i32): void {
  const first = permutation[0];
  for (let i = 0; i < last; i++) permutation[i] = permutation[i + 1];
  permutation[last] = first;
}

/** Steps through the permutations so that each is the one before with a prefix rotated. */
class Search {
  checksum: i32 = 0;
  maxFlips: i32 = 0;
  private readonly permutation: Int32Array;
  private readonly work: Int32Array;
  /** By position: rotations of the prefix up to there that are still to come. */
  private readonly rotations: Int32Array;

  constructor(private readonly n: i32) {
    this.permutation = new Int32Array(n);
    this.work = new Int32Array(n);
    this.rotations = new Int32Array(n);
    for (let i = 0; i < n; i++) {
      this.permutation[i] = i;
      this.rotations[i] = i;
    }
  }

  run(): void {
    let sign = 1;
    while (true) {
      const flips = countFlips(this.permutation, this.work);
      this.maxFlips = Math.max(this.maxFlips, flips);
      this.checksum += sign * flips;
      sign = -sign;
      let position = 1;
      while (true) {
        if (position === this.n) return;
        rotate(this.permutation, position);
        if (this.rotations[position] > 0) break;
        this.rotations[position] = position;
        position++;
      }
      this.rotations[position]--;
    }
  }
}

/** All permutations of `n` elements (2 to 12); checksum * 100 + maximum of flips. */
export function run(n: i32): f64 {
  const search = new Search(n);
  search.run();
  return search.checksum * 100.0 + search.maxFlips;
}

export function defaultSize(): i32 {
  return 10;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  const result = run(size);
  const maxFlips = result % 100;
  print(`fannkuch ${size}: checksum ${(result - maxFlips) / 100}, maximum ${maxFlips}`);
  return 0;
}
