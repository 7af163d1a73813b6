/** Runs the oracle, CPython 3.10, for differential tests. */
import { dumps, int, list, loads, type MarshalValue, NONE, str, tuple } from "../marshal/mod.ts";

/** One question: a source text, a file (then without a mode), or marshalled data. */
export interface OracleRequest {
  source: string;
  mode: "exec" | "eval" | "single" | "symtable" | "marshal" | "names" | null;
  data?: Uint8Array;
  flags?: number;
  optimize?: number;
}

/** What CPython made of it. `tree` is None where the source does not parse. */
export interface OracleAnswer {
  status: string;
  tree: MarshalValue;
  result: MarshalValue;
  warnings: MarshalValue;
}

/** The path of CPython 3.10, or null where there is none. */
export function findPython310(): string | null {
  for (const candidate of [pyenvPython(), "python3.10"]) {
    if (candidate !== null && isCPython310(candidate)) return candidate;
  }
  return null;
}

function output(command: string, args: string[]): string | null {
  try {
    const result = new Deno.Command(command, { args, stderr: "null" }).outputSync();
    return result.success ? new TextDecoder().decode(result.stdout).trim() : null;
  } catch {
    return null;
  }
}

function pyenvPython(): string | null {
  const prefix = output("pyenv", ["prefix", "3.10.13"]);
  return prefix === null ? null : `${prefix}/bin/python3.10`;
}

function isCPython310(command: string): boolean {
  const program = "import sys; print(sys.implementation.name, *sys.version_info[:2])";
  return output(command, ["-c", program]) === "cpython 3 10";
}

/** Asks all questions in one process. */
export async function askOracle(python: string, requests: OracleRequest[]): Promise<OracleAnswer[]> {
  const script = new URL("./oracle.py", import.meta.url).pathname;
  const child = new Deno.Command(python, { args: [script], stdin: "piped", stdout: "piped" }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(dumps(list(requests.map(requestValue))));
  await writer.close();
  const { stdout } = await child.output();
  return splitAnswers(stdout);
}

function requestValue(request: OracleRequest): MarshalValue {
  const mode = request.mode === null ? NONE : str(request.mode);
  const source: MarshalValue = request.data ? { type: "bytes", value: request.data } : str(request.source);
  return tuple(source, mode, int(request.flags ?? 0), int(request.optimize ?? 0));
}

function splitAnswers(bytes: Uint8Array): OracleAnswer[] {
  const answers: OracleAnswer[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length;) {
    const size = view.getUint32(at, true);
    const value = loads(bytes.subarray(at + 4, at + 4 + size));
    if (value.type !== "tuple") throw new Error("the oracle answered out of turn");
    const [status, tree, result, warnings] = value.items;
    if (status?.type !== "str") throw new Error("the oracle answered out of turn");
    answers.push({ status: status.value, tree: tree!, result: result!, warnings: warnings! });
    at += 4 + size;
  }
  return answers;
}
