import { assertEquals } from "@std/assert";
import { build } from "./testing.ts";

Deno.test("arithmetic: expressions, constants and all three types", () => {
  const { call } = build(`
    class object
    export "poly" = poly
    export "wide" = wide
    export "mix" = mix
    func poly(x: i32) -> i32 {
      effects writes()
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
      effects writes()
      var a: i64
      a = i64.shl(x, 40n)
      a = i64.xor(a, -9223372036854775808n)
      return a
    }
    func mix(x: i32, y: f64) -> f64 {
      effects writes()
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
