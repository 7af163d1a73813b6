/** `==` of memoryviews: same shape, and equal items, whatever their formats. */
import type { i32 } from "@rts";
import { Kind, parseFormat, type Run, Status } from "../../modules/_struct/core.ts";
import { BufferFlag, type BufferLayout, tryBuffer } from "./buffer.ts";
import { eq } from "./compare.ts";
import { newBool } from "./int.ts";
import { bytesOfView, viewOfBuffer, W_Memoryview } from "./memoryview.ts";
import { unpackItem } from "./memoryview_items.ts";
import { sameFormat } from "./memoryview_subscript.ts";
import type { W_Root } from "./root.ts";
import { w_NotImplemented } from "./singletons.ts";

/** `memoryview.__eq__`. */
export function memoryEq(w_self: W_Root, w_other: W_Root): W_Root {
  const self = w_self as W_Memoryview;
  if (self.managed === null) return newBool(w_self === w_other);
  if (w_other instanceof W_Memoryview) {
    if (w_other.managed === null) return newBool(w_self === w_other);
    return newBool(sameItems(self, w_other));
  }
  const buffer = tryBuffer(w_other, BufferFlag.Strided);
  if (buffer === null) return w_NotImplemented;
  const other = viewOfBuffer(buffer);
  try {
    return newBool(sameItems(self, other));
  } finally {
    other.release();
  }
}

/** `memoryview.__ne__`. */
export function memoryNe(w_self: W_Root, w_other: W_Root): W_Root {
  const w_equal = memoryEq(w_self, w_other);
  return w_equal === w_NotImplemented ? w_equal : newBool(w_equal !== newBool(true));
}

function sameShape(a: BufferLayout, b: BufferLayout): boolean {
  if (a.shape.length !== b.shape.length) return false;
  for (let d: i32 = 0; d < a.shape.length; d++) {
    if (a.shape[d] !== b.shape[d]) return false;
    if (a.shape[d] === 0) return true;
  }
  return true;
}

function sameItems(a: W_Memoryview, b: W_Memoryview): boolean {
  if (!sameShape(a.layout, b.layout)) return false;
  const runsA = runsOf(a.layout), runsB = runsOf(b.layout);
  if (runsA === null || runsB === null) return false;
  const x = bytesOfView(a, false), y = bytesOfView(b, false);
  if (sameFormat(a.layout.format, b.layout.format) && comparesByBytes(runsA)) return sameBytes(x, y);
  const count: i32 = a.layout.itemsize === 0 ? 0 : (x.length / a.layout.itemsize) | 0;
  for (let i: i32 = 0; i < count; i++) {
    if (!sameItem(runsA, x, i * a.layout.itemsize, runsB, y, i * b.layout.itemsize)) return false;
  }
  return true;
}

/** The parts of an item; null for formats that `struct` does not know, and those with text in them. */
function runsOf(layout: BufferLayout): Run[] | null {
  const format = new Uint8Array(layout.format.length);
  for (let i: i32 = 0; i < format.length; i++) format[i] = layout.format.charCodeAt(i);
  const parsed = parseFormat(format, format.length);
  if (parsed.status !== Status.Ok) return null;
  for (let i: i32 = 0; i < parsed.runs.length; i++) {
    const kind = parsed.runs[i].kind;
    if (kind === Kind.Bytes || kind === Kind.Pascal || kind === Kind.Pad) return null;
  }
  return parsed.runs;
}

function comparesByBytes(runs: Run[]): boolean {
  for (let i: i32 = 0; i < runs.length; i++) {
    if (runs[i].kind === Kind.Float || runs[i].kind === Kind.Bool) return false;
  }
  return true;
}

function sameBytes(x: Uint8Array, y: Uint8Array): boolean {
  for (let i: i32 = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return x.length === y.length;
}

function sameItem(a: Run[], x: Uint8Array, atX: i32, b: Run[], y: Uint8Array, atY: i32): boolean {
  if (a.length !== b.length) return false;
  for (let i: i32 = 0; i < a.length; i++) {
    if (a[i].count !== b[i].count) return false;
    for (let k: i32 = 0; k < a[i].count; k++) {
      const w_x = unpackItem(a[i], x, atX + a[i].offset + k * a[i].size);
      if (!eq(w_x, unpackItem(b[i], y, atY + b[i].offset + k * b[i].size))) return false;
    }
  }
  return true;
}
