import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "../frontend/paths.ts";
import { Cache, type Made } from "./cache.ts";
import type { TranslateOptions } from "./options.ts";
import { runImage } from "./run.ts";
import { ECHO, ECHO_LIB, withFolder } from "./testing.ts";
import { translate } from "./translate.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));
/** Files made by a test are of now; the cache does not keep what changes while it translates. */
const PAST = Date.now() - 600_000;

interface Bench {
  readonly folder: string;
  readonly cache: string;
  /** Translations so far. */
  made(): number;
  run(options?: TranslateOptions): Promise<string>;
  write(name: string, text: string): void;
}

/** A program in a folder, and a cache of at most `most` images beside it. */
function withCache(work: (bench: Bench) => Promise<void>, most = 200): Promise<void> {
  return withFolder({}, async (folder) => {
    let made = 0;
    let writes = 0;
    const write = (name: string, text: string) => {
      Deno.writeTextFileSync(`${folder}/${name}`, text);
      const time = new Date(PAST + 1000 * writes++);
      Deno.utimeSync(`${folder}/${name}`, time, time);
    };
    write("main.ts", ECHO);
    write("lib.ts", ECHO_LIB);
    const cache = new Cache(ROOT, `${folder}/cache`, most);
    const run = async (options: TranslateOptions = {}) => {
      const make = (): Promise<Made> => {
        made++;
        return translate(`${folder}/main.ts`, options);
      };
      return runImage(await cache.image(`${folder}/main.ts`, options, make), ["a"], {}).stdout;
    };
    await work({ folder, cache: cache.folder, made: () => made, run, write });
  });
}

function images(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map((entry) => `${folder}/${entry.name}`).filter((name) =>
    name.endsWith(".rtsi")
  );
}

Deno.test("unchanged sources are translated once; each set of options has its image", () =>
  withCache(async ({ run, made }) => {
    assertEquals([await run(), await run(), made()], ["<a>\n", "<a>\n", 1]);
    await run({ profile: "debug" });
    assertEquals([await run({ profile: "debug" }), made()], ["<a>\n", 2]);
  }));

Deno.test("a change of an imported module is seen, at the same size too; going back finds the old image", () =>
  withCache(async ({ run, made, write }) => {
    await run();
    const changed = ECHO_LIB.replace("<", "[").replace(">", "]");
    write("lib.ts", changed);
    assertEquals([await run(), made()], ["[a]\n", 2]);
    write("lib.ts", ECHO_LIB);
    assertEquals([await run(), made()], ["<a>\n", 2]);
  }));

Deno.test("a file with a new time and old contents needs no translation", () =>
  withCache(async ({ folder, run, made }) => {
    await run();
    Deno.utimeSync(`${folder}/lib.ts`, new Date(), new Date());
    assertEquals([await run(), made()], ["<a>\n", 1]);
  }));

Deno.test("damaged images and manifests are made anew", () =>
  withCache(async ({ cache, run, made }) => {
    await run();
    const [image] = images(cache);
    const bytes = Deno.readFileSync(image);
    const damages = [
      bytes.subarray(0, bytes.length >> 1),
      new Uint8Array(0),
      bytes.map((b, i) => i === 900 ? ~b : b),
    ];
    for (const [i, damage] of damages.entries()) {
      Deno.writeFileSync(image, damage);
      assertEquals([await run(), made()], ["<a>\n", 2 + i]);
      assertEquals(Deno.readFileSync(image), bytes);
    }
    for (const entry of Deno.readDirSync(cache)) {
      if (entry.name.endsWith(".json")) Deno.writeTextFileSync(`${cache}/${entry.name}`, '{"files": 1');
    }
    assertEquals([await run(), made()], ["<a>\n", 5]);
  }));

Deno.test("a file that is edited during its translation is not kept", () =>
  withCache(async ({ folder, cache, run }) => {
    const soon = new Date(Date.now() + 60_000);
    Deno.utimeSync(`${folder}/lib.ts`, soon, soon);
    assertEquals([await run(), images(cache).length], ["<a>\n", 0]);
  }));

Deno.test("the oldest images go", () =>
  withCache(async ({ cache, run, write }) => {
    for (let i = 0; i < 5; i++) {
      write("lib.ts", ECHO_LIB + "// ".padEnd(4 + i, "x") + "\n");
      await run();
    }
    assertEquals(images(cache).length, 3);
  }, 3));

Deno.test("translations at the same time do not disturb each other, and leave nothing behind", () =>
  withCache(async ({ cache, run }) => {
    assertEquals(await Promise.all([run(), run(), run()]), ["<a>\n", "<a>\n", "<a>\n"]);
    assertEquals(images(cache).length, 1);
    assert([...Deno.readDirSync(cache)].every((entry) => !entry.name.endsWith(".tmp")));
  }));
