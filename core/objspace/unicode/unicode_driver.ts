/** Exercises the Unicode tables, methods and codecs; prints the same untranslated and translated. */
// First, so that the object space, which strings refer to by type, is evaluated from where it can begin.
import "../space.ts";
import { type i32, print } from "@rts";
import { capitalize, casefold, lower, swapcase, title, upper } from "../str/case.ts";
import { toAsciiDigits } from "../str/digits.ts";
import { strIsAlnum, strIsIdentifier, strIsPrintable, strIsTitle } from "../str/predicates.ts";
import { join, replace } from "../str/replace.ts";
import { asciiRepr, repr } from "../str/repr.ts";
import { partition, rsplitAt, splitLines, splitSpaces } from "../str/split.ts";
import { center, expandTabs, Side, stripSpaces, zfill } from "../str/trim.ts";
import { fromRts, type W_Str } from "../str/wstr.ts";
import { charmapDecode, charmapEncode, EncodingMap } from "./codec_charmap.ts";
import { type Codec, codecOfName, decodeBy, encodeBy } from "./codecs.ts";
import { bidirectional, category, combining, decomposition, numericValue } from "./database.ts";
import { decodeHandler, encodeHandler, UnicodeDecodeFailure, UnicodeEncodeFailure } from "./errors.ts";
import { codeOfName, nameOf } from "./names.ts";
import { oldCategory, oldDecimal, oldMirrored } from "./old.ts";
import { type Form, normalize } from "./normalize.ts";

const TEXTS: string[] = [
  "",
  "Hello, World\n",
  "ΟΔΥΣΣΕΥΣ ǅ ﬁ",
  "straße\tİ",
  "x = '\"\\' é😀",
  "  ١٢ \u2028 ½\x00",
];
const DECODE_ERRORS: string[] = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape"];
const ENCODE_ERRORS: string[] = ["strict", "replace", "xmlcharrefreplace", "namereplace", "surrogateescape"];

function show(what: string, w_text: W_Str): void {
  print(`${what}: ${asciiRepr(w_text).toRts()}`);
}

function showAll(what: string, pieces: W_Str[]): void {
  show(`${what} ${pieces.length}`, join(fromRts("|"), pieces));
}

function methods(w: W_Str): void {
  show("repr", repr(w));
  show("upper", upper(w));
  show("lower", lower(w));
  show("title", title(w));
  show("fold", casefold(w));
  show("swap", swapcase(w));
  show("cap", capitalize(w));
  show("strip", stripSpaces(w, Side.Both));
  show("center", center(zfill(expandTabs(w, 8), 12), 19, 0x2a));
  show("replace", replace(w, fromRts("l"), fromRts("<ł>"), -1));
  showAll("split", splitSpaces(w, -1));
  showAll("rsplit", rsplitAt(w, fromRts("o"), 1));
  showAll("lines", splitLines(w, true));
  showAll("part", partition(w, fromRts(" ")));
  show("digits", toAsciiDigits(w));
  for (let form: i32 = 0; form < 4; form++) show("form", normalize(w, form as Form));
  print(`${strIsAlnum(w)} ${strIsIdentifier(w)} ${strIsPrintable(w)} ${strIsTitle(w)}`);
}

function hexOf(bytes: Uint8Array): string {
  let text = "";
  for (let i: i32 = 0; i < bytes.length; i++) text += bytes[i].toString(16).padStart(2, "0");
  return text;
}

function codecs(w: W_Str): void {
  for (let codec: i32 = 1; codec <= 12; codec++) {
    for (const errors of ENCODE_ERRORS) {
      try {
        const bytes = encodeBy(codec as Codec, w, encodeHandler(errors)!);
        print(`${codec} ${errors} ${hexOf(bytes)}`);
        decodings(bytes);
      } catch (e) {
        if (!(e instanceof UnicodeEncodeFailure)) throw e;
        print(`${e.encoding} ${e.start} ${e.end} ${e.reason}`);
      }
    }
  }
}

function decodings(bytes: Uint8Array): void {
  for (let codec: i32 = 1; codec <= 12; codec++) {
    for (const errors of DECODE_ERRORS) {
      try {
        const decoded = decodeBy(codec as Codec, bytes, decodeHandler(errors)!, codec % 2 === 0);
        show(`${codec} ${errors} ${decoded.consumed}`, decoded.w_text);
      } catch (e) {
        if (!(e instanceof UnicodeDecodeFailure)) throw e;
        print(`${e.encoding} ${e.start} ${e.end} ${e.reason}`);
      }
    }
  }
}

export function main(_args: string[]): i32 {
  for (const text of TEXTS) {
    methods(fromRts(text));
    codecs(fromRts(text));
  }
  for (let c: i32 = 0x20; c < 0x110000; c += 997) {
    print(`${oldCategory(c)} ${oldMirrored(c)} ${oldDecimal(c)}`);
    print(
      `${c} ${category(c)} ${bidirectional(c)} ${combining(c)} ${numericValue(c)} ${decomposition(c)} ${
        nameOf(c)
      }`,
    );
  }
  print(`${codeOfName("greek small letter alpha")} ${codeOfName("nothing")} ${codecOfName("UTF-8")}`);
  const w_table = fromRts("abcdé");
  const bytes = charmapEncode(fromRts("cabé!"), encodeHandler("ignore")!, new EncodingMap(w_table));
  show(hexOf(bytes), charmapDecode(bytes, decodeHandler("strict")!, w_table).w_text);
  return 0;
}
