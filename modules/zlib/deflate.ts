/**
 * Compression (RFC 1951): the longest earlier match by chains of equal hashes, written as blocks with Huffman codes of
 * their own. Input is kept from the beginning of the window on; what a flush asks for is written at once.
 */
import { arrayCopy, type i32 } from "@rts";
import { ByteSink } from "./bytes.ts";
import { MAX_BITS } from "./huffman.ts";
import { DISTANCE_BASE, DISTANCE_EXTRA, LENGTH_BASE, LENGTH_EXTRA, LENGTH_ORDER } from "./inflate.ts";

const WINDOW: i32 = 32768;
const MIN_MATCH: i32 = 3;
const MAX_MATCH: i32 = 258;
const HASH_BITS: i32 = 15;
/** Most bytes of a block. */
const BLOCK: i32 = 65535;
/** How many earlier places are tried, by level. */
const CHAIN: Int32Array = new Int32Array([0, 4, 5, 6, 16, 32, 128, 256, 1024, 4096]);

/** Code of each match length, less 257, and of each distance up to 256; larger ones are searched. */
const LENGTH_CODE: Uint8Array = new Uint8Array(MAX_MATCH + 1);
for (let code = 0; code < 29; code++) {
  for (
    let i = LENGTH_BASE[code]!;
    i <= MAX_MATCH && i < LENGTH_BASE[code]! + (1 << LENGTH_EXTRA[code]!);
    i++
  ) {
    LENGTH_CODE[i] = code;
  }
}
LENGTH_CODE[MAX_MATCH] = 28;

function distanceCode(distance: i32): i32 {
  if (distance <= 4) return distance - 1;
  const bits = 31 - Math.clz32(distance - 1);
  return 2 * bits + (((distance - 1) >> (bits - 1)) & 1);
}

export class Deflater {
  readonly out: ByteSink = new ByteSink();
  private readonly level: i32;
  private readonly input: ByteSink = new ByteSink();
  /** Input before this place is written. */
  private done: i32 = 0;
  private bits: i32 = 0;
  private bitCount: i32 = 0;
  /** Last place of each hash, and the place before each place; -1 for none. */
  private readonly heads: Int32Array = new Int32Array(1 << HASH_BITS).fill(-1);
  private readonly previous: Int32Array = new Int32Array(WINDOW);
  /** Literals (distance 0) and matches of the block. */
  private readonly lengths: Int32Array = new Int32Array(BLOCK);
  private readonly distances: Int32Array = new Int32Array(BLOCK);
  private count: i32 = 0;

  private readonly window: i32;

  /** `window` is the largest distance of matches. */
  constructor(level: i32, window: i32 = WINDOW) {
    this.level = level < 0 ? 6 : level;
    this.window = window;
  }

  /** Makes bytes known that the other side knows as well. Before all input. */
  setDictionary(data: Uint8Array): void {
    this.input.append(data, 0, data.length);
    for (let at: i32 = 0; at + MIN_MATCH <= data.length; at++) this.enter(this.input.data, at);
    this.done = data.length;
  }

  copy(): Deflater {
    const copy = new Deflater(this.level, this.window);
    copy.out.append(this.out.data, 0, this.out.length);
    copy.input.append(this.input.data, 0, this.input.length);
    copy.done = this.done;
    copy.bits = this.bits;
    copy.bitCount = this.bitCount;
    arrayCopy(this.heads, 0, copy.heads, 0, this.heads.length);
    arrayCopy(this.previous, 0, copy.previous, 0, WINDOW);
    return copy;
  }

  feed(data: Uint8Array, from: i32, count: i32): void {
    this.input.append(data, from, count);
    while (this.input.length - this.done > 2 * BLOCK) this.writeBlock(this.done + BLOCK, false);
  }

  /** Writes all input. With `isLast` the data ends; otherwise an empty stored block brings it to a whole byte. */
  flush(isLast: boolean): void {
    do {
      const end = Math.min(this.done + BLOCK, this.input.length);
      this.writeBlock(end, isLast && end === this.input.length);
    } while (this.done < this.input.length);
    if (!isLast) {
      this.put(0, 3);
      this.align();
      this.put(0, 16);
      this.put(0xffff, 16);
    } else this.align();
  }

  private put(value: i32, count: i32): void {
    this.bits |= value << this.bitCount;
    this.bitCount += count;
    while (this.bitCount >= 8) {
      this.out.push(this.bits & 255);
      this.bits = (this.bits >>> 8) | 0;
      this.bitCount -= 8;
    }
  }

  private align(): void {
    if (this.bitCount > 0) this.put(0, 8 - this.bitCount);
  }

