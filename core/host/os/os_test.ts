import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { runFile } from "../../../translator/driver/mod.ts";
import { OS_FUNCTIONS } from "../../../translator/runtime/builtins.ts";
import { type Kind, type Os, OS_CALLS, OS_NAMES } from "./calls.ts";
import { SLOTS } from "./border.ts";
import { Libc } from "./libc.ts";
import { memoryOs } from "./memory.ts";
import { nodeOs } from "./nodefs.ts";
import { posixOs } from "./posix.ts";
import { SERVICES, Services } from "./services.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const FILES = "core/host/os/testing/files.ts";
const PROCESS = "core/host/os/testing/process.ts";
const libc = Libc.open();

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Runs an RTS program with the driver; what it printed. */
async function run(flags: readonly string[], file: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "translator/driver/cli.ts", "run", ...flags, file, ...args],
    cwd: ROOT,
    env: { TZ: "Europe/Berlin" },
  }).output();
  assertEquals(new TextDecoder().decode(stderr), "");
  return new TextDecoder().decode(stdout);
}

const FILES_OUTPUT = `\
chdir -2 0
open true again -17
write 12
seek 7 -22
read 5 true 119 100
pwrite 5 pread 5 ELLO,
fstat 0 12 32768
truncate 0 4
close 0 -9 write -9
mkdir 0 -17
rename 0
utimens 0 0 1700000000000000002
stat -2 -20
names 4:d; 8:g
listdir -20 -2
open -21 access 0
rmdir -39 unlink -21
unlink 0 rmdir 0
cwd true 47
setenv 0
environment true
clock true -2
`;

const PROCESS_OUTPUT = `\
pipe 0
spawn true wait true 768
child: 1 2
/

missing -2 wait -10
signal 0 0 2 0
true -1 8192 0
-4 -1 8192 0
-4 -1 8192 0
tzset CET\0CEST -3600 -7200 1
local 123 10 14 23 0 3600 CET
mktime 1700000000
2023-11-14 CET %
pid true service -38
socket 4 98
`;

Deno.test("the table, the numbers, and the slots fit", () => {
  assertEquals(Object.keys(OS_CALLS), [...OS_NAMES]);
  for (const name of OS_NAMES) {
    const kinds = OS_CALLS[name] as readonly Kind[];
    const wide = kinds.includes("i64");
    const slots = kinds.filter((kind) => kind !== "i64").reduce(
      (sum, kind) => sum + (kind === "i32" ? 1 : 2),
      0,
    );
    assert(slots <= (wide ? 3 : SLOTS), name);
    if (wide) assertEquals(kinds.indexOf("i64"), kinds.length - 1, name);
  }
});

Deno.test("both sides of @rts/os have every call", async () => {
  const runtime = Object.keys(await import("../../../translator/runtime/os.ts"));
  const prelude = Object.keys(await import("../../../translator/prelude/os.ts"));
  assertEquals(runtime.sort(), [...OS_FUNCTIONS].sort());
  assertEquals(prelude.filter((name) => name !== "setSystem").sort(), [...OS_FUNCTIONS].sort());
});

Deno.test("every system has every call", () => {
  const systems: Os[] = [memoryOs(), nodeOs(new Services())];
  if (libc !== null) systems.push(posixOs(libc, new Services()));
  for (const system of systems) {
    for (const name of OS_NAMES) assertEquals(typeof system[name], "function", name);
  }
});

for (const flags of [["--untranslated"], [], ["--profile", "debug"]]) {
  Deno.test(`files, ${flags.join(" ") || "translated"}`, async () => {
    const folder = await Deno.makeTempDir();
    assertEquals(await run(flags, FILES, [folder]), FILES_OUTPUT);
    await Deno.remove(folder); // empty again
  });
}

Deno.test("files, in memory", async () => {
  const { stdout } = await runFile(FILES, { args: ["/"] });
  assertEquals(stdout, FILES_OUTPUT);
});

Deno.test("files, by node:fs", () => {
  const os = nodeOs(new Services());
  const folder = Deno.makeTempDirSync();
  const path = bytes(`${folder}/f`);
  const fd = os.open(-100, path, 0o102, 0o644);
  assert(fd >= 0);
  assertEquals([os.write(fd, bytes("hello")), os.pread(fd, new Uint8Array(9), 1n), os.close(fd)], [5, 4n, 0]);
  const fields = new BigInt64Array(14);
  assertEquals([os.stat(-100, path, 0, fields), fields[6], Number(fields[0]) & 0o170000], [0, 5n, 0o100000]);
  assertEquals(os.listdir(bytes(folder)), 11);
  assertEquals(os.takePending()[9], "f".charCodeAt(0));
  assertEquals([os.open(-100, bytes("/no/no"), 0, 0), os.close(fd), os.rename(3, path, -100, path)], [
    -2,
    -9,
    0,
  ]);
  assertEquals([os.unlink(-100, path, 0), os.alarm(1)], [0, -38]);
  Deno.removeSync(folder);
});

