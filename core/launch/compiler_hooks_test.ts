import { assertEquals } from "@std/assert";
import { lookupName } from "./compiler_hooks.ts";

Deno.test("names of syllables and ideographs follow from their code points", () => {
  assertEquals(lookupName("HANGUL SYLLABLE GAG"), 0xac01);
  assertEquals(lookupName("hangul syllable a"), 0xc544);
  assertEquals(lookupName("CJK UNIFIED IDEOGRAPH-4E00"), 0x4e00);
  assertEquals(lookupName("CJK UNIFIED IDEOGRAPH-0041"), null);
  assertEquals(lookupName("HANGUL SYLLABLE XYZ"), null);
});
