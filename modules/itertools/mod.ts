/** The module `itertools`: iterators that combine, select and group what other iterators give. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { chainType } from "./chain.ts";
import { countType } from "./count.ts";
import { isliceType } from "./islice.ts";
import { productType } from "./product.ts";
import { repeatType } from "./repeat.ts";
import { starmapType } from "./starmap.ts";

defineModule("itertools", {
  doc: "Iterators that combine, select and group what other iterators give.",
  constants: {
    chain: chainType,
    count: countType,
    islice: isliceType,
    product: productType,
    repeat: repeatType,
    starmap: starmapType,
  },
});