Deno.test({
  name: "processes, signals, time",
  ignore: libc === null,
  fn: async () => {
    for (const flags of [["--untranslated"], []]) assertEquals(await run(flags, PROCESS, []), PROCESS_OUTPUT);
  },
});

Deno.test({
  name: "SIGINT reaches a running loop at once",
  ignore: libc === null,
  fn: async () => {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "translator/driver/cli.ts", "run", PROCESS, "loop"],
      cwd: ROOT,
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    assertEquals((await reader.read()).value, "ready\n");
    const start = performance.now();
    child.kill("SIGINT");
    assertEquals((await reader.read()).value, "interrupted 2\n");
    assert(performance.now() - start < 500, `${performance.now() - start} ms`);
    await reader.cancel();
    assertEquals((await child.status).code, 0);
  },
});

Deno.test({
  name: "blocked signals wait; the default action comes when they are let through",
  ignore: libc === null,
  fn: () => {
    const os = posixOs(libc!, new Services());
    const SIGUSR1 = 10;
    const SIGURG = 23; // ignored by default
    const set = 1n << BigInt(SIGUSR1 - 1) | 1n << BigInt(SIGURG - 1);
    assertEquals(os.sigmask(0, set), 0n);
    os.kill(os.getId(0), SIGUSR1);
    os.kill(os.getId(0), SIGURG);
    os.sleep(20_000_000n); // tests are not on the main thread, which takes signals
    assertEquals([os.sigpending(0n), os.signalTake(0n), os.signalGet(SIGUSR1)], [set, 0n, 0]);
    assertEquals(os.sigwait(new BigInt64Array([1n << 9n, 0n])), SIGUSR1);
    assertEquals(os.sigwait(new BigInt64Array([1n << 9n, 1n])), -11);
    assertEquals([os.sigmask(1, set), os.sigmask(3, 0n), os.sigpending(0n)], [set, 0n, 0n]);
  },
});

Deno.test({
  name: "more of the real system",
  ignore: libc === null,
  fn: () => {
    const os = posixOs(libc!, new Services());
    const pending = () => new TextDecoder().decode(os.takePending());
    assertEquals(os.uname(), os.uname());
    assertStringIncludes(pending(), Deno.hostname() + "\0" + Deno.osRelease());
    assertEquals([os.cpuCount() > 0, os.getId(0), os.getId(2)], [true, Deno.pid, Deno.uid()]);
    const random = new Uint8Array(32);
    assertEquals([os.random(random, 0), random.some((byte) => byte !== 0)], [32, true]);
    assertEquals([os.realpath(bytes("/usr/../usr")), pending()], [4, "/usr"]);
    assertEquals(os.sysconf(30, 0n), 4096n);
    const pair = new Int32Array(2);
    os.pipe(0o2000000, pair);
    assertEquals([os.getInheritable(pair[0]), os.setInheritable(pair[0], 1), os.getInheritable(pair[0])], [
      0,
      0,
      1,
    ]);
    assertEquals([os.getBlocking(pair[0]), os.setBlocking(pair[0], 0)], [1, 0]);
    assertEquals([
      os.read(pair[0], new Uint8Array(1)),
      os.isatty(pair[0]),
      os.terminalSize(pair[0], pair.slice()),
    ], [-11, 0, -25]);
    const copy = os.dup(pair[1], 0);
    assertEquals([os.write(copy, bytes("abc")), os.read(pair[0], random)], [3, 3]);
    for (const fd of [...pair, copy]) os.close(fd);
    const usage = new BigInt64Array(16);
    assertEquals([os.getrusage(0, usage), usage[0] > 0n, usage[2] > 1000n], [0, true, true]);
    assertEquals(os.system(bytes("exit 5")), 5 << 8);
    const terminal = new Int32Array(2);
    assertEquals([os.openpty(terminal), os.isatty(terminal[1]), os.ttyname(terminal[1]) > 5], [0, 1, true]);
    const flags = new Int32Array(38);
    assertEquals([os.tcgetattr(terminal[1], flags), (flags[3] & 8) !== 0], [0, true]);
    flags[3] &= ~8;
    assertEquals([os.tcsetattr(terminal[1], 0, flags), os.tcgetattr(terminal[1], flags), flags[3] & 8], [
      0,
      0,
      0,
    ]);
    for (const fd of terminal) os.close(fd);
  },
});

