/** temporary */
import type { FixedArray } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import type { W_Type } from "../../core/objspace/type.ts";
const refType: W_Type = moduleClass("ref0", "weakref");
class W_Ref extends W_Root {
  constructor(readonly w: W_Root) {
    super();
  }
  override typeOf(): W_Type {
    return refType;
  }
}
define(refType, {
  new: { signature: "($cls, obj, cb=None)", scope: (s: FixedArray<W_Root>): W_Root => new W_Ref(s[1]) },
  methods: {
    __call__: ["($self, /)", (w: W_Root): W_Root => (w as W_Ref).w],
  },
});
defineModule("_weakref", { functions: {}, constants: { ref: refType } });
defineModule("_warnings", { functions: {} });
