/**
 * Steady churn: a table of buffers of all sizes, of which random ones are replaced again and again. Prints what
 * the heap takes of the memory in proportion to what is live, at most and at the end.
 */
import {
  clock,
  Exception,
  type f64,
  type FixedArray,
  gcCollect,
  GcStat,
  gcStat,
  type i32,
  newFixedArray,
  parseI32,
  print,
} from "@rts";

/** A buffer and what it was filled with: an object of 16 bytes and an array of 12 and its length, rounded up. */
class Buffer {
  readonly bytes: Uint8Array;

  constructor(length: i32, readonly mark: i32) {
    this.bytes = new Uint8Array(length);
    this.bytes[0] = mark;
    this.bytes[length - 1] = mark;
  }

  /** Bytes on the heap. */
  size(): i32 {
    return 16 + ((12 + this.bytes.length + 7) & ~7);
  }

  check(): void {
    if (this.bytes[0] !== this.mark || this.bytes[this.bytes.length - 1] !== this.mark) {
      throw new Exception(`gc_steady: a buffer holds ${this.bytes[0]}, not ${this.mark}`);
    }
  }
}

/** A linear congruential generator; the high bits of its state. */
class Random {
  private state: i32 = 1;

  /** From 0 to `limit - 1`; `limit` is at most 65536. */
  next(limit: i32): i32 {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return (this.state >>> 8) % limit;
  }

  /** Lengths from 16 bytes to 2 KiB, as many between one power of two and the next as between any others. */
  length(): i32 {
    const base = 16 << this.next(7);
    return base + this.next(base);
  }
}

const ROUNDS: i32 = 8;
/** Buffers of 522 bytes on the average, with headers 550. */
const BUFFERS_PER_MIB: i32 = 1900;

class Table {
  private readonly buffers: FixedArray<Buffer | null>;
  private readonly random: Random = new Random();
  liveBytes: f64 = 0;
  peakHeapBytes: f64 = 0;

  constructor(count: i32) {
    this.buffers = newFixedArray<Buffer | null>(count, null);
    for (let i = 0; i < count; i++) this.replace(i);
  }

  private replace(index: i32): void {
    const old = this.buffers[index];
    if (old !== null) {
      old.check();
      this.liveBytes -= old.size();
    }
    const made = new Buffer(this.random.length(), index & 255);
    this.buffers[index] = made;
    this.liveBytes += made.size();
  }

  /** As many replacements as there are buffers, in random places. */
  churn(): void {
    const count = this.buffers.length;
    for (let i = 0; i < count; i++) {
      this.replace((this.random.next(65536) * 64 + this.random.next(64)) % count);
      if ((i & 4095) === 0) this.peakHeapBytes = Math.max(this.peakHeapBytes, gcStat(GcStat.HeapBytes));
    }
  }
}

function fill(n: i32): Table {
  const table = new Table(n * BUFFERS_PER_MIB);
  for (let round = 0; round < ROUNDS; round++) table.churn();
  return table;
}

/** A table of about `n` MiB, replaced eight times over; its live bytes in the end. */
export function run(n: i32): f64 {
  return fill(n).liveBytes;
}

export function defaultSize(): i32 {
  return 128;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  const start = clock();
  const table = fill(size);
  const total = clock() - start;
  const atEnd = gcStat(GcStat.HeapBytes);
  gcCollect(1);
  const live = table.liveBytes;
  print(`checksum: ${live}`);
  print(`wall time: ${total.toFixed(1)} ms`);
  print(`live: ${(live / 1048576).toFixed(1)} MiB`);
  print(`heap at most: ${(table.peakHeapBytes / live).toFixed(3)} x live`);
  print(`heap at the end: ${(atEnd / live).toFixed(3)} x live`);
  print(`heap after a full collection: ${(gcStat(GcStat.HeapBytes) / live).toFixed(3)} x live`);
  print(`slots after a full collection: ${(gcStat(GcStat.OldBytes) / live).toFixed(3)} x live`);
  print(`major collections: ${gcStat(GcStat.MajorCollections)}`);
  print(`time in collections: ${gcStat(GcStat.TimeMs).toFixed(1)} ms`);
  return 0;
}
