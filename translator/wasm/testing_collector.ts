/**
 * A collector for tests, in TypeScript on the memory of a running module: at each allocation it copies every reachable
 * object to the other of two spaces and fills the first one with garbage, so that any reference that was not a
 * root, or was not reloaded, leads to a wrong result or a trap. It reads type infos as docs/translator.md has them.
 */
import type { Layout } from "../layout/layout.ts";

const SPACE_PAGES = 4;
const PAGE = 65536;
const GARBAGE = 0xdead_beef;

/** The collector of one instance. */
export class MovingCollector {
  collections = 0;
  private readonly view: DataView;
  private readonly start: number;
  private current = 0;
  private free: number;
  private readonly forwarded = new Map<number, number>();

  constructor(memory: WebAssembly.Memory, private readonly layout: Layout) {
    this.start = this.constant("heapStart");
    const missing = Math.ceil((this.start + 2 * SPACE_PAGES * PAGE - memory.buffer.byteLength) / PAGE);
    if (missing > 0) memory.grow(missing);
    this.view = new DataView(memory.buffer);
    this.free = this.start;
  }

  private constant(name: string): number {
    return this.layout.constants.get(name)!;
  }
  private read(address: number): number {
    return this.view.getUint32(address, true);
  }
  private write(address: number, word: number): void {
    this.view.setUint32(address, word, true);
  }
  private spaceStart(space: number): number {
    return this.start + space * SPACE_PAGES * PAGE;
  }

  /** Collects, and gives `size` bytes of zeros. */
  reserve(sp: number, size: number): number {
    this.collect(sp);
    const address = this.free;
    this.free += size;
    if (this.free > this.spaceStart(this.current) + SPACE_PAGES * PAGE) throw new Error("test heap is full");
    new Uint8Array(this.view.buffer, address, size).fill(0);
    return address;
  }

  private collect(sp: number): void {
    this.collections++;
    const old = this.spaceStart(this.current);
    const oldEnd = this.free;
    this.current ^= 1;
    this.free = this.spaceStart(this.current);
    let scanned = this.free;
    this.forwarded.clear();
    this.scanStack(sp);
    for (let a = this.constant("rootsStart"); a < this.constant("rootsEnd"); a += 4) {
      this.update(a, old, oldEnd);
    }
    for (let a = this.constant("prebuiltStart"); a < this.constant("prebuiltEnd");) {
      a += this.scan(a, old, oldEnd);
    }
    while (scanned < this.free) scanned += this.scan(scanned, old, oldEnd);
    for (let a = old; a < oldEnd; a += 4) this.write(a, GARBAGE);
  }

  private scanStack(sp: number): void {
    const [old, oldEnd] = [this.spaceStart(this.current ^ 1), this.start + 2 * SPACE_PAGES * PAGE];
    for (let a = this.constant("stackStart"); a < sp; a += 4) {
      const word = this.read(a);
      if ((word & 1) !== 0) a += 4 * (word >>> 1);
      else this.update(a, old, oldEnd);
    }
  }

  /** Moves what the word at `address` refers to, if it is in the old space. */
  private update(address: number, old: number, oldEnd: number): void {
    const object = this.read(address);
    const oldLimit = Math.min(oldEnd, old + SPACE_PAGES * PAGE);
    if (object < old || object >= oldLimit) {
      if (object >= this.start || (object !== 0 && object < this.constant("prebuiltStart"))) {
        throw new Error(`root or field at ${address} holds ${object.toString(16)}, which is no object`);
      }
      return;
    }
    let moved = this.forwarded.get(object);
    if (moved === undefined) {
      moved = this.free;
      const size = this.sizeOf(object);
      new Uint8Array(this.view.buffer).copyWithin(moved, object, object + size);
      this.free += size;
      this.forwarded.set(object, moved);
    }
    this.write(address, moved);
  }

  private sizeOf(object: number): number {
    const info = this.read(object);
    const kind = this.read(info);
    if (info < 1024 || info >= this.constant("prebuiltStart") || kind > 4) {
      throw new Error(`object at ${object.toString(16)} has no type info`);
    }
    if (kind !== 1 && kind !== 2) return this.read(info + 4);
    return (this.read(info + 4) + (this.read(object + 8) << this.read(info + 8)) + 7) & -8;
  }

  /** Updates the references in an object; its size. */
  private scan(object: number, old: number, oldEnd: number): number {
    const info = this.read(object);
    const kind = this.read(info);
    if (kind === 2) {
      const start = object + this.read(info + 4);
      const end = start + 4 * this.read(object + 8);
      for (let a = start; a < end; a += 4) this.update(a, old, oldEnd);
    } else if (kind !== 1) {
      const table = this.read(info + 12);
      for (let i = 0; i < this.read(info + 8); i++) {
        this.update(object + this.view.getUint16(table + 2 * i, true), old, oldEnd);
      }
    }
    return this.sizeOf(object);
  }
}
