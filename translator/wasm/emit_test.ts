import { assert, assertEquals, assertThrows } from "@std/assert";
import { packPosition } from "../ir/ir.ts";
import { build, type Built } from "./testing.ts";
import { FAKE_COLLECTOR } from "./testing_programs.ts";

/** The five counters of the stand-in collector. */
function counts({ memory, layout }: Built): number[] {
  const start = layout.constants.get("handlesStart")!;
  return [0, 1, 2, 3, 4].map((i) => memory.getInt32(start + 4 * i, true));
}

Deno.test("arithmetic: expressions, constants and all three types", () => {
  const { call } = build(`
    class object
    export "poly" = poly
    export "wide" = wide
    export "mix" = mix
    func poly(x: i32) -> i32 {
      var a: i32
      var b: i32
      var c: i32
      a = i32.mul(x, x)
      b = i32.mul(3, x)
      c = i32.add(a, b)
      a = i32.sub(c, 7)
      return a
    }
    func wide(x: i64) -> i64 {
      var a: i64
      a = i64.shl(x, 40n)
      a = i64.xor(a, -9223372036854775808n)
      return a
    }
    func mix(x: i32, y: f64) -> f64 {
      var d: f64
      d = f64.convert_i32_s(x)
      d = f64.div(d, y)
      d = f64.fround(d)
      return d
    }
  `);
  assertEquals(call("poly", 5), 33);
  assertEquals(call("wide", 3n), (3n << 40n) - (1n << 63n));
  assertEquals(call("mix", 1, 3), Math.fround(1 / 3));
});

Deno.test("checked arithmetic raises at the edges and nowhere else", () => {
  const functions = (["i32", "i64"] as const).flatMap((type) =>
    ["add", "sub", "mul"].map((op) => `
      export "${type}.${op}" = ${type}_${op}
      func ${type}_${op}(a: ${type}, b: ${type}) -> ${type} {
        var r: ${type}
        r = ${type}.${op}_ovf(a, b)
        return r
      }`)
  );
  const { call, global, layout } = build(FAKE_COLLECTOR + functions.join(""));
  const edges = [
    [-(1n << 31n), -(1n << 31n) + 1n, -65536n, -2n, -1n, 0n, 1n, 2n, 3n, 46341n, (1n << 31n) - 1n],
    [
      -(1n << 63n),
      -(1n << 63n) + 1n,
      -(1n << 32n),
      -1n,
      0n,
      1n,
      2n,
      3037000500n,
      1n << 31n,
      (1n << 63n) - 1n,
    ],
  ];
  [32, 64].forEach((bits, i) => {
    for (const a of edges[i]) {
      for (const b of edges[i]) {
        for (const [op, exact] of [["add", a + b], ["sub", a - b], ["mul", a * b]] as const) {
          const [x, y] = bits === 32 ? [Number(a), Number(b)] : [a, b];
          global("exception").value = 0;
          const got = call(`i${bits}.${op}`, x, y);
          const raised = global("exception").value;
          if (exact === BigInt.asIntN(bits, exact)) assertEquals([BigInt(got!), raised], [exact, 0]);
          else assertEquals(raised, layout.overflow!.address, `${a} ${op} ${b}`);
        }
      }
    }
  });
});

Deno.test("loops, nested branches and conditions", () => {
  const { call } = build(`
    class object
    export "primes" = primes
    func primes(limit: i32) -> i32 {
      var n: i32
      var d: i32
      var sq: i32
      var r: i32
      var found: i32
      var c: i32
      n = move(2)
      found = move(0)
      block done {
        loop next {
          c = i32.ge_s(n, limit)
          if c {
            br done
          }
          block composite {
            d = move(2)
            block prime {
              loop try_ {
                sq = i32.mul(d, d)
                c = i32.gt_s(sq, n)
                if c {
                  br prime
                }
                r = i32.rem_s(n, d)
                c = i32.eqz(r)
                if c {
                  br composite
                }
                d = i32.add(d, 1)
                br try_
              }
            }
            found = i32.add(found, 1)
          }
          n = i32.add(n, 1)
          br next
        }
      }
      return found
    }
  `);
  assertEquals(call("primes", 100), 25);
});

