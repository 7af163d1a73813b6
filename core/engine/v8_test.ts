import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type Image, imageOf, readImage, writeImage } from "../../translator/wasm/image.ts";
import { build } from "../../translator/wasm/testing.ts";
import { FAKE_COLLECTOR } from "../../translator/wasm/testing_programs.ts";
import { MemoryHost } from "../host/memory.ts";
import { InternalError } from "./engine.ts";
import { v8Engine } from "./v8.ts";

function image(text: string, debug = false): Image {
  const { program, layout, module } = build(text, { debug });
  return readImage(writeImage(imageOf(program, layout, module, debug ? "debug" : "release")));
}

const TRAPS = `
  file "main.ts"
  file "lib.ts"
  class object
  class Node extends object {
    method run: (ref) -> i32
    impl Node.run = run
  }
  export "main" = main
  export "crash" = crash
  export "grow" = grow
  host host_panic: (i32, i32, i32) -> void
  func run(this: ref) -> i32 table @1:1:1 {
    return 1
  }
  func virtual(o: ref) -> i32 noinline @1:10:1 {
    var r: i32
    var s: i32
    s = i32.add(1, 2) @1:11:3
    r = callvirt Node.run(o) on Node @1:12:9
    r = i32.add(r, s) @1:13:1
    return r
  }
  func main(o: ref) -> i32 @0:3:1 {
    var r: i32
    r = call virtual(o) @0:4:5
    r = i32.add(r, 1) @0:5:5
    return r
  }
  func crash(which: i32) -> void @0:20:1 {
    if which {
      check.bounds(which, 3) @0:21:7
      unreachable @0:22:7
    }
    callhost host_panic(6, 64, 8) @0:23:7
  }
  func grow(pages: i32) -> i32 {
    pages = memory.grow(pages)
    return pages
  }
`;

Deno.test("a trap becomes an internal error with the places of all frames", () => {
  const instance = v8Engine.load(image(TRAPS), new MemoryHost());
  const error = assertThrows(
    () => instance.call("main", 0),
    InternalError,
    "call through null",
  ) as InternalError;
  assertEquals(error.frames, ["virtual (lib.ts:12:9)", "main (main.ts:4:5)"]);
  const reached = assertThrows(() => instance.call("crash", 1), InternalError) as InternalError;
  assertEquals(reached.frames, ["crash (main.ts:22:7)"]);
});

Deno.test("a panic names its cause, and its place when emitted code found it", () => {
  const instance = v8Engine.load(image(TRAPS, true), new MemoryHost());
  assertThrows(
    () => instance.call("crash", 5),
    InternalError,
    "index out of bounds (index 5) at main.ts:21:7",
  );
  assertThrows(() => instance.call("crash", 1), InternalError, "unreachable at main.ts:22:7");
  const heap = assertThrows(() => instance.call("crash", 0), InternalError) as InternalError;
  assertStringIncludes(heap.message, "corrupt heap (64, 8)");
  assertEquals(heap.frames, ["crash (main.ts:23:7)"]);
});

Deno.test("memory views follow the memory when it grows", () => {
  const instance = v8Engine.load(image(TRAPS), new MemoryHost());
  const before = instance.memory.u8.length;
  assertEquals(instance.call("grow", 1), before / 65536);
  assertEquals([instance.memory.u8.length, instance.memory.buffer.byteLength], [
    before + 65536,
    before + 65536,
  ]);
});

Deno.test("globals are reachable; unknown exports are refused", () => {
  const loaded = image(TRAPS);
  const instance = v8Engine.load(loaded, new MemoryHost());
  assert(instance.getGlobal("stackLimit") <= loaded.metadata.constants.stackLimit);
  instance.setGlobal("stackLimit", 4096);
  assertEquals(instance.getGlobal("stackLimit"), 4096);
  assertThrows(() => instance.call("nothing"), Error, "does not export nothing");
});

Deno.test("errors that are not the program's pass through", () => {
  const host = new MemoryHost();
  host.host_panic = () => {
    throw new TypeError("the host's own");
  };
  const instance = v8Engine.load(image(TRAPS), host);
  const error = assertThrows(() => instance.call("crash", 0), TypeError, "the host's own");
  assert(!(error instanceof InternalError));
});

/** A recursive function with `locals` variables that are live across the call, and hold a reference each when `refs`. */
function diver(locals: number, refs: boolean): string {
  const type = refs ? "ref" : "i32";
  const names = Array.from({ length: locals }, (_, i) => `v${i}`);
  return FAKE_COLLECTOR + `
    file "main.ts"
    global deepest: i32 = 0
    export "dive" = dive
    export "depth" = depth
    func value(n: i32) -> i32 noinline {
      return n
    }
    func fresh(n: i32) -> ref noinline {
      var r: ref
      r = new Exception()
      return r
    }
    func keep(x: ${type}) -> void noinline {
    }
    func dive(n: i32) -> void {
      ${names.map((name) => `var ${name}: ${type}`).join("\n")}
      ${names.map((name) => `${name} = call ${refs ? "fresh" : "value"}(n)`).join("\n")}
      n = i32.add(n, 1)
      setglobal deepest(n)
      call dive(n)
      ${names.map((name) => `call keep(${name})`).join("\n")}
    }
    func depth() -> i32 {
      var n: i32
      n = getglobal deepest()
      return n
    }`;
}

Deno.test("the shadow stack overflows before the native one, whatever the frames look like", () => {
  for (const locals of [0, 1, 8, 60]) {
    for (const refs of [false, true]) {
      const { program, layout, module } = build(diver(locals, refs), { stackBytes: 1 << 20 });
      const instance = v8Engine.load(imageOf(program, layout, module, "release"), new MemoryHost());
      instance.call("initHeap", 1 << 25);
      for (let run = 0; run < 3; run++) {
        instance.setGlobal("exception", 0);
        instance.call("dive", 0);
        assertEquals(instance.getGlobal("exception"), layout.stackOverflow!.address);
        assert(instance.call("depth")! > 300, `${locals} locals: ${instance.call("depth")} frames`);
      }
    }
  }
});