  private writeBlock(end: i32, isLast: boolean): void {
    if (this.level === 0) this.writeStored(end, isLast);
    else {
      this.findMatches(end);
      this.writeCodes(isLast);
    }
    this.done = end;
  }

  private writeStored(end: i32, isLast: boolean): void {
    const length = end - this.done;
    this.put(isLast ? 1 : 0, 3);
    this.align();
    this.put(length, 16);
    this.put(~length & 0xffff, 16);
    this.out.append(this.input.data, this.done, length);
  }

  private findMatches(end: i32): void {
    const data = this.input.data;
    this.count = 0;
    let at = this.done;
    while (at < end) {
      const match = at + MIN_MATCH <= end ? this.longest(data, at, end) : 0;
      const length = match >> 16;
      if (length >= MIN_MATCH) {
        this.add(length, match & 0xffff);
        const stop = at + length;
        for (at++; at < stop; at++) if (at + MIN_MATCH <= end) this.enter(data, at);
      } else {
        this.add(data[at], 0);
        at++;
      }
    }
  }

  private add(value: i32, distance: i32): void {
    this.lengths[this.count] = value;
    this.distances[this.count] = distance;
    this.count++;
  }

  private enter(data: Uint8Array, at: i32): i32 {
    const hash =
      (Math.imul(data[at] | data[at + 1] << 8 | data[at + 2] << 16, 0x9E3779B1 | 0) >>> (32 - HASH_BITS)) | 0;
    const before = this.heads[hash];
    this.previous[at & (WINDOW - 1)] = before;
    this.heads[hash] = at;
    return before;
  }

  /** Length << 16 | distance of the longest match at a place; 0 for none. Enters the place. */
  private longest(data: Uint8Array, at: i32, end: i32): i32 {
    const most = Math.min(MAX_MATCH, end - at);
    let best: i32 = 0, distance: i32 = 0;
    let place = this.enter(data, at);
    for (let tries = CHAIN[this.level]; tries > 0 && place >= 0 && at - place < this.window; tries--) {
      let length: i32 = 0;
      if (data[place + best] === data[at + best]) {
        while (length < most && data[place + length] === data[at + length]) length++;
      }
      if (length > best) {
        best = length;
        distance = at - place;
        if (best === most) break;
      }
      const before = this.previous[place & (WINDOW - 1)];
      if (before >= place) break;
      place = before;
    }
    return best << 16 | distance;
  }

  private writeCodes(isLast: boolean): void {
    const literalCounts = new Int32Array(286);
    const distanceCounts = new Int32Array(30);
    literalCounts[256] = 1;
    for (let i: i32 = 0; i < this.count; i++) {
      const distance = this.distances[i];
      const symbol = distance === 0 ? this.lengths[i] : 257 + LENGTH_CODE[this.lengths[i]];
      literalCounts[symbol] = literalCounts[symbol] + 1;
      if (distance > 0) {
        const code = distanceCode(distance);
        distanceCounts[code] = distanceCounts[code] + 1;
      }
    }
    const literals = codeLengths(literalCounts, MAX_BITS);
    const distances = codeLengths(distanceCounts, MAX_BITS);
    this.put(isLast ? 1 : 0, 1);
    this.put(2, 2);
    this.writeLengths(literals, distances);
    this.writeSymbols(literals, distances);
  }

  /** The lengths of both codes, themselves coded; runs are not shortened save those of zeros. */
  private writeLengths(literals: Uint8Array, distances: Uint8Array): void {
    const all = new ByteSink();
    all.append(literals, 0, 286);
    all.append(distances, 0, 30);
    const symbols = new Int32Array(316), extras = new Int32Array(316);
    const counts = new Int32Array(19);
    let count: i32 = 0;
    for (let at: i32 = 0; at < 316; count++) {
      let run: i32 = 1;
      while (at + run < 316 && run < 138 && all.data[at + run] === all.data[at]) run++;
      const isRun = all.data[at] === 0 && run >= 3;
      symbols[count] = !isRun ? all.data[at] : run < 11 ? 17 : 18;
      extras[count] = run < 11 ? run - 3 : run - 11;
      counts[symbols[count]] = counts[symbols[count]] + 1;
      at += isRun ? run : 1;
    }
    const lengths = codeLengths(counts, 7);
    const codes = codesOf(lengths);
    this.put(29, 5);
    this.put(29, 5);
    this.put(15, 4);
    for (let i: i32 = 0; i < 19; i++) this.put(lengths[LENGTH_ORDER[i]], 3);
    for (let i: i32 = 0; i < count; i++) {
      const symbol = symbols[i];
      this.put(codes[symbol], lengths[symbol]);
      if (symbol === 17) this.put(extras[i], 3);
      else if (symbol === 18) this.put(extras[i], 7);
    }
  }

