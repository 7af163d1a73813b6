/**
 * Arguments and variables as Python has them: bytes that are not UTF-8 become lone surrogates (PEP 383), where Deno
 * would replace or refuse them.
 */
import type { Os } from "../host/os/calls.ts";
import { splitNul } from "../host/os/libc.ts";

const REPLACEMENT = "\ufffd";
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Length of the UTF-8 sequence at `at`, by its first byte; 0 when none starts with it. */
function sequenceLength(first: number): number {
  return first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

/** Text of bytes, as `os.fsdecode` makes it. */
export function fsdecode(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return fsdecodeSlowly(bytes);
  }
}
function fsdecodeSlowly(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]);
    try {
      if (length === 0) throw new TypeError();
      text += strict.decode(bytes.subarray(at, at + length));
      at += length;
    } catch {
      text += String.fromCharCode(0xdc00 + bytes[at++]);
    }
  }
  return text;
}

/** The last `args.length` arguments of the process; `args` themselves where they are plain, or nobody knows better. */
export function exactArguments(args: readonly string[]): readonly string[] {
  if (!args.some((arg) => arg.includes(REPLACEMENT))) return args;
  try {
    return splitNul(Deno.readFileSync("/proc/self/cmdline")).slice(-args.length).map(fsdecode);
  } catch {
    return args;
  }
}

/** The variables of the process; only names in ASCII can be asked for. */
export function exactVariables(os: Os): (name: string) => string | undefined {
  let all: Map<string, string> | null = null;
  const read = (): Map<string, string> => {
    if (os.environment() < 0) return new Map();
    return new Map(
      splitNul(os.takePending()).map((bytes) => {
        const text = fsdecode(bytes);
        const end = text.indexOf("=", 1);
        return [text.slice(0, end), text.slice(end + 1)];
      }),
    );
  };
  return (name) => {
    try {
      return Deno.env.get(name);
    } catch { // not UTF-8
      return (all ??= read()).get(name);
    }
  };
}
