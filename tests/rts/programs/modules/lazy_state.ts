/** A module variable filled on first use, and a prebuilt object that grows. */
import { gcCollect, type i32, print } from "@rts";
class Registry {
  readonly names: string[] = ["builtin"];
  readonly ids: Map<string, i32> = new Map<string, i32>();
}
const REGISTRY: Registry = new Registry();
let cache: string[] | null = null;

function words(): string[] {
  if (cache === null) {
    cache = [];
    for (const n of REGISTRY.names) cache.push(n.toUpperCase());
  }
  return cache;
}

function register(name: string): i32 {
  if (REGISTRY.ids.has(name)) return REGISTRY.ids.get(name)!;
  const id = REGISTRY.names.length;
  REGISTRY.names.push(name);
  REGISTRY.ids.set(name, id);
  return id;
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 200; i++) register(`name ${i % 120}`);
  print(`${REGISTRY.names.length} ${REGISTRY.ids.size} ${register("name 7")} ${register("new")}`);
  print(`${words().length} ${words()[121]} ${words() === words()}`);
  gcCollect(1);
  print(`${REGISTRY.names[50]} ${words()[0]}`);
  return 0;
}