  private writeSymbols(literals: Uint8Array, distances: Uint8Array): void {
    const literalCodes = codesOf(literals);
    const distanceCodes = codesOf(distances);
    for (let i: i32 = 0; i < this.count; i++) {
      const value = this.lengths[i];
      const distance = this.distances[i];
      if (distance === 0) {
        this.put(literalCodes[value], literals[value]);
        continue;
      }
      const code: i32 = LENGTH_CODE[value];
      this.put(literalCodes[257 + code], literals[257 + code]);
      this.put(value - LENGTH_BASE[code], LENGTH_EXTRA[code]);
      const far = distanceCode(distance);
      this.put(distanceCodes[far], distances[far]);
      this.put(distance - DISTANCE_BASE[far], DISTANCE_EXTRA[far]);
    }
    this.put(literalCodes[256], literals[256]);
  }
}

/** Lengths of a Huffman code for symbols of given counts, none longer than `most`; at least two symbols get one. */
function codeLengths(counts: Int32Array, most: i32): Uint8Array {
  const size: i32 = counts.length;
  const lengths = new Uint8Array(size);
  const weights = new Int32Array(2 * size);
  const parents = new Int32Array(2 * size);
  const order: i32[] = [];
  for (let i: i32 = 0; i < size; i++) {
    weights[i] = counts[i];
    if (counts[i] > 0) order.push(i);
  }
  for (let i: i32 = 0; order.length < 2; i++) if (counts[i] === 0) order.push(i);
  let next = size;
  const heap = order.slice(0, order.length);
  while (heap.length > 1) {
    const a = takeLightest(heap, weights);
    const b = takeLightest(heap, weights);
    weights[next] = weights[a] + weights[b];
    parents[a] = next;
    parents[b] = next;
    heap.push(next++);
  }
  const root = next - 1;
  let excess: i32 = 0;
  for (let i: i32 = 0; i < order.length; i++) {
    let length: i32 = 0;
    for (let node = order[i]; node !== root; node = parents[node]) length++;
    lengths[order[i]] = Math.min(length, most);
    excess += 1 << (most - lengths[order[i]]);
  }
  shorten(lengths, order, excess - (1 << most), most);
  return lengths;
}

/** Takes the node of least weight out. */
function takeLightest(nodes: i32[], weights: Int32Array): i32 {
  let best: i32 = 0;
  for (let i: i32 = 1; i < nodes.length; i++) if (weights[nodes[i]] < weights[nodes[best]]) best = i;
  const node = nodes[best];
  nodes[best] = nodes[nodes.length - 1];
  nodes.pop();
  return node;
}

/** Makes codes longer until those that were cut fit beside them, then shorter again where there is room. */
function shorten(lengths: Uint8Array, symbols: i32[], excess: i32, most: i32): void {
  let over = excess;
  while (over > 0) {
    let pick: i32 = -1;
    for (let i: i32 = 0; i < symbols.length; i++) {
      const length: i32 = lengths[symbols[i]];
      if (length < most && (pick < 0 || length > lengths[pick])) pick = symbols[i];
    }
    over -= 1 << (most - lengths[pick] - 1);
    lengths[pick] = lengths[pick] + 1;
  }
  for (let i: i32 = 0; i < symbols.length && over < 0; i++) {
    while (lengths[symbols[i]] > 1 && -over >= 1 << (most - lengths[symbols[i]])) {
      over += 1 << (most - lengths[symbols[i]]);
      lengths[symbols[i]] = lengths[symbols[i]] - 1;
    }
  }
}

/** Canonical codes of these lengths, bits turned round as they are written. */
function codesOf(lengths: Uint8Array): Int32Array {
  const nextCode = new Int32Array(MAX_BITS + 2);
  for (let i: i32 = 0; i < lengths.length; i++) {
    if (lengths[i] > 0) nextCode[lengths[i] + 1] = nextCode[lengths[i] + 1] + 1;
  }
  for (let bits: i32 = 1; bits <= MAX_BITS + 1; bits++) {
    nextCode[bits] = (nextCode[bits] + nextCode[bits - 1]) << 1;
  }
  const codes = new Int32Array(lengths.length);
  for (let i: i32 = 0; i < lengths.length; i++) {
    const length: i32 = lengths[i];
    if (length === 0) continue;
    let code = nextCode[length];
    nextCode[length] = code + 1;
    let turned: i32 = 0;
    for (let bit: i32 = 0; bit < length; bit++) {
      turned = turned << 1 | code & 1;
      code >>= 1;
    }
    codes[i] = turned;
  }
  return codes;
}
