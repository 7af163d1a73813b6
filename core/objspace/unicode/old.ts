/**
 * `unicodedata.ucd_3_2_0`: the database as it was in Unicode 3.2.0, which the preparation of host names needs. It is
 * that of today without what came later, and with the few properties that were others then. `digit` is today's, as
 * in CPython.
 */
import type { bool, f64, i32 } from "@rts";
import { decimalValue, digitValue } from "./ctype.ts";
import {
  bidirectional,
  category,
  combining,
  dataOf,
  decomposition,
  eastAsianWidth,
  mirrored,
  numericValue,
} from "./database.ts";
import { DataShift } from "./layout.ts";

/** Values that differ in ranges of code points. */
class Differences {
  private readonly firsts: i32[] = [];
  private readonly lasts: i32[] = [];
  private readonly values: string[] = [];

  /** Ranges in hexadecimal, such as `a7 2b9-2ba`, that have a value. For module top level. */
  add(value: string, ranges: string): Differences {
    for (const range of ranges.split(" ")) {
      const [first, last] = range.split("-");
      this.firsts.push(parseInt(first, 16));
      this.lasts.push(parseInt(last ?? first, 16));
      this.values.push(value);
    }
    return this;
  }

  /** The value of a code point, or `otherwise`. */
  get(c: i32, otherwise: string): string {
    for (let i: i32 = 0; i < this.firsts.length; i++) {
      if (c >= this.firsts[i] && c <= this.lasts[i]) return this.values[i];
    }
    return otherwise;
  }
}

const CATEGORIES: Differences = new Differences()
  .add("So", "a7 b6 f14 2118 2132")
  .add("Ll", "aa ba 294 2071 207f")
  .add("Pd", "ad")
  .add("Sk", "2b9-2ba 2c6-2cf 2ec 374")
  .add("Po", "5be 166d 23b6")
  .add("Me", "6de")
  .add("Lo", "10d0-10f8 13a0-13f4 1885-1886 a015 10341")
  .add("Nd", "1369-1371")
  .add("Mc", "17b4-17b5")
  .add("Zs", "200b")
  .add("Nl", "2183")
  .add("Sm", "2308-230b")
  .add("Ps", "23b4 fd3e")
  .add("Pe", "23b5 fd3f")
  .add("Mn", "302e-302f")
  .add("Pc", "30fb ff65");
const BIDI: Differences = new Differences()
  .add("ET", "2b 2d 207a-207b 208a-208b 2212 fb29 fe62-fe63 ff0b ff0d")
  .add("ES", "2f ff0f")
  .add("ON", "ad 2044 2132 2800-28ff")
  .add("AL", "6dd")
  .add("NSM", "6de cbf cc6 302e-302f")
  .add("BN", "70f fff9-fffb")
  .add("L", "17b4-17b5 1885-1886 1d6db 1d715 1d74f 1d789 1d7c3")
  .add("WS", "202f")
  .add("EN", "2460-2487 24ea");
const WIDTHS: Differences = new Differences().add("N", "231a-231b 25fd-25fe 2648-2653");
const MIRRORED: Differences = new Differences()
  .add("0", "f3a-f3d 169b-169c fe59-fe5e fe64-fe65 1d6db 1d715 1d74f 1d789 1d7c3")
  .add("1", "29a1");
/** Digits that counted as decimal. */
const DECIMALS: Differences = new Differences().add("yes", "b2-b3 b9 1369-1371 2070 2074-2079 2080-2089");
/** Decompositions that were corrected later. */
const CORRECTED: i32[] = [0x2f868, 0x2f874, 0x2f91f, 0x2f95f, 0x2f9bf];
const CORRECTIONS: i32[] = [0x2136a, 0x5f33, 0x43ab, 0x7aae, 0x4d57];

/** Tells whether a code point was assigned. */
export function isOld(c: i32): bool {
  return (dataOf(c) >> DataShift.Old & 1) !== 0;
}

export function oldCategory(c: i32): string {
  return isOld(c) ? CATEGORIES.get(c, category(c)) : "Cn";
}
export function oldBidirectional(c: i32): string {
  return isOld(c) ? BIDI.get(c, bidirectional(c)) : "";
}
export function oldEastAsianWidth(c: i32): string {
  return isOld(c) ? WIDTHS.get(c, eastAsianWidth(c)) : "F";
}
export function oldMirrored(c: i32): bool {
  return isOld(c) && MIRRORED.get(c, mirrored(c) ? "1" : "0") === "1";
}
export function oldCombining(c: i32): i32 {
  return isOld(c) ? combining(c) : 0;
}
/** -1 for none. */
export function oldDecimal(c: i32): i32 {
  if (!isOld(c)) return -1;
  return DECIMALS.get(c, "") === "yes" ? digitValue(c) : decimalValue(c);
}
/** NaN for none. */
export function oldNumeric(c: i32): f64 {
  return isOld(c) ? numericValue(c) : NaN;
}
/** As `unicodedata.decomposition`; not corrected, as CPython's. */
export function oldDecompositionText(c: i32): string {
  return isOld(c) ? decomposition(c) : "";
}

/** What a code point decomposed to where that differs from today: itself when it was not assigned. -1 for no difference. */
export function oldDecomposition(c: i32): i32 {
  if (!isOld(c)) return c;
  const at: i32 = CORRECTED.indexOf(c);
  return at < 0 ? -1 : CORRECTIONS[at];
}
