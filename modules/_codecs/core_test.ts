import { assertEquals } from "@std/assert";
import { differential, Random, strOf, textOf } from "../../core/objspace/str/testing.ts";
import {
  modeOfName,
  UnicodeDecodeFailure,
  UnicodeEncodeFailure,
} from "../../core/objspace/unicode/errors.ts";
import { resolveDecode, resolveEncode, resolveTranslate } from "../../core/objspace/unicode/handlers.ts";
import { escapeDecode, escapeEncode, EscapeFailure } from "./core_escape.ts";

const random = new Random(41);
const BYTES = Array.from(
  { length: 300 },
  () =>
    random.points(random.below(9), [0x5c, 0x5c, 0x78, 0x30, 0x37, 0x61, 0x66, 0x67, 10, 0x27, 0xff, 0x6e]),
);
const POLICIES = ["strict", "replace", "ignore", "other"];

differential(
  "escapes of byte strings are CPython's",
  `
import _codecs, json, warnings
warnings.simplefilter('ignore')
for d in ${JSON.stringify(BYTES)}:
    all = [list(_codecs.escape_encode(bytes(d))[0])]
    for errors in ${JSON.stringify(POLICIES)}:
        try: all.append(list(_codecs.escape_decode(bytes(d), errors)[0]))
        except ValueError as e: all.append(str(e))
    print(json.dumps(all))
`,
  (lines) => {
    BYTES.forEach((points, i) => {
      const data = Uint8Array.from(points);
      const decoded = POLICIES.map((errors) => {
        try {
          return [...escapeDecode(data, errors).bytes];
        } catch (e) {
          if (e instanceof EscapeFailure) return e.message;
          throw e;
        }
      });
      assertEquals([[...escapeEncode(data)], ...decoded], JSON.parse(lines[i]), `${points}`);
    });
  },
);

const NAMES = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"].concat(
  ["xmlcharrefreplace", "namereplace"],
);
const ENCODINGS = ["utf-8", "UTF-16-LE", "utf_16be", "utf32", "utf-32-be", "ascii", "cp1252"];
const DATA = [[0xed, 0xb2, 0x80, 0xff], [0x80, 0xd8, 0x61, 0xd8], [0xd8, 0, 0, 0], [0, 0, 0xd8, 0x61], [
  0x80,
  0x61,
]];
const TEXTS = [[0xdc80, 0xdcff], [0xd800, 0xdc80], [0x3b1, 0xe000], [0xd800, 0x61], [0xdfff]];

differential(
  "error handlers that Python code calls answer as CPython's do",
  `
import codecs, json
def plain(x): return [ord(c) for c in x] if isinstance(x, str) else list(x)
def attempt(name, e):
    try: text, at = codecs.lookup_error(name)(e)
    except UnicodeError: return None
    except TypeError: return 'type'
    return [isinstance(text, str), plain(text), at]
for name in ${JSON.stringify(NAMES)}:
    for encoding in ${JSON.stringify(ENCODINGS)}:
        print(json.dumps(
            [attempt(name, UnicodeDecodeError(encoding, bytes(d), 0, 2, 'r')) for d in ${
    JSON.stringify(DATA)
  }] +
            [attempt(name, UnicodeEncodeError(encoding, ''.join(map(chr, t)), 0, len(t), 'r'))
             for t in ${JSON.stringify(TEXTS)}] +
            [attempt(name, UnicodeTranslateError(''.join(map(chr, t)), 0, len(t), 'r'))
             for t in ${JSON.stringify(TEXTS)}]))
`,
  (lines) => {
    const attempt = (answer: () => unknown) => {
      try {
        return answer();
      } catch (e) {
        if (e instanceof UnicodeDecodeFailure || e instanceof UnicodeEncodeFailure) return null;
        throw e;
      }
    };
    let at = 0;
    for (const name of NAMES) {
      const mode = modeOfName(name);
      for (const encoding of ENCODINGS) {
        const expected = JSON.parse(lines[at++]) as unknown[];
        const mine = [
          ...DATA.map((data) =>
            attempt(() => {
              const answer = resolveDecode(mode, encoding, Uint8Array.from(data), 0, 2, "r");
              return [true, textOf(answer.w_text), answer.position];
            })
          ),
          ...TEXTS.map((points) =>
            attempt(() => {
              const { w_text, bytes, position } = resolveEncode(
                mode,
                encoding,
                strOf(points),
                0,
                points.length,
                "r",
              );
              return [bytes === null, bytes === null ? textOf(w_text!) : [...bytes], position];
            })
          ),
          ...TEXTS.map((points) => {
            const w_text = resolveTranslate(mode, strOf(points), 0, points.length);
            return w_text === null ? null : [true, textOf(w_text), points.length];
          }),
        ];
        // What a handler refuses altogether is the caller's TypeError.
        const wanted = expected.map((answer) => answer === "type" ? null : answer);
        assertEquals(mine, wanted, `${name} ${encoding}`);
      }
    }
  },
);
