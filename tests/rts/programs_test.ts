/**
 * Every program under `tests/rts/programs` does the same untranslated and translated in each mode; every program
 * under `tests/rts/faults` does translated what its header says. `RTS_ONLY=text` runs the programs whose path
 * contains the text.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { listPrograms, type Program } from "./header.ts";
import { type Mode, modeName, MODES, runTranslated } from "./modes.ts";
import { type Outcome, runUntranslated } from "./untranslated.ts";

const folder = (name: string) => new URL(name, import.meta.url).pathname;
const only = Deno.env.get("RTS_ONLY") ?? "";
const selected = (name: string) => listPrograms(folder(name)).filter((p) => p.file.includes(only));

const programs = selected("programs");
const faults = selected("faults");
const expected = new Map<Program, Outcome>();

function areas(): Map<string, Program[]> {
  const result = new Map<string, Program[]>();
  for (const p of programs) result.set(p.area, [...result.get(p.area) ?? [], p]);
  return result;
}

Deno.test("programs run untranslated", async (t) => {
  const outcomes = await runUntranslated(programs);
  assertEquals(outcomes.length, programs.length);
  for (const [index, program] of programs.entries()) {
    expected.set(program, outcomes[index]);
    await t.step(`${program.area}/${program.name}`, () => {
      const { stdout, stderr, code } = outcomes[index];
      assertEquals(code, program.header.exit, stderr);
      assert(stdout.length > 0, "prints nothing");
    });
  }
});

for (const mode of MODES) {
  Deno.test({
    name: `programs run translated, ${modeName(mode)}`,
    fn: async (t) => {
      for (const program of programs) {
        if (mode.gcStress && !program.header.gcStress) continue;
        await t.step(`${program.area}/${program.name}`, () => compare(program, mode));
      }
    },
  });
}

async function compare(program: Program, mode: Mode): Promise<void> {
  const want = expected.get(program)!;
  const { args, env } = program.header;
  const got = await runTranslated(program.file, mode, args, env);
  assertEquals(got.stdout, want.stdout, got.stderr);
  assertEquals(got.code, want.code, got.stderr);
  if (program.header.exit === 0) assertEquals(got.stderr, want.stderr);
}

for (const mode of MODES) {
  Deno.test({
    name: `faults, ${modeName(mode)}`,
    fn: async (t) => {
      for (const fault of faults) {
        const { header } = fault;
        if (header.profile !== null && header.profile !== mode.profile) continue;
        if (mode.gcStress && !header.gcStress) continue;
        await t.step(fault.name, () => checkFault(fault, mode));
      }
    },
  });
}

async function checkFault(fault: Program, mode: Mode): Promise<void> {
  const { header } = fault;
  const got = await runTranslated(fault.file, mode, header.args, header.env);
  assertEquals(got.stdout, header.stdout.map((line) => line + "\n").join(""), got.stderr);
  for (const text of header.stderr) assertStringIncludes(got.stderr, text);
  assertEquals(got.code, header.exit, got.stderr);
}

Deno.test("every fault says what it expects", () => {
  for (const { header, name } of faults) {
    assert(header.stdout.length + header.stderr.length > 0, name);
    if (header.exit === 70) assert(header.stderr.some((text) => /:\d+:\d+/.test(text)), `${name}: no place`);
  }
});

Deno.test("count of programs", () => {
  const rows = [...areas()].map(([area, list]) => `${area.padEnd(12)} ${list.length}`);
  rows.push(
    `${"faults".padEnd(12)} ${faults.length}`,
    `${"total".padEnd(12)} ${programs.length + faults.length}`,
  );
  console.log(rows.join("\n"));
  assert(only !== "" || programs.length >= 220, `${programs.length} programs`);
});
