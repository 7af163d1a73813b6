/** Methods of arrays, and their iterator. */
import { arrayCopy, type i32, i32ToI64, identityHash } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { builtinIter } from "../../core/objspace/builtins_access.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { call1, type } from "../../core/objspace/call.ts";
import { CompareOp, eq, richcompare } from "../../core/objspace/compare.ts";
import { indexError, operationError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { eofErrorType } from "../../core/objspace/exception_types.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { newEmptyList, W_List } from "../../core/objspace/list.ts";
import { memoryError } from "../../core/objspace/memory_error.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { repr } from "../../core/objspace/text.ts";
import { clampI32, hasIndex, indexI64 } from "../../core/objspace/truth.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";
import { newTuple1, newTuple2, newTuple3, w_emptyTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { searchBound } from "../../core/objspace/slice_indices.ts";
import { arrayOfBytes, arrayType, Item, W_Array } from "./array.ts";
import { appendItem, insertItem } from "./convert.ts";
import { appendArray, appendBytes, appendIterable, appendText, arrayNew } from "./new.ts";
import { reduceEx } from "./pickle.ts";
import { reconstructor } from "./reconstructor.ts";
import { deleteSubscript, getSubscript, otherKind, setSubscript, signedPlace } from "./subscript.ts";

const s_read: W_Str = internRts("read");
const s_write: W_Str = internRts("write");
/** `tofile` writes pieces of this size. */
const BLOCK: i32 = 64 * 1024;

const self = (w_self: W_Root): W_Array => w_self as W_Array;

// --- the whole ---

function arrayRepr(w_self: W_Root): W_Root {
  const array = self(w_self);
  const out = new StrBuilder();
  out.appendStr(type(w_self).name);
  out.appendStr(fromRts(`('${String.fromCharCode(array.code())}'`));
  if (array.length > 0) {
    out.appendStr(fromRts(", "));
    out.appendStr(repr(array.item === Item.Char ? textOf(array) : tolist(w_self)));
  }
  out.appendStr(fromRts(")"));
  return out.build();
}

function textOf(array: W_Array): W_Str {
  const out = new StrBuilder(array.length);
  for (let i: i32 = 0; i < array.length; i++) out.append((array.getItem(i) as W_Str).charAt(0));
  return out.build();
}

function tolist(w_self: W_Root): W_Root {
  const array = self(w_self);
  const w_list = newEmptyList(array.length);
  for (let i: i32 = 0; i < array.length; i++) w_list.append(array.getItem(i));
  return w_list;
}

function copy(w_self: W_Root): W_Root {
  return arrayOfBytes(self(w_self).item, self(w_self).copyRange(0, self(w_self).length));
}

function add(w_self: W_Root, w_other: W_Root): W_Root {
  const array = self(w_self);
  if (!(w_other instanceof W_Array)) {
    throw typeError(`can only append array (not "${typeName(w_other)}") to array`);
  }
  if (w_other.item !== array.item) throw otherKind();
  const w_sum = arrayOfBytes(array.item, array.copyRange(0, array.length));
  appendArray(w_sum, w_other);
  return w_sum;
}

/** How often a sequence is repeated by `w_count`; -1 when that is no integer. */
function repeatCount(w_count: W_Root): i32 {
  if (!hasIndex(w_count)) {
    throw typeError(`can't multiply sequence by non-int of type '${typeName(w_count)}'`);
  }
  const count = clampI32(indexI64(w_count, overflowErrorType));
  return count < 0 ? 0 : count;
}

function repeated(array: W_Array, count: i32): Uint8Array {
  const size = array.length * array.itemsize;
  if (size !== 0 && count > ((0x7fffff00 / size) | 0)) throw memoryError();
  const bytes = new Uint8Array(size * count);
  for (let i: i32 = 0; i < count && size > 0; i++) arrayCopy(array.data, 0, bytes, i * size, size);
  return bytes;
}

function mul(w_self: W_Root, w_count: W_Root): W_Root {
  return arrayOfBytes(self(w_self).item, repeated(self(w_self), repeatCount(w_count)));
}

function imul(w_self: W_Root, w_count: W_Root): W_Root {
  const array = self(w_self);
  const bytes = repeated(array, repeatCount(w_count));
  array.replaceRange(0, array.length, (bytes.length / array.itemsize) | 0);
  array.write(0, bytes);
  return w_self;
}

function iadd(w_self: W_Root, w_other: W_Root): W_Root {
  if (!(w_other instanceof W_Array)) {
    throw typeError(`can only extend array with array (not "${typeName(w_other)}")`);
  }
  return extendArray(w_self, w_other);
}

function extendArray(w_self: W_Root, w_other: W_Array): W_Root {
  if (w_other.item !== self(w_self).item) throw typeError("can only extend with array of same kind");
  appendArray(self(w_self), w_other);
  return w_self;
}

// --- comparison ---

function compare(w_self: W_Root, w_other: W_Root, op: i32): W_Root {
  if (!(w_other instanceof W_Array)) return w_NotImplemented;
  const a = self(w_self);
  const b = w_other;
  if (a.length !== b.length && op === CompareOp.Eq) return newBool(false);
  if (a.length !== b.length && op === CompareOp.Ne) return newBool(true);
  for (let i: i32 = 0; i < a.length && i < b.length; i++) {
    const w_a = a.getItem(i);
    const w_b = b.getItem(i);
    if (eq(w_a, w_b)) continue;
    if (op === CompareOp.Eq) return newBool(false);
    return op === CompareOp.Ne ? newBool(true) : richcompare(op, w_a, w_b);
  }
  return richcompare(op, newInt32(a.length), newInt32(b.length));
}

// --- items ---

function find(array: W_Array, w_value: W_Root, start: i32): i32 {
  for (let i = start; i < array.length; i++) if (eq(array.getItem(i), w_value)) return i;
  return -1;
}

function index(w_self: W_Root, w_value: W_Root, w_start: W_Root, w_stop: W_Root): W_Root {
  const array = self(w_self);
  const start = searchBound(w_start, array.length);
  const stop = searchBound(w_stop, array.length);
  for (let i = start; i < stop && i < array.length; i++) {
    if (eq(array.getItem(i), w_value)) return newInt32(i);
  }
  throw valueError("array.index(x): x not in array");
}

function count(w_self: W_Root, w_value: W_Root): W_Root {
  let found: i32 = 0;
  for (let i: i32 = 0; i < self(w_self).length; i++) if (eq(self(w_self).getItem(i), w_value)) found++;
  return newInt32(found);
}

function remove(w_self: W_Root, w_value: W_Root): W_Root {
  const at = find(self(w_self), w_value, 0);
  if (at < 0) throw valueError("array.remove(x): x not in array");
  self(w_self).replaceRange(at, 1, 0);
  return w_None;
}

function pop(w_self: W_Root, w_index: W_Root): W_Root {
  const array = self(w_self);
  const index = signedPlace(w_index);
  if (array.length === 0) throw indexError("pop from empty array");
  const at = index < 0 ? index + array.length : index;
  if (at < 0 || at >= array.length) throw indexError("pop index out of range");
  const w_item = array.getItem(at);
  array.replaceRange(at, 1, 0);
  return w_item;
}

function insert(w_self: W_Root, w_index: W_Root, w_value: W_Root): W_Root {
  const array = self(w_self);
  const index = signedPlace(w_index);
  const at = index < 0 ? Math.max(index + array.length, 0) : Math.min(index, array.length);
  insertItem(array, at, w_value);
  return w_None;
}

function extend(w_self: W_Root, w_items: W_Root): W_Root {
  if (w_items instanceof W_Array) extendArray(w_self, w_items);
  else appendIterable(self(w_self), w_items);
  return w_None;
}

function fromlist(w_self: W_Root, w_list: W_Root): W_Root {
  if (!(w_list instanceof W_List)) throw typeError("arg must be list");
  const array = self(w_self);
  const before = array.length;
  try {
    for (let i: i32 = 0; i < w_list.length; i++) appendItem(array, w_list.getItem(i));
  } catch (e) {
    array.replaceRange(before, array.length - before, 0);
    throw e;
  }
  return w_None;
}

/** Swaps the bytes of `size` ones at `at` from end to end with those at `other`. */
function swapItems(data: Uint8Array, at: i32, other: i32, size: i32): void {
  for (let i: i32 = 0; i < size; i++) {
    const byte = data[at + i];
    data[at + i] = data[other + i];
    data[other + i] = byte;
  }
}

function reverse(w_self: W_Root): W_Root {
  const array = self(w_self);
  const size = array.itemsize;
  for (let i: i32 = 0, j = array.length - 1; i < j; i++, j--) swapItems(array.data, i * size, j * size, size);
  return w_None;
}

function byteswap(w_self: W_Root): W_Root {
  const array = self(w_self);
  const size = array.itemsize;
  for (let at: i32 = 0; at < array.length * size; at += size) {
    for (let i: i32 = 0, j = size - 1; i < j; i++, j--) swapItems(array.data, at + i, at + j, 1);
  }
  return w_None;
}

// --- texts and bytes ---

function tobytes(w_self: W_Root): W_Root {
  return newBytes(self(w_self).copyRange(0, self(w_self).length));
}

function frombytes(w_self: W_Root, w_bytes: W_Root): W_Root {
  appendBytes(self(w_self), w_bytes);
  return w_None;
}

function checkChars(array: W_Array, method: string): void {
  if (array.item !== Item.Char) throw valueError(`${method}() may only be called on unicode type arrays`);
}

function tounicode(w_self: W_Root): W_Root {
  checkChars(self(w_self), "tounicode");
  return textOf(self(w_self));
}

function fromunicode(w_self: W_Root, w_text: W_Root): W_Root {
  if (!(w_text instanceof W_Str)) {
    throw typeError(`fromunicode() argument must be str, not ${typeName(w_text)}`);
  }
  checkChars(self(w_self), "fromunicode");
  appendText(self(w_self), w_text);
  return w_None;
}

function tofile(w_self: W_Root, w_file: W_Root): W_Root {
  const bytes = self(w_self).copyRange(0, self(w_self).length);
  for (let at: i32 = 0; at < bytes.length; at += BLOCK) {
    const size = Math.min(BLOCK, bytes.length - at);
    const block = new Uint8Array(size);
    arrayCopy(bytes, at, block, 0, size);
    call1(getattr(w_file, s_write), newBytes(block));
  }
  return w_None;
}

function fromfile(w_self: W_Root, w_file: W_Root, w_count: W_Root): W_Root {
  const wanted = clampI32(indexI64(w_count, overflowErrorType));
  if (wanted < 0) throw valueError("negative count");
  if (wanted > ((0x7fffff00 / self(w_self).itemsize) | 0)) throw memoryError();
  const size = wanted * self(w_self).itemsize;
  const w_bytes = call1(getattr(w_file, s_read), newInt32(size));
  if (!(w_bytes instanceof W_Bytes)) throw typeError("read() didn't return bytes");
  appendBytes(self(w_self), w_bytes);
  if (w_bytes.data.length !== size) throw operationError(eofErrorType, "read() didn't return enough bytes");
  return w_None;
}

/** An address, which nobody can use here, and the number of items. */
function bufferInfo(w_self: W_Root): W_Root {
  return newTuple2(newInt32(identityHash(self(w_self).data)), newInt32(self(w_self).length));
}

// --- iteration ---

const iteratorType: W_Type = moduleClass("arrayiterator", "array");

class W_ArrayIterator extends W_Root {
  /** Null at the end. */
  w_array: W_Array | null;
  index: i32 = 0;
  constructor(w_array: W_Array) {
    super();
    this.w_array = w_array;
  }
  override typeOf(): W_Type {
    return iteratorType;
  }
  override iterNext(): W_Root | null {
    const w_array = this.w_array;
    if (w_array === null) return null;
    if (this.index < w_array.length) return w_array.getItem(this.index++);
    this.w_array = null;
    return null;
  }
}

function iteratorReduce(w_self: W_Root): W_Root {
  const iterator = w_self as W_ArrayIterator;
  const w_array = iterator.w_array;
  if (w_array === null) return newTuple2(builtinIter(), newTuple1(w_emptyTuple));
  return newTuple3(builtinIter(), newTuple1(w_array), newInt32(iterator.index));
}

function iteratorSetState(w_self: W_Root, w_index: W_Root): W_Root {
  const iterator = w_self as W_ArrayIterator;
  const w_array = iterator.w_array;
  if (w_array === null) return w_None;
  const index = clampI32(indexI64(w_index, overflowErrorType));
  iterator.index = index < 0 ? 0 : Math.min(index, w_array.length);
  return w_None;
}

define(iteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __reduce__: ["($self, /)", iteratorReduce, "What pickling stores."],
    __setstate__: ["($self, state, /)", iteratorSetState, "Goes on from an index."],
  },
});

