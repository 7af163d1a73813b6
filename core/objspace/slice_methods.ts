/** Methods of `slice`. */
import type { i32 } from "@rts";
import { CompareOp, identicalOrEqual, richcompare } from "./compare.ts";
import { valueError } from "./errors.ts";
import { newBool, newLong } from "./int.ts";
import { longSlice } from "./long_slice.ts";
import type { W_Root } from "./root.ts";
import { w_None, w_NotImplemented, w_unset } from "./singletons.ts";
import { W_Slice } from "./slice.ts";
import { StrBuilder } from "./str/builder.ts";
import { repr } from "./text.ts";
import { index } from "./truth.ts";
import { newTuple2, newTuple3 } from "./tuple.ts";
import { define } from "./typedef.ts";
import { sliceType } from "./types.ts";

define(sliceType, {
  doc: "What a[start:stop:step] asks for: slice(stop), slice(start, stop), slice(start, stop, step).",
  new: ["($type, start, stop=<unset>, step=None, /)", sliceNew],
  methods: {
    __repr__: ["($self, /)", sliceRepr],
    __lt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareSlices(CompareOp.Lt, w_a, w_b),
    ],
    __le__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareSlices(CompareOp.Le, w_a, w_b),
    ],
    __eq__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareSlices(CompareOp.Eq, w_a, w_b),
    ],
    __ne__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareSlices(CompareOp.Ne, w_a, w_b),
    ],
    __gt__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareSlices(CompareOp.Gt, w_a, w_b),
    ],
    __ge__: [
      "($self, value, /)",
      (w_a: W_Root, w_b: W_Root): W_Root => compareSlices(CompareOp.Ge, w_a, w_b),
    ],
    __reduce__: ["($self, /)", sliceReduce, "What pickling stores."],
    indices: ["($self, object, /)", sliceIndices, "Start, stop and step for a sequence of that length."],
  },
  members: {
    start: [(w_self: W_Root): W_Root => (w_self as W_Slice).w_start],
    stop: [(w_self: W_Root): W_Root => (w_self as W_Slice).w_stop],
    step: [(w_self: W_Root): W_Root => (w_self as W_Slice).w_step],
  },
  constants: { __hash__: w_None },
});

function sliceNew(_w_type: W_Root, w_start: W_Root, w_stop: W_Root, w_step: W_Root): W_Root {
  if (w_stop === w_unset) return new W_Slice(w_None, w_start, w_None);
  return new W_Slice(w_start, w_stop, w_step);
}

function sliceRepr(w_self: W_Root): W_Root {
  const self = w_self as W_Slice;
  const out = new StrBuilder();
  out.appendRts("slice(");
  out.appendStr(repr(self.w_start));
  out.appendRts(", ");
  out.appendStr(repr(self.w_stop));
  out.appendRts(", ");
  out.appendStr(repr(self.w_step));
  out.appendRts(")");
  return out.build();
}

function partOf(self: W_Slice, at: i32): W_Root {
  return at === 0 ? self.w_start : at === 1 ? self.w_stop : self.w_step;
}

/** As tuples of the three parts compare. */
function compareSlices(op: i32, w_a: W_Root, w_b: W_Root): W_Root {
  if (!(w_b instanceof W_Slice)) return w_NotImplemented;
  const a = w_a as W_Slice;
  if (a === w_b) return newBool(op === CompareOp.Le || op === CompareOp.Eq || op === CompareOp.Ge);
  let at: i32 = 0;
  while (at < 3 && identicalOrEqual(partOf(a, at), partOf(w_b, at))) at++;
  if (at === 3) return newBool(op === CompareOp.Le || op === CompareOp.Eq || op === CompareOp.Ge);
  if (op === CompareOp.Eq || op === CompareOp.Ne) return newBool(op === CompareOp.Ne);
  return richcompare(op, partOf(a, at), partOf(w_b, at));
}

function sliceReduce(w_self: W_Root): W_Root {
  const self = w_self as W_Slice;
  return newTuple2(sliceType, newTuple3(self.w_start, self.w_stop, self.w_step));
}

function sliceIndices(w_self: W_Root, w_length: W_Root): W_Root {
  const length = index(w_length).asBigInt();
  if (length.sign < 0) throw valueError("length should not be negative");
  const slice = longSlice(w_self as W_Slice, length);
  return newTuple3(newLong(slice.start), newLong(slice.stop), newLong(slice.step));
}
