/** `BufferedRWPair`: two raw streams, one to read from and one to write to, as one buffered stream. */
import type { FixedArray } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { call0, call1, call2, callMethod0, callMethod1 } from "../../core/objspace/call.ts";
import { checkCount, positionalOf, refuseKeywords } from "../../core/objspace/call_arguments.ts";
import { OperationError, runtimeError, valueError } from "../../core/objspace/errors.ts";
import { newInt32, w_False, w_True } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { chain } from "./buffered_methods.ts";
import { checkReadable, checkWritable, nextLine } from "./iobase.ts";
import {
  bufferedIOBaseType,
  bufferedReaderType,
  bufferedRWPairType,
  bufferedWriterType,
  DEFAULT_BUFFER_SIZE,
  refusePickling,
  W_IOBase,
} from "./types.ts";

const s_read: W_Str = internRts("read");
const s_peek: W_Str = internRts("peek");
const s_read1: W_Str = internRts("read1");
const s_readinto: W_Str = internRts("readinto");
const s_readinto1: W_Str = internRts("readinto1");
const s_write: W_Str = internRts("write");
const s_flush: W_Str = internRts("flush");
const s_readable: W_Str = internRts("readable");
const s_writable: W_Str = internRts("writable");
const s_close: W_Str = internRts("close");
const s_isatty: W_Str = internRts("isatty");
const s_closed: W_Str = internRts("closed");

class W_RWPair extends W_IOBase {
  w_reader: W_Root | null = null;
  w_writer: W_Root | null = null;
  constructor(map: InstanceMap) {
    super(map);
  }
  override iterNext(): W_Root | null {
    return nextLine(this);
  }
  reader(): W_Root {
    return this.w_reader ?? uninitialized();
  }
  writer(): W_Root {
    return this.w_writer ?? uninitialized();
  }
}

function uninitialized(): W_Root {
  throw valueError("I/O operation on uninitialized object");
}

function init(scope: FixedArray<W_Root>): W_Root {
  const self = scope[0] as W_RWPair;
  const args = positionalOf(scope);
  refuseKeywords("BufferedRWPair", scope);
  checkCount("BufferedRWPair", args.length, 2, 3);
  checkReadable(args[0]);
  checkWritable(args[1]);
  const w_size = args.length > 2 ? args[2] : newInt32(DEFAULT_BUFFER_SIZE);
  self.w_reader = call2(bufferedReaderType, args[0], w_size);
  self.w_writer = call2(bufferedWriterType, args[1], w_size);
  return w_None;
}

function fromReader(scope: FixedArray<W_Root>, name: W_Str): W_Root {
  const w_method = getattr((scope[0] as W_RWPair).reader(), name);
  const args = positionalOf(scope);
  return args.length === 0 ? call0(w_method) : call1(w_method, args[0]);
}

function close(w_self: W_Root): W_Root {
  const self = w_self as W_RWPair;
  let failure: OperationError | null = null;
  try {
    callMethod0(self.writer(), s_close);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = e;
  }
  try {
    callMethod0(self.reader(), s_close);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    failure = chain(failure, e);
  }
  if (failure !== null) throw failure;
  return w_None;
}

function isatty(w_self: W_Root): W_Root {
  const self = w_self as W_RWPair;
  if (isTrue(callMethod0(self.writer(), s_isatty))) return w_True;
  return isTrue(callMethod0(self.reader(), s_isatty)) ? w_True : w_False;
}

const ARGUMENTS = "($self, /, *args, **kwargs)";

define(bufferedRWPairType, {
  base: bufferedIOBaseType,
  doc: "A buffered stream that reads from one raw stream and writes to another.",
  flags: TypeFlag.Base,
  textSignature: "(reader, writer, buffer_size=DEFAULT_BUFFER_SIZE, /)",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_RWPair((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: { signature: ARGUMENTS, scope: init },
    read: { signature: ARGUMENTS, scope: (scope: FixedArray<W_Root>): W_Root => fromReader(scope, s_read) },
    peek: { signature: ARGUMENTS, scope: (scope: FixedArray<W_Root>): W_Root => fromReader(scope, s_peek) },
    read1: { signature: ARGUMENTS, scope: (scope: FixedArray<W_Root>): W_Root => fromReader(scope, s_read1) },
    readinto: {
      signature: ARGUMENTS,
      scope: (scope: FixedArray<W_Root>): W_Root => fromReader(scope, s_readinto),
    },
    readinto1: {
      signature: ARGUMENTS,
      scope: (scope: FixedArray<W_Root>): W_Root => fromReader(scope, s_readinto1),
    },
    write: [
      "($self, b, /)",
      (w_self: W_Root, w_bytes: W_Root): W_Root =>
        callMethod1((w_self as W_RWPair).writer(), s_write, w_bytes),
    ],
    flush: ["($self, /)", (w_self: W_Root): W_Root => callMethod0((w_self as W_RWPair).writer(), s_flush)],
    readable: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod0((w_self as W_RWPair).reader(), s_readable),
    ],
    writable: [
      "($self, /)",
      (w_self: W_Root): W_Root => callMethod0((w_self as W_RWPair).writer(), s_writable),
    ],
    close: ["($self, /)", close],
    isatty: ["($self, /)", isatty],
    __reduce_ex__: [
      "($self, protocol, /)",
      (w_self: W_Root, _w_protocol: W_Root): W_Root => refusePickling(w_self),
    ],
  },
  getsets: {
    closed: [(w_self: W_Root): W_Root => {
      const w_writer = (w_self as W_RWPair).w_writer;
      if (w_writer === null) throw runtimeError("the BufferedRWPair object is being garbage-collected");
      return getattr(w_writer, s_closed);
    }],
  },
});
