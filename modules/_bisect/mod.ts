/** The module `_bisect`: places in sorted sequences. */
import { type FixedArray, type i64, i64ToI32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { call1, callMethod2 } from "../../core/objspace/call.ts";
import { lt } from "../../core/objspace/compare.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { indexErrorType } from "../../core/objspace/exception_types.ts";
import { newInt } from "../../core/objspace/int.ts";
import { getitem } from "../../core/objspace/iteration.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { indexI64, length } from "../../core/objspace/truth.ts";
import { listType } from "../../core/objspace/types.ts";

const s_insert: W_Str = internRts("insert");

/** An element of a sequence. */
function itemAt(w_sequence: W_Root, at: i64): W_Root {
  if (w_sequence instanceof W_List && w_sequence.map.w_type === listType && at < BigInt(w_sequence.length)) {
    return w_sequence.getItem(i64ToI32(at));
  }
  return getitem(w_sequence, newInt(at));
}

/** The place of `w_x` in `a[lo:hi]`, behind what equals it or before: arguments are `a, x, lo, hi, key`. */
function place(scope: FixedArray<W_Root>, w_x: W_Root, isRight: boolean): i64 {
  const w_sequence = scope[0];
  const w_key = scope[4];
  let low = indexI64(scope[2], indexErrorType);
  if (low < 0n) throw valueError("lo must be non-negative");
  let high = scope[3] === w_None ? -1n : indexI64(scope[3], indexErrorType);
  if (high === -1n) high = length(w_sequence);
  while (low < high) {
    const middle = low + (high - low) / 2n;
    const w_item = itemAt(w_sequence, middle);
    const w_value = w_key === w_None ? w_item : call1(w_key, w_item);
    const goesLeft = isRight ? lt(w_x, w_value) : !lt(w_value, w_x);
    if (goesLeft) high = middle;
    else low = middle + 1n;
  }
  return low;
}

function bisectRight(scope: FixedArray<W_Root>): W_Root {
  return newInt(place(scope, scope[1], true));
}
function bisectLeft(scope: FixedArray<W_Root>): W_Root {
  return newInt(place(scope, scope[1], false));
}

function insort(scope: FixedArray<W_Root>, isRight: boolean): W_Root {
  const w_key = scope[4];
  const at = place(scope, w_key === w_None ? scope[1] : call1(w_key, scope[1]), isRight);
  callMethod2(scope[0], s_insert, newInt(at), scope[1]);
  return w_None;
}
function insortRight(scope: FixedArray<W_Root>): W_Root {
  return insort(scope, true);
}
function insortLeft(scope: FixedArray<W_Root>): W_Root {
  return insort(scope, false);
}

const SIGNATURE = "(a, x, lo=0, hi=None, *, key=None)";

defineModule("_bisect", {
  doc: "Bisection algorithms.",
  functions: {
    bisect_right: { signature: SIGNATURE, scope: bisectRight, doc: "The place behind what equals x." },
    bisect_left: { signature: SIGNATURE, scope: bisectLeft, doc: "The place before what equals x." },
    insort_right: { signature: SIGNATURE, scope: insortRight, doc: "Inserts x behind what equals it." },
    insort_left: { signature: SIGNATURE, scope: insortLeft, doc: "Inserts x before what equals it." },
  },
});