Deno.test({
  name: "sockets, epoll, names",
  ignore: libc === null,
  fn: () => {
    const os = posixOs(libc!, new Services());
    const [AF_INET, SOCK_STREAM, SOCK_DGRAM, SOL_SOCKET, SO_TYPE, EPOLLIN] = [2, 1, 2, 1, 3, 1];
    const loopback = new Uint8Array([AF_INET, 0, 0, 0, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    const server = os.socket(AF_INET, SOCK_STREAM, 0);
    assertEquals([os.bind(server, loopback), os.listen(server, 5)], [0, 0]);
    const address = new Uint8Array(32);
    assertEquals([os.getsockname(server, address), address[0], address[8]], [0, 16, 127]);
    const client = os.socket(AF_INET, SOCK_STREAM, 0);
    assertEquals(os.connect(client, address.slice(4, 20)), 0);
    const peer = os.accept(server, 0o2000000, address);
    assertEquals([peer > client, os.getInheritable(peer)], [true, 0]);
    const epoll = os.epollCreate(0o2000000);
    const events = new Int32Array(8);
    assertEquals([os.epollCtl(epoll, 1, peer, EPOLLIN), os.epollWait(epoll, events, 0)], [0, 0]);
    assertEquals(os.send(client, bytes("hello"), 0), 5);
    assertEquals([os.epollWait(epoll, events, 1000), events[0], events[1]], [1, peer, EPOLLIN]);
    const buffer = new Uint8Array(10);
    assertEquals([os.recv(peer, buffer, 0), buffer[4]], [5, 111]);
    assertEquals([os.getsockopt(peer, SOL_SOCKET, SO_TYPE, buffer.subarray(0, 4)), buffer[0]], [
      4,
      SOCK_STREAM,
    ]);
    assertEquals([os.shutdown(client, 1), os.recv(peer, buffer, 0)], [0, 0]);
    for (const fd of [server, client, peer, epoll]) os.close(fd);
    const [a, b] = [os.socket(AF_INET, SOCK_DGRAM, 0), os.socket(AF_INET, SOCK_DGRAM, 0)];
    os.bind(a, loopback);
    os.getsockname(a, address);
    assertEquals(os.sendto(b, bytes("x"), 0, address.slice(4, 20)), 1);
    assertEquals([os.recvfrom(a, buffer, 0, address), address[0], address[8]], [1, 16, 127]);
    for (const fd of [a, b]) os.close(fd);

    const length = os.getaddrinfo(bytes("127.0.0.1"), bytes("80"), new Int32Array([0, SOCK_STREAM, 0, 4]));
    const record = os.takePending();
    assertEquals([length, record[0], record[12], record[16 + 3], record[16 + 4]], [33, AF_INET, 16, 80, 127]);
    assertEquals(os.getaddrinfo(bytes("x y"), bytes(""), new Int32Array([0, 0, 0, 4])), -10002);
    assertEquals(os.getnameinfo(record.slice(16, 32), 3), 13);
    assertEquals(new TextDecoder().decode(os.takePending()), "127.0.0.1\x0080\0");
    os.passwd(0, bytes(""));
    const root = new TextDecoder().decode(os.takePending());
    assert(root.startsWith("root\0x\x000\x000\0"), root);
    os.passwd(-1, bytes("root"));
    assertEquals(new TextDecoder().decode(os.takePending()), root);
    assert(os.passwd(-2, bytes("")) > root.length);
    assertEquals([os.passwd(-1, bytes("nobody there")), os.group(0, bytes("")) > 8], [-2, true]);
  },
});

Deno.test({
  name: "exec becomes another program",
  ignore: libc === null,
  fn: async () => {
    const script = `
      import { realOs } from ${JSON.stringify(import.meta.resolve("./mod.ts"))};
      const texts = new TextEncoder().encode("/bin/sh\\0\\0sh\\0-c\\0echo $A $$\\0A=1\\0");
      console.log(Deno.pid);
      console.log(realOs().exec(texts, new Int32Array([0, 0, 3])));
    `;
    const { stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "data:text/typescript," + encodeURIComponent(script)],
    }).output();
    const [pid, line] = new TextDecoder().decode(stdout).split("\n");
    assertEquals(line, `1 ${pid}`);
  },
});

Deno.test("services: bytes in, bytes out", () => {
  const services = new Services().register("compile", (request) => request.toReversed());
  const os = memoryOs({ services });
  assertEquals([os.service(0, bytes("abc")), new TextDecoder().decode(os.takePending())], [3, "cba"]);
  assertEquals(os.service(SERVICES.length, bytes("")), -38);
});
