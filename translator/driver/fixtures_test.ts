/** Every diagnostic has a fixture, and those of the front end's codes give exactly their diagnostics. */
import { assert, assertEquals } from "@std/assert";
import { type Diagnostic, DIAGNOSTICS, RtsError } from "../checker/diagnostics.ts";
import { compareFindings, parseMarkers } from "../checker/fixtures.ts";
import { translate } from "./translate.ts";

const FOLDER = new URL("../../tests/rts/diagnostics/", import.meta.url).pathname;
const names = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).filter((name) => name.endsWith(".ts"))
  .sort();
/** Those that need more than syntax. */
const ofFrontend = names.filter((name) => !name.startsWith("RTS1") || name.startsWith("RTS161"));

async function findings(path: string): Promise<readonly Diagnostic[]> {
  try {
    await translate(path, { skipTypes: true, profile: "debug" });
    return [];
  } catch (error) {
    if (error instanceof RtsError) return error.diagnostics;
    throw error;
  }
}

Deno.test("every diagnostic has a fixture that expects it", () => {
  const expected = new Set(
    names.flatMap((name) =>
      parseMarkers(Deno.readTextFileSync(FOLDER + name)).map((e) => e.code).filter((code) =>
        name.startsWith(`${code}_`)
      )
    ),
  );
  assertEquals(Object.keys(DIAGNOSTICS).filter((code) => !expected.has(code)), []);
});

Deno.test("fixtures of the front end give exactly their diagnostics", async (t) => {
  for (const name of ofFrontend) {
    await t.step(name, async () => {
      const expected = parseMarkers(await Deno.readTextFile(FOLDER + name));
      assert(expected.length > 0 && expected.every((e) => e.column !== null), "a marker without column");
      const found = await findings(FOLDER + name);
      assertEquals(compareFindings(expected, found), []);
      assert(found.every((d) => d.file === FOLDER + name), "wrong file");
    });
  }
});
