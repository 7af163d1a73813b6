/**
 * The audit's corpus: short programs, most of them broken or odd, in text files. A line `=== name` begins a program,
 * `--- file` a further module of it. The kinds and a few names of the prelude are imported on the first line, so that
 * line numbers are those of the corpus below the name, plus one; `MAIN {` stands for the head of `main`.
 */

/** A program of the corpus. */
export interface Case {
  readonly name: string;
  /** Texts by file name; `main.ts` among them. */
  readonly files: ReadonlyMap<string, string>;
}

const IMPORTS = "import { Exception, type FixedArray, type bool, type f64, type i32, type i64, print, " +
  'type u32, type u64, type u8 } from "@rts";\n';
const MAIN = "export function main(_args: string[]): i32 {";

/** Programs too large to be written out: a word, and the function of its number that gives the program. */
const GENERATED: Readonly<Record<string, (n: number) => string>> = {
  REPEAT: (n) => printed(`${"(".repeat(n)}1${")".repeat(n)}`),
  SUM: (n) => printed(Array.from({ length: n }, (_, i) => `${i % 10}`).join(" + ")),
  CONCAT: (n) => printed(Array.from({ length: n }, () => '"a"').join(" + ") + ".length"),
  UNARY: (n) => printed(`${"~".repeat(n)}1`),
  CONDITIONAL: (n) =>
    printed(Array.from({ length: n }, (_, i) => `_args.length === ${i} ? ${i} : `).join("") + "7"),
  ARRAYS: (n) => body(`const a = ${"[".repeat(n)}1${"]".repeat(n)}; print(\`\${a.length}\`);`),
  CALLS: (n) => `function f(n: i32): i32 { return n; }\n${printed("f(".repeat(n) + "1" + ")".repeat(n))}`,
  AND: (n) => printed(Array.from({ length: n }, (_, i) => `_args.length !== ${i + 1}`).join(" && ")),
  BLOCKS: (n) => body(`${"{".repeat(n)} print("x"); ${"}".repeat(n)}`),
  ELSEIF: (n) =>
    body(
      Array.from({ length: n }, (_, i) => `if (_args.length === ${i + 1}) print("x");`).join(" else ") +
        ' print("y");',
    ),
  HUGE: (n) => printed(`"${"x".repeat(n)}".length`),
  HUGEARRAY: (n) =>
    body(`const a: i32[] = [${Array.from({ length: n }, (_, i) => i).join(", ")}]; print(\`\${a[5]}\`);`),
  CASES: (n) =>
    body(
      `switch (_args.length) { ${
        Array.from({ length: n }, (_, i) => `case ${i}: print("${i}"); break;`).join(" ")
      } }`,
    ),
  FUNCTIONS: (n) =>
    Array.from(
      { length: n },
      (_, i) => `function fn${i}(n: i32): i32 { return ${i === 0 ? "n" : `fn${i - 1}(n)`}; }`,
    )
      .join("\n") + `\n${printed(`fn${n - 1}(5)`)}`,
  LOCALS: (n) =>
    body(Array.from({ length: n }, (_, i) => `let v${i}: i32 = ${i};`).join(" ") + " print(`${v1 + v2}`);"),
};

function body(text: string): string {
  return `${MAIN} ${text} return 0; }\n`;
}
function printed(expression: string): string {
  return body(`print(\`\${${expression}}\`);`);
}

/** A byte order mark, other line ends and the like: words that change the whole text. */
const TRANSFORMS: Readonly<Record<string, (text: string) => string>> = {
  BOM: (text) => "\ufeff" + text,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  SHEBANG: (text) => "#!/usr/bin/env deno\n" + text,
  NOCHECK: (text) => "// @ts-nocheck\n" + text,
};

function mainText(source: string): string {
  const lines = source.split("\n");
  const [word, number] = lines[0].split(" ");
  if (Object.hasOwn(GENERATED, word)) return IMPORTS + GENERATED[word](Number(number));
  const transform = Object.hasOwn(TRANSFORMS, word) ? TRANSFORMS[word] : null;
  const rest = (transform === null ? lines : lines.slice(1)).join("\n");
  if (rest.trim() === "") return rest;
  const text = IMPORTS + rest.replaceAll("MAIN {", MAIN);
  return transform === null ? text : transform(text);
}

/** The programs in `text`. */
export function parseCorpus(text: string): Case[] {
  return text.split(/^=== /m).slice(1).map((part) => {
    const end = part.indexOf("\n");
    const name = part.slice(0, end < 0 ? undefined : end).trim();
    const [main, ...others] = (end < 0 ? "" : part.slice(end + 1)).split(/^--- /m);
    const files = new Map([["main.ts", mainText(main)]]);
    for (const other of others) {
      const at = other.indexOf("\n");
      files.set(other.slice(0, at).trim(), other.slice(at + 1));
    }
    return { name, files };
  });
}

/** All programs of the corpus files beside this module. */
export function readCorpus(): Case[] {
  const folder = new URL(".", import.meta.url).pathname;
  const names = [...Deno.readDirSync(folder)].map((entry) => entry.name).filter((name) =>
    name.endsWith(".txt")
  );
  return names.sort().flatMap((name) => parseCorpus(Deno.readTextFileSync(folder + name)));
}
