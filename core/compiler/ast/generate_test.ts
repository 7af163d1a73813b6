import { assertEquals } from "@std/assert";
import { buildSource, typesSource } from "./generate.ts";

/** White space, and the commas and bars that a formatter adds, do not count. */
function squeeze(text: string): string {
  return text.replace(/[\s|]+/g, " ").replace(/,(?= ?\))/g, "").replace(/ (?=[();=])|(?<=[(=]) /g, "");
}

for (const [name, source] of [["types.ts", typesSource()], ["build.ts", buildSource()]] as const) {
  Deno.test(`ast: ${name} is what the table of nodes generates`, async () => {
    const text = await Deno.readTextFile(new URL(name, import.meta.url));
    assertEquals(squeeze(text), squeeze(source));
  });
}
