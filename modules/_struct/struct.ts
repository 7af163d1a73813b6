/** `Struct`: a format that was read, and what it does with buffers. */
import { type FixedArray, type i32, i32ToI64, type i64, i64ToI32 } from "@rts";
import { encodeText } from "../../core/objspace/text_codecs.ts";
import { type Buffer, readBuffer, writeBuffer } from "../../core/objspace/buffer.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { overflowError, typeError, typeName } from "../../core/objspace/errors.ts";
import { indexErrorType } from "../../core/objspace/exception_types.ts";
import { newInt } from "../../core/objspace/int.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { memoryError } from "../../core/objspace/memory_error.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { index, indexI64 } from "../../core/objspace/truth.ts";
import type { W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { Layout, MESSAGES, parseFormat, Status } from "./core.ts";
import { packItems, structError, unpackItems } from "./values.ts";

export const structType: W_Type = moduleClass("Struct", "_struct");
const unpackIteratorType: W_Type = moduleClass("unpack_iterator", "_struct");

/** The layout of a `Struct` whose `__init__` did not run. */
const NOT_READ: Layout = new Layout();
NOT_READ.size = -1n;
NOT_READ.itemCount = -1n;

export class W_Struct extends W_Object {
  layout: Layout = NOT_READ;
  format: Uint8Array = new Uint8Array(0);

  constructor(map: InstanceMap) {
    super(map);
  }

  /** Reads a format. Throws TypeError, UnicodeEncodeError, struct.error. */
  read(w_format: W_Root): void {
    const w_bytes = w_format instanceof W_Str ? encodeText(w_format, "ascii", null) : w_format;
    if (!(w_bytes instanceof W_Bytes)) {
      throw typeError(`Struct() argument 1 must be a str or bytes object, not ${typeName(w_format)}`);
    }
    const layout = parseFormat(w_bytes.data, w_bytes.data.length);
    if (layout.status !== Status.Ok) throw structError(MESSAGES[layout.status]);
    this.layout = layout;
    this.format = w_bytes.data;
  }

  /** The size as an index. */
  size32(): i32 {
    if (this.layout.size > 0x7ffffff0n) throw memoryError();
    return i64ToI32(this.layout.size);
  }

  private checkCount(given: i32, method: string): void {
    const count = this.layout.itemCount;
    if (i32ToI64(given) !== count) {
      throw structError(`${method} expected ${count} items for packing (got ${given})`);
    }
  }

  /** `pack` of the arguments from `from` on. */
  pack(args: FixedArray<W_Root>, from: i32): W_Root {
    this.checkCount(args.length - from, "pack");
    const bytes = new Uint8Array(this.size32());
    packItems(this.layout, args, from, bytes, 0);
    return newBytes(bytes);
  }

  /** `pack_into`: a buffer, an offset, then values, from `from` on. */
  packInto(args: FixedArray<W_Root>, from: i32): void {
    const given = args.length - from;
    if (given === 0) throw structError("pack_into expected buffer argument");
    if (given === 1) throw structError("pack_into expected offset argument");
    this.checkCount(given - 2, "pack_into");
    const buffer = writeBuffer(args[from], "argument");
    try {
      const at = this.place(
        indexI64(args[from + 1], indexErrorType),
        buffer,
        "pack_into",
        "no space to pack",
        "packing",
      );
      packItems(this.layout, args, from + 2, buffer.data, buffer.offset + at);
    } finally {
      buffer.release();
    }
  }

  /** Where in a buffer the struct stands. Throws struct.error when it is not inside. */
  private place(offset: i64, buffer: Buffer, method: string, noRoom: string, purpose: string): i32 {
    const size = this.layout.size;
    const length = i32ToI64(buffer.length);
    let at = offset;
    if (at < 0n) {
      if (at + size > 0n) throw structError(`${noRoom} ${size} bytes at offset ${at}`);
      if (at + length < 0n) throw structError(`offset ${at} out of range for ${length}-byte buffer`);
      at = at + length;
    }
    if (length - at < size) {
      throw structError(
        `${method} requires a buffer of at least ${
          size + at
        } bytes for ${purpose} ${size} bytes at offset ${at} (actual buffer size is ${length})`,
      );
    }
    return i64ToI32(at);
  }

  unpack(w_buffer: W_Root): W_Root {
    const buffer = readBuffer(w_buffer);
    try {
      if (i32ToI64(buffer.length) !== this.layout.size) {
        throw structError(`unpack requires a buffer of ${this.layout.size} bytes`);
      }
      return unpackItems(this.layout, buffer.data, buffer.offset);
    } finally {
      buffer.release();
    }
  }

  unpackFrom(w_buffer: W_Root, w_offset: W_Root): W_Root {
    const buffer = readBuffer(w_buffer);
    try {
      const at = this.place(
        offsetOf(w_offset),
        buffer,
        "unpack_from",
        "not enough data to unpack",
        "unpacking",
      );
      return unpackItems(this.layout, buffer.data, buffer.offset + at);
    } finally {
      buffer.release();
    }
  }

  iterUnpack(w_buffer: W_Root): W_Root {
    const size = this.layout.size;
    if (size === 0n) throw structError("cannot iteratively unpack with a struct of length 0");
    const buffer = readBuffer(w_buffer);
    if (i32ToI64(buffer.length) % size !== 0n) {
      buffer.release();
      throw structError(`iterative unpacking requires a buffer of a multiple of ${size} bytes`);
    }
    return new W_UnpackIterator(this, buffer);
  }
}

function offsetOf(w_offset: W_Root): i64 {
  const w_int = index(w_offset);
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C ssize_t");
  return w_int.asI64();
}

/** What `iter_unpack` gives. */
export class W_UnpackIterator extends W_Root {
  private readonly w_struct: W_Struct;
  /** Null at the end. */
  private buffer: Buffer | null;
  private at: i32 = 0;

  constructor(w_struct: W_Struct, buffer: Buffer) {
    super();
    this.w_struct = w_struct;
    this.buffer = buffer;
  }
  override typeOf(): W_Type {
    return unpackIteratorType;
  }
  override iterNext(): W_Root | null {
    const buffer = this.buffer;
    if (buffer === null) return null;
    if (this.at >= buffer.length) {
      this.buffer = null;
      buffer.release();
      return null;
    }
    const w_items = unpackItems(this.w_struct.layout, buffer.data, buffer.offset + this.at);
    this.at += this.w_struct.size32();
    return w_items;
  }
  /** How many are left. */
  left(): i32 {
    const buffer = this.buffer;
    return buffer === null ? 0 : ((buffer.length - this.at) / this.w_struct.size32()) | 0;
  }
}

const self = (w_self: W_Root): W_Struct => w_self as W_Struct;

define(structType, {
  doc: "A compiled struct object: values in bytes as a format says.",
  flags: TypeFlag.Base | TypeFlag.Weakrefs,
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_Struct((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: ["($self, /, format)", (w_self: W_Root, w_format: W_Root): W_Root => {
      self(w_self).read(w_format);
      return w_None;
    }],
    pack: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => self(scope[0]).pack((scope[1] as W_Tuple).items, 0),
      doc: "The values as bytes.",
    },
    pack_into: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => {
        self(scope[0]).packInto((scope[1] as W_Tuple).items, 0);
        return w_None;
      },
      doc: "Writes values into a buffer.",
    },
    unpack: [
      "($self, buffer, /)",
      (w_self: W_Root, w_buffer: W_Root): W_Root => self(w_self).unpack(w_buffer),
      "The values in bytes.",
    ],
    unpack_from: [
      "($self, /, buffer, offset=0)",
      (w_self: W_Root, w_buffer: W_Root, w_offset: W_Root): W_Root =>
        self(w_self).unpackFrom(w_buffer, w_offset),
      "The values at an offset of a buffer.",
    ],
    iter_unpack: [
      "($self, buffer, /)",
      (w_self: W_Root, w_buffer: W_Root): W_Root => self(w_self).iterUnpack(w_buffer),
      "An iterator over the values in a buffer.",
    ],
    __sizeof__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newInt(48n + 32n * i32ToI64(self(w_self).layout.runs.length)),
    ],
  },
  getsets: {
    format: [(w_self: W_Root): W_Root => formatText(self(w_self).format), null, null, "struct format string"],
    size: [(w_self: W_Root): W_Root => newInt(self(w_self).layout.size), null, null, "struct size in bytes"],
  },
});

function formatText(format: Uint8Array): W_Root {
  let text = "";
  for (let i: i32 = 0; i < format.length; i++) text += String.fromCharCode(format[i]);
  return fromRts(text);
}

define(unpackIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __length_hint__: [
      "($self, /)",
      (w_self: W_Root): W_Root => newInt(i32ToI64((w_self as W_UnpackIterator).left())),
    ],
  },
});
