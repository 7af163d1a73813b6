/**
 * How Unicode 3.2 differs from the current version in code points that it assigned: what `ucd_3_2_0` tells apart from
 * the tables of the current version. Each list has ranges of code points, in hexadecimal, with the value of 3.2.
 */
import type { i32 } from "@rts";

/** Ranges of code points, ascending, with a text each. */
export class OldValues {
  private readonly first: i32[] = [];
  private readonly last: i32[] = [];
  private readonly values: string[] = [];

  /** Reads a list; at module top levels. */
  constructor(list: string) {
    for (const item of list.split(" ")) {
      const [range, value] = item.split(":") as [string, string?];
      const [first, last] = range.split("-") as [string, string?];
      this.first.push(parseInt(first, 16));
      this.last.push(parseInt(last ?? first, 16));
      this.values.push(value ?? "");
    }
  }

  /** The place of the range that `c` is in, or -1. */
  find(c: i32): i32 {
    let low: i32 = 0;
    let high: i32 = this.first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.last[middle] < c) low = middle + 1;
      else high = middle;
    }
    return low < this.first.length && this.first[low] <= c ? low : -1;
  }

  /** The value of 3.2, or `current` where that is the same. */
  of(c: i32, current: string): string {
    const at = this.find(c);
    return at < 0 ? current : this.values[at];
  }
}

export const OLD_CATEGORIES: OldValues = new OldValues(
  "a7:So aa:Ll ad:Pd b6:So ba:Ll 294:Ll 2b9-2ba:Sk 2c6-2cf:Sk 2ec:Sk 374:Sk 5be:Po 6de:Me f14:So " +
    "10d0-10f8:Lo 1369-1371:Nd 13a0-13f4:Lo 166d:Po 17b4-17b5:Mc 1885-1886:Lo 200b:Zs 2071:Ll 207f:Ll " +
    "2118:So 2132:So 2183:Nl 2308-230b:Sm 23b4:Ps 23b5:Pe 23b6:Po 302e-302f:Mn 30fb:Pc a015:Lo " +
    "fd3e:Ps fd3f:Pe ff65:Pc 10341:Lo",
);

export const OLD_BIDI_CLASSES: OldValues = new OldValues(
  "2b:ET 2d:ET 2f:ES ad:ON 6dd:AL 6de:NSM 70f:BN cbf:NSM cc6:NSM 17b4-17b5:L 1885-1886:L 202f:WS " +
    "2044:ON 207a-207b:ET 208a-208b:ET 2132:ON 2212:ET 2460-2487:EN 24ea:EN 2800-28ff:ON " +
    "302e-302f:NSM fb29:ET fe62-fe63:ET ff0b:ET ff0d:ET ff0f:ES fff9-fffb:BN 1d6db:L 1d715:L 1d74f:L " +
    "1d789:L 1d7c3:L",
);

export const OLD_WIDTHS: OldValues = new OldValues(
  "231a-231b:N 25fd-25fe:N 2648-2653:N",
);

/** `1` for mirrored, `0` for not. */
export const OLD_MIRRORED: OldValues = new OldValues(
  "f3a-f3d:0 169b-169c:0 29a1:1 fe59-fe5e:0 fe64-fe65:0 1d6db:0 1d715:0 1d74f:0 1d789:0 1d7c3:0",
);

/** Digits that counted as decimal ones. */
export const OLD_DECIMALS: OldValues = new OldValues(
  "b2-b3 b9 1369-1371 2070 2074-2079 2080-2089",
);

/** Code points whose decompositions were corrected later, with what they were before, in hexadecimal. */
export const OLD_DECOMPOSITIONS: OldValues = new OldValues(
  "2f868:2136a 2f874:5f33 2f91f:43ab 2f95f:7aae 2f9bf:4d57",
);
