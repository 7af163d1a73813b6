/** Unicode character names, as far as a source uses them: asked of CPython, since the platform knows none. */
import type { Oracle } from "./oracle.ts";

/** A lookup of the names that stand in `\N{…}` in `source`. */
export async function nameLookup(
  oracle: Oracle,
  source: Uint8Array | string,
): Promise<(name: string) => number | null> {
  const text = typeof source === "string" ? source : new TextDecoder().decode(source);
  const names = [...new Set(Array.from(text.matchAll(/\\N\{([^}]*)\}/g), (match) => match[1]!))];
  const points = names.length > 0 ? (await oracle.ask({ names })).points! : [];
  const table = new Map(names.map((name, i) => [name, points[i]!]));
  return (name) => table.get(name) ?? null;
}
