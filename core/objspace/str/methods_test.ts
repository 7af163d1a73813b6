import { assertEquals } from "@std/assert";
import { toAsciiDigits } from "./digits.ts";
import { count, endsWith, find, rfind, startsWith } from "./find.ts";
import { join, replace, translate, Translation } from "./replace.ts";
import { asciiRepr, repr } from "./repr.ts";
import { partition, rpartition, rsplitAt, rsplitSpaces, splitAt, splitLines, splitSpaces } from "./split.ts";
import {
  center,
  expandTabs,
  ljust,
  removePrefix,
  removeSuffix,
  rjust,
  Side,
  stripSet,
  stripSpaces,
  zfill,
} from "./trim.ts";
import { differential, Random, strOf, textOf } from "./testing.ts";
import { EMPTY, fromRts, W_Str } from "./wstr.ts";

/** Deletes `a`, doubles `b`, makes Ω of what is above 0x7f, leaves the rest. */
class Sample extends Translation {
  override replacement(c: number): W_Str {
    if (c === 97) return EMPTY;
    if (c === 98) return fromRts("bb");
    return c > 127 ? fromRts("Ω") : strOf([c]);
  }
}

/** Python's expression on texts `s`, `p` (not empty), `q` and a number `n`; and ours. */
const OPERATIONS: Record<string, (s: W_Str, p: W_Str, q: W_Str, n: number) => unknown> = {
  "s.split(None, n)": (s, _p, _q, n) => splitSpaces(s, n),
  "s.rsplit(None, n)": (s, _p, _q, n) => rsplitSpaces(s, n),
  "s.split(p, n)": (s, p, _q, n) => splitAt(s, p, n),
  "s.rsplit(p, n)": (s, p, _q, n) => rsplitAt(s, p, n),
  "s.splitlines()": (s) => splitLines(s, false),
  "s.splitlines(True)": (s) => splitLines(s, true),
  "list(s.partition(p))": (s, p) => partition(s, p),
  "list(s.rpartition(p))": (s, p) => rpartition(s, p),
  "s.strip()": (s) => stripSpaces(s, Side.Both),
  "s.lstrip()": (s) => stripSpaces(s, Side.Left),
  "s.rstrip()": (s) => stripSpaces(s, Side.Right),
  "s.strip(q)": (s, _p, q) => stripSet(s, q, Side.Both),
  "s.lstrip(q)": (s, _p, q) => stripSet(s, q, Side.Left),
  "s.rstrip(q)": (s, _p, q) => stripSet(s, q, Side.Right),
  "s.removeprefix(q)": (s, _p, q) => removePrefix(s, q),
  "s.removesuffix(q)": (s, _p, q) => removeSuffix(s, q),
  "s.center(3 * n, p[0])": (s, p, _q, n) => center(s, 3 * n, p.charAt(0)),
  "s.ljust(3 * n, p[0])": (s, p, _q, n) => ljust(s, 3 * n, p.charAt(0)),
  "s.rjust(3 * n, p[0])": (s, p, _q, n) => rjust(s, 3 * n, p.charAt(0)),
  "s.zfill(4 * n)": (s, _p, _q, n) => zfill(s, 4 * n),
  "('-' + s).zfill(4 * n)": (s, _p, _q, n) => zfill(fromRts("-").concat(s), 4 * n),
  "s.expandtabs(n)": (s, _p, _q, n) => expandTabs(s, n),
  "s.replace(p, q, n)": (s, p, q, n) => replace(s, p, q, n),
  "s.replace('', q, n)": (s, _p, q, n) => replace(s, EMPTY, q, n),
  "s.replace(p[0], p[-1], n)": (s, p, _q, n) => replace(s, p.item(0), p.item(p.length - 1), n),
  "q.join(list(s))": (s, _p, q) => join(q, textOf(s).map((c) => strOf([c]))),
  "s.join([q, p, q])": (s, p, q) => join(s, [q, p, q]),
  "s.translate(table)": (s) => translate(s, new Sample()),
  "repr(s)": (s) => repr(s),
  "ascii(s)": (s) => asciiRepr(s),
  "s.find(p)": (s, p) => find(s, p, 0, s.length),
  "s.rfind(p)": (s, p) => rfind(s, p, 0, s.length),
  "s.find(q)": (s, _p, q) => find(s, q, 0, s.length),
  "s.rfind(q)": (s, _p, q) => rfind(s, q, 0, s.length),
  "s.count(q)": (s, _p, q) => count(s, q, 0, s.length),
  "s.startswith(q)": (s, _p, q) => startsWith(s, q, 0, s.length),
  "s.endswith(q)": (s, _p, q) => endsWith(s, q, 0, s.length),
  "s < q": (s, _p, q) => s.compare(q) < 0,
  "s == q": (s, _p, q) => s.equals(q),
};

const ALPHABETS: number[][] = [
  [97, 98],
  [97, 98, 32, 9, 10],
  [97, 0xe9, 0x85, 10, 13, 0xa0],
  [97, 0x3b1, 0x2028, 0x2003, 32],
  [98, 0x1f600, 0x20, 13, 10, 0xd800],
  [0x27, 0x22, 0x5c, 97, 0, 0x7f, 0x9b],
  [0x378, 0xad, 0x300, 0xe000, 0x10ffff, 0x27],
];
const random = new Random(11);
const CASES = Array.from({ length: 1500 }, () => {
  const alphabet = ALPHABETS[random.below(ALPHABETS.length)];
  const points = (least: number, most: number) => random.points(least + random.below(most), alphabet);
  return [points(0, 14), points(1, 3), points(0, 3), random.below(6) - 1] as const;
});

const plainText = (value: unknown): unknown =>
  value instanceof W_Str ? textOf(value) : Array.isArray(value) ? value.map(plainText) : value;

differential(
  "methods of texts are CPython's",
  `
import json
text = lambda points: ''.join(map(chr, points))
class Table:
    def __getitem__(self, c): return {97: None, 98: 'bb'}.get(c, 'Ω' if c > 127 else c)
table = Table()
def plain(x):
    return [ord(c) for c in x] if isinstance(x, str) else [plain(y) for y in x] if isinstance(x, list) else x
operations = eval(${JSON.stringify(`lambda s, p, q, n: [${Object.keys(OPERATIONS).join(", ")}]`)}, globals())
for s, p, q, n in json.loads(${JSON.stringify(JSON.stringify(CASES))}):
    print(json.dumps(plain(operations(text(s), text(p), text(q), n))))
`,
  (lines) => {
    assertEquals(lines.length, CASES.length);
    CASES.forEach(([s, p, q, n], i) => {
      const expected = JSON.parse(lines[i]);
      Object.keys(OPERATIONS).forEach((name, k) => {
        const mine = plainText(OPERATIONS[name](strOf(s), strOf(p), strOf(q), n));
        assertEquals(mine, expected[k], `${name} of ${JSON.stringify(CASES[i])}`);
      });
    });
  },
);

Deno.test("numbers in any script become ASCII", () => {
  for (
    const [text, expected] of [["12", "12"], ["\u0661\u0662", "12"], ["\u2003१.५", " 1.5"], [
      "1\u00bd3",
      "1?",
    ]]
  ) {
    assertEquals(toAsciiDigits(fromRts(text)).toRts(), expected);
  }
});
