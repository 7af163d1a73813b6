/** What `--dump` prints: the program as it is at points of the pipeline. */
import type { ArrayDesc, ClassDesc, Program } from "../ir/ir.ts";
import { printProgram } from "../ir/print.ts";
import { printJitcode } from "../jitcode/print.ts";
import type { Layout } from "../layout/layout.ts";
import { preorder, vtableMethods } from "../layout/classes.ts";
import type { TranslateOptions } from "./options.ts";
import { type Observer, translate } from "./translate.ts";

/** What can be dumped; `graphs` may name a pass: `graphs=inline`. */
export const DUMPS = ["graphs", "layout", "wat", "jitcode"] as const;
export type Dump = typeof DUMPS[number];

type Print = (text: string) => void;

const hex = (address: number): string => `0x${address.toString(16)}`;

function printClass(cls: ClassDesc, layout: Layout, print: Print): void {
  const parent = cls.parent === null ? "" : ` extends ${cls.parent.name}`;
  const special = cls.special === "none" ? "" : ` ${cls.special}`;
  print(
    `class ${cls.name}${parent}${special}  typeinfo ${hex(cls.typeInfo)}..${
      hex(cls.typeInfoEnd)
    }  size ${cls.size}`,
  );
  for (const field of cls.fields) print(`  ${String(field.offset).padStart(4)} ${field.type} ${field.name}`);
  for (const method of vtableMethods(cls)) {
    print(`  slot ${layout.methodSlots.get(method)} ${method.cls.name}.${method.name}`);
  }
}

function printArray(array: ArrayDesc): string {
  return `array ${array.name}  typeinfo ${hex(array.typeInfo)}  base ${array.base}`;
}

/** Classes, arrays, module variables, constants and the function table of a laid out program, by address. */
export function printLayout(program: Program, layout: Layout, print: Print): void {
  for (const cls of preorder(program)) printClass(cls, layout, print);
  for (const array of program.arrays) print(printArray(array));
  for (const [global, address] of layout.globals) print(`global ${global.name}  ${hex(address)}`);
  for (const [name, value] of layout.constants) print(`constant ${name}  ${hex(value)}`);
  layout.table.forEach((func, slot) => func !== null && print(`table ${slot}  ${func.name}`));
}

function observer(kind: Dump, pass: string | null, print: Print): Observer {
  const heading = (name: string, program: Program) => print(`; after ${name}\n\n${printProgram(program)}`);
  switch (kind) {
    case "graphs":
      if (pass !== null) return { afterPass: (name, program) => name === pass && heading(name, program) };
      return {
        prepared: (program) => heading("prepare", program),
        optimized: (program) => heading("lowering", program),
      };
    case "jitcode":
      return { prepared: (program) => print(printJitcode(program)) };
    case "layout":
      return { laidOut: (program, layout) => printLayout(program, layout, print) };
    case "wat":
      return {};
  }
}

/** An unknown `--dump`, or a pass that there is none of. */
export class UnknownDump extends Error {}

/** `graphs=PASS` and the like, taken apart. @throws {UnknownDump} */
export function parseDump(text: string): { kind: Dump; pass: string | null } {
  const [name, pass = null] = text.split("=", 2);
  const kind = DUMPS.find((dump) => dump === name);
  if (kind === undefined || (pass !== null && kind !== "graphs")) {
    throw new UnknownDump(`--dump takes ${DUMPS.join(", ")} or graphs=PASS, not '${text}'`);
  }
  return { kind, pass };
}

/**
 * Translates the program at `path` and prints what `--dump what` asks for.
 * @throws {UnknownDump} and what `translate` throws.
 */
export async function dump(
  path: string,
  what: string,
  options: TranslateOptions,
  print: Print,
): Promise<void> {
  const { kind, pass } = parseDump(what);
  const passes: string[] = [];
  const watcher = observer(kind, pass, print);
  const { image } = await translate(path, options, {
    ...watcher,
    afterPass: (name, program) => {
      passes.push(name);
      watcher.afterPass?.(name, program);
    },
  });
  if (pass !== null && !passes.includes(pass)) {
    throw new UnknownDump(`no pass '${pass}': there are ${[...new Set(passes)].join(", ")}`);
  }
  if (kind !== "wat") return;
  const { wasmToText } = await import("../wasm/wat.ts");
  print(wasmToText(image.wasm));
}
