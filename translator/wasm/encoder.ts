/**
 * Writes WebAssembly modules. It knows the binary format and nothing of the IR: the emitter uses it for images, the
 * JIT for traces. Indices are final when handed out, so imports must be declared before anything is defined.
 * The output is a function of the calls made, byte for byte.
 */
import { Op, Type } from "./opcodes.ts";
import { ByteWriter, lebLength } from "./writer.ts";

/** Kinds of imports and exports. */
export const External = { function: 0, table: 1, memory: 2, global: 3 } as const;

const Section = {
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  element: 9,
  code: 10,
  data: 11,
} as const;

/** A count of entries and their bytes. */
class Entries {
  count = 0;
  readonly out = new ByteWriter();
  /** Starts an entry. */
  next(): ByteWriter {
    this.count++;
    return this.out;
  }
}

interface Body {
  readonly locals: ByteWriter;
  readonly code: ByteWriter;
  /** Offsets in `code` of `if` and `br_if` whose condition is hardly ever true. */
  readonly unlikely: readonly number[];
}

/** A finished module. */
export interface EncodedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Per defined function, the offset in `bytes` of its first instruction. */
  readonly codeOffsets: number[];
}

/** Run-length encoded declarations of local variables. */
function encodeLocals(types: readonly number[]): ByteWriter {
  const runs: { type: number; count: number }[] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  const out = new ByteWriter(16);
  out.u32(runs.length);
  for (const run of runs) {
    out.u32(run.count);
    out.byte(run.type);
  }
  return out;
}

/** Builds one module. */
export class ModuleEncoder {
  private readonly types = new Entries();
  private readonly typeIndices = new Map<string, number>();
  private readonly imports = new Entries();
  private readonly functionTypes: number[] = [];
  private readonly tables = new Entries();
  private readonly memories = new Entries();
  private readonly globals = new Entries();
  private readonly exports = new Entries();
  private readonly elements = new Entries();
  private readonly datas = new Entries();
  private readonly bodies: (Body | null)[] = [];
  private readonly names: [index: number, name: string][] = [];
  private readonly importCounts = [0, 0, 0, 0];

  /** Number of imported functions: the index of the first defined one. */
  get importedFunctions(): number {
    return this.importCounts[External.function];
  }

  /** Index of a function type; equal ones are the same. */
  type(params: readonly number[], result: number | null): number {
    const key = `${params.join()}>${result}`;
    const known = this.typeIndices.get(key);
    if (known !== undefined) return known;
    const out = this.types.next();
    out.byte(0x60);
    out.u32(params.length);
    for (const param of params) out.byte(param);
    out.u32(result === null ? 0 : 1);
    if (result !== null) out.byte(result);
    this.typeIndices.set(key, this.types.count - 1);
    return this.types.count - 1;
  }

  private importEntry(module: string, name: string, kind: number): ByteWriter {
    if (kind === External.function && this.functionTypes.length > 0) {
      throw new Error(`import ${module}.${name} after a function definition`);
    }
    const out = this.imports.next();
    out.name(module);
    out.name(name);
    out.byte(kind);
    this.importCounts[kind]++;
    return out;
  }

  /** Imports a function; its index. */
  importFunction(module: string, name: string, type: number): number {
    this.importEntry(module, name, External.function).u32(type);
    this.names.push([this.importCounts[External.function] - 1, name]);
    return this.importCounts[External.function] - 1;
  }
  /** Imports the memory. */
  importMemory(module: string, name: string, minPages: number, maxPages: number): void {
    writeLimits(this.importEntry(module, name, External.memory), minPages, maxPages);
  }
  /** Imports the function table. */
  importTable(module: string, name: string, minimum: number): void {
    const out = this.importEntry(module, name, External.table);
    out.byte(Type.funcref);
    writeLimits(out, minimum, null);
  }
  /** Imports a global; its index. */
  importGlobal(module: string, name: string, type: number, mutable: boolean): number {
    const out = this.importEntry(module, name, External.global);
    out.byte(type);
    out.byte(mutable ? 1 : 0);
    return this.importCounts[External.global] - 1;
  }

  /** Declares a function; its index. Its body follows with {@link setBody}. */
  declareFunction(type: number, name: string): number {
    this.functionTypes.push(type);
    this.bodies.push(null);
    const index = this.importedFunctions + this.bodies.length - 1;
    this.names.push([index, name]);
    return index;
  }
  /**
   * Sets the local variables (beyond parameters) and instructions, final `end` included, of a declared function.
   * `unlikely`: ascending offsets in `code` of `if` and `br_if` whose condition is hardly ever true.
   */
  setBody(
    index: number,
    locals: readonly number[],
    code: ByteWriter,
    unlikely: readonly number[] = [],
  ): void {
    this.bodies[index - this.importedFunctions] = { locals: encodeLocals(locals), code, unlikely };
  }

