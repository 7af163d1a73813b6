import { assert, assertEquals } from "@std/assert";
import { capitalize, casefold, lower, swapcase, title, upper } from "../str/case.ts";
import {
  strIsAlnum,
  strIsAlpha,
  strIsAscii,
  strIsDecimal,
  strIsDigit,
  strIsIdentifier,
  strIsLower,
  strIsNumeric,
  strIsPrintable,
  strIsSpace,
  strIsTitle,
  strIsUpper,
} from "../str/predicates.ts";
import { charStr, fromRts, type W_Str } from "../str/wstr.ts";
import { differential, Random, strOf, textOf } from "../str/testing.ts";
import { flagsOf, fullCase, isLineBreak } from "./ctype.ts";
import { Flag, TypeField } from "./layout.ts";

const PREDICATES = [
  strIsAlpha,
  strIsDecimal,
  strIsDigit,
  strIsNumeric,
  strIsAlnum,
  strIsSpace,
  strIsPrintable,
  strIsLower,
  strIsUpper,
  strIsTitle,
  strIsIdentifier,
  strIsAscii,
];
const CASES = [upper, lower, casefold, title, capitalize, swapcase];

const METHODS = `
predicates = [str.isalpha, str.isdecimal, str.isdigit, str.isnumeric, str.isalnum, str.isspace, str.isprintable,
  str.islower, str.isupper, str.istitle, str.isidentifier, str.isascii]
cases = [str.upper, str.lower, str.casefold, str.title, str.capitalize, str.swapcase]
def line(s):
    flags = ''.join('01'[p(s)] for p in predicates)
    return flags + ' ' + ' '.join(','.join('%x' % ord(c) for c in f(s)) for f in cases)
`;

const predicatesOf = (w_text: W_Str) => PREDICATES.map((test) => test(w_text) ? "1" : "0").join("");

function line(w_text: W_Str): string {
  const hex = (w: W_Str) => textOf(w).map((c) => c.toString(16)).join(",");
  return `${predicatesOf(w_text)} ${CASES.map((change) => hex(change(w_text))).join(" ")}`;
}

const mapsToItself = (c: number) =>
  [TypeField.Upper, TypeField.Lower, TypeField.Title, TypeField.Fold].every((field) =>
    fullCase(c, field) === c
  );

/** What CPython prints of a code point in the test below. */
function fullLine(c: number): string {
  const w_text = charStr(c);
  const breaks = isLineBreak(c) ? 1 : 0;
  if (mapsToItself(c)) return `${c.toString(16)} ${predicatesOf(w_text)} = ${breaks}`;
  return `${c.toString(16)} ${line(w_text)} ${breaks}`;
}

differential(
  "predicates and cases of every code point are CPython's",
  `${METHODS}
import unicodedata
for c in range(0x110000):
    if c % 64 and unicodedata.category(chr(c)) in ('Cn', 'Co', 'Cs'): continue  # samples are enough
    s = line(chr(c))
    same = (' %x' % c) * 6
    if s.endswith(same): s = s[:12] + ' ='
    if s != '000000000000 =': print('%x' % c, s, int(len(('x' + chr(c) + 'x').splitlines()) > 1))
`,
  (lines) => {
    const differing: string[] = [];
    const expected = new Map(lines.map((text) => [parseInt(text, 16), text]));
    const seen = ~(Flag.CaseIgnorable | Flag.Cased);
    for (let c = 0; c < 0x110000; c++) {
      const wanted = expected.get(c);
      if (wanted === undefined && (flagsOf(c) & seen) === 0 && mapsToItself(c)) continue;
      const full = fullLine(c);
      if (wanted !== full) differing.push(`${full} is ${wanted}`);
    }
    assertEquals(differing, []);
    assert(lines.length > 130_000);
  },
);

const ALPHABET = [
  0x41,
  0x61,
  0x3a3,
  0x3c2,
  0x27,
  0xb7,
  0x2e,
  0x20,
  0xdf,
  0x1c5,
  0x149,
  0x130,
  0x345,
  0x1f600,
];
const random = new Random(7);
const TEXTS = Array.from({ length: 2000 }, () => random.points(random.below(9), ALPHABET));

differential(
  "predicates and cases of texts are CPython's",
  `${METHODS}
for s in ${JSON.stringify(TEXTS)}: print(line(''.join(map(chr, s))))
`,
  (lines) => {
    assertEquals(TEXTS.map((points) => line(strOf(points))), lines);
  },
);

Deno.test("Σ is ς where a word ends", () => {
  for (
    const [text, expected] of [["ΑΣ", "ας"], ["Σ", "σ"], ["ΑΣΑ", "ασα"], ["ΑΣ'", "ας'"], ["Α'Σ Α", "α'ς α"]]
  ) {
    assertEquals(lower(fromRts(text)).toRts(), expected);
  }
});

Deno.test("ASCII texts that stay the same are not copied", () => {
  const w_text = fromRts("spam");
  assert(lower(w_text) === w_text);
});
