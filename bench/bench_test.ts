/** The programs' results against known values, and the harness's arithmetic. */
import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { geometricMean, maximum, median } from "./stats.ts";
import { formatTranslateJson, parseStages, summarizeTimings } from "./suite_translate.ts";
import { GC_PROGRAMS, PROGRAMS, ROOT, select } from "./programs.ts";
import { measure } from "./worker.ts";
import {
  formatJson,
  formatMarkdown,
  formatTable,
  groupSummary,
  type ProgramResult,
  ratios,
  type SuiteResult,
  summarize,
} from "./report.ts";
import { requireSameChecksum } from "./suite_rts.ts";
import { joinRuns, parseFigures, withProcessorTime, withResidentShare } from "./suite_gc.ts";
import { fnv1a, xorshift } from "./rts/i64_hash.ts";

async function runOf(name: string): Promise<(n: number) => number> {
  return (await import(`./rts/${name}.ts`)).run;
}

/**
 * Results known from elsewhere: published checksums, closed forms (binary trees: the sum of all nodes), and for
 * the GC programs and JSON values that the program itself proves (`null`: it throws when they are wrong).
 */
const KNOWN: readonly [name: string, size: number, result: number | null][] = [
  ["richards", 2, 2 * (23246 * 100000 + 9297)],
  ["deltablue", 1, 100 * 99 / 2 + 99 * 98 / 2 * 5 + 99 * 2000 + 2000 + 5 * 5],
  ["havlak", 1, 1605],
  ["binary_trees", 10, 4095 + 2047 + 31744 + 32512 + 32704 + 32752],
  ["fannkuch", 7, 22816],
  ["fannkuch", 9, 862930],
  ["json_parser", 3, null],
  ["i64_collatz", 1000, 871178],
  ["i64_collatz", 10000, 6171261],
  ["gc_empty", 2, 2],
  ["gc_pauses", 2, null],
  ["gc_steps", 3, 16 * 8191],
  ["gc_steady", 1, null],
  ["gc_release", 2, 2016],
  ["gc_3gib", 2, null],
];

for (const [name, size, expected] of KNOWN) {
  Deno.test(`${name} of size ${size}`, async () => {
    const run = await runOf(name);
    const result = run(size);
    if (expected !== null) assertEquals(result, expected);
    assertEquals(run(size), result, "a second run differs");
  });
}

Deno.test("nbody: energies before and after 1000 steps", async () => {
  const run = await runOf("nbody");
  assertEquals(run(0).toFixed(9), "-0.169075164");
  assertEquals(run(1000).toFixed(9), "-0.169087605");
});

Deno.test("spectral norm of 100 rows", async () => {
  assertEquals((await runOf("spectral_norm"))(100).toFixed(9), "1.274219991");
});

Deno.test("fixed-point Mandelbrot agrees with doubles", async () => {
  const n = 60;
  let inside = 0;
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) if (staysBounded(x / n * 3 - 2, y / n * 3 - 1.5)) inside++;
  }
  const found = Math.floor((await runOf("i64_mandel_fixed"))(n) / 1000000);
  assert(Math.abs(found - inside) <= 2, `${found} points inside, with doubles ${inside}`);
});

function staysBounded(cr: number, ci: number): boolean {
  let zr = 0;
  let zi = 0;
  for (let step = 0; step < 50; step++) {
    if (zr * zr + zi * zi > 4) return false;
    [zr, zi] = [zr * zr - zi * zi + cr, 2 * zr * zi + ci];
  }
  return true;
}

Deno.test("FNV-1a and xorshift against published values", () => {
  const hash = (text: string) => {
    const bytes = new TextEncoder().encode(text);
    return BigInt.asUintN(64, fnv1a(bytes, bytes.length));
  };
  assertEquals(hash(""), 0xcbf29ce484222325n);
  assertEquals(hash("a"), 0xaf63dc4c8601ec8cn);
  assertEquals(hash("foobar"), 0x85944171f73967e8n);
  assertEquals(xorshift(88172645463325252n), 8748534153485358512n);
});

Deno.test("every program of the tables has a name of its own and, but for the guest, a file", async () => {
  const all = [...PROGRAMS, ...GC_PROGRAMS];
  assertEquals(new Set(all.map((program) => program.name)).size, all.length);
  for (const program of all) {
    if (program.name === "guest") continue;
    const module = await import(new URL(program.file, ROOT).href);
    for (const name of ["run", "defaultSize", "main"]) assertEquals(typeof module[name], "function");
    assert(module.defaultSize() > 0);
  }
});

Deno.test("statistics", () => {
  assertEquals(median([3, 1, 2]), 2);
  assertEquals(median([4, 1, 3, 2]), 2.5);
  assertEquals(maximum([1, 7, 3]), 7);
  assertEquals(geometricMean([0.5, 2]), 1);
  assert(Math.abs(geometricMean([1, 10, 100]) - 10) < 1e-9);
  assertThrows(() => median([]), RangeError, "no values");
  assertThrows(() => geometricMean([1, 0]), RangeError, "geometric mean of 0");
});

Deno.test("a worker keeps the first call apart from the timed ones", () => {
  let calls = 0;
  const report = measure((n) => (calls++, n + 1), 4, 2, 3);
  assertEquals(calls, 6);
  assertEquals(report.checksum, 5);
  assertEquals(report.timesMs.length, 3);
  assert(report.peakRssBytes > 1e6);
  assertThrows(() => measure(() => calls++, 4, 0, 1), Error, "the first");
});

