/** The class `traceback`. */
import { typeError, typeName, valueError } from "../objspace/errors.ts";
import { newInt32 } from "../objspace/int.ts";
import { listOf } from "../objspace/list.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { internRts } from "../objspace/str/intern.ts";
import { W_Traceback } from "../objspace/traceback.ts";
import { intArgument } from "../objspace/truth.ts";
import { define } from "../objspace/typedef.ts";
import { tracebackType } from "../objspace/types.ts";
import { PyFrame } from "./frame.ts";
import type { FixedArray } from "@rts";

const ATTRIBUTES: W_Root[] = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map((name) => internRts(name));

function traceback(w_self: W_Root): W_Traceback {
  return w_self as W_Traceback;
}

function nextOf(w_next: W_Root): W_Traceback | null {
  if (w_next instanceof W_Traceback) return w_next;
  if (w_next === w_None) return null;
  throw typeError(`expected traceback object or None, got '${typeName(w_next)}'`);
}

function tracebackNew(scope: FixedArray<W_Root>): W_Root {
  const w_frame = scope[2];
  if (!(w_frame instanceof PyFrame)) {
    throw typeError(`TracebackType() argument 'tb_frame' must be frame, not ${typeName(w_frame)}`);
  }
  const lasti = intArgument(scope[3]);
  const lineno = intArgument(scope[4]);
  const w_traceback = new W_Traceback(nextOf(scope[1]), w_frame, lasti);
  w_traceback.lineno = lineno;
  return w_traceback;
}

function setNext(w_self: W_Root, w_next: W_Root): W_Root {
  const w_new = nextOf(w_next);
  let w_link: W_Traceback | null = w_new;
  while (w_link !== null) {
    if (w_link === w_self) throw valueError("traceback loop detected");
    w_link = w_link.w_next;
  }
  traceback(w_self).w_next = w_new;
  return w_None;
}

function deleteNext(_w_self: W_Root): W_Root {
  throw typeError("can't delete tb_next attribute");
}

function getLine(w_self: W_Root): W_Root {
  const line = traceback(w_self).line();
  return line < 0 ? w_None : newInt32(line);
}

define(tracebackType, {
  doc: "A level of the frames that an exception passed through.",
  textSignature: "(tb_next, tb_frame, tb_lasti, tb_lineno)",
  new: { signature: "($type, tb_next, tb_frame, tb_lasti, tb_lineno)", scope: tracebackNew },
  methods: { __dir__: ["($self, /)", (_w_self: W_Root): W_Root => listOf(ATTRIBUTES)] },
  members: {
    tb_frame: [(w_self: W_Root): W_Root => traceback(w_self).frame],
    tb_lasti: [(w_self: W_Root): W_Root => newInt32(traceback(w_self).lasti)],
    tb_lineno: [getLine],
  },
  getsets: {
    tb_next: [(w_self: W_Root): W_Root => traceback(w_self).w_next ?? w_None, setNext, deleteNext],
  },
});
