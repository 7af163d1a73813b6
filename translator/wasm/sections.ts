/**
 * Reads back what is needed of a finished WebAssembly module: where its functions are, and their names. Takes branch
 * hints out for tools that fail on them.
 */

/** The functions of a module. */
export interface FunctionTable {
  /** Names by function index, imports included; empty where there is none. */
  readonly names: string[];
  /** Offsets of the first instructions of the functions that the module defines. */
  readonly starts: number[];
}

const CUSTOM = 0;
const IMPORT = 2;
const CODE = 10;
const FUNCTION_NAMES = 1;
const decoder = new TextDecoder();

class Reader {
  constructor(readonly bytes: Uint8Array, public at = 0) {}

  u32(): number {
    let value = 0;
    for (let factor = 1;; factor *= 0x80) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }
  name(): string {
    const length = this.u32();
    this.at += length;
    return decoder.decode(this.bytes.subarray(this.at - length, this.at));
  }
  skip(bytes: number): void {
    this.at += bytes;
  }
}

function skipLimits(reader: Reader): void {
  const flags = reader.u32();
  reader.u32();
  if ((flags & 1) !== 0) reader.u32();
}

/** Counts the imported functions. */
function importedFunctions(reader: Reader): number {
  let functions = 0;
  for (let count = reader.u32(); count > 0; count--) {
    reader.name();
    reader.name();
    switch (reader.u32()) {
      case 0: // a function: its type
        functions++;
        reader.u32();
        break;
      case 1: // a table: element type, limits
        reader.skip(1);
        skipLimits(reader);
        break;
      case 2:
        skipLimits(reader);
        break;
      case 3: // a global: type, mutability
        reader.skip(2);
        break;
      default:
        throw new Error("an import of a kind that is not ours");
    }
  }
  return functions;
}

/** Offsets of the first instructions: after the declarations of locals. */
function codeStarts(reader: Reader): number[] {
  const starts: number[] = [];
  for (let count = reader.u32(); count > 0; count--) {
    const size = reader.u32();
    const end = reader.at + size;
    for (let runs = reader.u32(); runs > 0; runs--) {
      reader.u32();
      reader.skip(1);
    }
    starts.push(reader.at);
    reader.at = end;
  }
  return starts;
}

function readNames(reader: Reader, end: number, names: string[]): void {
  if (reader.name() !== "name") return;
  while (reader.at < end) {
    const kind = reader.u32();
    const next = reader.u32() + reader.at;
    if (kind === FUNCTION_NAMES) {
      for (let count = reader.u32(); count > 0; count--) {
        const index = reader.u32();
        names[index] = reader.name();
      }
    }
    reader.at = next;
  }
}

/** The functions of a valid module. */
export function readFunctions(wasm: Uint8Array): FunctionTable {
  const reader = new Reader(wasm, 8); // magic and version
  const names: string[] = [];
  let starts: number[] = [];
  let imports = 0;
  while (reader.at < wasm.length) {
    const id = reader.u32();
    const end = reader.u32() + reader.at;
    if (id === IMPORT) imports = importedFunctions(reader);
    else if (id === CODE) starts = codeStarts(reader);
    else if (id === CUSTOM) readNames(reader, end, names);
    reader.at = end;
  }
  return { names: Array.from({ length: imports + starts.length }, (_, i) => names[i] ?? ""), starts };
}

/** The section that says which branches are unlikely; it must be the same in `encoder.ts`. */
const BRANCH_HINTS = "metadata.code.branch_hint";

/** A copy of the module without branch hints. */
export function withoutBranchHints(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = new Reader(wasm, 8);
  const parts = [wasm.subarray(0, 8)];
  while (reader.at < wasm.length) {
    const start = reader.at;
    const id = wasm[reader.at++];
    const size = reader.u32();
    const end = reader.at + size;
    if (id !== CUSTOM || reader.name() !== BRANCH_HINTS) parts.push(wasm.subarray(start, end));
    reader.at = end;
  }
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