function figures(ms: number, firstMs: number, rssBytes: number, checksum = 1) {
  return { ms, firstMs, rssBytes, checksum };
}

const RESULTS: ProgramResult[] = [
  {
    name: "a",
    group: "general",
    size: 1,
    untranslated: figures(10, 20, 100),
    translated: figures(5, 10, 200),
  },
  {
    name: "b",
    group: "general",
    size: 1,
    untranslated: figures(10, 20, 100),
    translated: figures(20, 20, 50),
  },
  { name: "c", group: "i64", size: 1, untranslated: figures(10, 20, 100), translated: figures(1, 2, 100) },
];
const SUITE: SuiteResult = {
  profile: "release",
  results: RESULTS,
  skipped: ["guest"],
  failed: [{ name: "d", error: "broken" }],
};

Deno.test("processes of one mode are reduced to medians and must agree", () => {
  const report = (time: number, checksum: number) => ({
    checksum,
    firstMs: time * 3,
    timesMs: [time, time + 1, time + 2],
    peakRssBytes: time * 100,
  });
  assertEquals(summarize([report(1, 7), report(5, 7), report(2, 7)]), figures(3, 6, 200, 7));
  assertThrows(() => summarize([report(1, 7), report(1, 8)]), Error, "checksums 7 and 8");
  assertThrows(() => requireSameChecksum(figures(1, 1, 1, 7), figures(1, 1, 1, 8)), Error, "8 translated");
});

Deno.test("ratios, geometric mean and worst by group", () => {
  assertEquals(ratios(RESULTS[0]), { ms: 0.5, first: 0.5, rss: 2 });
  assertEquals(groupSummary(RESULTS, "general"), { geomean: 1, worst: { name: "b", ratio: 2 } });
  assertEquals(groupSummary(RESULTS, "i64")!.worst.name, "c");
  assertEquals(groupSummary([], "i64"), null);
});

Deno.test("the report names what was skipped and what failed", () => {
  for (const text of [formatTable(SUITE), formatMarkdown(SUITE, ["CPU: some"])]) {
    assertStringIncludes(text, "geometric mean 1.000, worst b 2.00");
    assertStringIncludes(text, "skipped: guest");
    assertStringIncludes(text, "FAILED: d: broken");
  }
  const json = formatJson(SUITE);
  assert(!json.includes("\n"));
  const parsed = JSON.parse(json);
  assertEquals([parsed.geomean, parsed.worst.name, parsed.programs[0].rssRatio], [1, "b", 2]);
});

Deno.test("figures of the collector: worst of maxima, median of the rest", () => {
  const run = (pause: number, median: number) =>
    parseFigures(`checksum: 12\nminor pause maximum: ${pause} ms\nstep median: ${median} ms\nnoise\n`);
  assertEquals(joinRuns([run(3, 1), run(9, 2), run(5, 7)]), [
    { label: "checksum", value: 12, unit: "" },
    { label: "minor pause maximum", value: 9, unit: "ms" },
    { label: "step median", value: 2, unit: "ms" },
  ]);
  assertThrows(() => joinRuns([run(1, 1), parseFigures("checksum: 13")]), Error, "checksums");
});

Deno.test("what a program takes beyond the empty one is set against what is live", () => {
  const result = (name: string, text: string) => ({ name, figures: parseFigures(text), error: null });
  const [, steady] = withResidentShare([
    result("gc_empty", "resident set peak: 50 MiB"),
    result("gc_steady", "live: 100 MiB\nresident set peak: 220 MiB"),
  ]);
  assertEquals(steady.figures.at(-1)!.value, 1.7);
  assertEquals(withResidentShare([steady]), [steady]);
});

Deno.test("pauses are shown in processor time beside the wall clock's", () => {
  const figures = (pause: number) => parseFigures(`checksum: 1\nstep maximum: ${pause} ms\nwall time: 5 ms`);
  assertEquals(withProcessorTime(figures(9), figures(4)).map(({ label, value }) => [label, value]), [
    ["checksum", 1],
    ["step maximum", 9],
    ["step maximum, processor time", 4],
    ["wall time", 5],
  ]);
});

Deno.test("select names the choices", () => {
  assertEquals(select(PROGRAMS, "nbody").map((program) => program.name), ["nbody"]);
  assertEquals(select(PROGRAMS, undefined).length, PROGRAMS.length);
  assertThrows(() => select(PROGRAMS, "nobody"), Error, "nbody");
});

Deno.test("stages of a translation are read from --time, and reduced to medians", () => {
  const text = "main.ts: layout (3.8 s)\nstart                  106 ms\nevaluate and lower    1083 ms\n";
  const stages = parseStages(text);
  assertEquals([...stages], [["start", 106], ["evaluate and lower", 1083]]);
  const rows = summarizeTimings("cold", [
    { total: 30, stages },
    { total: 10, stages: new Map([["start", 6]]) },
    { total: 20, stages: new Map([["start", 8], ["emit", 3]]) },
  ]);
  assertEquals([rows.total, ...rows.stages], [20, ["start", 8], ["evaluate and lower", 0], ["emit", 0]]);
  assertEquals(JSON.parse(formatTranslateJson([rows])).rows[0].stages.start, 8);
});
