/** The interpreters that `bench python` compares: ours and what it finds on the machine. */
import { findCPython, findPypy } from "../../tests/python/interpreters.ts";

/** An interpreter and how to start it. */
export interface Peer {
  readonly name: string;
  readonly command: readonly string[];
}

/** A peer by name, or why there is none. */
export type Found = Peer | { readonly name: string; readonly missing: string };

/** What runs when no `--peers` are named. Ratios are against the first CPython among them. */
export const DEFAULT_PEERS = ["ours", "pypy3-nojit", "pypy3", "python3.11", "python3.10"];

function runs(command: string): boolean {
  try {
    return new Deno.Command(command, { args: ["-c", "pass"], stdout: "null", stderr: "null" }).outputSync()
      .success;
  } catch {
    return false;
  }
}

/** Looks `name` up: `ours`, `ours-nojit`, `pypy3`, `pypy3-nojit`, `pythonX.Y`, or the path of an interpreter. */
export function findPeer(name: string): Found {
  const nojit = name.endsWith("-nojit");
  const base = nojit ? name.slice(0, -"-nojit".length) : name;
  const command = findCommand(base);
  if (command === null) return { name, missing: base === "ours" ? "./pypy is not built" : "not installed" };
  return { name, command: nojit ? [...command, "--jit", "off"] : command };
}

function findCommand(base: string): string[] | null {
  if (base === "ours") return findPypy();
  const version = /^python(3\.\d+)$/.exec(base)?.[1];
  if (version !== undefined) {
    const python = findCPython(version);
    return python === null ? null : [python];
  }
  return runs(base) ? [base] : null;
}
