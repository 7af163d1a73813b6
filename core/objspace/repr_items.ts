/** `repr` of sequences: elements with commas between, in brackets. */
import type { i32 } from "@rts";
import { W_List } from "./list.ts";
import { enterRepr, leaveRepr } from "./repr_guard.ts";
import type { W_Root } from "./root.ts";
import { StrBuilder } from "./str/builder.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { repr } from "./text.ts";
import { W_Tuple } from "./tuple.ts";

/** `repr` of a list or tuple. The list may change meanwhile. */
export function reprItems(w_self: W_Root, open: string, close: string): W_Str {
  if (lengthOf(w_self) === 0) return fromRts(open + close);
  if (!enterRepr(w_self)) return fromRts(`${open}...${close}`);
  const out = new StrBuilder();
  try {
    out.appendRts(open);
    for (let i: i32 = 0; i < lengthOf(w_self); i++) {
      if (i > 0) out.appendRts(", ");
      out.appendStr(repr(itemAt(w_self, i)));
    }
    if (w_self instanceof W_Tuple && w_self.items.length === 1) out.appendRts(",");
    out.appendRts(close);
  } finally {
    leaveRepr(w_self);
  }
  return out.build();
}

function lengthOf(w_self: W_Root): i32 {
  return w_self instanceof W_List ? w_self.length : (w_self as W_Tuple).items.length;
}

function itemAt(w_self: W_Root, at: i32): W_Root {
  return w_self instanceof W_List ? w_self.getItem(at) : (w_self as W_Tuple).items[at];
}
