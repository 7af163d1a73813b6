/** The module `itertools`: iterators that combine, select and group what other iterators give. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { accumulateType } from "./accumulate.ts";
import { chainType } from "./chain.ts";
import { combinationsType, replacementType } from "./combinations.ts";
import { compressType } from "./compress.ts";
import { countType } from "./count.ts";
import { cycleType } from "./cycle.ts";
import { groupbyType, grouperType } from "./groupby.ts";
import { isliceType } from "./islice.ts";
import { pairwiseType } from "./pairwise.ts";
import { permutationsType } from "./permutations.ts";
import { dropwhileType, filterfalseType, takewhileType } from "./predicates.ts";
import { productType } from "./product.ts";
import { repeatType } from "./repeat.ts";
import { starmapType } from "./starmap.ts";
import { tee, teeBlockType, teeType } from "./tee.ts";
import { zipLongestType } from "./zip_longest.ts";

defineModule("itertools", {
  doc: "Iterators that combine, select and group what other iterators give.",
  functions: {
    tee: ["(iterable, n=2, /)", tee, "A tuple of n independent iterators over one iterable."],
  },
  constants: {
    accumulate: accumulateType,
    chain: chainType,
    combinations: combinationsType,
    combinations_with_replacement: replacementType,
    compress: compressType,
    count: countType,
    cycle: cycleType,
    dropwhile: dropwhileType,
    filterfalse: filterfalseType,
    groupby: groupbyType,
    islice: isliceType,
    pairwise: pairwiseType,
    permutations: permutationsType,
    product: productType,
    repeat: repeatType,
    starmap: starmapType,
    takewhile: takewhileType,
    zip_longest: zipLongestType,
    _grouper: grouperType,
    _tee: teeType,
    _tee_dataobject: teeBlockType,
  },
});
