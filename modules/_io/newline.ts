/** Newlines of text that is read: finding out which there are, translating them, and `IncrementalNewlineDecoder`. */
import type { FixedArray, i32, i64 } from "@rts";
import { w_emptyBytes } from "../../core/objspace/bytes.ts";
import { callMethod0, callMethod1, callMethod2 } from "../../core/objspace/call.ts";
import { typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { newBool, newInt } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { newTuple2, newTuple3, W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { newlineDecoderType } from "./types.ts";

/** Sorts of newlines, a set of bits. */
const SEEN_CR: i32 = 1;
const SEEN_LF: i32 = 2;
const SEEN_CRLF: i32 = 4;
const CR: i32 = 13;
const LF: i32 = 10;

/** The place of a code point in `[start, end)` of a text, or -1. */
export function findChar(w_text: W_Str, c: i32, start: i32, end: i32): i32 {
  if (w_text.kind === 1) {
    const units = w_text.data as Uint8Array;
    for (let i = start; i < end; i++) if (units[i] === c) return i;
    return -1;
  }
  for (let i = start; i < end; i++) if (w_text.charAt(i) === c) return i;
  return -1;
}

/** Newlines of a text that comes in pieces. */
export class NewlineState {
  /** All of them become `\n`. */
  translate: boolean;
  /** A `\r` at the end of the last piece: a `\n` may follow. */
  pendingCr: boolean = false;
  seen: i32 = 0;

  constructor(translate: boolean) {
    this.translate = translate;
  }

  /** The next piece. */
  decode(w_piece: W_Str, final: boolean): W_Str {
    let w_text = w_piece;
    if (this.pendingCr && (final || w_text.length > 0)) {
      w_text = CR_TEXT.concat(w_text);
      this.pendingCr = false;
    }
    const length = w_text.length;
    if (!final && length > 0 && w_text.charAt(length - 1) === CR) {
      w_text = w_text.substring(0, length - 1);
      this.pendingCr = true;
    }
    if (w_text.length === 0) return w_text;
    const first = findChar(w_text, CR, 0, w_text.length);
    if (first >= 0) return this.treat(w_text, first);
    if ((this.seen & SEEN_LF) === 0 && findChar(w_text, LF, 0, w_text.length) >= 0) this.seen |= SEEN_LF;
    return w_text;
  }

  /** A text with `\r` in it, the first at `from`. */
  private treat(w_text: W_Str, from: i32): W_Str {
    const length = w_text.length;
    const out = this.translate ? new StrBuilder(length) : null;
    if (findChar(w_text, LF, 0, from) >= 0) this.seen |= SEEN_LF;
    if (out !== null) out.appendSubstring(w_text, 0, from);
    for (let i = from; i < length; i++) {
      let c = w_text.charAt(i);
      if (c === LF) {
        this.seen |= SEEN_LF;
      } else if (c === CR) {
        if (i + 1 < length && w_text.charAt(i + 1) === LF) {
          this.seen |= SEEN_CRLF;
          i++;
        } else {
          this.seen |= SEEN_CR;
        }
        c = LF;
      }
      if (out !== null) out.append(c);
    }
    return out === null ? w_text : out.build();
  }

  /** What `newlines` shows. */
  shown(): W_Root {
    switch (this.seen) {
      case 0:
        return w_None;
      case SEEN_CR:
        return CR_TEXT;
      case SEEN_LF:
        return LF_TEXT;
      case SEEN_CRLF:
        return CRLF_TEXT;
      case SEEN_CR | SEEN_LF:
        return newTuple2(CR_TEXT, LF_TEXT);
      case SEEN_CR | SEEN_CRLF:
        return newTuple2(CR_TEXT, CRLF_TEXT);
      case SEEN_LF | SEEN_CRLF:
        return newTuple2(LF_TEXT, CRLF_TEXT);
      default:
        return newTuple3(CR_TEXT, LF_TEXT, CRLF_TEXT);
    }
  }
}

export const CR_TEXT: W_Str = internRts("\r");
export const LF_TEXT: W_Str = internRts("\n");
export const CRLF_TEXT: W_Str = internRts("\r\n");

const s_decode: W_Str = internRts("decode");
const s_getstate: W_Str = internRts("getstate");
const s_setstate: W_Str = internRts("setstate");
const s_reset: W_Str = internRts("reset");

/** `IncrementalNewlineDecoder`. */
export class W_NewlineDecoder extends W_Object {
  /** None: the pieces are texts already. Null before `__init__`. */
  w_decoder: W_Root | null = null;
  readonly state: NewlineState = new NewlineState(false);
  constructor(map: InstanceMap) {
    super(map);
  }

  /** The decoder. Throws ValueError before `__init__`. */
  checked(): W_Root {
    const w_decoder = this.w_decoder;
    if (w_decoder === null) throw valueError("IncrementalNewlineDecoder.__init__() not called");
    return w_decoder;
  }
}

function decoder(w_self: W_Root): W_NewlineDecoder {
  return w_self as W_NewlineDecoder;
}

function init(w_self: W_Root, w_decoder: W_Root, w_translate: W_Root, _w_errors: W_Root): W_Root {
  const self = decoder(w_self);
  self.w_decoder = w_decoder;
  self.state.translate = isTrue(w_translate);
  self.state.pendingCr = false;
  self.state.seen = 0;
  return w_None;
}

function decode(w_self: W_Root, w_input: W_Root, w_final: W_Root): W_Root {
  const self = decoder(w_self);
  const w_decoder = self.checked();
  const final = isTrue(w_final);
  const w_text = w_decoder === w_None ? w_input : callMethod2(w_decoder, s_decode, w_input, newBool(final));
  if (w_text instanceof W_Str) return self.state.decode(w_text.plain(), final);
  throw typeError(`decoder should return a string result, not '${typeName(w_text)}'`);
}

function getstate(w_self: W_Root): W_Root {
  const self = decoder(w_self);
  const w_decoder = self.checked();
  const pending: i64 = self.state.pendingCr ? 1n : 0n;
  if (w_decoder === w_None) return newTuple2(w_emptyBytes, newInt(pending));
  const w_state = callMethod0(w_decoder, s_getstate);
  if (!(w_state instanceof W_Tuple)) throw typeError("illegal decoder state");
  if (w_state.items.length !== 2) throw typeError("illegal decoder state");
  const flags = index(w_state.items[1]).asI64();
  return newTuple2(w_state.items[0], newInt((flags << 1n) | pending));
}

function setstate(w_self: W_Root, w_state: W_Root): W_Root {
  const self = decoder(w_self);
  const w_decoder = self.checked();
  if (!(w_state instanceof W_Tuple)) throw typeError("state argument must be a tuple");
  if (w_state.items.length !== 2) throw typeError("illegal decoder state");
  const flags = index(w_state.items[1]).asI64();
  self.state.pendingCr = (flags & 1n) !== 0n;
  if (w_decoder === w_None) return w_None;
  return callMethod1(w_decoder, s_setstate, newTuple2(w_state.items[0], newInt(flags >> 1n)));
}

function reset(w_self: W_Root): W_Root {
  const self = decoder(w_self);
  const w_decoder = self.checked();
  self.state.seen = 0;
  self.state.pendingCr = false;
  return w_decoder === w_None ? w_None : callMethod0(w_decoder, s_reset);
}

define(newlineDecoderType, {
  doc:
    "Decodes text in pieces, with all newlines translated to '\\n' where asked for, and tells which there were.",
  flags: TypeFlag.Base,
  textSignature: "(decoder, translate, errors='strict')",
  new: {
    signature: "($cls, /, *args, **kwargs)",
    scope: (scope: FixedArray<W_Root>): W_Root => new W_NewlineDecoder((scope[0] as W_Type).instanceMap),
  },
  methods: {
    __init__: ["($self, decoder, translate, errors='strict')", init],
    decode: ["($self, /, input, final=False)", decode],
    getstate: ["($self, /)", getstate],
    setstate: ["($self, state, /)", setstate],
    reset: ["($self, /)", reset],
  },
  getsets: { newlines: [(w_self: W_Root): W_Root => decoder(w_self).state.shown()] },
});
