/** A default export and a renamed one. */
import type { i32 } from "@rts";
import { Square } from "./imports_circle.ts";

const sides: i32 = 4;
export { sides as SIDES };
export default new Square(1);
