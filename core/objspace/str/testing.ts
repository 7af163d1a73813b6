/** What the tests of texts share: a generator of random texts with a seed, and conversions from and to code points. */
import { assertEquals } from "@std/assert";
import { runFile } from "../../../translator/driver/mod.ts";
import { StrBuilder } from "./builder.ts";
import { bitsOf, kindOfBits, storageLength, type W_Str } from "./wstr.ts";

/** Random numbers that depend on the seed alone (xorshift). */
export class Random {
  private state: number;
  constructor(seed: number) {
    this.state = Math.imul(seed, 0x9e3779b1) | 1;
  }
  /** 0 to `limit - 1`. */
  below(limit: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) % limit;
  }
  /** Code points of an alphabet. */
  points(count: number, alphabet: readonly number[]): number[] {
    return Array.from({ length: count }, () => alphabet[this.below(alphabet.length)]);
  }
}

const LIMITS = [0x80, 0x100, 0x800, 0x10000, 0x110000];

/** Code points below one of the limits at which storage or encoding changes. */
export function randomPoints(random: Random, count: number): number[] {
  const limit = LIMITS[random.below(LIMITS.length)];
  return Array.from({ length: count }, () => random.below(random.below(3) === 0 ? limit : 0x80));
}

/** A string of code points. */
export function strOf(points: readonly number[]): W_Str {
  const out = new StrBuilder(points.length);
  for (const c of points) out.append(c);
  return out.build();
}

/** The code points of a string, whose invariants are checked. */
export function textOf(w_text: W_Str): number[] {
  const bits = bitsOf(w_text.kind, w_text.data, 0, w_text.length);
  assertEquals(
    [w_text.kind, w_text.asciiOnly, storageLength(w_text.kind, w_text.data)],
    [kindOfBits(bits), bits < 0x80, w_text.length],
  );
  return Array.from({ length: w_text.length }, (_, i) => w_text.charAt(i));
}

/** Asserts that a string has these code points. */
export function same(w_text: W_Str, points: readonly number[]): void {
  assertEquals(textOf(w_text), points);
}

/** Command of a CPython 3.10, the oracle of differential tests; null where there is none. */
function findCPython(): string | null {
  const candidates = ["python3.10"];
  try {
    const { success, stdout } = new Deno.Command("pyenv", { args: ["prefix", "3.10.13"], stderr: "null" })
      .outputSync();
    if (success) candidates.unshift(`${new TextDecoder().decode(stdout).trim()}/bin/python3.10`);
  } catch {
    // No pyenv: python3.10 may be on the path.
  }
  for (const command of candidates) {
    try {
      if (new Deno.Command(command, { args: ["--version"], stdout: "null" }).outputSync().success) {
        return command;
      }
    } catch {
      // Not this one.
    }
  }
  return null;
}

const cpython = findCPython();

/** A test against CPython 3.10: it runs `script`, and `body` gets what that printed. Skipped where there is none. */
export function differential(name: string, script: string, body: (lines: string[]) => void): void {
  Deno.test({
    name: cpython === null ? `${name} (needs CPython 3.10)` : name,
    ignore: cpython === null,
    fn() {
      const { success, stdout, stderr } = new Deno.Command(cpython!, { args: ["-c", script] }).outputSync();
      const decoder = new TextDecoder();
      if (!success) throw new Error(decoder.decode(stderr));
      body(decoder.decode(stdout).split("\n").slice(0, -1));
    },
  });
}

/** A test that a program prints the same translated and untranslated. */
export function sameTranslated(driver: URL): void {
  Deno.test(`${driver.pathname.split("/").at(-1)} prints the same translated and untranslated`, async () => {
    const translated = await runFile(driver.pathname, { args: [], env: {} });
    const plain = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "translator/driver/cli.ts", "run", "--untranslated", driver.pathname],
      cwd: new URL("../../../", import.meta.url).pathname,
    }).output();
    assertEquals(translated.code, 0);
    assertEquals(translated.stdout, new TextDecoder().decode(plain.stdout));
  });
}
