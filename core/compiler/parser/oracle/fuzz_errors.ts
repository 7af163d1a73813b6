/**
 * Compares errors on damaged pieces of the library: some lines of a file, of which tokens or characters are removed,
 * doubled or replaced, compiled in some mode and with some flags:
 *
 *     deno run -A core/compiler/parser/oracle/fuzz_errors.ts [count] [seed]
 */
import { type Case, compareAll } from "./compare_errors.ts";
import { pythonFiles } from "./compare_library.ts";
import { cpythonHome, Oracle } from "./oracle.ts";

const WORDS =
  "( ) [ ] { } , : ; . ... = == := += -> * ** @ + - not in is if else elif for while with as def class lambda yield await async try except finally return import from match case print exec None True 1 0777 'a' f'{x}' b'c' x _ \\ \n # ! <>"
    .split(/ /);

/** Numbers from a seed (xorshift). */
export class Random {
  constructor(private state: number) {}

  below(n: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % n;
  }

  pick<E>(items: readonly E[]): E {
    return items[this.below(items.length)]!;
  }
}

/** Words, operators, strings and white space of a text, roughly. */
function pieces(text: string): string[] {
  return text.match(/\s*(?:\w+|'[^'\n]*'|"[^"\n]*"|\n|[^\w\s])/g) ?? [];
}

function damage(text: string, random: Random): string {
  const parts = pieces(text);
  for (let n = 1 + random.below(2); n > 0 && parts.length > 0; n--) {
    const i = random.below(parts.length), j = random.below(parts.length);
    switch (random.below(5)) {
      case 0:
        parts.splice(i, 1);
        break;
      case 1:
        parts.splice(i, 0, parts[j]!);
        break;
      case 2:
        parts.splice(i, 1, random.pick([" ", ""]) + random.pick(WORDS));
        break;
      case 3:
        parts.splice(i, 0, " " + random.pick(WORDS));
        break;
      default:
        parts.splice(i, 1 + random.below(3));
    }
  }
  return parts.join("");
}

const CHARACTERS = "()[]{}'\"\\\n\t :;,.=#\r\f0189_xobjef\u00e9\u20ac\u00a0\ud835\udd4f\ufeff!$`@";

/** The same, blind to tokens. */
function damageCharacters(text: string, random: Random): string {
  const characters = Array.from(text);
  for (let n = 1 + random.below(3); n > 0; n--) {
    const i = random.below(characters.length + 1);
    characters.splice(
      i,
      random.below(3),
      ...random.below(4) === 0 ? [] : [random.pick(Array.from(CHARACTERS))],
    );
  }
  return characters.join("");
}

/** A run of lines, without the indentation of the first. */
function excerpt(text: string, random: Random): string {
  const lines = text.split("\n");
  const from = random.below(lines.length);
  const some = lines.slice(from, from + 1 + random.below(12));
  const indent = /^ */.exec(some[0]!)![0].length;
  return some.map((line) => line.slice(0, indent).trim() === "" ? line.slice(indent) : line).join("\n") +
    "\n";
}

/** Some of the library's files, one of each `step`. */
export function libraryTexts(home: string, step: number): string[] {
  return [...pythonFiles(`${home}/lib/python3.10`)].filter((_, i) => i % step === 0).map((path) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Deno.readFileSync(path)).replace(/\r/g, "");
    } catch {
      return "pass\n";
    }
  });
}

const FLAGS = { codeop: 0x4200, typeComments: 0x1000, barry: 0x400000 };

/** How a piece is to be compiled: mostly as a module. */
function anyCase(source: string, random: Random): Case {
  switch (random.below(16)) {
    case 0:
    case 1:
      return { source, mode: "single" };
    case 2:
      return { source, mode: "single", flags: FLAGS.codeop };
    case 3:
      return { source, flags: FLAGS.codeop };
    case 4:
      return { source: source.trim(), mode: "eval" };
    case 5:
      return { source, flags: FLAGS.typeComments };
    case 6:
      return { source, flags: FLAGS.typeComments, featureVersion: 4 + random.below(6) };
    case 7:
      return { source, featureVersion: 4 + random.below(6) };
    case 8:
      return { source, flags: FLAGS.barry };
    case 9:
      return { source: new TextEncoder().encode(source) };
    case 10:
      return { source, strict: true };
    default:
      return { source };
  }
}

/** Damaged pieces of `texts`. */
export function* damagedCases(texts: readonly string[], count: number, random: Random): Generator<Case> {
  for (let n = 0; n < count; n++) {
    const piece = excerpt(random.pick(texts), random);
    const source = random.below(3) === 0 ? damageCharacters(piece, random) : damage(piece, random);
    if (!source.includes("\0") && source.isWellFormed()) yield anyCase(source, random);
  }
}

if (import.meta.main) {
  const home = cpythonHome();
  if (home === null) {
    console.error("no CPython 3.10.13 (by pyenv) on this machine");
    Deno.exit(1);
  }
  await using oracle = new Oracle(home);
  const texts = libraryTexts(home, 5);
  const random = new Random(Number(Deno.args[1] ?? 1) * 7919 + 1);
  const [same, different] = await compareAll(
    oracle,
    damagedCases(texts, Number(Deno.args[0] ?? 2000), random),
    false,
  );
  console.log(`${same} the same, ${different} different`);
}
