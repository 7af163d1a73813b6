import { assertEquals } from "@std/assert";
import { differential, Random, strOf, textOf } from "../str/testing.ts";
import { fromRts, type W_Str } from "../str/wstr.ts";
import { charmapDecode, charmapEncode, EncodingMap } from "./codec_charmap.ts";
import type { Decoded } from "./codec.ts";
import { utf16Decode } from "./codec_utf16.ts";
import { Codec, codecOfName, decodeBy, encodeBy } from "./codecs.ts";
import {
  DecodeErrorHandler,
  decodeHandler,
  DecodeResolution,
  EncodeErrorHandler,
  encodeHandler,
  EncodeResolution,
  ErrorMode,
  UnicodeDecodeFailure,
  UnicodeEncodeFailure,
} from "./errors.ts";

/** Handlers that Python's side of the tests registers as well. */
class Tell extends DecodeErrorHandler {
  constructor(private readonly advance: number) {
    super(ErrorMode.Custom);
  }
  override handle(_encoding: string, data: Uint8Array, start: number, end: number): DecodeResolution {
    const next = this.advance === 0 ? end : Math.min(start + this.advance, data.length);
    return new DecodeResolution(fromRts(`<${start}-${end}>`), next, data);
  }
}
class Swap extends DecodeErrorHandler {
  override handle(encoding: string, _data: Uint8Array, _start: number, end: number): DecodeResolution {
    const data = new TextEncoder().encode(end & 1 ? "abcdefgh" : "ABCDEFGH");
    return new DecodeResolution(fromRts("Ω"), /16|32/.test(encoding) ? 8 : 6, data);
  }
}
class Give extends EncodeErrorHandler {
  constructor(private readonly text: string | null, private readonly bytes: Uint8Array | null) {
    super(ErrorMode.Custom);
  }
  override handle(_encoding: string, _w: W_Str, _start: number, end: number): EncodeResolution {
    return new EncodeResolution(this.text === null ? null : fromRts(this.text), this.bytes, end);
  }
}

const DECODE_HANDLERS: Record<string, DecodeErrorHandler> = {
  tell: new Tell(0),
  step: new Tell(1),
  leap: new Tell(3),
  swap: new Swap(ErrorMode.Custom),
};
const ENCODE_HANDLERS: Record<string, EncodeErrorHandler> = {
  give_ascii: new Give("?!", null),
  give_latin: new Give("é", null),
  give_wide: new Give("Ω", null),
  give_bytes: new Give(null, Uint8Array.of(1, 2)),
  give_four: new Give(null, Uint8Array.of(1, 2, 3, 4)),
};
const COMMON = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"];
for (const name of COMMON) {
  DECODE_HANDLERS[name] = decodeHandler(name)!;
  ENCODE_HANDLERS[name] = encodeHandler(name)!;
}
ENCODE_HANDLERS.xmlcharrefreplace = encodeHandler("xmlcharrefreplace")!;
ENCODE_HANDLERS.namereplace = encodeHandler("namereplace")!;

const PYTHON = `
import _codecs, codecs, json, warnings
warnings.simplefilter('ignore')
tell = lambda n: lambda e: ('<%d-%d>' % (e.start, e.end), e.end if n == 0 else min(e.start + n, len(e.object)))
def swap(e):
    e.object = b'abcdefgh' if e.end & 1 else b'ABCDEFGH'
    return 'Ω', 8 if '16' in e.encoding or '32' in e.encoding else 6
for name, handler in dict(tell=tell(0), step=tell(1), leap=tell(3), swap=swap).items():
    codecs.register_error(name, handler)
for name, given in dict(give_ascii='?!', give_latin='é', give_wide='Ω', give_bytes=b'\\1\\2',
                        give_four=b'\\1\\2\\3\\4').items():
    codecs.register_error(name, lambda e, given=given: (given, e.end))
table = ''.join(map(chr, range(128))) + 'αβγ\\ufffeé' + chr(0x1f600) + 'aΩ'
mapping = _codecs.charmap_build(table)
def attempt(f, *args):
    try:
        out, n = f(*args)
        return [[ord(c) for c in out] if isinstance(out, str) else list(out), n]
    except UnicodeError as e:
        return [e.encoding, e.start, e.end, e.reason]
`;

