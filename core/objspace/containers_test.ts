/** The driver of containers prints the same untranslated and translated. */
import { assert, assertEquals } from "@std/assert";
import { runFile } from "../../translator/driver/mod.ts";

const path = (relative: string) => new URL(relative, import.meta.url).pathname;
const DRIVER = path("containers_driver.ts");

async function runUntranslated(): Promise<string> {
  const args = [
    "run",
    "-A",
    "--no-check",
    path("../../translator/driver/cli.ts"),
    "run",
    "--untranslated",
    DRIVER,
  ];
  const { stdout, success } = await new Deno.Command("deno", { args, stderr: "inherit" }).output();
  assert(success);
  return new TextDecoder().decode(stdout);
}

for (const profile of ["release", "debug"] as const) {
  Deno.test(`containers do the same untranslated and translated, ${profile}`, async () => {
    const plain = await runUntranslated();
    assert(plain.includes("list[int, str]"), plain);
    const { stdout, stderr } = await runFile(DRIVER, { profile });
    assertEquals(stdout, plain, stderr);
  });
}
