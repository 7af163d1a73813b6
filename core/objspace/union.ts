import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";
export function makeUnion(_w_a: W_Root, _w_b: W_Root): W_Root {
  return w_NotImplemented;
}
