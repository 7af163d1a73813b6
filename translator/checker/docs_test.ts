import { assertEquals } from "@std/assert";
import { PAGE, renderDiagnostics } from "./docs.ts";

Deno.test("docs/diagnostics.md is up to date", async () => {
  assertEquals(
    await Deno.readTextFile(PAGE),
    await renderDiagnostics(),
    "run: deno run -A translator/checker/docs.ts",
  );
});
