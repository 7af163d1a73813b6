/** Runs `filetests/*.ir`: a program in the IR's text form, `// ====`, its jitcode. `BLESS=1` rewrites the latter. */
import { assertEquals } from "@std/assert";
import { parseProgram } from "../ir/parse.ts";
import { verifyProgram } from "../ir/verify.ts";
import { writeJitcode } from "./codewriter.ts";
import { printJitProgram } from "./print.ts";
import { verifyJitcode } from "./verify.ts";

const FOLDER = new URL("filetests/", import.meta.url);
const SEPARATOR = "// ====\n";
const bless = Deno.env.get("BLESS") === "1";

for (const { name } of [...Deno.readDirSync(FOLDER)].sort((a, b) => a.name < b.name ? -1 : 1)) {
  Deno.test(`jitcode ${name}`, async () => {
    const url = new URL(name, FOLDER);
    const [input, expected] = (await Deno.readTextFile(url)).split(SEPARATOR);
    const program = parseProgram(input);
    assertEquals(verifyProgram(program), []);
    const jitcode = writeJitcode(program);
    assertEquals(verifyJitcode(jitcode), [], printJitProgram(jitcode));
    assertEquals(verifyProgram(program), [], "the program was changed");
    const actual = printJitProgram(jitcode);
    if (bless) await Deno.writeTextFile(url, `${input.trimEnd()}\n${SEPARATOR}${actual}`);
    else assertEquals(actual, expected);
  });
}
