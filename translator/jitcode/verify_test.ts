import { assertEquals, assertStringIncludes } from "@std/assert";
import { parseProgram } from "../ir/parse.ts";
import type { CodeLabel, Insn, JitCode, JitProgram, Reg } from "./code.ts";
import { writeJitcode } from "./codewriter.ts";
import { fillLive } from "./registers.ts";
import { verifyJitcode } from "./verify.ts";

/** A sound program; the portal catches what `raising` raises. */
function sound(): JitProgram {
  return writeJitcode(parseProgram(`
class object
driver main greens(a) reds(x)
func raising(x: ref) -> i32 dontLookInside { throw x }
func run(a: i32, x: ref) -> i32 {
  var e: ref
  var i: i32
  jit.merge_point main(a, x)
  try {
    i = call raising(x)
  } catch e {
    if a { return 1 }
    return a
  }
  return i
}
`));
}

/** Breaks the portal and asserts that the verifier's first problem mentions `message`. */
function broken(message: string, change: (insns: Insn[], code: JitCode) => void): void {
  const program = sound();
  change(program.codes[0].insns, program.codes[0]);
  const [problem] = verifyJitcode(program);
  assertStringIncludes(problem ?? "no problem", message);
}
function find(insns: Insn[], op: string): number {
  return insns.findIndex((insn) => insn.op === op);
}

Deno.test("sound jitcode has no problems", () => assertEquals(verifyJitcode(sound()), []));

Deno.test("operands and results must be those of the table", () => {
  broken("unknown opcode", (insns) => insns[0] = { op: "nonsense", args: [], result: null, pos: 0 });
  broken("operands instead of", (insns) => insns[find(insns, "goto_if_not")].args.pop());
  broken("an operand is r, not i", (insns) => {
    insns[find(insns, "goto_if_not")].args[0] = { kind: "reg", bank: "r", index: 0 };
  });
  broken("the result is not i", (insns) => insns[find(insns, "residual_call_r_i")].result = null);
  broken("reg i7 of", (insns) => {
    insns[find(insns, "goto_if_not")].args[0] = { kind: "reg", bank: "i", index: 7 };
  });
  broken("const i7 of", (insns) => {
    insns[find(insns, "residual_call_r_i")].args[0] = { kind: "const", bank: "i", index: 7 };
  });
});

Deno.test("labels and ends", () => {
  broken(
    "a label goes to 99",
    (insns) => (insns[find(insns, "goto_if_not")].args[1] as CodeLabel).target = 99,
  );
  broken(
    "control runs off the end",
    (insns) => insns.push({ op: "-live-", args: insns[0].args, result: null, pos: 0 }),
  );
});

Deno.test("markers and catch_exception stand where they must", () => {
  broken("there is no -live- before it", (insns) => {
    insns[find(insns, "goto_if_not") - 1] = {
      op: "loop_header",
      args: [driver(insns)],
      result: null,
      pos: 0,
    };
  });
  broken("nothing before it raises", (insns) => {
    insns[find(insns, "residual_call_r_i")] = {
      op: "loop_header",
      args: [driver(insns)],
      result: null,
      pos: 0,
    };
  });
  broken("its target does not take the exception", (insns) => {
    (insns[find(insns, "catch_exception")].args[0] as CodeLabel).target = 0;
  });
});

Deno.test("markers list what is live, and nothing is read before it is written", () => {
  broken("should be -live-", (insns) => {
    const marker = insns[0];
    marker.args = marker.args.map((arg) => arg.kind === "list" ? { ...arg, items: [] } : arg);
  });
  broken("may be read before it is written", (insns, code) => {
    const fresh: Reg = { kind: "reg", bank: "i", index: code.registers.i++ };
    const last = insns.findLastIndex((insn) => insn.op === "int_return");
    insns[last].args = [fresh];
    fillLive(code);
  });
});

function driver(insns: Insn[]): Insn["args"][number] {
  return insns[find(insns, "jit_merge_point")].args[0];
}
