/** The engine against CPython 3.10, untranslated and translated: the trials that `corpus.py` makes. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { Exception } from "@rts";
import { testAgainstPython } from "../../testing.ts";
import { Matcher, Program, setTicker, Subject1 } from "./mod.ts";

testAgainstPython(import.meta.url, (line) => line[0] === "P" || line[0] === "S");

class Interrupt extends Exception {}

Deno.test("the ticker is called in a long match and may end it", () => {
  // (?:a|ab|aa)*b, which takes exponential time
  const code = Int32Array.of(
    15,
    4,
    0,
    1,
    -1,
    24,
    20,
    0,
    -1,
    17,
    97,
    7,
    3,
    16,
    12,
    5,
    17,
    98,
    16,
    7,
    5,
    17,
    97,
    16,
    2,
    0,
    19,
    17,
    98,
    1,
  );
  const matcher = new Matcher(new Program(code, 0), new Subject1(new Uint8Array(60).fill(97), 60), 0, 60);
  setTicker(() => {
    throw new Interrupt("enough");
  });
  assertThrows(() => matcher.match(), Interrupt);
  setTicker(null);
  const next = new Matcher(new Program(code, 0), new Subject1(Uint8Array.of(97, 98), 2), 0, 2);
  assert(next.match());
  assertEquals([next.groupStart(0), next.groupEnd(0)], [0, 2]);
});
