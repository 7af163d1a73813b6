/**
 * From IR, after all passes and layout, to a WebAssembly module.
 *
 * Imports: the host functions, from module "host". Exports: `memory`, `table`, `exception`, `stackLimit`, the
 * collector's `nurseryFree` and `nurseryTop` (all that a compiled trace needs to share), and the program's
 * exports under their names. Functions stand in program order; the output depends on the program alone.
 */
import { HOST_TABLE } from "../../core/host/table.ts";
import type { Func, GlobalDesc, HostDesc, Instr, Program, ValueType } from "../ir/ir.ts";
import { forEachInstr } from "../ir/walk.ts";
import type { Layout } from "../layout/layout.ts";
import { ALLOCATIONS } from "./alloc.ts";
import { ARITHMETIC } from "./arithmetic.ts";
import { CALLS } from "./calls.ts";
import { CHECKS } from "./checks.ts";
import type { Code } from "./code.ts";
import { type EmitOptions, ModuleContext, wasmType } from "./context.ts";
import { statements } from "./control.ts";
import { External, ModuleEncoder } from "./encoder.ts";
import { type EmitterTables, FunctionEmitter, RAISE_LABEL } from "./function.ts";
import { MEMORY_OPS } from "./memory_ops.ts";
import { Op, Type } from "./opcodes.ts";
import { analyzeStackNeeds } from "./stack_needs.ts";
import { stackify } from "./stackify.ts";

export type { EmitOptions } from "./context.ts";

/** All that is more than one instruction, by opcode. */
const TABLES: EmitterTables = {
  values: { ...ARITHMETIC, ...MEMORY_OPS, ...CALLS, ...CHECKS },
  statements: ALLOCATIONS,
};

/** Most pages that a memory can have: 4 GiB. */
const MAX_PAGES = 65536;

/** How to call an exported function from outside. */
export interface ExportInfo {
  readonly params: readonly ValueType[];
  readonly result: ValueType | null;
  /** Takes the shadow stack's start as a last argument. */
  readonly sp: boolean;
}

/** A finished module and what describes it. */
export interface EmittedModule {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Where source positions begin: ascending offsets in `wasm`, and packed positions (see `packPosition`). */
  readonly positions: { readonly offsets: number[]; readonly values: number[] };
  /** Names by function index, imports included. */
  readonly functionNames: string[];
  /** Offsets in `wasm` of the first instructions of the functions defined there, the last ones of the names. */
  readonly functionStarts: number[];
  /** Packed positions of the places that `host_panic` is told by number. */
  readonly panicSites: number[];
  readonly panicTexts: string[];
  readonly exports: Record<string, ExportInfo>;
}

/** Emits `program`, which `layout` describes. */
export function emitProgram(program: Program, layout: Layout, options: EmitOptions = {}): EmittedModule {
  return new ModuleEmitter(program, layout, options).run();
}

class ModuleEmitter {
  private readonly encoder = new ModuleEncoder();
  private readonly context: ModuleContext;
  private readonly functionNames: string[] = [];
  private readonly codes: Code[] = [];

  constructor(
    private readonly program: Program,
    private readonly layout: Layout,
    options: EmitOptions,
  ) {
    this.context = new ModuleContext(program, layout, options, this.encoder, analyzeStackNeeds(program));
  }

  run(): EmittedModule {
    this.importHosts();
    for (const func of this.program.functions) this.declare(func);
    this.defineGlobals();
    this.defineMemoryAndTable();
    for (const func of this.program.functions) this.emit(func);
    const exports = this.exportFunctions();
    const { bytes, codeOffsets } = this.encoder.finish();
    return {
      wasm: bytes,
      positions: this.positions(codeOffsets),
      functionNames: this.functionNames,
      functionStarts: codeOffsets,
      panicSites: this.context.panicSites,
      panicTexts: this.context.panicTexts,
      exports,
    };
  }

  private importHosts(): void {
    const panic: HostDesc = { name: "host_panic", signature: HOST_TABLE.host_panic };
    const hosts = this.program.hosts.some((host) => host.name === panic.name)
      ? this.program.hosts
      : [...this.program.hosts, panic];
    for (const host of hosts) {
      const type = this.context.typeIndex(host.signature, false);
      this.context.hostIndices.set(host.name, this.encoder.importFunction("host", host.name, type));
      this.functionNames.push(host.name);
    }
  }

