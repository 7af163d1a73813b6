/** The class `memoryview`. */
import { type FixedArray, type i32, i32ToI64 } from "@rts";
import { BufferFlag, type BufferLayout, tryBuffer } from "./buffer.ts";
import { newBytes, W_Bytes } from "./bytes.ts";
import { hexOf } from "./bytes_shared.ts";
import { hashBytes } from "./bytes_methods.ts";
import { typeError, typeName, valueError } from "./errors.ts";
import { hash } from "./hash.ts";
import { newBool, newInt, newInt32 } from "./int.ts";
import { iterNextMethod, iterSelf } from "./iterator_methods.ts";
import { listOf } from "./list.ts";
import type { Run } from "../../modules/_struct/core.ts";
import { bytesOfView, isContiguous, isFortranContiguous, viewOfBuffer, W_Memoryview } from "./memoryview.ts";
import { memoryCast } from "./memoryview_cast.ts";
import { memoryEq, memoryNe } from "./memoryview_compare.ts";
import { nativeLetter, runOf, unpackItem } from "./memoryview_items.ts";
import { memoryGetitem, memorySetitem, notImplemented } from "./memoryview_subscript.ts";
import { addressText } from "./object_methods.ts";
import { W_Root } from "./root.ts";
import { w_None, w_NotImplemented } from "./singletons.ts";
import { badArgument } from "./str_arguments.ts";
import { fromRts, W_Str } from "./str/wstr.ts";
import { tupleOf, w_emptyTuple } from "./tuple.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { define } from "./typedef.ts";
import { memoryIteratorType, memoryviewType } from "./types.ts";

define(memoryviewType, {
  doc: "A view of the memory of an object.",
  flags: TypeFlag.Sequence | TypeFlag.Weakrefs,
  textSignature: "(object)",
  new: ["($type, object)", memoryNew],
  methods: {
    __len__: ["($self, /)", memoryLen],
    __getitem__: ["($self, key, /)", memoryGetitem],
    __setitem__: ["($self, key, value, /)", memorySetitem],
    __delitem__: ["($self, key, /)", memoryDelitem],
    __iter__: ["($self, /)", memoryIter],
    __repr__: ["($self, /)", memoryRepr],
    __hash__: ["($self, /)", memoryHash],
    __eq__: ["($self, value, /)", memoryEq],
    __ne__: ["($self, value, /)", memoryNe],
    __lt__: ["($self, value, /)", noOrder],
    __le__: ["($self, value, /)", noOrder],
    __gt__: ["($self, value, /)", noOrder],
    __ge__: ["($self, value, /)", noOrder],
    __enter__: ["($self, /)", memoryEnter],
    __exit__: { signature: "($self, /, *args)", scope: memoryExit },
    cast: [
      "($self, /, format, shape=<unrepresentable>)",
      memoryCast,
      "The same bytes with another format or shape.",
    ],
    hex: [
      "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
      memoryHex,
      "Two hexadecimal digits for each byte.",
    ],
    release: ["($self, /)", memoryRelease, "Ends the view."],
    tobytes: ["($self, /, order='C')", memoryTobytes, "The bytes of all items."],
    tolist: ["($self, /)", memoryTolist, "The items; a list of lists in several dimensions."],
    toreadonly: ["($self, /)", memoryToreadonly, "A view of the same that cannot be written."],
  },
  getsets: {
    obj: [(w_self: W_Root): W_Root => checked(w_self).w_obj],
    nbytes: [(w_self: W_Root): W_Root => newInt32(checked(w_self).nbytes)],
    readonly: [(w_self: W_Root): W_Root => newBool(checked(w_self).isReadonly)],
    itemsize: [(w_self: W_Root): W_Root => newInt32(checked(w_self).layout.itemsize)],
    format: [(w_self: W_Root): W_Root => fromRts(checked(w_self).layout.format)],
    ndim: [(w_self: W_Root): W_Root => newInt32(checked(w_self).layout.shape.length)],
    shape: [(w_self: W_Root): W_Root => intTuple(checked(w_self).layout.shape)],
    strides: [(w_self: W_Root): W_Root => intTuple(checked(w_self).layout.strides)],
    suboffsets: [(w_self: W_Root): W_Root => {
      checked(w_self);
      return w_emptyTuple;
    }],
    c_contiguous: [(w_self: W_Root): W_Root => newBool(isContiguous(checked(w_self).layout))],
    f_contiguous: [(w_self: W_Root): W_Root => newBool(isFortranContiguous(checked(w_self).layout))],
    contiguous: [(w_self: W_Root): W_Root => {
      const layout = checked(w_self).layout;
      return newBool(isContiguous(layout) || isFortranContiguous(layout));
    }],
  },
});

function checked(w_self: W_Root): W_Memoryview {
  const self = w_self as W_Memoryview;
  self.check();
  return self;
}

function intTuple(values: FixedArray<i32>): W_Root {
  const items: W_Root[] = [];
  for (let i: i32 = 0; i < values.length; i++) items.push(newInt32(values[i]));
  return tupleOf(items);
}

function memoryNew(_w_type: W_Root, w_obj: W_Root): W_Root {
  return newMemoryview(w_obj);
}

