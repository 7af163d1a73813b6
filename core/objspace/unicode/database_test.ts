import { assertEquals } from "@std/assert";
import { differential, Random, sameTranslated, strOf, textOf } from "../str/testing.ts";
import { decimalValue, digitValue } from "./ctype.ts";
import {
  bidirectional,
  category,
  combining,
  decomposition,
  eastAsianWidth,
  mirrored,
  numericValue,
} from "./database.ts";
import { codeOfName, lookupName, nameOf } from "./names.ts";
import {
  oldBidirectional,
  oldCategory,
  oldCombining,
  oldDecimal,
  oldDecompositionText,
  oldEastAsianWidth,
  oldMirrored,
  oldNumeric,
} from "./old.ts";
import { charStr } from "../str/wstr.ts";
import { type Form, formOfName, isNormalized, normalize } from "./normalize.ts";

function line(c: number): string {
  const numeric = numericValue(c);
  return [
    c.toString(16),
    category(c),
    bidirectional(c),
    eastAsianWidth(c),
    combining(c),
    mirrored(c) ? 1 : 0,
    decimalValue(c),
    digitValue(c),
    Number.isNaN(numeric) ? "" : numeric,
    decomposition(c),
    nameOf(c),
  ].join(";");
}

differential(
  "the database is CPython's, for every code point",
  `
from unicodedata import *
def number(x): return '%d' % x if x == int(x) else repr(x)
last = None
for c in range(0x110000):
    s = chr(c)
    n = numeric(s, None)
    rest = [category(s), bidirectional(s), east_asian_width(s), combining(s), mirrored(s), decimal(s, -1), digit(s, -1),
      '' if n is None else number(n), decomposition(s), name(s, '')]
    if rest != last: print('%x' % c, *rest, sep=';')
    last = rest
`,
  (lines) => {
    const differing: string[] = [];
    const expected = new Map(lines.map((text) => [parseInt(text, 16), text.slice(text.indexOf(";"))]));
    let rest = "";
    for (let c = 0; c < 0x110000; c++) {
      rest = expected.get(c) ?? rest;
      const text = line(c);
      if (!text.endsWith(rest) || text.indexOf(";") + rest.length !== text.length) {
        differing.push(`${text} is ${rest}`);
      }
    }
    assertEquals(differing.slice(0, 20), []);
  },
);

function oldLine(c: number): string {
  const numeric = oldNumeric(c);
  return [
    "",
    oldCategory(c),
    oldBidirectional(c),
    oldEastAsianWidth(c),
    oldCombining(c),
    oldMirrored(c) ? 1 : 0,
    oldDecimal(c),
    digitValue(c),
    Number.isNaN(numeric) ? "" : numeric,
    oldDecompositionText(c),
    ["NFC", "NFKD"].map((name) => textOf(normalize(charStr(c), formOfName(name) as Form, true))).join(";"),
  ].join(";");
}

differential(
  "the database of Unicode 3.2 is CPython's",
  `
from unicodedata import ucd_3_2_0 as d
def number(x): return '%d' % x if x == int(x) else repr(x)
def points(s): return ','.join(str(ord(c)) for c in s)
for c in range(0x30000):
    if c % 61 and (0x3400 < c < 0xd7a0 or 0x17000 < c < 0x1b000 or 0x20000 < c < 0x2f700): continue
    s = chr(c)
    n = d.numeric(s, None)
    print('', d.category(s), d.bidirectional(s), d.east_asian_width(s), d.combining(s), d.mirrored(s), d.decimal(s, -1),
      d.digit(s, -1), '' if n is None else number(n), d.decomposition(s), points(d.normalize('NFC', s)),
      points(d.normalize('NFKD', s)), sep=';')
`,
  (lines) => {
    const differing: string[] = [];
    let i = 0;
    for (let c = 0; c < 0x30000; c++) {
      const isUniform = (c > 0x3400 && c < 0xd7a0) || (c > 0x17000 && c < 0x1b000) ||
        (c > 0x20000 && c < 0x2f700);
      if (c % 61 !== 0 && isUniform) continue;
      const expected = lines[i++], mine = oldLine(c);
      if (mine !== expected) differing.push(`${c.toString(16)}${mine} is ${expected}`);
    }
    assertEquals(differing.slice(0, 20), []);
  },
);