  defineMemory(minPages: number, maxPages: number): void {
    writeLimits(this.memories.next(), minPages, maxPages);
  }
  /** Defines a growable function table of at least `minimum` slots. */
  defineTable(minimum: number): void {
    const out = this.tables.next();
    out.byte(Type.funcref);
    writeLimits(out, minimum, null);
  }
  /** Defines a mutable global with a constant initial value; its index. */
  defineGlobal(type: number, value: number | bigint): number {
    const out = this.globals.next();
    out.byte(type);
    out.byte(1);
    if (type === Type.i64) {
      out.byte(Op.i64Const);
      out.s64(BigInt(value));
    } else if (type === Type.f64) {
      out.byte(Op.f64Const);
      out.f64(Number(value));
    } else {
      out.byte(Op.i32Const);
      out.s32(Number(value));
    }
    out.byte(Op.end);
    return this.importCounts[External.global] + this.globals.count - 1;
  }

  /** Exports something by kind (see {@link External}) and index. */
  export(name: string, kind: number, index: number): void {
    const out = this.exports.next();
    out.name(name);
    out.byte(kind);
    out.u32(index);
  }

  /** Fills table slots from `offset` with functions. */
  element(offset: number, functions: readonly number[]): void {
    const out = this.elements.next();
    out.u32(0);
    writeOffset(out, offset);
    out.u32(functions.length);
    for (const index of functions) out.u32(index);
  }

  /** Fills memory from `offset`. */
  data(offset: number, bytes: Uint8Array): void {
    const out = this.datas.next();
    out.u32(0);
    writeOffset(out, offset);
    out.u32(bytes.length);
    out.raw(bytes);
  }

  /** Puts the sections together. Every declared function must have its body. */
  finish(): EncodedModule {
    const out = new ByteWriter(1 << 16);
    out.raw(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    writeSection(out, Section.type, this.types);
    writeSection(out, Section.import, this.imports);
    const functions = new Entries();
    for (const type of this.functionTypes) functions.next().u32(type);
    writeSection(out, Section.function, functions);
    writeSection(out, Section.table, this.tables);
    writeSection(out, Section.memory, this.memories);
    writeSection(out, Section.global, this.globals);
    writeSection(out, Section.export, this.exports);
    writeSection(out, Section.element, this.elements);
    this.writeBranchHints(out);
    const codeOffsets = this.writeCode(out);
    writeSection(out, Section.data, this.datas);
    this.writeNames(out);
    return { bytes: out.finish(), codeOffsets };
  }

  /** The section of the branch hinting proposal; engines that do not know it skip it. */
  private writeBranchHints(out: ByteWriter): void {
    const functions = new Entries();
    this.bodies.forEach((body, i) => {
      if (body === null || body.unlikely.length === 0) return;
      const entry = functions.next();
      entry.u32(this.importedFunctions + i);
      entry.u32(body.unlikely.length);
      for (const offset of body.unlikely) {
        entry.u32(body.locals.length + offset);
        entry.byte(1); // one byte follows: 0, not taken
        entry.byte(0);
      }
    });
    if (functions.count === 0) return;
    const section = new ByteWriter(functions.out.length + 32);
    section.name("metadata.code.branch_hint");
    section.u32(functions.count);
    section.append(functions.out);
    out.byte(0);
    out.u32(section.length);
    out.append(section);
  }

  private writeCode(out: ByteWriter): number[] {
    if (this.bodies.length === 0) return [];
    let size = lebLength(this.bodies.length);
    for (const body of this.bodies) {
      if (body === null) throw new Error("a declared function has no body");
      const length = body.locals.length + body.code.length;
      size += lebLength(length) + length;
    }
    out.byte(Section.code);
    out.u32(size);
    out.u32(this.bodies.length);
    const offsets: number[] = [];
    for (const body of this.bodies as Body[]) {
      out.u32(body.locals.length + body.code.length);
      out.append(body.locals);
      offsets.push(out.length);
      out.append(body.code);
    }
    return offsets;
  }

  private writeNames(out: ByteWriter): void {
    if (this.names.length === 0) return;
    const map = new ByteWriter();
    map.u32(this.names.length);
    for (const [index, name] of this.names) {
      map.u32(index);
      map.name(name);
    }
    const section = new ByteWriter(map.length + 16);
    section.name("name");
    section.byte(1); // function names
    section.u32(map.length);
    section.append(map);
    out.byte(0);
    out.u32(section.length);
    out.append(section);
  }
}

function writeLimits(out: ByteWriter, minimum: number, maximum: number | null): void {
  out.byte(maximum === null ? 0 : 1);
  out.u32(minimum);
  if (maximum !== null) out.u32(maximum);
}

function writeOffset(out: ByteWriter, offset: number): void {
  out.byte(Op.i32Const);
  out.s32(offset);
  out.byte(Op.end);
}

function writeSection(out: ByteWriter, id: number, entries: Entries): void {
  if (entries.count === 0) return;
  out.byte(id);
  out.u32(lebLength(entries.count) + entries.out.length);
  out.u32(entries.count);
  out.append(entries.out);
}