Deno.test("switch: tables, comparisons, fall-through, default in the middle", () => {
  const body = `
      r = move(0)
      switch s x [CASES] {
        case {
          r = i32.add(r, 1)
          br s
        }
        case {
          r = i32.add(r, 10)
        }
        case {
          r = i32.add(r, 100)
        }
      }
      return r`;
  const func = (name: string, cases: string) => `
    export "${name}" = ${name}
    func ${name}(x: i32) -> i32 {
      var r: i32
      ${body.replace("CASES", cases)}
    }`;
  const { call } = build(
    `class object` +
      func("dense", "1: 0, 2: 1, 3: 2, 5: -1, default: 1") +
      func("offset", "-100: 0, -99: 1, -98: 2, default: -1") +
      func(
        "sparse",
        "-2147483648: 0, 0: 1, 1000: 2, 5000: 0, 70000: 1, 2147483647: 2, 900000: -1, default: -1",
      ) +
      func("single", "0: 1, default: 0"),
  );
  assertEquals([0, 1, 2, 3, 4, 5, 6, -1].map((x) => call("dense", x)), [110, 1, 110, 100, 110, 0, 110, 110]);
  assertEquals([-101, -100, -99, -98, -97, 0].map((x) => call("offset", x)), [0, 1, 110, 100, 0, 0]);
  assertEquals(
    [-2147483648, 0, 1000, 5000, 70000, 2147483647, 900000, 1, -1, 69999].map((x) => call("sparse", x)),
    [1, 110, 100, 1, 110, 100, 0, 0, 0, 0],
  );
  assertEquals([0, 1].map((x) => call("single", x)), [110, 1]);
});

const SHAPES = FAKE_COLLECTOR + `
  class Shape extends object {
    field tag: u8
    method area: (ref, f64) -> f64
    method kind: (ref) -> i32
    impl Shape.kind = Shape_kind
  }
  class Square extends Shape {
    field side: f64
    field small: i8
    impl Shape.area = Square_area
  }
  class Cube extends Square {
    field next: ref
    impl Shape.kind = Cube_kind
  }
  class Circle extends Shape {
    field r: f64
    impl Shape.area = Circle_area
  }
  object #2 Cube { Shape.tag = 200, Square.side = 3.0, Square.small = -5, Cube.next = #3 }
  object #3 Circle { Circle.r = 0.5 }
  global current: ref = #2
  export "make" = make
  export "test" = test
  export "fields" = fields
  export "current" = currentShape
  export "area" = area
  export "kind" = kind
  func Shape_kind(this: ref) -> i32 table {
    return 1
  }
  func Cube_kind(this: ref) -> i32 table {
    return 3
  }
  func Square_area(this: ref, scale: f64) -> f64 table {
    var s: f64
    s = getfield Square.side(this)
    s = f64.mul(s, s)
    s = f64.mul(s, scale)
    return s
  }
  func Circle_area(this: ref, scale: f64) -> f64 table {
    var r: f64
    r = getfield Circle.r(this)
    r = f64.mul(r, scale)
    return r
  }
  func area(o: ref, scale: f64) -> f64 {
    var r: f64
    r = callvirt Shape.area(o, scale) on Shape
    return r
  }
  func kind(o: ref) -> i32 {
    var r: i32
    r = callvirt Shape.kind(o) on Shape
    return r
  }
  func currentShape() -> ref {
    var r: ref
    r = getglobal current()
    return r
  }
  func make(which: i32) -> ref {
    var a: ref
    var b: ref
    if which {
      a = new Cube()
      setfield Square.side(a, 2.0)
      setfield Shape.tag(a, 511)
      setfield Square.small(a, 255)
      b = new Circle()
      setfield Circle.r(b, 7.0)
      setfield Cube.next(a, b)
      return a
    } else {
      a = new Circle()
      setfield Circle.r(a, 4.0)
      setglobal current(a)
      return a
    }
  }
  func fields(o: ref) -> i32 {
    var a: i32
    var b: i32
    a = getfield Shape.tag(o)
    b = getfield Square.small(o)
    a = i32.mul(a, 1000)
    a = i32.sub(a, b)
    return a
  }
  func test(o: ref) -> i32 {
    var r: i32
    var t: i32
    r = instanceof Shape(o)
    t = instanceof Square(o)
    t = i32.shl(t, 1)
    r = i32.or(r, t)
    t = instanceof Cube(o)
    t = i32.shl(t, 2)
    r = i32.or(r, t)
    t = instanceof Circle(o)
    t = i32.shl(t, 3)
    r = i32.or(r, t)
    t = instanceof Exception(o)
    t = i32.shl(t, 4)
    r = i32.or(r, t)
    return r
  }
`;

