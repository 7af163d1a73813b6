/**
 * The two-way algorithm of Crochemore and Perrin: finds a needle in linear time and constant memory, whatever the
 * texts are.
 *
 * The needle is cut at a critical position: its right part is compared first, from left to right; a mismatch
 * there moves on by the units compared. Then the left part; a mismatch there moves on by the period. In a
 * periodic needle, what is known to match after such a move is not compared again.
 */
import type { bool, i32 } from "@rts";
import { sameUnits, unitAt } from "./wstr.ts";

/** The period that {@link maximalSuffix} found beside its result. */
let foundPeriod: i32 = 1;

/** Start of the largest suffix by the order of units, or by the opposite order when `inverted`. */
function maximalSuffix(kind: i32, needle: object, length: i32, inverted: bool): i32 {
  let start: i32 = 0;
  let candidate: i32 = 1;
  let matched: i32 = 0;
  let period: i32 = 1;
  while (candidate + matched < length) {
    const a = unitAt(kind, needle, candidate + matched);
    const b = unitAt(kind, needle, start + matched);
    if (a === b) {
      if (matched + 1 === period) {
        candidate += period;
        matched = 0;
      } else matched++;
    } else if (inverted ? b < a : a < b) {
      candidate += matched + 1;
      matched = 0;
      period = candidate - start;
    } else {
      start = candidate;
      candidate = start + 1;
      matched = 0;
      period = 1;
    }
  }
  foundPeriod = period;
  return start;
}

/** Lowest start of `needle[0:length]` within `[start, end)` of `data`, both of one kind; or -1. */
export function twoWayFind(
  kind: i32,
  data: object,
  start: i32,
  end: i32,
  needle: object,
  length: i32,
): i32 {
  const cutA = maximalSuffix(kind, needle, length, false);
  const periodA = foundPeriod;
  const cutB = maximalSuffix(kind, needle, length, true);
  const cut = Math.max(cutA, cutB);
  const period = cutA > cutB ? periodA : foundPeriod;
  if (cut + period <= length && sameUnits(kind, needle, 0, needle, period, cut)) {
    return findPeriodic(kind, data, start, end, needle, length, cut, period);
  }
  return findPlain(kind, data, start, end, needle, length, cut);
}

function findPlain(
  kind: i32,
  data: object,
  start: i32,
  end: i32,
  needle: object,
  length: i32,
  cut: i32,
): i32 {
  const shift = Math.max(cut, length - cut) + 1;
  let at = start;
  while (at <= end - length) {
    let i = cut;
    while (i < length && unitAt(kind, data, at + i) === unitAt(kind, needle, i)) i++;
    if (i < length) {
      at += i - cut + 1;
    } else {
      if (sameUnits(kind, data, at, needle, 0, cut)) return at;
      at += shift;
    }
  }
  return -1;
}

function findPeriodic(
  kind: i32,
  data: object,
  start: i32,
  end: i32,
  needle: object,
  length: i32,
  cut: i32,
  period: i32,
): i32 {
  // Units of the needle's begin that are known to match at `at`.
  let memory: i32 = 0;
  let at = start;
  while (at <= end - length) {
    let i = Math.max(cut, memory);
    while (i < length && unitAt(kind, data, at + i) === unitAt(kind, needle, i)) i++;
    if (i < length) {
      at += i - cut + 1;
      memory = 0;
    } else {
      let j = cut - 1;
      while (j >= memory && unitAt(kind, data, at + j) === unitAt(kind, needle, j)) j--;
      if (j < memory) return at;
      at += period;
      memory = length - period;
    }
  }
  return -1;
}