define(arrayType, {
  doc:
    "array(typecode [, initializer]) -> array\n\nNumbers of one C type, or characters, one behind another in memory.",
  flags: TypeFlag.Base | TypeFlag.Weakrefs | TypeFlag.Sequence,
  new: { signature: "($cls, /, *args, **kwargs)", scope: arrayNew },
  sequenceSlots: ["__add__", "__mul__", "__rmul__", "__iadd__", "__imul__"],
  methods: {
    __repr__: ["($self, /)", arrayRepr],
    __len__: ["($self, /)", (w_self: W_Root): W_Root => newInt32(self(w_self).length)],
    __getitem__: ["($self, key, /)", getSubscript],
    __setitem__: ["($self, key, value, /)", setSubscript],
    __delitem__: ["($self, key, /)", deleteSubscript],
    __contains__: [
      "($self, key, /)",
      (w_self: W_Root, w_value: W_Root): W_Root => newBool(find(self(w_self), w_value, 0) >= 0),
    ],
    __iter__: ["($self, /)", (w_self: W_Root): W_Root => new W_ArrayIterator(self(w_self))],
    __lt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, CompareOp.Lt)],
    __le__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, CompareOp.Le)],
    __eq__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, CompareOp.Eq)],
    __ne__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, CompareOp.Ne)],
    __gt__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, CompareOp.Gt)],
    __ge__: ["($self, value, /)", (w_a: W_Root, w_b: W_Root): W_Root => compare(w_a, w_b, CompareOp.Ge)],
    __add__: ["($self, value, /)", add],
    __iadd__: ["($self, value, /)", iadd],
    __mul__: ["($self, value, /)", mul],
    __rmul__: ["($self, value, /)", mul],
    __imul__: ["($self, value, /)", imul],
    __copy__: ["($self, /)", copy, "A copy of the array."],
    __deepcopy__: ["($self, unused, /)", (w_self: W_Root, _w_memo: W_Root): W_Root => copy(w_self)],
    __reduce_ex__: [
      "($self, value, /)",
      (w_self: W_Root, w_protocol: W_Root): W_Root =>
        reduceEx(w_self, w_protocol, reconstructor(), tolist(w_self)),
      "What pickling stores.",
    ],
    __sizeof__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newInt(64n + i32ToI64(self(w_self).length * self(w_self).itemsize)),
      "Size of the array in memory, in bytes.",
    ],
    append: ["($self, v, /)", (w_self: W_Root, w_value: W_Root): W_Root => {
      appendItem(self(w_self), w_value);
      return w_None;
    }, "Adds an item at the end."],
    buffer_info: ["($self, /)", bufferInfo, "Address and number of items."],
    byteswap: ["($self, /)", byteswap, "Reverses the bytes of each item."],
    count: ["($self, v, /)", count, "How often a value is there."],
    extend: ["($self, bb, /)", extend, "Appends all items of an iterable."],
    fromfile: ["($self, f, n, /)", fromfile, "Reads n items from a file."],
    fromlist: ["($self, list, /)", fromlist, "Appends the items of a list, all or none."],
    frombytes: ["($self, buffer, /)", frombytes, "Appends items from bytes."],
    fromunicode: ["($self, ustr, /)", fromunicode, "Appends the characters of a text."],
    index: ["($self, v, start=0, stop=sys.maxsize, /)", index, "Where a value is."],
    insert: ["($self, i, v, /)", insert, "Inserts an item."],
    pop: ["($self, i=-1, /)", pop, "Removes an item and gives it back."],
    remove: ["($self, v, /)", remove, "Removes the first such item."],
    reverse: ["($self, /)", reverse, "Reverses the order of the items."],
    tobytes: ["($self, /)", tobytes, "The items as bytes."],
    tofile: ["($self, f, /)", tofile, "Writes all items to a file."],
    tolist: ["($self, /)", tolist, "The items as a list."],
    tounicode: ["($self, /)", tounicode, "The characters as a text."],
  },
  getsets: {
    typecode: [
      (w_self: W_Root): W_Root => fromRts(String.fromCharCode(self(w_self).code())),
      null,
      null,
      "the typecode character used to create the array",
    ],
    itemsize: [
      (w_self: W_Root): W_Root => newInt32(self(w_self).itemsize),
      null,
      null,
      "the size, in bytes, of one array item",
    ],
  },
  constants: { __hash__: w_None },
});