Deno.test("objects: fields of all sizes, virtual calls, instanceof, prebuilt objects, globals", () => {
  const { call, layout } = build(SHAPES);
  call("initHeap", 4096);
  const prebuilt = call("current") as number;
  assert(prebuilt >= layout.constants.get("prebuiltStart")!);
  assertEquals(call("fields", prebuilt), 200005);
  assertEquals([call("area", prebuilt, 2), call("kind", prebuilt)], [18, 3]);
  const cube = call("make", 1) as number;
  const circle = call("make", 0) as number;
  assertEquals(call("current"), circle);
  assertEquals(call("fields", cube), 255001);
  assertEquals([call("area", cube, 1), call("kind", cube)], [4, 3]);
  assertEquals([call("area", circle, 1), call("kind", circle)], [4, 1]);
  assertEquals([cube, circle, prebuilt, 0].map((o) => call("test", o)), [0b0111, 0b1001, 0b0111, 0]);
});

Deno.test("a virtual call through null traps", () => {
  const { call } = build(SHAPES);
  assertThrows(() => call("kind", 0), WebAssembly.RuntimeError);
});

Deno.test("allocation: inline in the nursery, then the slow path, then MemoryError", () => {
  const built = build(SHAPES);
  const { call, layout, program, global } = built;
  call("initHeap", 64);
  const { memory } = built;
  const heap = layout.constants.get("heapStart")!;
  const [first, second] = [call("make", 0), call("make", 0)];
  const size = program.classes.find((cls) => cls.name === "Circle")!.size;
  assertEquals([first, second, counts(built)[0]], [heap, heap + size, 0]);
  assertEquals(
    [memory.getUint32(heap, true), memory.getUint32(heap + 4, true)],
    [program.classes.find((cls) => cls.name === "Circle")!.typeInfo, 0],
  );
  const room = Math.floor(64 / size);
  for (let i = 2; i < 2 * room; i++) assertEquals(call("make", 0) !== 0, true);
  assertEquals([counts(built)[0], global("exception").value], [room, 0]);
  assertEquals(call("make", 0), 0);
  assertEquals(global("exception").value, program.prebuilts[0].address);
});

const KINDS = ["i8", "u8", "i16", "u16", "i32", "i64", "f64", "ref"] as const;

Deno.test("arrays of every element type: get, set, fill, copy, length", () => {
  const value = (kind: string) =>
    kind === "i64" ? "i64" : kind === "f64" ? "f64" : kind === "ref" ? "ref" : "i32";
  const functions = KINDS.map((kind) => `
    array a_${kind}: ${kind} base ${kind === "i64" || kind === "f64" ? 16 : 12}
    export "make_${kind}" = make_${kind}
    export "get_${kind}" = get_${kind}
    export "set_${kind}" = set_${kind}
    export "fill_${kind}" = fill_${kind}
    export "copy_${kind}" = copy_${kind}
    func make_${kind}(n: i32) -> ref {
      var a: ref
      a = newarray a_${kind}(n)
      return a
    }
    func get_${kind}(a: ref, i: i32) -> ${value(kind)} {
      var x: ${value(kind)}
      i = i32.sub(i, 1)
      x = getitem a_${kind}(a, i)
      return x
    }
    func set_${kind}(a: ref, i: i32, x: ${value(kind)}) -> i32 {
      var n: i32
      var j: i32
      j = i32.add(i, -1)
      setitem a_${kind}(a, j, x)
      n = arraylen a_${kind}(a)
      return n
    }
    func fill_${kind}(a: ref, s: i32, e: i32, x: ${value(kind)}) -> void {
      arrayfill a_${kind}(a, s, e, x)
    }
    func copy_${kind}(a: ref, s: i32, b: ref, t: i32, n: i32) -> void {
      arraycopy a_${kind}(a, s, b, t, n)
    }
  `);
  const { call } = build(FAKE_COLLECTOR + functions.join(""));
  call("initHeap", 1 << 16);
  for (const kind of KINDS) {
    const of = (n: number) => kind === "i64" ? BigInt(n) : n;
    const a = call(`make_${kind}`, 5) as number;
    const list = () => [1, 2, 3, 4, 5].map((i) => Number(call(`get_${kind}`, a, i)));
    assertEquals(list(), [0, 0, 0, 0, 0]);
    assertEquals(call(`set_${kind}`, a, 2, of(65)), 5);
    call(`fill_${kind}`, a, 2, 4, of(66));
    assertEquals(list(), [0, 65, 66, 66, 0]);
    call(`copy_${kind}`, a, 1, a, 2, 3);
    assertEquals(list(), [0, 65, 65, 66, 66]);
    call(`set_${kind}`, a, 5, of(-1));
    const wrapped = kind === "u8" ? 255 : kind === "u16" ? 65535 : -1;
    assertEquals(list()[4], wrapped);
  }
});

