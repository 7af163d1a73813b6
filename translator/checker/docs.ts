/**
 * Writes `docs/diagnostics.md` from the table of diagnostics: `deno run -A translator/checker/docs.ts`.
 */
import { DIAGNOSTICS } from "./diagnostics.ts";

/** Where the page is. */
export const PAGE = new URL("../../docs/diagnostics.md", import.meta.url);

const SECTIONS: Record<string, string> = {
  1: "Syntax outside RTS",
  2: "Types",
  3: "Names and globals",
  4: "Classes",
  5: "Hints",
  6: "Module top level and prebuilt constants",
  9: "Program structure",
};

/** The page, formatted by `deno fmt`. */
export async function renderDiagnostics(): Promise<string> {
  let page =
    "# Diagnostics\n\nWhat the translator reports, by code. Generated from `translator/checker/diagnostics.ts`; " +
    "`{0}` and `{1}` stand for names of the program.\n";
  let section = "";
  for (const [code, { text, help }] of Object.entries(DIAGNOSTICS)) {
    const title = SECTIONS[code[3]];
    if (title !== section) page += `\n## ${title}\n\n`;
    section = title;
    page += `- **${code}** ${escapeMarkdown(text)}. _Instead:_ ${escapeMarkdown(help)}.\n`;
  }
  return await format(page);
}

/** Escapes angle brackets and stars outside code. */
function escapeMarkdown(text: string): string {
  return text.split("`").map((part, index) => index % 2 === 1 ? part : part.replace(/[<>*_]/g, "\\$&")).join(
    "`",
  );
}

async function format(page: string): Promise<string> {
  const config = new URL("../../deno.json", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--config", config, "--ext", "md", "-"],
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const input = child.stdin.getWriter();
  await input.write(new TextEncoder().encode(page));
  await input.close();
  return new TextDecoder().decode((await child.output()).stdout);
}

if (import.meta.main) await Deno.writeTextFile(PAGE, await renderDiagnostics());
