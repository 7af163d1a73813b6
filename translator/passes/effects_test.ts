import { assert, assertEquals } from "@std/assert";
import { withFolder } from "../driver/testing.ts";
import { translate } from "../driver/translate.ts";

/** A trigger that collects, so that the collector calls itself through it. */
const COLLECTING_TRIGGER = `import { FinalizerQueue, gcCollect, type i32 } from "@rts";
class Thing {}
let runs: i32 = 0;
const queue = new FinalizerQueue<Thing>((): void => {
  runs++;
  gcCollect(1);
});

export function main(_args: string[]): i32 {
  queue.register(new Thing());
  gcCollect(1);
  return runs;
}
`;

Deno.test("functions of the collector never check the stack, even in a cycle of calls", async () => {
  await withFolder({ "main.ts": COLLECTING_TRIGGER }, async (folder) => {
    const collector: string[] = [];
    const others: string[] = [];
    await translate(`${folder}/main.ts`, { skipTypes: true, noCache: true }, {
      optimized(program) {
        const cyclic = program.functions.filter((func) => func.effects!.recursive);
        for (const { name } of cyclic) (name.startsWith("gc/") ? collector : others).push(name);
        const collect = program.functions.find(({ name }) => name === "gc/allocate:gcCollect");
        assert(collect?.effects?.raises, "the cycle through the trigger was not found");
      },
    });
    assertEquals(collector, []);
    assert(others.some((name) => name.startsWith("main:")), `only ${others} recursive`);
  });
});
