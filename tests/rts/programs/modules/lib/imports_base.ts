/** A class that three modules share, the last link of an import chain. */
import type { f64 } from "@rts";

export abstract class Shape {
  abstract area(): f64;
  name(): string {
    return "shape";
  }
}
