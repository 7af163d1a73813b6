/**
 * Answers the trials of the file that is named. `size FORMAT`; `pack FORMAT values…`, where a value is the letter i
 * and an integer in two words and whether it is 2**64 more, f and the bits of a number in two words, or s and bytes
 * in hexadecimal; `unpack FORMAT data`. Formats are in hexadecimal.
 */
import { f64Bits, f64FromBits, type i32, type i64, i64ToU64, parseI32, print, readTextFile } from "@rts";
import { fromHex, toHex } from "../hex.ts";
import * as core from "./core.ts";
import { Kind, Status } from "./core.ts";

function word64(high: string, low: string): i64 {
  return (BigInt(parseI32(high)) * 4294967296n) | (BigInt(parseI32(low)) & 4294967295n);
}

/** Packs the value whose words begin at `at`. */
function packItem(run: core.Run, words: string[], at: i32, out: Uint8Array, offset: i32): Status {
  switch (words[at]) {
    case "i":
      if (run.kind === Kind.Bool) {
        core.packBool(parseI32(words[at + 2]) !== 0, out, offset);
        return Status.Ok;
      }
      return core.packInt(run, word64(words[at + 1], words[at + 2]), words[at + 3] === "1", out, offset);
    case "f":
      return core.packFloat(run, f64FromBits(word64(words[at + 1], words[at + 2])), out, offset);
    default: {
      const data = fromHex(words[at + 1]);
      if (run.kind === Kind.Pascal) core.packPascal(run, data, data.length, out, offset);
      else core.packBytes(run, data, data.length, out, offset);
      return Status.Ok;
    }
  }
}

function pack(layout: core.Layout, size: i32, words: string[]): string {
  const out = new Uint8Array(size);
  let at: i32 = 2;
  for (const run of layout.runs) {
    for (let i: i32 = 0; i < run.count; i++, at += 4) {
      const status = packItem(run, words, at, out, run.offset + i * run.size);
      if (status === Status.CodeRange) return core.rangeMessage(run);
      if (status !== Status.Ok) return core.MESSAGES[status];
    }
  }
  return toHex(out, size);
}

function unpackItem(run: core.Run, data: Uint8Array, at: i32): string {
  switch (run.kind) {
    case Kind.Signed:
      return `${core.unpackInt(run, data, at)}`;
    case Kind.Unsigned:
      return `${i64ToU64(core.unpackInt(run, data, at))}`;
    case Kind.Bool:
      return core.unpackBool(data, at) ? "True" : "False";
    case Kind.Float:
      return `${f64Bits(core.unpackFloat(run, data, at))}`;
    default: {
      const length: i32 = run.kind === Kind.Pascal ? core.pascalLength(run, data, at) : run.size;
      const from: i32 = run.kind === Kind.Pascal ? at + 1 : at;
      const bytes = new Uint8Array(length);
      for (let i = 0; i < length; i++) bytes[i] = data[from + i];
      return toHex(bytes, length);
    }
  }
}

function answer(line: string): string {
  const words = line.split(" ");
  const format = fromHex(words[1]);
  const layout = core.parseFormat(format, format.length);
  if (layout.status !== Status.Ok) return core.MESSAGES[layout.status];
  if (words[0] === "size") return `${layout.size}`;
  const size: i32 = parseI32(`${layout.size}`);
  if (words[0] === "pack") return pack(layout, size, words);
  const data = fromHex(words[2]), parts: string[] = [];
  for (const run of layout.runs) {
    for (let i: i32 = 0; i < run.count; i++) parts.push(unpackItem(run, data, run.offset + i * run.size));
  }
  return parts.join(" ");
}

export function main(args: string[]): i32 {
  for (const line of readTextFile(args[0]).split("\n")) if (line.length > 0) print(answer(line));
  return 0;
}
