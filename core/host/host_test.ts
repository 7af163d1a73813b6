import { assert, assertEquals, assertThrows } from "@std/assert";
import { type Host, Panic } from "./common.ts";
import { DenoHost } from "./deno.ts";
import { MemoryHost } from "./memory.ts";
import { HOST_TABLE, MATH_FUNCTIONS } from "./table.ts";

/** A host with a memory of 64 KiB, and a text at `address`. */
function attach<T extends Host>(host: T): { host: T; put(text: string, address?: number): [number, number] } {
  const buffer = new ArrayBuffer(65536);
  host.attach(() => buffer);
  return {
    host,
    put: (text, address = 1024) => {
      const units = new Uint16Array(buffer, address, text.length);
      for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
      return [address, text.length];
    },
  };
}

/** The pending text, fetched through the host's own functions. */
function pending(host: Host, buffer: Uint16Array): string {
  const length = host.host_pending_length();
  host.host_pending_copy(buffer.byteOffset);
  return String.fromCharCode(...buffer.subarray(0, length));
}

Deno.test("every host has every function of the table", () => {
  for (const host of [new MemoryHost(), new DenoHost()] as Host[]) {
    for (const name of Object.keys(HOST_TABLE)) {
      assertEquals(typeof (host as unknown as Record<string, unknown>)[name], "function", name);
    }
  }
});

Deno.test("the memory host: output, files, environment, arguments", () => {
  const buffer = new ArrayBuffer(65536);
  const host = new MemoryHost({
    args: ["a", "\u00e9\ud83d\ude00"],
    files: { "f.txt": "text" },
    env: { HOME: "/h" },
  });
  host.attach(() => buffer);
  const units = new Uint16Array(buffer, 2048, 64);
  const put = (text: string): [number, number] => {
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    return [2048, text.length];
  };
  assertEquals([host.host_write(1, ...put("a\ud800b\ufeff")), host.output], [0, "a\ufffdb\ufeff"]);
  assertEquals([host.host_write(2, ...put("err")), host.errors], [0, "err"]);
  assertEquals(host.host_write(7, ...put("x")), -1);
  assertEquals(pending(host, units), "bad file descriptor 7");
  assertEquals(host.host_read_file(...put("f.txt")), 4);
  assertEquals(pending(host, units), "text");
  assertEquals(host.host_read_file(...put("g.txt")), -1);
  assertEquals(pending(host, units), "no such file: g.txt");
  assertEquals([host.host_env(...put("HOME")), pending(host, units)], [2, "/h"]);
  assertEquals(host.host_env(...put("toString")), -1);
  assertEquals([host.host_arg_count(), host.host_arg_length(1)], [2, 3]);
  host.host_arg_copy(1, 2048);
  assertEquals(String.fromCharCode(...units.subarray(0, 3)), "\u00e9\ud83d\ude00");
});

Deno.test("numbers as JavaScript does them", () => {
  const { host, put } = attach(new MemoryHost());
  assertEquals([host.host_f64_text(1e21), host.host_f64_fixed(1.005, 2)], [5, 4]);
  assertEquals(host.host_f64_parse(...put(" 0x10 ")), 16);
  assertEquals([host.host_f64_rem(-5.5, 2), host.host_math1(MATH_FUNCTIONS.indexOf("cbrt"), 27)], [-1.5, 3]);
  assertEquals(host.host_math2(MATH_FUNCTIONS.indexOf("pow"), 2, 10), 1024);
});

Deno.test("a panic flushes and throws; discard gives zeros", () => {
  const { host, put } = attach(new MemoryHost());
  put("abc", 100);
  host.host_discard(100, 4);
  assertEquals(Number.isNaN(host.host_f64_parse(100, 3)), true);
  const panic = assertThrows(() => host.host_panic(2, 3, 4), Panic) as Panic;
  assertEquals([panic.code, panic.a, panic.b], [2, 3, 4]);
});

Deno.test("the deno host discards whole pages and edges of a WebAssembly memory", () => {
  const memory = new WebAssembly.Memory({ initial: 2 });
  const host = new DenoHost();
  host.attach(() => memory.buffer as ArrayBuffer);
  const bytes = new Uint8Array(memory.buffer).fill(7);
  host.host_discard(4000, 20000);
  assert(bytes.subarray(4000, 24000).every((byte) => byte === 0));
  assertEquals([bytes[3999], bytes[24000]], [7, 7]);
  host.host_discard(5, 3);
  assertEquals([...bytes.subarray(4, 9)], [7, 0, 0, 0, 7]);
});

Deno.test("the deno host writes in order, and replaces lone surrogates", async () => {
  const script = `
    import { DenoHost } from ${JSON.stringify(import.meta.resolve("./deno.ts"))};
    const buffer = new ArrayBuffer(65536 * 8);
    const host = new DenoHost();
    host.attach(() => buffer);
    const write = (fd, text) => {
      const units = new Uint16Array(buffer, 0, text.length);
      for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
      return host.host_write(fd, 0, text.length);
    };
    write(1, "a\\ud800");
    write(1, "é".repeat(100000));
    write(2, "error");
    write(1, "end");
    host.flush();
  `;
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "data:text/typescript," + encodeURIComponent(script)],
  }).output();
  assertEquals(new TextDecoder().decode(stdout), "a\ufffd" + "é".repeat(100000) + "end");
  assertEquals(new TextDecoder().decode(stderr), "error");
});
