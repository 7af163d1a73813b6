/** Compares what the compiler makes of small sources with what CPython 3.10 makes of them. */
import { assertEquals } from "@std/assert";
import { PYCF_ALLOW_TOP_LEVEL_AWAIT } from "../code.ts";
import { ANNOTATIONS, ASSERTS, ERRORS, MODULES, WARNINGS } from "../testing/cases.ts";
import { checkAnswer } from "../testing/differential.ts";
import { randomFunction, seededRandom } from "../testing/random.ts";
import { askOracle, findPython310, type OracleRequest } from "../testing/oracle.ts";

const python = findPython310();

function differential(name: string, requests: OracleRequest[]): void {
  const title = python === null ? `${name} (skipped: no CPython 3.10)` : name;
  Deno.test({ name: title, ignore: python === null }, async () => {
    const answers = await askOracle(python!, requests);
    assertEquals(answers.length, requests.length);
    const problems: string[] = [];
    requests.forEach((request, i) => {
      const problem = answers[i]!.tree.type === "None" ? "does not parse" : checkAnswer(request, answers[i]!);
      if (problem !== null) problems.push(`${request.source.slice(0, 300)}\n  ${problem}`);
    });
    assertEquals(problems.join("\n\n"), "");
  });
}

const exec = (source: string): OracleRequest => ({ source, mode: "exec" });

/** More of them with other values of `CODEGEN_SEED` and `CODEGEN_COUNT`. */
function randomRequests(): OracleRequest[] {
  const random = seededRandom(Number(Deno.env.get("CODEGEN_SEED") ?? 1));
  const count = Number(Deno.env.get("CODEGEN_COUNT") ?? 200);
  return Array.from({ length: count }, (_, i) => ({ ...exec(randomFunction(random)), optimize: i % 2 }));
}

differential("modules", MODULES.map(exec));
differential(
  "modules, asserts and docstrings off",
  MODULES.map((source) => ({ ...exec(source), optimize: 2 })),
);
differential("modules, asserts off", MODULES.map((source) => ({ ...exec(source), optimize: 1 })));
differential(
  "annotations as text",
  ANNOTATIONS.map((text) => exec(`from __future__ import annotations\nx: ${text}`)),
);
differential(
  "blocks of asserts",
  ASSERTS.flatMap((source) => [exec(source), { ...exec(source), optimize: 1 }]),
);
differential("random functions", randomRequests());
differential("errors", ERRORS.map(exec));
differential("errors, optimized", ERRORS.map((source) => ({ ...exec(source), optimize: 2 })));
differential("warnings", WARNINGS.map(exec));
differential(
  "interactive statements",
  ["1", "x", "x; y", "x = 1", "x: int", "def f(): x", "if a: b", "for x in y: z", "class A:\n  x\n", "None"]
    .map((source) => ({ source: source + "\n", mode: "single" as const })),
);
differential(
  "expressions",
  [
    "1",
    "x",
    "a or b",
    "a if b else c",
    "lambda: x",
    "[x for x in y]",
    "(a or\n b)",
    "1 + 1",
    "(yield)",
    "a < b < c",
  ]
    .map((source) => ({ source, mode: "eval" as const })),
);
differential(
  "await at module level",
  ["await x", "async for x in y: z", "async with x: y", "[x async for x in y]", "x = 1", "def f(): await x"]
    .map((source) => ({ ...exec(source), flags: PYCF_ALLOW_TOP_LEVEL_AWAIT })),
);
differential("inherited future features", [{ ...exec("x: a.b"), flags: 0x1000000 }]);
