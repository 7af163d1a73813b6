/** Exercises texts; prints the same untranslated and translated. See `str_test.ts`. */
// First, so that the object space, which strings refer to by type, is evaluated from where it can begin.
import "../space.ts";
import { type i32, print } from "@rts";
import { utf8DecodeStrict, utf8Encode } from "../unicode/codec_utf8.ts";
import { decodeHandler, UnicodeDecodeFailure } from "../unicode/errors.ts";
import { utf8Decode } from "../unicode/codec_utf8.ts";
import { encodeHandler } from "../unicode/errors.ts";
import { StrBuilder } from "./builder.ts";
import { contains, count, find, rfind } from "./find.ts";
import { intern, internRts } from "./intern.ts";
import { fromRts, type W_Str } from "./wstr.ts";

const w_name: W_Str = internRts("__init__");
const SAMPLES: string[] = ["", "a", "spam and eggs", "grüße", "Ωμέγα", "smile 😀 end", "\ud800 lone"];

function show(label: string, w_text: W_Str): void {
  print(`${label}: ${w_text.toRts()} kind=${w_text.kind} length=${w_text.length} hash=${w_text.hashOf()}`);
}

function basics(): void {
  for (const sample of SAMPLES) {
    const w_text = fromRts(sample);
    show("text", w_text);
    show("twice", w_text.repeat(2));
    show("joined", w_text.concat(fromRts("é!")));
    if (w_text.length > 3) {
      show("part", w_text.substring(1, w_text.length - 1));
      show("backwards", w_text.slice(w_text.length - 1, -1, w_text.length));
    }
    const bytes = utf8Encode(w_text, encodeHandler("surrogatepass")!);
    const w_back = utf8Decode(bytes, decodeHandler("surrogatepass")!, true).w_text;
    print(`${bytes.length} ${w_back.equals(w_text)}`);
  }
}

function searching(): void {
  const w_text = fromRts("abracadabra Ω abracadabra");
  for (const part of ["a", "bra", "Ω a", "cad", "xyz", "😀", "abra"]) {
    const w_part = fromRts(part);
    print(
      `${part} ${find(w_text, w_part, 0, 25)} ${rfind(w_text, w_part, 0, 25)} ${
        count(w_text, w_part, 0, 25)
      } ` +
        `${contains(w_text, w_part)}`,
    );
  }
  const w_big = fromRts("ab").repeat(20000);
  const w_needle = fromRts("ab").repeat(5000).concat(fromRts("b"));
  print(`${find(w_big, w_needle, 0, w_big.length)} ${rfind(w_big, w_needle, 0, w_big.length)}`);
}

export function main(_args: string[]): i32 {
  basics();
  searching();
  print(`${intern(fromRts("__init__")) === w_name} ${intern(fromRts("__init_")) === w_name}`);
  const out = new StrBuilder();
  for (let i: i32 = 0; i < 300; i += 7) out.append(i);
  out.appendRts("😀");
  show("built", out.build());
  const bad = new Uint8Array(3);
  bad[1] = 0xe1;
  bad[2] = 0x80;
  try {
    utf8DecodeStrict(bad, 0, 3);
  } catch (e) {
    if (e instanceof UnicodeDecodeFailure) print(`${e.encoding} ${e.start} ${e.end} ${e.reason}`);
  }
  return 0;
}
