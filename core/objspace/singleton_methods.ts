/** The classes of None, NotImplemented and Ellipsis. */
import type { FixedArray } from "@rts";
import type { W_Dict } from "./dict.ts";
import { typeError } from "./errors.ts";
import { w_False, w_True } from "./int.ts";
import type { W_Root } from "./root.ts";
import { w_Ellipsis, w_None, w_NotImplemented } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";
import type { W_Tuple } from "./tuple.ts";
import { define } from "./typedef.ts";
import { ellipsisType, noneType, notImplementedType } from "./types.ts";
import { warnDeprecated } from "./warn.ts";

const NEW = "($type, /, *args, **kwargs)";
const s_none: W_Str = internRts("None");
const s_notImplemented: W_Str = internRts("NotImplemented");
const s_ellipsis: W_Str = internRts("Ellipsis");

/** Throws TypeError when the class of a singleton is called with arguments. */
function refuseArguments(scope: FixedArray<W_Root>, name: string): void {
  if ((scope[1] as W_Tuple).items.length === 0 && (scope[2] as W_Dict).length === 0) return;
  throw typeError(`${name} takes no arguments`);
}

define(noneType, {
  new: {
    signature: NEW,
    scope: (scope: FixedArray<W_Root>): W_Root => {
      refuseArguments(scope, "NoneType");
      return w_None;
    },
  },
  methods: {
    __repr__: ["($self, /)", (_w_self: W_Root): W_Root => s_none],
    __bool__: ["($self, /)", (_w_self: W_Root): W_Root => w_False],
  },
});

/** Truth of NotImplemented: a mistake nearly always, so it warns. */
function notImplementedBool(_w_self: W_Root): W_Root {
  warnDeprecated("NotImplemented should not be used in a boolean context");
  return w_True;
}

define(notImplementedType, {
  new: {
    signature: NEW,
    scope: (scope: FixedArray<W_Root>): W_Root => {
      refuseArguments(scope, "NotImplementedType");
      return w_NotImplemented;
    },
  },
  methods: {
    __repr__: ["($self, /)", (_w_self: W_Root): W_Root => s_notImplemented],
    __bool__: ["($self, /)", notImplementedBool],
    __reduce__: ["($self, /)", (_w_self: W_Root): W_Root => s_notImplemented],
  },
});

define(ellipsisType, {
  new: {
    signature: NEW,
    scope: (scope: FixedArray<W_Root>): W_Root => {
      refuseArguments(scope, "EllipsisType");
      return w_Ellipsis;
    },
  },
  methods: {
    __repr__: ["($self, /)", (_w_self: W_Root): W_Root => s_ellipsis],
    __reduce__: ["($self, /)", (_w_self: W_Root): W_Root => s_ellipsis],
  },
});
