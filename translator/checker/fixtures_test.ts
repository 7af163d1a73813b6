/** Every syntactic diagnostic has a fixture, and every fixture gives exactly its diagnostics. */
import ts from "typescript";
import { assert, assertEquals } from "@std/assert";
import { type Diagnostic, DIAGNOSTICS } from "./diagnostics.ts";
import { compareFindings, parseMarkers } from "./fixtures.ts";
import { checkFile, checkSyntax } from "./syntax.ts";

const FOLDER = new URL("../../tests/rts/diagnostics/", import.meta.url).pathname;
/** RTS161 is about comments, which the front end sees to. */
const isSyntactic = (code: string) => code.startsWith("RTS1") && !code.startsWith("RTS161");
const names = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).filter(isSyntactic).sort();

function findings(name: string, source: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  checkFile(ts.createSourceFile(FOLDER + name, source, ts.ScriptTarget.ESNext), (d) => found.push(d));
  return found;
}

Deno.test("every syntactic code has a fixture that expects it", () => {
  const expected = new Set(
    names.flatMap((name) =>
      parseMarkers(Deno.readTextFileSync(FOLDER + name)).map((e) => e.code).filter((c) =>
        name.startsWith(c + "_")
      )
    ),
  );
  const missing = Object.keys(DIAGNOSTICS).filter((code) => isSyntactic(code) && !expected.has(code));
  assertEquals(missing, []);
});

Deno.test("fixtures give exactly their diagnostics", async (t) => {
  for (const name of names) {
    await t.step(name, () => {
      const source = Deno.readTextFileSync(FOLDER + name);
      const expected = parseMarkers(source);
      assert(expected.length > 0, "no markers");
      assert(expected.every((e) => e.column !== null), "a marker without column");
      const found = findings(name, source);
      assertEquals(compareFindings(expected, found), []);
      assert(found.every((d) => d.file === FOLDER + name), "wrong file");
    });
  }
});

Deno.test("no test program uses a construct outside RTS", () => {
  const root = new URL("../../tests/rts/", import.meta.url).pathname;
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of Deno.readDirSync(folder)) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory) visit(file);
      if (!entry.name.endsWith(".ts")) continue;
      const source = ts.createSourceFile(file, Deno.readTextFileSync(file), ts.ScriptTarget.ESNext);
      checkFile(source, (d) => found.push(`${d.file}:${d.line}:${d.column}: ${d.code} ${d.message}`));
    }
  };
  visit(root + "programs");
  visit(root + "faults");
  assertEquals(found, []);
});

Deno.test("module top level is free, and a single member can be checked", () => {
  const source =
    "const o = { a: 1 };\nclass C { static s = { b: 2 }; static { var x; } m() { return o?.a; } }\n";
  const file = ts.createSourceFile("t.ts", source, ts.ScriptTarget.ESNext);
  const found: string[] = [];
  checkFile(file, (d) => found.push(`${d.code} ${d.line}:${d.column}`));
  assertEquals(found, ["RTS106 2:64"]);
  const c = file.statements[1] as ts.ClassDeclaration;
  checkSyntax(c.members[0], file, (d) => found.push(d.code));
  assertEquals(found.length, 1);
  checkSyntax(c.members[2], file, (d) => found.push(d.code));
  assertEquals(found.length, 2);
});
