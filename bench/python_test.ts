/** The harness of `bench python`: its tables, its reading of results, and its `pyperf` under a Python of the machine. */
import { addLeast } from "./python/micro.ts";
import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { findCPython } from "../tests/python/interpreters.ts";
import { fromFileUrl } from "./paths.ts";
import { measureMemory, measureStart, parseSeconds } from "./python/measure.ts";
import { findPeer } from "./python/peers.ts";
import { PYTHON_PROGRAMS, selectPrograms } from "./python/programs.ts";
import {
  formatPythonJson,
  formatPythonMarkdown,
  formatPythonTable,
  meanRatio,
  type PythonResult,
} from "./suite_python.ts";

const RESULT: PythonResult = {
  peers: ["ours", "other"],
  rows: [
    { name: "a", unit: "ms", values: [100, 50] },
    { name: "b", unit: "ms", values: [10, 80] },
    { name: "c", unit: "ms", values: [null, 7] },
    { name: "start-up", unit: "ms", values: [30, 10] },
    { name: "memory", unit: "MB", values: [90, 180] },
  ],
  skipped: ["pypy3 (not installed)"],
  failed: ["c under ours: NameError: x"],
};

Deno.test("programs are selected by name, in the table's order", () => {
  assertEquals(selectPrograms([]).length, PYTHON_PROGRAMS.length);
  assertEquals(selectPrograms(["go", "richards"]).map((program) => program.name), ["richards", "go"]);
  assertThrows(() => selectPrograms(["nothing"]), Error, "no program nothing");
});

Deno.test("functions of one program are added up value by value", () => {
  const lines = '{"name": "x", "seconds": [1, 2]}\nother\n{"name": "y", "seconds": [0.5, 0.25]}\n';
  assertEquals(parseSeconds(lines), [1.5, 2.25]);
  assertThrows(() => parseSeconds("nothing\n"), Error, "reported nothing");
});

Deno.test("the mean is over the programs that both ran", () => {
  assertEquals(meanRatio(RESULT, 1)!.toFixed(3), "0.500");
  const table = formatPythonTable(RESULT).split("\n");
  assertEquals(table[1].split(/ +/), ["a", "100", "50", "2.00"]);
  assertEquals(table[3].split(/ +/), ["c", "-", "7", "-"]);
  assertEquals(table[6].split(/ +/), ["geometric", "mean", "0.50"]);
  assertStringIncludes(table.at(-1)!, "FAILED: c under ours: NameError: x");
  assertStringIncludes(formatPythonMarkdown(RESULT, ["fact"]), "| memory (MB)    |");
  assertEquals(JSON.parse(formatPythonJson(RESULT)).suite, "python");
});

Deno.test("a peer that is not there says so", () => {
  assertEquals(findPeer("no-such-python"), { name: "no-such-python", missing: "not installed" });
});

const python = findCPython("3.10");

const SCRIPT = `
import pyperf
runner = pyperf.Runner(add_cmdline_args=None)
runner.metadata["description"] = "x"
runner.argparser.add_argument("--size", type=int, default=3, choices=[3, 4], help="s")
runner.argparser.add_argument("--flag", action="store_true")
runner.argparser.add_argument("word", nargs="?")
args = runner.parse_args()
calls = []
runner.bench_func("f", calls.append, 1, inner_loops=2)
runner.bench_time_func("g", lambda loops, size: loops * size, args.size)
print(len(calls), args.flag, args.word, pyperf.python_implementation())
`;

Deno.test({
  name: python === null ? "pyperf.py: skipped, pyenv offers no CPython 3.10" : "pyperf.py under CPython 3.10",
  ignore: python === null,
  async fn() {
    const { stdout, stderr } = await new Deno.Command(python!, {
      args: ["-c", SCRIPT, "--size=4", "--flag", "w"],
      env: {
        PYTHONPATH: fromFileUrl(new URL("python", import.meta.url)),
        PYTHONDONTWRITEBYTECODE: "1",
        PYPERF_LOOPS: "5",
        PYPERF_VALUES: "2",
        PYPERF_WARMUPS: "1",
      },
    }).output();
    const lines = new TextDecoder().decode(stdout).trim().split("\n");
    assertEquals(new TextDecoder().decode(stderr), "");
    assertEquals(lines[1], '{"name": "g", "seconds": [20.000000, 20.000000]}');
    assertEquals(lines[2], "15 True w cpython");
    const peer = { name: "x", command: [python!] };
    assertEquals(await measureStart(peer) > 0, true);
    assertEquals(await measureMemory(peer) > 50, true);
  },
});

Deno.test("the least time of each small loop counts, over all processes", () => {
  const least = new Map<string, number>();
  addLeast('{"name": "a", "seconds": [0.3, 0.2]}\nnoise\n{"name": "b", "seconds": [0.5]}\n', least);
  addLeast('{"name": "a", "seconds": [0.4, 0.1]}\n', least);
  assertEquals([...least], [["a", 0.1], ["b", 0.5]]);
});
