import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { hasLibrary, prepareLibrary } from "./library.ts";
import { decodeBlock } from "./lz4.ts";
import { parseIndex } from "./package.ts";
import { type Sink, StepProgress } from "./progress.ts";
import { untar } from "./source.ts";

const ROOT = new URL("../", import.meta.url).pathname;

/** Modules and packages that programs rely on. */
const EXPECTED = [
  ..."__future__ _collections_abc _py_abc _pydecimal _pyio _sitebuiltins _strptime _threading_local".split(
    " ",
  ),
  ..."_weakrefset abc argparse ast asyncio base64 bdb bisect bz2 calendar cmd code codecs codeop".split(" "),
  ..."collections compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes".split(
    " ",
  ),
  ..."dataclasses datetime decimal difflib dis doctest email encodings enum filecmp fileinput fnmatch".split(
    " ",
  ),
  ..."fractions ftplib functools genericpath getopt getpass gettext glob graphlib gzip hashlib heapq".split(
    " ",
  ),
  ..."hmac html http imaplib importlib inspect io ipaddress json keyword linecache locale logging".split(" "),
  ..."mailbox mimetypes modulefinder multiprocessing netrc ntpath numbers opcode operator optparse os".split(
    " ",
  ),
  ..."pathlib pdb pickle pickletools pkgutil platform plistlib poplib posixpath pprint profile pstats".split(
    " ",
  ),
  ..."pty py_compile pyclbr pydoc queue quopri random re reprlib runpy sched secrets selectors shelve".split(
    " ",
  ),
  ..."shlex shutil signal site smtplib socket socketserver sre_compile sre_constants sre_parse stat".split(
    " ",
  ),
  ..."statistics string stringprep struct subprocess symtable sysconfig tarfile telnetlib tempfile".split(
    " ",
  ),
  ..."textwrap this threading timeit token tokenize trace traceback tracemalloc tty types typing".split(" "),
  ..."unittest urllib uuid warnings wave weakref wsgiref xml xmlrpc zipapp zipfile zipimport zoneinfo".split(
    " ",
  ),
];

/** A sink that keeps what is written. */
function sink(terminal: boolean): Sink & { text: string } {
  let time = 0;
  return {
    terminal,
    text: "",
    write(text) {
      this.text += text;
    },
    now: () => time += 100,
  };
}

/** CPython 3.10, where there is one. */
function oracle(): string | null {
  try {
    const { success, stdout } = new Deno.Command("pyenv", { args: ["prefix", "3.10.13"] }).outputSync();
    return success ? new TextDecoder().decode(stdout).trim() + "/bin/python3.10" : null;
  } catch {
    return null;
  }
}
const CPYTHON = oracle();

/** Imported with our folders alone (and CPython's C modules); what fails is printed. */
const IMPORTS = `
import sys
sys.path[:] = sys.argv[1:] + [path for path in sys.path if "lib-dynload" in path]
for name in """asyncio unittest.mock logging.config json pickle re dataclasses typing inspect importlib.metadata zipfile
    argparse doctest traceback pdb runpy site stringprep http.server xml.etree.ElementTree concurrent.futures
    multiprocessing.pool subprocess sysconfig _sysconfigdata webbrowser pydoc zoneinfo""".split():
    try:
        __import__(name)
        where = sys.modules[name].__file__
        if not where.startswith(tuple(sys.argv[1:])): print(name, where)
    except ImportError as error:
        print(name, error)
`;
function importAll(python: string, folder: string): string {
  const args = ["-I", "-S", "-B", "-c", IMPORTS, `${ROOT}lib-python/3.10`, folder];
  const { stdout, stderr } = new Deno.Command(python, { args }).outputSync();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}

Deno.test("LZ4: literals, long lengths, overlapping matches, damage", () => {
  const out = new Uint8Array(100);
  const text = (block: number[]) =>
    new TextDecoder().decode(out.subarray(0, decodeBlock(new Uint8Array(block), out)));
  assertEquals(text([0x30, 97, 98, 99]), "abc");
  assertEquals(text([0x12, 97, 1, 0, 0x10, 98]), "a".repeat(7) + "b");
  assertEquals(text([0x1f, 97, 1, 0, 5, 0x10, 98]), "a".repeat(25) + "b");
  assertEquals(text([0xf0, 1, ...new Array(16).fill(97)]), "a".repeat(16));
  for (const block of [[0x30, 97], [0x10, 97, 2, 0], [0xf0], [0x1f, 97, 1, 0, 255, 0]]) {
    assertThrows(() => text(block), RangeError, "LZ4");
  }
});

Deno.test("the index is JSON within code", () => {
  const script =
    `x={"offsets":[0,1e3],"sizes":[3,4],"successes":[1,0]};"files":[{"filename":"/a","start":0,"end":1e1}]` +
    `"offsets":offsets`;
  assertEquals(parseIndex(script), {
    files: [{ path: "/a", start: 0, end: 10 }],
    blocks: { offsets: [0, 1000], sizes: [3, 4], successes: [1, 0] },
  });
  assertThrows(() => parseIndex(""), Error, "another version");
});

Deno.test("tar archives", () => {
  const archive = new Uint8Array(512 * 3);
  archive.set(new TextEncoder().encode("package/a.txt"), 0);
  archive.set(new TextEncoder().encode("00000000005\0"), 124);
  archive.set(new TextEncoder().encode("hello"), 512);
  assertEquals(new TextDecoder().decode(untar(archive).get("a.txt")), "hello");
});

Deno.test("progress: a bar, or two lines", () => {
  const [terminal, pipe] = [sink(true), sink(false)];
  for (const target of [terminal, pipe]) {
    const progress = new StepProgress("work", target);
    progress.step(1, 2);
    progress.finish();
  }
  assertEquals(terminal.text, "\r\x1b[K[############............] work (1/2)\r\x1b[K");
  assertEquals(pipe.text, "work\nwork: done in 0.1 s\n");
});

Deno.test("the library unpacks whole, once", async () => {
  const build = await Deno.makeTempDir();
  const output = sink(false);
  const folder = prepareLibrary(ROOT, build, output);
  assertStringIncludes(output.text, "done");
  assert(hasLibrary(build));
  const names = new Set([...Deno.readDirSync(folder)].map((entry) => entry.name.replace(/\.py$/, "")));
  assertEquals(EXPECTED.filter((name) => !names.has(name)), []);
  assertEquals(["webbrowser", "ssl", "distutils"].filter((name) => names.has(name)), []);
  assertStringIncludes(Deno.readTextFileSync(`${folder}/encodings/utf_8.py`), "def getregentry");
  assertEquals([...Deno.readDirSync(folder + "/encodings")].length, 122);
  const quiet = sink(false);
  assertEquals(prepareLibrary(ROOT, build, quiet), folder);
  assertEquals(quiet.text, "");
  assertEquals([...Deno.readDirSync(build + "/lib")].map((entry) => entry.name), ["python3.10"]);
  if (CPYTHON === null) console.log("no CPython 3.10: imports are not tried");
  else assertEquals(importAll(CPYTHON, folder), "");
  await Deno.remove(build, { recursive: true });
});