Deno.test("units between strings: few by a loop, many by a block copy", () => {
  const { call } = build(
    FAKE_COLLECTOR + `
    export "make" = make
    export "get" = get
    export "set" = set
    export "copy" = copy
    func make(n: i32) -> ref {
      var a: ref
      a = newarray string(n)
      return a
    }
    func get(a: ref, i: i32) -> i32 {
      var x: i32
      x = getitem string(a, i)
      return x
    }
    func set(a: ref, i: i32, x: i32) -> void {
      setitem string(a, i, x)
    }
    func copy(a: ref, s: i32, b: ref, t: i32, n: i32) -> void {
      arraycopy string(a, s, b, t, n)
    }`,
  );
  call("initHeap", 1 << 16);
  const from = call("make", 60) as number;
  for (let i = 0; i < 60; i++) call("set", from, i, 100 + i);
  for (const count of [0, 1, 15, 16, 17, 40]) {
    const to = call("make", 60) as number;
    call("copy", from, 5, to, 3, count);
    const found = Array.from({ length: 60 }, (_, i) => call("get", to, i));
    const wanted = found.map((_, i) => i >= 3 && i < 3 + count ? 102 + i : 0);
    assertEquals(found, wanted);
  }
});

Deno.test("arrays of variable length: small ones inline, others and negative ones by the collector", () => {
  const built = build(
    FAKE_COLLECTOR + `
    export "make" = make
    export "fixed" = fixed
    func make(n: i32) -> ref {
      var a: ref
      a = newarray string(n)
      return a
    }
    func fixed() -> ref {
      var a: ref
      a = newarray string(3)
      return a
    }
  `,
  );
  const { call, layout } = built;
  call("initHeap", 1024);
  const { memory } = built;
  const heap = layout.constants.get("heapStart")!;
  assertEquals([call("make", 5), call("fixed"), call("make", 0)], [heap, heap + 32, heap + 56]);
  assertEquals([heap, heap + 32].map((a) => memory.getInt32(a + 8, true)), [5, 3]);
  assertEquals(counts(built), [0, 0, 0, 0, 0]);
  call("make", 400);
  call("make", -1);
  assertEquals(counts(built)[1], 2);
});

Deno.test("write barriers run for old containers alone, cards for big arrays, none for null", () => {
  const built = build(
    FAKE_COLLECTOR + `
    class Box extends object { field value: ref }
    array refs: ref base 12
    object #2 Box {}
    items #3 refs [null, null]
    export "store" = store
    export "storeNull" = storeNull
    export "item" = item
    export "copy" = copy
    export "box" = box
    export "items" = items_
    func store(o: ref, x: ref) -> void {
      setfield Box.value(o, x)
    }
    func storeNull(o: ref) -> void {
      setfield Box.value(o, null)
    }
    func item(a: ref, i: i32, x: ref) -> void {
      setitem refs(a, i, x)
    }
    func copy(a: ref) -> void {
      arraycopy refs(a, 0, a, 1, 1)
    }
    func box() -> ref {
      return #2
    }
    func items_() -> ref {
      return #3
    }
  `,
  );
  const { call, memory } = built;
  const [box, items] = [call("box") as number, call("items") as number];
  call("store", box, items);
  call("storeNull", box);
  call("item", items, 1, box);
  call("copy", items);
  assertEquals(counts(built), [0, 0, 2, 0, 1]);
  memory.setInt32(items + 4, 3, true);
  call("item", items, 0, box);
  assertEquals(counts(built), [0, 0, 2, 1, 1]);
  memory.setInt32(items + 4, 0, true);
  memory.setInt32(box + 4, 0, true);
  call("item", items, 0, box);
  call("store", box, items);
  call("copy", items);
  assertEquals(counts(built), [0, 0, 2, 1, 1]);
});

Deno.test("exceptions: raised in a callee, caught, results kept", () => {
  const { call, program, global } = build(
    FAKE_COLLECTOR + `
    object #2 Exception {}
    export "catches" = catches
    export "passes" = passes
    func thrower(x: i32) -> i32 noinline {
      var c: i32
      c = i32.gt_s(x, 10)
      if c {
        throw #2
      }
      c = i32.mul(x, 2)
      return c
    }
    func passes(x: i32) -> i32 {
      var a: i32
      var b: i32
      a = call thrower(x)
      b = call thrower(7)
      a = i32.add(a, b)
      return a
    }
    func catches(x: i32) -> i32 {
      var r: i32
      var e: ref
      r = move(5)
      try {
        r = call passes(x)
        r = i32.add(r, 1000)
      } catch e {
        r = i32.sub(r, 6)
        x = instanceof Exception(e)
        if x {
          r = i32.sub(r, 100)
        }
      }
      return r
    }
  `,
  );
  assertEquals([call("catches", 4), global("exception").value], [1022, 0]);
  assertEquals([call("catches", 11), global("exception").value], [-101, 0]);
  assertEquals([call("passes", 11), global("exception").value], [0, program.prebuilts[1].address]);
});

