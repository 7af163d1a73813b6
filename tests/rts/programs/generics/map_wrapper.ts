/** A generic class over Map, and a cache with a function for misses. */
import { type i32, print } from "@rts";
class Cache<K extends string, V> {
  private readonly entries: Map<string, V> = new Map<string, V>();
  misses: i32 = 0;
  constructor(private readonly make: (key: string) => V) {}
  get(key: K): V {
    if (!this.entries.has(key)) {
      this.misses++;
      this.entries.set(key, this.make(key));
    }
    return this.entries.get(key)!;
  }
}

export function main(_args: string[]): i32 {
  const lengths = new Cache<string, i32>((key: string): i32 => key.length);
  const lists = new Cache<string, string[]>((key: string): string[] => key.split(""));
  print(`${lengths.get("abc")} ${lengths.get("abc")} ${lengths.get("")} ${lengths.misses}`);
  lists.get("xyz").push("!");
  print(`${lists.get("xyz").join("-")} ${lists.misses}`);
  return 0;
}
