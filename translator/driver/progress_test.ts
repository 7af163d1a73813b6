import { assertEquals } from "@std/assert";
import { STAGES } from "./options.ts";
import { StageProgress } from "./progress.ts";

/** What is written when the stages begin at these milliseconds. */
function written(terminal: boolean, times: readonly number[]): string[] {
  const texts: string[] = [];
  let now = 0;
  const progress = new StageProgress("f.ts", { terminal, write: (text) => texts.push(text), now: () => now });
  times.forEach((time, i) => {
    now = time;
    progress.stage(STAGES[i]);
  });
  progress.finish();
  return texts;
}

Deno.test("a quick translation shows nothing", () => {
  assertEquals(written(true, [10, 50, 100]), []);
  assertEquals(written(false, [10, 500, 1900]), []);
});

Deno.test("piped: a line when two seconds have passed, and then not sooner", () => {
  assertEquals(written(false, [10, 2100, 2200, 4200]), ["f.ts: check (2.1 s)\n", "f.ts: prepare (4.2 s)\n"]);
});

Deno.test("on a terminal: a bar that is redrawn and taken away", () => {
  assertEquals(written(true, [10, 400, 500]), [
    "\r\x1b[K[###.....................] f.ts: check (0.4 s)",
    "\r\x1b[K[######..................] f.ts: evaluate and lower (0.5 s)",
    "\r\x1b[K",
  ]);
});
