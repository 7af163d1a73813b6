/**
 * Untranslated code with the checks of the debug profile: all programs pass them, and the faults of that profile end at
 * the place where translated code ends. All files are instrumented in one go, through a module that calls every `main`.
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { instrument } from "../../translator/driver/instrument.ts";
import { listPrograms, type Program } from "./header.ts";
import { type Outcome, runUntranslated } from "./untranslated.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const folder = (name: string) => new URL(name, import.meta.url).pathname;
/** What ends in translated code alone, or is checked nowhere else. */
const isCheck = ({ header }: Program) => header.profile === "debug" && header.exit === 70;

/** Calls `work` with the instrumented programs. */
async function withInstrumented(
  programs: readonly Program[],
  work: (programs: Program[]) => Promise<void>,
): Promise<void> {
  const target = await Deno.makeTempDir({ prefix: "rts-instrumented-" });
  try {
    const all = `${target}/all.ts`;
    const imports = programs.map(({ file }, i) =>
      `import { main as main${i} } from ${JSON.stringify(file)};\n`
    );
    const calls = programs.map((_, i) => `  code = main${i}(args);\n`);
    const head = 'import type { i32 } from "@rts";\n';
    const main = "export function main(args: string[]): i32 {\n  let code: i32 = 0;\n";
    await Deno.writeTextFile(all, `${head}${imports.join("")}${main}${calls.join("")}  return code;\n}\n`);
    const outputs = await instrument(all, `${target}/out`, { skipTypes: true });
    await work(programs.map((program) => ({ ...program, file: outputs.get(program.file) as string })));
  } finally {
    await Deno.remove(target, { recursive: true });
  }
}

/** Runs one module in a process of its own, which a failed check ends. */
async function runAlone(program: Program): Promise<Outcome> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", `${ROOT}deno.json`, folder("run_main.ts"), program.file],
    env: { NO_COLOR: "1" },
  });
  const { stdout, stderr, code } = await command.output();
  const decoder = new TextDecoder();
  return { stdout: decoder.decode(stdout), stderr: decoder.decode(stderr), code };
}

Deno.test("all programs pass the checks of the debug profile untranslated", async () => {
  const programs = listPrograms(folder("programs"));
  await withInstrumented(programs, async (instrumented) => {
    const plain = await runUntranslated(programs);
    const checked = await runUntranslated(instrumented);
    programs.forEach(({ area, name }, i) => assertEquals(checked[i], plain[i], `${area}/${name}`));
  });
});

Deno.test("faults of the debug profile end at the same place untranslated", async (t) => {
  await withInstrumented(listPrograms(folder("faults")).filter(isCheck), async (faults) => {
    for (const fault of faults) {
      await t.step(fault.name, async () => {
        const { stdout, stderr, code } = await runAlone(fault);
        assertEquals(stdout, fault.header.stdout.map((line) => line + "\n").join(""), stderr);
        for (const text of fault.header.stderr) assertStringIncludes(stderr, text);
        assertEquals(code, fault.header.exit, stderr);
      });
    }
  });
});