/** The table of the script above. */
const TABLE = strOf([
  ...Array.from({ length: 128 }, (_, i) => i),
  ...[0x3b1, 0x3b2, 0x3b3, 0xfffe, 0xe9, 0x1f600, 0x61, 0x3a9],
]);
const ENCODING_MAP = new EncodingMap(TABLE);

type Decoder = (data: Uint8Array, errors: DecodeErrorHandler, final: boolean) => Decoded;
type Encoder = (w_text: W_Str, errors: EncodeErrorHandler) => Uint8Array;

interface Subject {
  readonly decode: Decoder;
  readonly encode: Encoder;
  readonly pythonDecode: string;
  readonly pythonEncode: string;
  /** Bytes that matter to the decoder, beside random ones. */
  readonly bytes: readonly number[];
}

function subject(codec: Codec, name: string, bytes: string | readonly number[], stateful = true): Subject {
  return {
    decode: (data, errors, final) => decodeBy(codec, data, errors, final),
    encode: (w_text, errors) => encodeBy(codec, w_text, errors),
    pythonDecode: `lambda d, e, f: _codecs.${name}_decode(d, e${stateful ? ", f" : ""})`,
    pythonEncode: `lambda t, e: _codecs.${name}_encode(t, e)`,
    bytes: typeof bytes === "string" ? [...new TextEncoder().encode(bytes)] : bytes,
  };
}

const WIDE = [0, 0, 0, 0, 0x61, 0xd8, 0xdc, 0xdf, 0xff, 0xfe, 0x10, 0x11];
const SUBJECTS: Record<string, Subject> = {
  utf_8: subject(Codec.Utf8, "utf_8", [
    ...[0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3, 0xdf],
    ...[0xe0, 0xe1, 0xec, 0xed, 0xed, 0xee, 0xef, 0xf0, 0xf0, 0xf1, 0xf4, 0xf4, 0xf5, 0xff],
  ]),
  ascii: subject(Codec.Ascii, "ascii", [0x61, 0x62, 0x7f, 0x80, 0xff], false),
  latin_1: subject(Codec.Latin1, "latin_1", [0x61, 0xff], false),
  utf_16: subject(Codec.Utf16, "utf_16", WIDE),
  utf_16_le: subject(Codec.Utf16Le, "utf_16_le", WIDE),
  utf_16_be: subject(Codec.Utf16Be, "utf_16_be", WIDE),
  utf_32: subject(Codec.Utf32, "utf_32", WIDE),
  utf_32_le: subject(Codec.Utf32Le, "utf_32_le", WIDE),
  utf_32_be: subject(Codec.Utf32Be, "utf_32_be", WIDE),
  utf_7: subject(Codec.Utf7, "utf_7", "++--aA2ADYx/ 9\\~\xff\n"),
  unicode_escape: subject(Codec.UnicodeEscape, "unicode_escape", "\\\\\\\\xuUN{}0014da7q'\"\n\xe9LATIN"),
  raw_unicode_escape: subject(Codec.RawUnicodeEscape, "raw_unicode_escape", "\\\\\\uU00014daf\xe9"),
  charmap: {
    decode: (data, errors) => charmapDecode(data, errors, TABLE),
    encode: (w_text, errors) => charmapEncode(w_text, errors, ENCODING_MAP),
    pythonDecode: "lambda d, e, f: _codecs.charmap_decode(d, e, table)",
    pythonEncode: "lambda t, e: _codecs.charmap_encode(t, e, mapping)",
    bytes: [0x61, 0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x88, 0xff],
  },
};

function attempt(f: () => unknown[]): unknown[] {
  try {
    return f();
  } catch (e) {
    if (e instanceof UnicodeDecodeFailure || e instanceof UnicodeEncodeFailure) {
      return [e.encoding, e.start, e.end, e.reason];
    }
    throw e;
  }
}

const random = new Random(23);