const LOOKUPS = [
  "SPACE",
  "latin small letter a",
  "NULL",
  "LINE FEED",
  "HANGUL SYLLABLE GAG",
  "HANGUL SYLLABLE A",
].concat(
  ["HANGUL SYLLABLE GGWALH", "HANGUL SYLLABLE Q", "hangul syllable gag", "CJK UNIFIED IDEOGRAPH-4E00"],
  [
    "CJK UNIFIED IDEOGRAPH-4e00",
    "CJK UNIFIED IDEOGRAPH-1234",
    "CJK UNIFIED IDEOGRAPH-20000",
    "KEYCAP DIGIT ONE",
  ],
  ["no such name", "", "GREEK SMALL LETTER ALPHA ", "BELL", "LF", "TANGUT IDEOGRAPH-17000", "ZWNBSP"],
);

differential(
  "names are looked up as CPython does",
  `
import unicodedata, json
for n in ${JSON.stringify(LOOKUPS)}:
    try: found = [ord(c) for c in unicodedata.lookup(n)]
    except KeyError: found = None
    try: single = ord(eval('"\\\\N{' + n + '}"'))
    except SyntaxError: single = -1
    print(json.dumps([found, single]))
`,
  (lines) => {
    LOOKUPS.forEach((name, i) => {
      const w_found = lookupName(name);
      assertEquals([w_found === null ? null : textOf(w_found), codeOfName(name)], JSON.parse(lines[i]), name);
    });
  },
);

const FORMS = ["NFC", "NFD", "NFKC", "NFKD"];
const random = new Random(31);
const MARKS = [
  0x41,
  0x61,
  0x3b1,
  0x300,
  0x301,
  0x323,
  0x327,
  0x345,
  0x1100,
  0x1161,
  0x11a8,
  0xac00,
  0xac01,
  0x9c7,
]
  .concat([0x9be, 0x1e69, 0x212b, 0xfb01, 0x1d15e, 0x11099, 0x110ba, 0x2adc, 0xf73, 0x0f71, 0x0f72, 0x20]);
const TEXTS = Array.from({ length: 1500 }, () => random.points(random.below(8), MARKS));
/** Code points that are tried one by one: all below 0x30000 but for most ideographs and syllables. */
const SINGLES = Array.from({ length: 0x30000 }, (_, c) => c).filter((c) =>
  c % 61 === 0 || c < 0x3400 || (c >= 0xd7a0 && c < 0x17000) || (c > 0x18d00 && c < 0x20000) || c >= 0x2f700
);

differential(
  "texts are normalized as CPython does",
  `
import json
from unicodedata import *
for t in ${JSON.stringify(TEXTS)}:
    s = ''.join(map(chr, t))
    print(json.dumps([[[ord(c) for c in normalize(f, s)], is_normalized(f, s)] for f in ${
    JSON.stringify(FORMS)
  }]))
for c in range(0x30000):
    if not (c % 61 == 0 or c < 0x3400 or 0xd7a0 <= c < 0x17000 or 0x18d00 < c < 0x20000 or c >= 0x2f700): continue
    s = 'a' + chr(c) + chr(0x300)
    all = [normalize(f, s) for f in ${JSON.stringify(FORMS)}]
    if any(x != s for x in all): print(json.dumps([c, [[ord(d) for d in x] for x in all]]))
`,
  (lines) => {
    TEXTS.forEach((points, i) => {
      const w_text = strOf(points);
      const mine = FORMS.map((name) => {
        const form = formOfName(name) as Form;
        return [textOf(normalize(w_text, form)), isNormalized(w_text, form)];
      });
      assertEquals(mine, JSON.parse(lines[i]), `${points}`);
    });
    const expected = new Map(lines.slice(TEXTS.length).map((text) => JSON.parse(text)));
    for (const c of SINGLES) {
      const points = [0x61, c, 0x300];
      const mine = FORMS.map((name) => normalize(strOf(points), formOfName(name) as Form));
      const wanted = expected.get(c);
      if (wanted !== undefined) assertEquals(mine.map(textOf), wanted, c.toString(16));
      else if (mine.some((w) => !w.equals(strOf(points)))) throw new Error(`${c.toString(16)} changes`);
    }
  },
);

sameTranslated(new URL("./unicode_driver.ts", import.meta.url));
