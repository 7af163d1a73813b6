/** Typed arrays in fields and parameters. */
import { type i32, print } from "@rts";
class Memory {
  readonly bytes: Uint8Array;
  constructor(size: i32) {
    this.bytes = new Uint8Array(size);
  }

  read32(at: i32): i32 {
    const b = this.bytes;
    return b[at] | (b[at + 1] << 8) | (b[at + 2] << 16) | (b[at + 3] << 24);
  }

  write32(at: i32, value: i32): void {
    for (let i = 0; i < 4; i++) this.bytes[at + i] = (value >> (8 * i)) & 255;
  }
}

function checksum(bytes: Uint8Array): i32 {
  let a: i32 = 1;
  let b: i32 = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return (b << 16) | a;
}

export function main(_args: string[]): i32 {
  const m = new Memory(64);
  const values: i32[] = [0, 1, -1, 0x12345678, -2147483648];
  for (let i = 0; i < values.length; i++) m.write32(i * 4, values[i]);
  for (let i = 0; i < values.length; i++) print(`${m.read32(i * 4)} ${m.bytes[i * 4 + 3]}`);
  print(`${checksum(m.bytes)}`);
  return 0;
}