for (const [name, { decode, pythonDecode, bytes }] of Object.entries(SUBJECTS)) {
  const cases = Array.from({ length: 300 }, () => {
    const data = random.points(random.below(12), random.below(4) === 0 ? [random.below(256)] : bytes);
    return data;
  });
  const handlers = Object.keys(DECODE_HANDLERS);
  differential(
    `${name} decodes as CPython does, with every error handler`,
    `${PYTHON}
f = ${pythonDecode}
for d in ${JSON.stringify(cases)}:
    print(json.dumps([attempt(f, bytes(d), e, final) for e in ${
      JSON.stringify(handlers)
    } for final in (True, False)]))
`,
    (lines) => {
      cases.forEach((data, i) => {
        const mine = handlers.flatMap((handler) =>
          [true, false].map((final) =>
            attempt(() => {
              const decoded = decode(Uint8Array.from(data), DECODE_HANDLERS[handler], final);
              return [textOf(decoded.w_text), decoded.consumed];
            })
          )
        );
        const expected = JSON.parse(lines[i]);
        mine.forEach((result, k) => {
          const what = `${handlers[k >> 1]}, final ${k % 2 === 0}: ${data}`;
          assertEquals(result, expected[k], `${what}: ${JSON.stringify([result, expected[k]])}`);
        });
      });
    },
  );
}

const TEXT_ALPHABET = [
  0x61,
  0x62,
  0x2b,
  0x2d,
  0x5c,
  0x7e,
  0x0a,
  0x00,
  0x7f,
  0x80,
  0xe9,
  0xff,
  0x100,
  0x3b1,
  0x3b2,
]
  .concat([0xd800, 0xdc00, 0xdc80, 0xdcff, 0xdfff, 0xfffe, 0xffff, 0x1f600, 0x10ffff]);

for (const [name, { encode, pythonEncode }] of Object.entries(SUBJECTS)) {
  const cases = Array.from({ length: 300 }, () => random.points(random.below(9), TEXT_ALPHABET));
  const handlers = Object.keys(ENCODE_HANDLERS);
  differential(
    `${name} encodes as CPython does, with every error handler`,
    `${PYTHON}
f = ${pythonEncode}
for t in ${JSON.stringify(cases)}:
    print(json.dumps([attempt(f, ''.join(map(chr, t)), e) for e in ${JSON.stringify(handlers)}]))
`,
    (lines) => {
      cases.forEach((points, i) => {
        const expected = JSON.parse(lines[i]);
        handlers.forEach((handler, k) => {
          const mine = attempt(() => [[...encode(strOf(points), ENCODE_HANDLERS[handler])], points.length]);
          assertEquals(mine, expected[k], `${handler}: ${points}: ${JSON.stringify([mine, expected[k]])}`);
        });
      });
    },
  );
}

Deno.test("UTF-8 of any texts comes back in the narrowest kind", () => {
  for (
    const points of [[0xdf], [0x7ff, 0x20ac], [0x410, 0x20ac, 0x41], [0xe9, 0x10000], [0xffff, 0x7f, 0x80]]
  ) {
    const bytes = encodeBy(Codec.Utf8, strOf(points), encodeHandler("strict")!);
    assertEquals(bytes, new TextEncoder().encode(String.fromCodePoint(...points)));
    assertEquals(textOf(decodeBy(Codec.Utf8, bytes, decodeHandler("strict")!, true).w_text), points);
  }
});

Deno.test("unknown escapes are told, the first of them", () => {
  const invalid = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return decodeBy(Codec.UnicodeEscape, bytes, decodeHandler("strict")!, true).invalidEscape;
  };
  for (const [text, at] of [["a\\n", -1], ["a\\q\\w", 1], ["\\x5cq", -1], ["\\\\q\\8", 3]] as const) {
    assertEquals(invalid(text), at, text);
  }
});

Deno.test("byte order marks are told", () => {
  for (
    const [bytes, order, told] of [[[0xff, 0xfe], 0, -1], [[0xfe, 0xff], 0, 1], [[0x61, 0], 0, 0]] as const
  ) {
    const decoded = utf16Decode(Uint8Array.from(bytes), decodeHandler("strict")!, true, order);
    assertEquals(decoded.byteOrder, told);
  }
});

Deno.test("names of encodings have short cuts in any spelling", () => {
  for (const name of ["UTF-8", "utf8", "U8", "utf_8"]) assertEquals(codecOfName(name), Codec.Utf8);
  for (const name of ["latin-1", "ISO-8859-1", "iso8859-1"]) assertEquals(codecOfName(name), Codec.Latin1);
  assertEquals(codecOfName("utf-16-le"), Codec.Utf16Le);
  assertEquals(codecOfName("koi8-r"), Codec.None);
});
