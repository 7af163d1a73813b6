/** What the emitters of all functions share: indices of the module's things, and what the collector offers. */
import type {
  ClassDesc,
  Const,
  Func,
  GlobalDesc,
  HostDesc,
  PrebuiltObject,
  Program,
  Signature,
  ValueType,
} from "../ir/ir.ts";
import { constantWord, type Layout } from "../layout/layout.ts";
import type { ModuleEncoder } from "./encoder.ts";
import { Type } from "./opcodes.ts";
import type { StackNeeds } from "./stack_needs.ts";

/** Choices of one emission. */
export interface EmitOptions {
  /** The debug profile: places that cannot be reached report themselves. */
  readonly debug?: boolean;
}

/** The collector's functions that emitted code calls, by export name. */
export type CollectorFunction =
  | "gcReserve"
  | "gcNewArray"
  | "gcWriteBarrier"
  | "gcCardBarrier"
  | "gcArrayWriteBarrier";

/** Globals that are not the program's. */
export interface RuntimeGlobals {
  /** The pending exception; 0 for none. */
  readonly exception: number;
  readonly stackLimit: number;
}

/** The WebAssembly type of values of `type`. */
export function wasmType(type: ValueType): number {
  return type === "i64" ? Type.i64 : type === "f64" ? Type.f64 : Type.i32;
}

/** The shared state of one emission. */
export class ModuleContext {
  readonly functionIndices = new Map<Func, number>();
  readonly hostIndices = new Map<string, number>();
  readonly globalIndices = new Map<GlobalDesc, number>();
  readonly panicSites: number[] = [];
  readonly panicTexts: string[] = [];
  private readonly parents: ReadonlySet<ClassDesc | null>;
  runtimeGlobals: RuntimeGlobals = { exception: -1, stackLimit: -1 };

  constructor(
    readonly program: Program,
    readonly layout: Layout,
    readonly options: EmitOptions,
    readonly encoder: ModuleEncoder,
    readonly stack: StackNeeds,
  ) {
    this.parents = new Set(program.classes.map((cls) => cls.parent));
  }

  /** Index of the WebAssembly type of a function of that signature; `sp` adds the stack parameter. */
  typeIndex(signature: Signature, sp: boolean): number {
    const params = signature.params.map(wasmType);
    if (sp) params.push(Type.i32);
    return this.encoder.type(params, signature.result === null ? null : wasmType(signature.result));
  }

  functionIndex(func: Func): number {
    const index = this.functionIndices.get(func);
    if (index === undefined) throw new Error(`call of ${func.name}, which is not in the program`);
    return index;
  }

  hostIndex(host: Pick<HostDesc, "name">): number {
    const index = this.hostIndices.get(host.name);
    if (index === undefined) throw new Error(`host function ${host.name} is not declared`);
    return index;
  }

  /** The collector's function of that name. */
  collector(name: CollectorFunction): Func {
    const func = this.program.exports.get(name);
    if (func === undefined) {
      throw new Error(`the program needs the collector's ${name}, but does not export it`);
    }
    return func;
  }

  /** Index of the global that is the collector's module variable `name`. */
  collectorGlobal(name: "nurseryFree" | "nurseryTop"): number {
    for (const [global, index] of this.globalIndices) {
      if (global.name === name || global.name.endsWith(`:${name}`)) return index;
    }
    throw new Error(`the program allocates, but has no module variable ${name}`);
  }

  /** The word of a constant of type `i32` or `ref`. */
  word(value: Const): number {
    return constantWord(value, this.layout.slots);
  }

  /** Address of the exception object that emitted code raises. */
  raised(name: "stackOverflow" | "overflow"): number {
    const object: PrebuiltObject | null = this.layout[name];
    if (object === null) throw new Error(`the program raises ${name}, but does not have its exception class`);
    return object.address;
  }

  /** A layout constant. */
  layoutConstant(name: string): number {
    const value = this.layout.constants.get(name);
    if (value === undefined) throw new Error(`unknown layout constant ${name}`);
    return value;
  }

  /** Number of a place that can panic, by its source position. */
  panicSite(pos: number): number {
    const last = this.panicSites.length - 1;
    if (this.panicSites[last] === pos) return last;
    return this.panicSites.push(pos) - 1;
  }
  /** Number of a panic text of the program. */
  panicText(text: string): number {
    const index = this.panicTexts.indexOf(text);
    return index >= 0 ? index : this.panicTexts.push(text) - 1;
  }

  /** Tells whether `cls` has subclasses, so that a type test is a range test. */
  hasSubclasses(cls: ClassDesc): boolean {
    return this.parents.has(cls);
  }
}
