import { assertEquals, assertThrows } from "@std/assert";
import { HostError, OverflowError } from "../prelude/exceptions.ts";
import { loadRuntime, sim, text } from "./testing.ts";
import { host } from "./simulation/host.ts";
import { settings } from "./simulation/settings.ts";

const { entry, io } = await loadRuntime();

Deno.test("rtsMain hands the arguments to main and returns its result", () => {
  host.args = ["one", "", "\u20ac"];
  let seen: string[] = [];
  settings.main = (args) => {
    seen = args.map(text);
    return 42;
  };
  assertEquals(entry.rtsMain(), 42);
  assertEquals(seen, ["one", "", "\u20ac"]);
});

Deno.test("rtsMain reports what nobody caught and returns 1", () => {
  settings.main = () => {
    throw new OverflowError("too much");
  };
  assertEquals(entry.rtsMain(), 1);
  assertEquals(host.uncaught, [["OverflowError", "too much"]]);
});

Deno.test("output goes to its descriptor, one write a line", () => {
  host.written = [];
  io.print(sim("h\u00e9llo"));
  io.write(sim("a"));
  io.printError(sim(""));
  assertEquals(host.written, [[1, "h\u00e9llo\n"], [1, "a"], [2, "\n"]]);
});

Deno.test("failures of the host are HostErrors with its text", () => {
  host.files.set("there", "content\n");
  assertEquals(text(io.readTextFile(sim("there"))), "content\n");
  const failures = [() => io.readTextFile(sim("nowhere")), () => io.print(sim("x"))];
  host.broken = true;
  const messages = failures.map((run) => text((assertThrows(run, HostError) as HostError).message));
  host.broken = false;
  assertEquals(messages, ["no such file", "broken pipe"]);
});
