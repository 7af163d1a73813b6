/** What patterns are matched against: `str`, or any object with a buffer, as the engine's subjects. */
import type { i32 } from "@rts";
import { type Buffer, BufferFlag } from "../../core/objspace/buffer.ts";
import { newBytes, W_Bytes } from "../../core/objspace/bytes.ts";
import { copyBytes } from "../../core/objspace/buffer.ts";
import { typeError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { EMPTY, W_Str } from "../../core/objspace/str/wstr.ts";
import { w_emptyBytes } from "../../core/objspace/bytes.ts";
import { type Subject, Subject1, Subject2, Subject4 } from "./engine/mod.ts";

/** A subject with the object that it comes from. */
export class Text {
  readonly w_string: W_Root;
  readonly subject: Subject;
  /** What holds the bytes of an object that is neither `str` nor `bytes`. */
  private readonly buffer: Buffer | null;

  constructor(w_string: W_Root, subject: Subject, buffer: Buffer | null) {
    this.w_string = w_string;
    this.subject = subject;
    this.buffer = buffer;
  }

  /** Ends the use of the object's buffer. */
  release(): void {
    const buffer = this.buffer;
    if (buffer !== null) buffer.release();
  }
}

/** True for `str`. */
export function isText(w_string: W_Root): boolean {
  return w_string instanceof W_Str;
}

function subjectOfStr(w_text: W_Str): Subject {
  if (w_text.kind === 1) return new Subject1(w_text.data as Uint8Array, w_text.length);
  if (w_text.kind === 2) return new Subject2(w_text.data as Uint16Array, w_text.length);
  return new Subject4(w_text.data as Int32Array, w_text.length);
}

/** The subject of an object, its buffer taken with `flags`. Throws TypeError for objects that are no texts. */
export function openText(w_string: W_Root, flags: i32): Text {
  if (w_string instanceof W_Str) return new Text(w_string, subjectOfStr(w_string), null);
  if (w_string instanceof W_Bytes) {
    return new Text(w_string, new Subject1(w_string.data, w_string.data.length), null);
  }
  const buffer = w_string.acquireBuffer(flags);
  if (buffer === null) throw typeError("expected string or bytes-like object");
  const data = buffer.offset === 0 ? buffer.data : buffer.toBytes();
  return new Text(w_string, new Subject1(data, buffer.length), buffer);
}

/** `w_string[from:to]` as `str` or `bytes`; bounds beyond an object that has shrunk are its end. */
export function sliceOf(w_string: W_Root, from: i32, to: i32): W_Root {
  if (w_string instanceof W_Str) return w_string.substring(from, to);
  if (w_string instanceof W_Bytes) {
    const data = w_string.data;
    if (from === 0 && to === data.length) return w_string.plain();
    return newBytes(copyBytes(data, from, to - from));
  }
  const buffer = w_string.acquireBuffer(BufferFlag.Simple);
  if (buffer === null) throw typeError("expected string or bytes-like object");
  const start = Math.min(from, buffer.length);
  const end = Math.min(to, buffer.length);
  const w_bytes = newBytes(copyBytes(buffer.data, buffer.offset + start, end - start));
  buffer.release();
  return w_bytes;
}

/** The empty slice of a string. */
export function emptyOf(w_string: W_Root): W_Root {
  return w_string instanceof W_Str ? EMPTY : w_emptyBytes;
}
