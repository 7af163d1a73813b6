/** The module `binascii`. */
import { type i32, i64ToI32, u32ToI64 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { type Buffer, BufferFlag, readBuffer } from "../../core/objspace/buffer.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import {
  type OperationError,
  operationError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { exceptionType, moduleException, valueErrorType } from "../../core/objspace/exception_types.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_unset } from "../../core/objspace/singletons.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { index, intArgument, length } from "../../core/objspace/truth.ts";
import { newTuple2 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { warnDeprecated } from "../../core/objspace/warn.ts";
import * as core from "./core.ts";
import { Output, Status } from "./core.ts";
import { a2bHqx, b2aHqx, HqxEnd, rlecodeHqx, rledecodeHqx } from "./hqx.ts";
import { a2bQp, b2aQp } from "./qp.ts";

const errorType: W_Type = moduleException("Error", "binascii", valueErrorType);
const incompleteType: W_Type = moduleException("Incomplete", "binascii", exceptionType);

/** The bytes of an argument, as they are read. */
class Input {
  readonly data: Uint8Array;
  readonly from: i32;
  readonly to: i32;
  private readonly buffer: Buffer | null;

  constructor(data: Uint8Array, from: i32, to: i32, buffer: Buffer | null) {
    this.data = data;
    this.from = from;
    this.to = to;
    this.buffer = buffer;
  }

  release(): void {
    const buffer = this.buffer;
    if (buffer !== null) buffer.release();
  }
}

function inputOf(buffer: Buffer): Input {
  return new Input(buffer.data, buffer.offset, buffer.offset + buffer.length, buffer);
}

/** Bytes to be written as text. */
function binary(w_data: W_Root): Input {
  return inputOf(readBuffer(w_data));
}

/** Text to be read: ASCII in a `str`, or bytes. Throws TypeError, ValueError. */
function ascii(w_data: W_Root): Input {
  if (w_data instanceof W_Str) {
    if (!w_data.asciiOnly) throw valueError(core.NOT_ASCII);
    return new Input(w_data.data as Uint8Array, 0, w_data.length, null);
  }
  const buffer = w_data.acquireBuffer(BufferFlag.Simple);
  if (buffer !== null) return inputOf(buffer);
  throw typeError(`argument should be bytes, buffer or ASCII string, not '${typeName(w_data)}'`);
}

function statusError(status: Status, written: i32): OperationError {
  if (status === Status.Incomplete || status === Status.IncompleteBits) {
    return operationError(incompleteType, core.MESSAGES[status]);
  }
  const message = status === Status.Base64Length ? core.base64LengthMessage(written) : core.MESSAGES[status];
  return operationError(errorType, message);
}

/** Ends the reading of an input: what was written, or the error. */
function finish(input: Input, out: Output, status: Status): W_Root {
  input.release();
  if (status !== Status.Ok) throw statusError(status, out.length);
  return newBytes(out.toBytes());
}

// --- uuencode, base64, quoted-printable ---

function a2bUu(w_data: W_Root): W_Root {
  const input = ascii(w_data);
  const out = new Output(0);
  return finish(input, out, core.a2bUu(input.data, input.from, input.to, out));
}

function b2aUu(w_data: W_Root, w_backtick: W_Root): W_Root {
  const backtick = intArgument(w_backtick) !== 0;
  const input = binary(w_data);
  const out = new Output(0);
  return finish(input, out, core.b2aUu(input.data, input.from, input.to, backtick, out));
}

function a2bBase64(w_data: W_Root): W_Root {
  const input = ascii(w_data);
  const out = new Output(0);
  return finish(input, out, core.a2bBase64(input.data, input.from, input.to, out));
}

function b2aBase64(w_data: W_Root, w_newline: W_Root): W_Root {
  const newline = intArgument(w_newline) !== 0;
  const input = binary(w_data);
  const out = new Output(0);
  core.b2aBase64(input.data, input.from, input.to, newline, out);
  return finish(input, out, Status.Ok);
}

function a2bQpOf(w_data: W_Root, w_header: W_Root): W_Root {
  const header = intArgument(w_header) !== 0;
  const input = ascii(w_data);
  const out = new Output(0);
  a2bQp(input.data, input.from, input.to, header, out);
  return finish(input, out, Status.Ok);
}

function b2aQpOf(w_data: W_Root, w_quotetabs: W_Root, w_istext: W_Root, w_header: W_Root): W_Root {
  const quotetabs = intArgument(w_quotetabs) !== 0;
  const istext = intArgument(w_istext) !== 0;
  const header = intArgument(w_header) !== 0;
  const input = binary(w_data);
  const out = new Output(0);
  b2aQp(input.data, input.from, input.to, quotetabs, istext, header, out);
  return finish(input, out, Status.Ok);
}

// --- hexadecimal ---

/** The character of a separator, or NO_SEPARATOR. Throws ValueError, TypeError. */
function separator(w_sep: W_Root): i32 {
  if (w_sep === w_unset) return core.NO_SEPARATOR;
  if (length(w_sep) !== 1n) throw valueError(core.SEPARATOR_LENGTH);
  if (w_sep instanceof W_Str) {
    if (w_sep.kind !== 1) throw valueError(core.SEPARATOR_ASCII);
    return w_sep.charAt(0);
  }
  if (w_sep instanceof W_Bytes) return w_sep.data[0];
  throw typeError(core.SEPARATOR_TYPE);
}

function hexlify(w_data: W_Root, w_sep: W_Root, w_group: W_Root): W_Root {
  const group = intArgument(w_group);
  const input = binary(w_data);
  const out = new Output(0);
  try {
    core.hexlify(input.data, input.from, input.to, separator(w_sep), group, out);
  } finally {
    input.release();
  }
  return newBytes(out.toBytes());
}

function unhexlify(w_data: W_Root): W_Root {
  const input = ascii(w_data);
  const out = new Output(0);
  return finish(input, out, core.unhexlify(input.data, input.from, input.to, out));
}

// --- checksums ---

/** The low 32 bits of an integer. */
function lowBits(w_int: W_Root): i32 {
  return i64ToI32(index(w_int).asBigInt().toI64Wrapped());
}

function crc32(w_data: W_Root, w_crc: W_Root): W_Root {
  const crc = lowBits(w_crc);
  const input = binary(w_data);
  const result = core.crc32(input.data, input.from, input.to, crc);
  input.release();
  return newInt(u32ToI64(result >>> 0));
}

function crcHqx(w_data: W_Root, w_crc: W_Root): W_Root {
  const crc = lowBits(w_crc);
  const input = binary(w_data);
  const result = core.crcHqx(input.data, input.from, input.to, crc);
  input.release();
  return newInt32(result);
}

// --- BinHex ---

function a2bHqxOf(w_data: W_Root): W_Root {
  warnDeprecated("binascii.a2b_hqx() is deprecated");
  const input = ascii(w_data);
  const out = new Output(0);
  const end = new HqxEnd();
  const status = a2bHqx(input.data, input.from, input.to, end, out);
  return newTuple2(finish(input, out, status), newInt32(end.done ? 1 : 0));
}

function b2aHqxOf(w_data: W_Root): W_Root {
  warnDeprecated("binascii.b2a_hqx() is deprecated");
  const input = binary(w_data);
  const out = new Output(0);
  b2aHqx(input.data, input.from, input.to, out);
  return finish(input, out, Status.Ok);
}

function rlecode(w_data: W_Root): W_Root {
  warnDeprecated("binascii.rlecode_hqx() is deprecated");
  const input = binary(w_data);
  const out = new Output(0);
  rlecodeHqx(input.data, input.from, input.to, out);
  return finish(input, out, Status.Ok);
}

function rledecode(w_data: W_Root): W_Root {
  warnDeprecated("binascii.rledecode_hqx() is deprecated");
  const input = binary(w_data);
  const out = new Output(0);
  return finish(input, out, rledecodeHqx(input.data, input.from, input.to, out));
}

defineModule("binascii", {
  doc: "Conversion between binary data and ASCII",
  functions: {
    a2b_uu: ["(data, /)", a2bUu, "Bytes of a line of uuencoded data."],
    b2a_uu: ["(data, /, *, backtick=False)", b2aUu, "A line of uuencoded data."],
    a2b_base64: ["(data, /)", a2bBase64, "Bytes of base64 data."],
    b2a_base64: ["(data, /, *, newline=True)", b2aBase64, "Bytes as base64 data."],
    a2b_hex: ["(hexstr, /)", unhexlify, "Bytes of hexadecimal digits."],
    unhexlify: ["(hexstr, /)", unhexlify, "Bytes of hexadecimal digits."],
    b2a_hex: ["(data, sep=<unset>, bytes_per_sep=1)", hexlify, "Bytes as hexadecimal digits."],
    hexlify: ["(data, sep=<unset>, bytes_per_sep=1)", hexlify, "Bytes as hexadecimal digits."],
    a2b_qp: ["(data, header=False)", a2bQpOf, "Bytes of quoted-printable data."],
    b2a_qp: [
      "(data, quotetabs=False, istext=True, header=False)",
      b2aQpOf,
      "Bytes as quoted-printable data.",
    ],
    a2b_hqx: ["(data, /)", a2bHqxOf, "Bytes of .hqx coding."],
    b2a_hqx: ["(data, /)", b2aHqxOf, "Bytes in .hqx coding."],
    rlecode_hqx: ["(data, /)", rlecode, "Compresses runs, as BinHex does."],
    rledecode_hqx: ["(data, /)", rledecode, "Expands runs, as BinHex does."],
    crc32: ["(data, crc=0, /)", crc32, "The CRC-32 checksum."],
    crc_hqx: ["(data, crc, /)", crcHqx, "The CRC-CCITT checksum."],
  },
  constants: { Error: errorType, Incomplete: incompleteType },
});
