/** Maps of maps, and counting words. */
import { type f64, type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  const graph = new Map<string, Set<string>>();
  const edges: string[] = ["a-b", "a-c", "b-c", "c-a", "a-b"];
  for (const edge of edges) {
    const ends = edge.split("-");
    if (!graph.has(ends[0])) graph.set(ends[0], new Set<string>());
    graph.get(ends[0])!.add(ends[1]);
  }
  for (const from of graph.keys()) {
    let line = from + ":";
    for (const to of graph.get(from)!) line += " " + to;
    print(line);
  }
  const counts = new Map<string, i32>();
  for (const w of "to be or not to be to".split(" ")) counts.set(w, (counts.get(w) ?? 0) + 1);
  for (const w of counts.keys()) print(`${w} ${counts.get(w)!}`);
  const inner = new Map<i32, Map<i32, f64>>();
  inner.set(1, new Map<i32, f64>());
  inner.get(1)!.set(2, 0.5);
  print(`${inner.get(1)!.get(2)!} ${inner.get(1)!.size}`);
  return 0;
}
