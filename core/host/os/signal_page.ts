/**
 * A signal handler in machine code, for a Wasm program never returns to the event loop, where Deno's listeners would
 * run, and JavaScript must not run in a handler.
 *
 * The handler marks the signal's byte in a page of data and sets a word of the program to -1; both are single stores,
 * so it needs no lock. It is installed without SA_RESTART: the kernel prefers the main thread, whose blocking call
 * then answers EINTR.
 *
 * | data page | holds                                       |
 * | --------- | ------------------------------------------- |
 * | 0         | a byte for each signal, not 0 when it came  |
 * | 128       | address of the word to set                  |
 * | 136       | a word for programs that gave none          |
 */
import type { System } from "./posix.ts";

const PAGE = 4096;
const PROT_READ = 1;
const PROT_WRITE = 2;
const PROT_EXEC = 4;
const MAP_PRIVATE_ANONYMOUS = 0x22;
const WORD_ADDRESS = 128;
const OWN_WORD = 136;
/** Signals are 1 to 64. */
export const MOST_SIGNALS = 64;

/** Machine code by architecture: with the data page's address put in. */
const HANDLERS: Readonly<Record<string, (data: bigint) => Uint8Array>> = {
  x86_64: (data) =>
    new Uint8Array([
      ...[0x48, 0xb8, ...little(data)], // mov rax, data
      ...[0x89, 0xff], // mov edi, edi
      ...[0xc6, 0x04, 0x38, 0x01], // mov byte [rax + rdi], 1
      ...[0x48, 0x8b, 0x80, WORD_ADDRESS, 0, 0, 0], // mov rax, [rax + WORD_ADDRESS]
      ...[0xc7, 0x00, 0xff, 0xff, 0xff, 0xff], // mov dword [rax], -1
      0xc3, // ret
    ]),
  aarch64: (data) =>
    new Uint8Array([
      ...word(0x580000e1), // ldr x1, data (28 bytes on)
      ...word(0x52800022), // mov w2, 1
      ...word(0x38204822), // strb w2, [x1, w0, uxtw]
      ...word(0xf9400000 | (WORD_ADDRESS / 8) << 10 | 1 << 5 | 1), // ldr x1, [x1, WORD_ADDRESS]
      ...word(0x12800002), // mov w2, -1
      ...word(0xb9000022), // str w2, [x1]
      ...word(0xd65f03c0), // ret
      ...little(data),
    ]),
};

function little(value: bigint): Uint8Array {
  return new Uint8Array(new BigUint64Array([value]).buffer);
}
function word(value: number): Uint8Array {
  return new Uint8Array(new Uint32Array([value]).buffer);
}

/** The handler and what it notes. */
export class SignalPage {
  /** Address of the handler. */
  readonly handler: bigint;
  private readonly marks: Uint8Array;
  private readonly words: BigUint64Array;
  private readonly base: bigint;

  private constructor(data: Deno.PointerObject, code: Deno.PointerObject) {
    const page = Deno.UnsafePointerView.getArrayBuffer(data, PAGE);
    this.base = BigInt(Deno.UnsafePointer.value(data));
    this.handler = BigInt(Deno.UnsafePointer.value(code));
    this.marks = new Uint8Array(page, 0, MOST_SIGNALS + 1);
    this.words = new BigUint64Array(page);
    this.words[WORD_ADDRESS / 8] = this.base + BigInt(OWN_WORD);
  }

  /** Null where there is no code for this machine, or no executable memory to be had. */
  static make(system: System): SignalPage | null {
    const encode = HANDLERS[Deno.build.arch];
    if (encode === undefined) return null;
    const mmap = system.pointerFn("mmap", ["pointer", "usize", "i32", "i32", "i32", "i64"]);
    const mprotect = system.fn("mprotect", ["pointer", "usize", "i32"]);
    const page = () => mmap(null, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0n);
    const [data, code] = [page(), page()];
    if (!isMapped(data) || !isMapped(code)) return null;
    const bytes = encode(BigInt(Deno.UnsafePointer.value(data)));
    new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(code, PAGE)).set(bytes);
    if (mprotect(code, PAGE, PROT_READ | PROT_EXEC) !== 0) return null;
    return new SignalPage(data, code);
  }

  /** Makes the handler set the word at an address. */
  setWord(address: bigint): void {
    this.words[WORD_ADDRESS / 8] = address;
  }

  /** Takes the signals that came and are not in `held`, bit 0 for number 1. */
  take(held: bigint): bigint {
    let set = 0n;
    for (let signal = 1; signal <= MOST_SIGNALS; signal++) {
      if (this.marks[signal] === 0) continue;
      const bit = 1n << BigInt(signal - 1);
      if ((held & bit) !== 0n) continue;
      this.marks[signal] = 0;
      set |= bit;
    }
    return set;
  }
  /** Signals that came, without taking them. */
  get noted(): bigint {
    let set = 0n;
    for (let signal = 1; signal <= MOST_SIGNALS; signal++) {
      if (this.marks[signal] !== 0) set |= 1n << BigInt(signal - 1);
    }
    return set;
  }
}

/** `mmap` answers -1 on failure. */
function isMapped(pointer: Deno.PointerValue): pointer is Deno.PointerObject {
  return pointer !== null && BigInt.asIntN(64, BigInt(Deno.UnsafePointer.value(pointer))) !== -1n;
}
