/** Data segments: the pieces of the initial memory that are not zero. */

/** Bytes that the memory holds from `offset` at start. */
export interface Segment {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A run of zeros shorter than this costs less in a segment than a new segment does. */
const MIN_GAP = 16;

/** The non-zero pieces of `memory` from `start` on. */
export function splitSegments(memory: Uint8Array, start: number): Segment[] {
  const segments: Segment[] = [];
  let position = start;
  while (position < memory.length) {
    if (memory[position] === 0) {
      position++;
      continue;
    }
    const end = endOfRun(memory, position);
    segments.push({ offset: position, bytes: memory.slice(position, end) });
    position = end;
  }
  return segments;
}

/** Where the piece that starts at `position` ends: at a long run of zeros, or at the end. */
function endOfRun(memory: Uint8Array, position: number): number {
  let end = position + 1; // just past the last byte that is not zero
  for (let i = position + 1; i < memory.length && i - end < MIN_GAP; i++) {
    if (memory[i] !== 0) end = i + 1;
  }
  return end;
}
