/** What the backend's tests share: from the text form of a program to a running instance. */
import { HOST_TABLE } from "../../core/host/table.ts";
import { parseProgram } from "../ir/parse.ts";
import { lowerProgram } from "../passes/lower.ts";
import { verifyProgram } from "../ir/verify.ts";
import type { Program } from "../ir/ir.ts";
import { type Layout, type LayoutOptions, layoutProgram } from "../layout/layout.ts";
import { type EmitOptions, emitProgram, type EmittedModule } from "./emit.ts";

/** A program in all its forms. */
export interface Built {
  readonly program: Program;
  readonly layout: Layout;
  readonly module: EmittedModule;
  /** Calls an export; functions with a stack parameter get the start of the shadow stack. */
  call(name: string, ...args: (number | bigint)[]): number | bigint | undefined;
  global(name: string): WebAssembly.Global;
  readonly memory: DataView;
}

/** Adjusts a parsed program before layout: what no pass sets. */
export type Adjust = (program: Program) => void;

/** Parses, verifies, lowers (effects, exceptions, barriers, roots), lays out, emits and instantiates. Host functions not in `hosts` throw their name. */
export function build(
  text: string,
  options: LayoutOptions & EmitOptions & { adjust?: Adjust; hosts?: Record<string, unknown> } = {},
): Built {
  const program = parseProgram(text);
  const problems = verifyProgram(program);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  lowerProgram(program);
  options.adjust?.(program);
  const layout = layoutProgram(program, options);
  const module = emitProgram(program, layout, options);
  const host: Record<string, unknown> = {};
  for (const name of Object.keys(HOST_TABLE)) {
    host[name] = (...args: number[]) => {
      throw new Error(`${name}(${args})`);
    };
  }
  const compiled = new WebAssembly.Module(module.wasm);
  const { exports } = new WebAssembly.Instance(
    compiled,
    { host: { ...host, ...options.hosts } } as WebAssembly.Imports,
  );
  return {
    program,
    layout,
    module,
    call: (name, ...args) => {
      const all = module.exports[name].sp ? [...args, layout.constants.get("stackStart")!] : args;
      return (exports[name] as (...args: unknown[]) => number | bigint | undefined)(...all);
    },
    global: (name) => exports[name] as WebAssembly.Global,
    get memory() {
      return new DataView((exports.memory as WebAssembly.Memory).buffer);
    },
  };
}
