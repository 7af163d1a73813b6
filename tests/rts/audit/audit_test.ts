/** A part of the audit's corpus, for it takes minutes; `RTS_AUDIT=all` judges all of it. */
import { assert, assertEquals } from "@std/assert";
import { judge } from "./audit.ts";
import { readCorpus } from "./corpus.ts";

/** Of so many programs, one is judged. */
const STRIDE = Deno.env.get("RTS_AUDIT") === "all" ? 1 : 12;

Deno.test("broken programs give diagnostics, others do the same translated", async () => {
  const corpus = readCorpus();
  assert(corpus.length >= 500, `${corpus.length} programs`);
  assertEquals(new Set(corpus.map(({ name }) => name)).size, corpus.length, "a name appears twice");
  const verdicts = await judge(corpus.filter((_, i) => i % STRIDE === 0));
  assertEquals(verdicts.filter(({ problem }) => problem !== null), []);
});
