import type { W_Root } from "./root.ts";
export function newMappingProxy(w_dict: W_Root): W_Root {
  return w_dict;
}