  private declare(func: Func): void {
    const signature = { params: func.params.map((param) => param.type), result: func.result };
    const type = this.context.typeIndex(signature, this.context.stack.has(func));
    this.context.functionIndices.set(func, this.encoder.declareFunction(type, func.name));
    this.functionNames.push(func.name);
  }

  private defineGlobals(): void {
    const exception = this.encoder.defineGlobal(Type.i32, 0);
    const stackLimit = this.encoder.defineGlobal(Type.i32, this.context.layoutConstant("stackLimit"));
    this.context.runtimeGlobals = { exception, stackLimit };
    this.encoder.export("exception", External.global, exception);
    this.encoder.export("stackLimit", External.global, stackLimit);
    for (const global of this.program.globals) if (global.type !== "ref") this.defineGlobal(global);
  }

  private defineGlobal(global: GlobalDesc): void {
    const { type, init } = global;
    const value = type === "i32" ? this.context.word(init) : init.value as number | bigint;
    const index = this.encoder.defineGlobal(wasmType(type), value);
    this.context.globalIndices.set(global, index);
    const name = /(?:^|:)(nurseryFree|nurseryTop)$/.exec(global.name)?.[1];
    if (name !== undefined) this.encoder.export(name, External.global, index);
  }

  private defineMemoryAndTable(): void {
    const { layout, encoder } = this;
    encoder.defineMemory(layout.initialPages, MAX_PAGES);
    encoder.export("memory", External.memory, 0);
    encoder.defineTable(layout.table.length);
    encoder.export("table", External.table, 0);
    const functions = layout.table.slice(1).map((func) => this.context.functionIndex(func!));
    if (functions.length > 0) encoder.element(1, functions);
    for (const segment of layout.segments) encoder.data(segment.offset, segment.bytes);
  }

  private emit(func: Func): void {
    const tree = stackify(func);
    const f = new FunctionEmitter(this.context, func, tree, TABLES, callsOf(func));
    const checksStack = func.effects?.recursive === true;
    const raises = (tree.raisesOut || checksStack) && func.result !== null;
    const body = (): void => {
      if (checksStack) f.checkStack();
      f.openFrame();
      statements(f, tree.body);
      if (func.result !== null) f.code.op(Op.unreachable); // every path has returned
    };
    if (raises) {
      f.within(Op.block, RAISE_LABEL, body);
      f.zero(func.result!);
    } else {
      body();
    }
    f.code.op(Op.end);
    this.encoder.setBody(this.context.functionIndex(func), f.localTypes, f.code, f.code.unlikely);
    this.codes.push(f.code);
  }

  private exportFunctions(): Record<string, ExportInfo> {
    const exports: Record<string, ExportInfo> = {};
    for (const [name, func] of this.program.exports) {
      this.encoder.export(name, External.function, this.context.functionIndex(func));
      exports[name] = {
        params: func.params.map((param) => param.type),
        result: func.result,
        sp: this.context.stack.has(func),
      };
    }
    return exports;
  }

  /** Positions of all functions; each begins with its function's own. */
  private positions(codeOffsets: readonly number[]): EmittedModule["positions"] {
    const offsets: number[] = [];
    const values: number[] = [];
    this.program.functions.forEach((func, i) => {
      const start = codeOffsets[i];
      const { marks } = this.codes[i];
      if (marks[0]?.offset !== 0) {
        offsets.push(start);
        values.push(func.pos);
      }
      for (const { offset, pos } of marks) {
        offsets.push(start + offset);
        values.push(pos);
      }
    });
    return { offsets, values };
  }
}

/** The instructions of a function that run other functions of the program with a frame on the shadow stack. */
function callsOf(func: Func): Instr[] {
  const calls: Instr[] = [];
  forEachInstr(func.body, (instr) => {
    if (instr.op === "call" || instr.op === "callvirt" || instr.op === "callind") calls.push(instr);
  });
  return calls;
}
