/** The module `_functools`: what `functools` needs quick. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { cmpToKey } from "./cmp_to_key.ts";
import { lruCacheType } from "./lru_cache.ts";
import { partialType } from "./partial.ts";
import { reduce } from "./reduce.ts";

defineModule("_functools", {
  doc: "Tools that operate on functions.",
  functions: {
    reduce: [
      "(function, sequence, initial=<unset>, /)",
      reduce,
      "Combines the elements of an iterable from left to right with a function of two arguments.",
    ],
    cmp_to_key: ["(mycmp)", cmpToKey, "Turns a comparison function into a key function."],
  },
  constants: { partial: partialType, _lru_cache_wrapper: lruCacheType },
});
