import { assertEquals } from "@std/assert";
import { parseProgram } from "../ir/parse.ts";
import { isInlineAllocation, MAX_INLINE_ALLOCATION } from "./allocation.ts";
import { forEachInstr } from "../ir/walk.ts";

/** Tells of each allocation in `body` whether it is inline. */
function inline(body: string): boolean[] {
  const wide = Array.from({ length: 64 }, (_, i) => `  field f${i}: f64`).join("\n");
  const program = parseProgram(`
class object
class Small extends object
class Wide extends object {
${wide}
}
array doubles: f64 base 16
func f(n: i32) -> void {
  var x: ref
  ${body}
}
`);
  const found: boolean[] = [];
  forEachInstr(program.functions[0].body, (instr) => found.push(isInlineAllocation(instr)));
  return found;
}

Deno.test("small objects and arrays of small constant length are allocated inline", () => {
  assertEquals(inline("x = new Small()\n x = new Wide()"), [true, false]);
  const fits = (MAX_INLINE_ALLOCATION - 16) / 8;
  assertEquals(inline(`x = newarray doubles(${fits})\n x = newarray doubles(${fits + 1})`), [true, false]);
  assertEquals(inline("x = newarray doubles(0)\n x = newarray doubles(-1)\n x = newarray doubles(n)"), [
    true,
    false,
    false,
  ]);
});
