import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { InternalError } from "../../core/engine/engine.ts";
import { v8Engine } from "../../core/engine/v8.ts";
import { MemoryHost } from "../../core/host/memory.ts";
import { imageOf } from "./image.ts";
import { optimizeImage } from "./optimize.ts";
import { readFunctions, withoutBranchHints } from "./sections.ts";
import { build } from "./testing.ts";
import { FAKE_COLLECTOR } from "./testing_programs.ts";
import { wasmToText } from "./wat.ts";

const PROGRAM = `
  file "a.ts"
  class object
  export "sum" = sum
  export "fail" = fail
  func fail(x: i32) -> i32 noinline @0:3:1 {
    if x {
      unreachable @0:4:5
    }
    return 7 @0:5:3
  }
  func sum(n: i32) -> i32 @0:8:1 {
    var s: i32
    s = move(0)
    loop l {
      s = i32.add(s, n) @0:9:9
      n = i32.sub(n, 1)
      if n {
        br l
      }
    }
    return s
  }`;

Deno.test("the module reads back with the functions that were emitted", () => {
  const { module } = build(PROGRAM);
  const { names, starts } = readFunctions(module.wasm);
  assertEquals(names, module.functionNames);
  assertEquals(starts, module.functionStarts);
});

Deno.test("text of a module names its functions and exports", () => {
  const text = wasmToText(build(PROGRAM).module.wasm);
  for (const part of ["(func $sum", "(func $fail", '(export "sum"', "(loop"]) {
    assertStringIncludes(text, part);
  }
});

Deno.test("an optimized image computes the same, and failures name functions", () => {
  const { program, layout, module } = build(PROGRAM);
  const image = optimizeImage(imageOf(program, layout, module, "release"));
  assert(image.metadata.coarsePositions);
  const instance = v8Engine.load(image, new MemoryHost());
  assertEquals(instance.call("sum", 100), 5050);
  const error = assertThrows(() => instance.call("fail", 1), InternalError) as InternalError;
  assertEquals(error.frames, ["fail (a.ts:3:1)"]);
});

Deno.test("branch hints can be taken out of a module", () => {
  const hinted = build(
    FAKE_COLLECTOR + `
    export "make" = make
    func make(n: i32) -> ref {
      var a: ref
      a = newarray string(n)
      return a
    }`,
  ).module.wasm;
  const hints = (wasm: Uint8Array<ArrayBuffer>) =>
    WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "metadata.code.branch_hint").length;
  assertEquals([hints(hinted), hints(withoutBranchHints(hinted))], [1, 0]);
  assertEquals(readFunctions(withoutBranchHints(hinted)).names, readFunctions(hinted).names);
});
