/** `operator.attrgetter`: a callable that fetches attributes, dotted names among them. */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { type } from "../../core/objspace/call.ts";
import { typeError } from "../../core/objspace/errors.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Object } from "../../core/objspace/object.ts";
import { enterRepr, leaveRepr } from "../../core/objspace/repr_guard.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { StrBuilder } from "../../core/objspace/str/builder.ts";
import { intern } from "../../core/objspace/str/intern.ts";
import { EMPTY, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { repr } from "../../core/objspace/text.ts";
import { newTuple, newTuple2 } from "../../core/objspace/tuple.ts";
import { fullTypeName } from "../../core/objspace/type_names.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { onlyArgument } from "./only_argument.ts";

export const attrgetterType: W_Type = moduleClass("attrgetter", "operator");
const DOT: i32 = 46;

export class W_AttrGetter extends W_Object {
  /** The names as given. */
  readonly names: FixedArray<W_Root>;
  /** The interned parts of each name. */
  readonly paths: FixedArray<FixedArray<W_Str>>;

  constructor(map: InstanceMap, names: FixedArray<W_Root>, paths: FixedArray<FixedArray<W_Str>>) {
    super(map);
    this.names = names;
    this.paths = paths;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    return this.fetch(onlyArgument("attrgetter", args, base, count, names));
  }

  fetch(w_obj: W_Root): W_Root {
    const paths = this.paths;
    if (paths.length === 1) return follow(w_obj, paths[0]);
    const items = newFixedArray<W_Root>(paths.length, w_None);
    for (let i: i32 = 0; i < paths.length; i++) items[i] = follow(w_obj, paths[i]);
    return newTuple(items);
  }
}

function follow(w_obj: W_Root, path: FixedArray<W_Str>): W_Root {
  let w_value = w_obj;
  for (let i: i32 = 0; i < path.length; i++) w_value = getattr(w_value, path[i]);
  return w_value;
}

define(attrgetterType, {
  doc: "attrgetter(name, ...): a callable that gives these attributes of its argument; names may have dots.",
  new: { signature: "($type, /, *args, **kwargs)", scope: attrgetterNew },
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: attrgetterCall },
    __repr__: ["($self, /)", attrgetterRepr],
    __reduce__: ["($self, /)", reduce, "What pickling stores."],
  },
});

function attrgetterNew(scope: FixedArray<W_Root>): W_Root {
  const names = positionalOf(scope);
  if (keywordsOf(scope).length > 0) throw typeError("attrgetter() takes no keyword arguments");
  if (names.length === 0) throw typeError("attrgetter expected 1 argument, got 0");
  const paths = newFixedArray<FixedArray<W_Str>>(names.length, NO_PATH);
  for (let i: i32 = 0; i < names.length; i++) {
    const w_name = names[i];
    if (!(w_name instanceof W_Str)) throw typeError("attribute name must be a string");
    paths[i] = pathOf(w_name.plain());
  }
  return new W_AttrGetter((scope[0] as W_Type).instanceMap, names, paths);
}

const NO_PATH: FixedArray<W_Str> = newFixedArray<W_Str>(0, EMPTY);

/** The parts of a name between its dots, interned. */
function pathOf(name: W_Str): FixedArray<W_Str> {
  let dots: i32 = 0;
  for (let i: i32 = 0; i < name.length; i++) if (name.charAt(i) === DOT) dots++;
  const path = newFixedArray<W_Str>(dots + 1, EMPTY);
  let from: i32 = 0;
  for (let part: i32 = 0; part <= dots; part++) {
    let to = from;
    while (to < name.length && name.charAt(to) !== DOT) to++;
    path[part] = intern(name.substring(from, to));
    from = to + 1;
  }
  return path;
}

function attrgetterCall(scope: FixedArray<W_Root>): W_Root {
  const items = positionalOf(scope);
  if (keywordsOf(scope).length > 0) throw typeError("attrgetter() takes no keyword arguments");
  if (items.length !== 1) throw typeError(`attrgetter expected 1 argument, got ${items.length}`);
  return (scope[0] as W_AttrGetter).fetch(items[0]);
}

function attrgetterRepr(w_self: W_Root): W_Root {
  const self = w_self as W_AttrGetter;
  const name = fullTypeName(type(self));
  if (!enterRepr(self)) return fromRts(`${name}(...)`);
  const out = new StrBuilder();
  try {
    out.appendRts(`${name}(`);
    for (let i: i32 = 0; i < self.names.length; i++) {
      if (i > 0) out.appendRts(", ");
      out.appendStr(repr(self.names[i]));
    }
    out.appendRts(")");
  } finally {
    leaveRepr(self);
  }
  return out.build();
}

function reduce(w_self: W_Root): W_Root {
  return newTuple2(type(w_self), newTuple((w_self as W_AttrGetter).names));
}