Deno.test("deep recursion raises StackOverflowError, which can be caught, again and again", () => {
  const { call, global } = build(
    FAKE_COLLECTOR + `
    export "depth" = depth
    export "pure" = pure
    func dive(n: i32, o: ref) -> i32 {
      var r: i32
      var p: ref
      var m: i32
      p = new StackOverflowError()
      m = i32.add(n, 1)
      setglobal deepest(m)
      r = call dive(m, p)
      setfield Exception.message(o, p)
      r = i32.add(r, 1)
      return r
    }
    global deepest: i32 = 0
    func depth() -> i32 {
      var r: i32
      var e: ref
      var o: ref
      try {
        o = new Exception()
        r = call dive(0, o)
      } catch e {
        r = instanceof StackOverflowError(e)
        if r {
          r = getglobal deepest()
          return r
        }
        return -1
      }
      return r
    }
    func pure(n: i32) -> i32 {
      var r: i32
      var c: i32
      c = i32.eqz(n)
      if c {
        return 0
      }
      c = i32.sub(n, 1)
      r = call pure(c)
      r = i32.add(r, 1)
      return r
    }
  `,
    { stackBytes: 64 * 1024 },
  );
  call("initHeap", 1 << 22);
  const depth = call("depth") as number;
  assert(depth > 1000 && depth < 20000, `${depth}`);
  assertEquals(call("depth"), depth);
  assertEquals(call("pure", 1000), 1000);
  assertEquals(global("exception").value, 0);
  call("pure", 100000000);
  assert(global("exception").value !== 0);
});

Deno.test("function values: slots, null traps, one type with and without need of the stack", () => {
  const { call } = build(
    FAKE_COLLECTOR + `
    export "apply" = apply
    export "direct" = direct
    func inc(x: i32) -> i32 table {
      x = i32.add(x, 1)
      return x
    }
    func boxed(x: i32) -> i32 table {
      var o: ref
      var p: ref
      o = new Exception()
      p = new Exception()
      setfield Exception.message(o, p)
      x = i32.mul(x, 2)
      return x
    }
    func apply(which: i32, x: i32) -> i32 {
      var f: i32
      f = select(&boxed, &inc, which)
      x = i32.add(x, 100)
      x = callind [(i32) -> i32](f, x)
      return x
    }
    func direct(x: i32) -> i32 {
      x = call inc(x)
      return x
    }
  `,
  );
  call("initHeap", 4096);
  assertEquals([call("apply", 0, 1), call("apply", 1, 1), call("direct", 1)], [102, 202, 2]);
});

Deno.test("debug checks name cause and place; unreachable code reports itself", () => {
  const panics: number[][] = [];
  const { call, module } = build(
    FAKE_COLLECTOR + `
    file "a.ts"
    export "check" = check
    func check(which: i32, o: ref) -> void {
      var n: i32
      switch s which [0: 0, 1: 1, 2: 2, 3: 3, default: 4] {
        case {
          check.null(o) @0:1:1
          br s
        }
        case {
          check.bounds(which, 1) @0:2:1
          br s
        }
        case {
          check.cast MemoryError(o) @0:3:1
          br s
        }
        case {
          n = move(0)
          check.true "out of cheese"(n) @0:4:1
          br s
        }
        case {
          unreachable @0:5:1
        }
      }
    }`,
    {
      debug: true,
      hosts: { host_panic: (...args: number[]) => panics.push(args) },
      adjust: (program) => assertEquals(program.files, ["a.ts"]),
    },
  );
  for (let i = 0; i < 5; i++) {
    assertThrows(() => call("check", i, i === 2 ? 64 : 0), WebAssembly.RuntimeError);
  }
  const line = (args: number[]) => module.panicSites[args[1]];
  assertEquals(panics.map((args) => args[0] & 0xffff), [1, 2, 3, 8, 0]);
  assertEquals(panics.map(line), [1, 2, 3, 4, 5].map((n) => packPosition(0, n, 1)));
  assertEquals([panics[1][2], module.panicTexts], [1, ["out of cheese"]]);
});

Deno.test("the same program gives the same bytes", () => {
  const [a, b] = [build(SHAPES), build(SHAPES)];
  assertEquals(a.module.wasm, b.module.wasm);
  assertEquals(a.module.positions, b.module.positions);
});
