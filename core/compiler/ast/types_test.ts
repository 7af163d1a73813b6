import { assertEquals } from "@std/assert";
import { typesSource } from "./generate_types.ts";

/** White space, and the commas and bars that a formatter adds, do not count. */
function squeeze(text: string): string {
  return text.replace(/[\s|]+/g, " ").replace(/ (?=[();=])|(?<=[(=]) /g, "");
}

Deno.test("ast: types.ts is what the table of nodes generates", async () => {
  const text = await Deno.readTextFile(new URL("types.ts", import.meta.url));
  assertEquals(squeeze(text), squeeze(typesSource()));
});