/** `memoryview(w_obj)`. Throws TypeError. */
export function newMemoryview(w_obj: W_Root): W_Memoryview {
  if (w_obj instanceof W_Memoryview) {
    return new W_Memoryview(w_obj.check(), w_obj.offset, w_obj.isReadonly, w_obj.layout);
  }
  const buffer = tryBuffer(w_obj, BufferFlag.Strided | BufferFlag.Held);
  if (buffer === null) {
    throw typeError(`memoryview: a bytes-like object is required, not '${typeName(w_obj)}'`);
  }
  return viewOfBuffer(buffer);
}

function memoryLen(w_self: W_Root): W_Root {
  const shape = checked(w_self).layout.shape;
  return newInt32(shape.length === 0 ? 1 : shape[0]);
}

function memoryDelitem(w_self: W_Root, _w_key: W_Root): W_Root {
  if (checked(w_self).isReadonly) throw typeError("cannot modify read-only memory");
  throw typeError("cannot delete memory");
}

function noOrder(_w_self: W_Root, _w_other: W_Root): W_Root {
  return w_NotImplemented;
}

function memoryRepr(w_self: W_Root): W_Root {
  const state = (w_self as W_Memoryview).managed === null ? "released memory" : "memory";
  return fromRts(`<${state} at ${addressText(w_self)}>`);
}

/** That of the bytes; only where nobody can change them. */
function memoryHash(w_self: W_Root): W_Root {
  const self = w_self as W_Memoryview;
  if (self.hash === 0) self.hash = hashOfView(checked(w_self));
  return newInt(i32ToI64(self.hash));
}

function hashOfView(self: W_Memoryview): i32 {
  if (!self.isReadonly) throw valueError("cannot hash writable memoryview object");
  const letter = nativeLetter(self.layout.format);
  if (letter !== 0x42 && letter !== 0x62 && letter !== 0x63) {
    throw valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  if (!(self.w_obj instanceof W_Bytes)) hash(self.w_obj);
  return hashBytes(bytesOfView(self, false), self.nbytes);
}

function memoryEnter(w_self: W_Root): W_Root {
  return checked(w_self);
}

function memoryExit(scope: FixedArray<W_Root>): W_Root {
  (scope[0] as W_Memoryview).release();
  return w_None;
}

function memoryRelease(w_self: W_Root): W_Root {
  (w_self as W_Memoryview).release();
  return w_None;
}

function memoryHex(w_self: W_Root, w_separator: W_Root, w_group: W_Root): W_Root {
  const self = checked(w_self);
  return hexOf(bytesOfView(self, false), 0, self.nbytes, w_separator, w_group);
}

function memoryTobytes(w_self: W_Root, w_order: W_Root): W_Root {
  const self = checked(w_self);
  let order = "C";
  if (w_order !== w_None) {
    if (!(w_order instanceof W_Str)) throw badArgument("tobytes", "'order'", "str or None", w_order);
    order = w_order.toRts();
  }
  if (order !== "C" && order !== "F" && order !== "A") throw valueError("order must be 'C', 'F' or 'A'");
  const keepsOrder = order === "A" && isFortranContiguous(self.layout) && !isContiguous(self.layout);
  return newBytes(bytesOfView(self, order === "F" || keepsOrder));
}

function memoryTolist(w_self: W_Root): W_Root {
  const self = checked(w_self);
  const run = runOf(self.layout.format);
  if (self.layout.shape.length === 0) return unpackItem(run, self.data, self.offset);
  return listOfDimension(self, run, 0, self.offset);
}

function listOfDimension(self: W_Memoryview, run: Run, d: i32, from: i32): W_Root {
  const layout: BufferLayout = self.layout;
  const isLast = d === layout.shape.length - 1;
  const items: W_Root[] = [];
  let at = from;
  for (let i: i32 = 0; i < layout.shape[d]; i++, at += layout.strides[d]) {
    items.push(isLast ? unpackItem(run, self.data, at) : listOfDimension(self, run, d + 1, at));
  }
  return listOf(items);
}

function memoryToreadonly(w_self: W_Root): W_Root {
  const self = checked(w_self);
  return new W_Memoryview(self.check(), self.offset, true, self.layout);
}

/** `iter(memoryview)`. */
class W_MemoryIterator extends W_Root {
  /** Null once exhausted. */
  w_view: W_Memoryview | null;
  at: i32 = 0;
  readonly run: Run;

  constructor(w_view: W_Memoryview, run: Run) {
    super();
    this.w_view = w_view;
    this.run = run;
  }
  override typeOf(): W_Type {
    return memoryIteratorType;
  }
  override iterNext(): W_Root | null {
    const w_view = this.w_view;
    if (w_view === null) return null;
    const at = this.at;
    if (at < w_view.layout.shape[0]) {
      w_view.check();
      this.at = at + 1;
      return unpackItem(this.run, w_view.data, w_view.offset + at * w_view.layout.strides[0]);
    }
    this.w_view = null;
    return null;
  }
}

function memoryIter(w_self: W_Root): W_Root {
  const self = checked(w_self);
  const dimensions: i32 = self.layout.shape.length;
  if (dimensions === 0) throw typeError("invalid indexing of 0-dim memory");
  if (dimensions > 1) throw notImplemented("multi-dimensional sub-views are not implemented");
  return new W_MemoryIterator(self, runOf(self.layout.format));
}

define(memoryIteratorType, {
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
  },
});
