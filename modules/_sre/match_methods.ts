/** Methods of `re.Match`. */
import { type FixedArray, type i32, i64ToI32, newFixedArray } from "@rts";
import { importModule } from "../../core/interpreter/import_module.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { call3 } from "../../core/objspace/call.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { indexError } from "../../core/objspace/errors.ts";
import { newInt32, W_Integer } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { repr } from "../../core/objspace/text.ts";
import { hasIndex, index } from "../../core/objspace/truth.ts";
import { newTuple, newTuple2, type W_Tuple } from "../../core/objspace/tuple.ts";
import { TypeFlag } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { matchType, type W_Match } from "./pattern.ts";

const s_expand: W_Str = internRts("_expand");
const self = (w_self: W_Root): W_Match => w_self as W_Match;
/** So many characters of a match are shown. */
const SHOWN: i32 = 50;

/** The number of a group given by number or name. Throws IndexError. */
function groupNumber(w_match: W_Match, w_group: W_Root): i32 {
  const w_number = hasIndex(w_group) ? index(w_group) : w_match.w_re.w_groupindex.get(w_group);
  if (w_number instanceof W_Integer && w_number.fitsI64()) {
    const number = w_number.asI64();
    if (number >= 0n && number <= BigInt(w_match.w_re.program.groups)) return i64ToI32(number);
  }
  throw indexError("no such group");
}

function getitem(w_self: W_Root, w_group: W_Root): W_Root {
  return self(w_self).group(groupNumber(self(w_self), w_group), w_None);
}

function group(scope: FixedArray<W_Root>): W_Root {
  const w_match = self(scope[0]);
  const args = (scope[1] as W_Tuple).items;
  if (args.length === 0) return w_match.group(0, w_None);
  if (args.length === 1) return getitem(w_match, args[0]);
  const items = newFixedArray<W_Root>(args.length, w_None);
  for (let i: i32 = 0; i < args.length; i++) items[i] = getitem(w_match, args[i]);
  return newTuple(items);
}

function start(w_self: W_Root, w_group: W_Root): W_Root {
  return newInt32(self(w_self).spans[2 * groupNumber(self(w_self), w_group)]);
}
function end(w_self: W_Root, w_group: W_Root): W_Root {
  return newInt32(self(w_self).spans[2 * groupNumber(self(w_self), w_group) + 1]);
}

function spanOf(w_match: W_Match, i: i32): W_Root {
  return newTuple2(newInt32(w_match.spans[2 * i]), newInt32(w_match.spans[2 * i + 1]));
}
function span(w_self: W_Root, w_group: W_Root): W_Root {
  return spanOf(self(w_self), groupNumber(self(w_self), w_group));
}

function groups(w_self: W_Root, w_default: W_Root): W_Root {
  const w_match = self(w_self);
  const count = w_match.w_re.program.groups;
  const items = newFixedArray<W_Root>(count, w_default);
  for (let i: i32 = 0; i < count; i++) items[i] = w_match.group(i + 1, w_default);
  return newTuple(items);
}

function groupdict(w_self: W_Root, w_default: W_Root): W_Root {
  const w_match = self(w_self);
  const w_names = w_match.w_re.w_groupindex;
  const w_dict = new W_Dict();
  for (let place = w_names.next(0); place >= 0; place = w_names.next(place + 1)) {
    const w_name = w_names.keyAt(place);
    w_dict.set(w_name, w_match.group(groupNumber(w_match, w_name), w_default));
  }
  return w_dict;
}

function regs(w_self: W_Root): W_Root {
  const w_match = self(w_self);
  const count = w_match.spans.length >> 1;
  const items = newFixedArray<W_Root>(count, w_None);
  for (let i: i32 = 0; i < count; i++) items[i] = spanOf(w_match, i);
  return newTuple(items);
}

function expand(w_self: W_Root, w_template: W_Root): W_Root {
  const w_expand = getattr(importModule("re"), s_expand);
  return call3(w_expand, self(w_self).w_re, w_self, w_template);
}

function matchRepr(w_self: W_Root): W_Root {
  const w_match = self(w_self);
  const w_shown = repr(w_match.group(0, w_None));
  const shown = (w_shown.length > SHOWN ? w_shown.substring(0, SHOWN) : w_shown).toRts();
  return fromRts(`<re.Match object; span=(${w_match.spans[0]}, ${w_match.spans[1]}), match=${shown}>`);
}

function lastindex(w_self: W_Root): W_Root {
  const last = self(w_self).lastindex;
  return last < 0 ? w_None : newInt32(last);
}
function lastgroup(w_self: W_Root): W_Root {
  const names = self(w_self).w_re.w_indexgroup.items;
  const last = self(w_self).lastindex;
  return last < 0 || last >= names.length ? w_None : names[last];
}

define(matchType, {
  doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
  flags: TypeFlag.NoNew,
  methods: {
    group: { signature: "($self, /, *args)", scope: group, doc: "One group or several, by number or name." },
    start: ["($self, group=0, /)", start, "Where a group starts."],
    end: ["($self, group=0, /)", end, "Where a group ends."],
    span: ["($self, group=0, /)", span, "Where a group starts and ends."],
    groups: ["($self, /, default=None)", groups, "All groups."],
    groupdict: ["($self, /, default=None)", groupdict, "All groups that have names."],
    expand: ["($self, /, template)", expand, "The template with its references filled in."],
    __copy__: ["($self, /)", (w_self: W_Root): W_Root => w_self],
    __deepcopy__: ["($self, memo, /)", (w_self: W_Root, _w_memo: W_Root): W_Root => w_self],
    __getitem__: ["($self, key, /)", getitem],
    __repr__: ["($self, /)", matchRepr],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    string: [(w_self: W_Root): W_Root => self(w_self).w_string, null, null, "The string searched."],
    re: [(w_self: W_Root): W_Root => self(w_self).w_re, null, null, "The pattern."],
    pos: [(w_self: W_Root): W_Root => newInt32(self(w_self).pos), null, null, "Where the search began."],
    endpos: [(w_self: W_Root): W_Root => newInt32(self(w_self).endpos), null, null, "Where it ended."],
  },
  getsets: {
    lastindex: [lastindex, null, null, "The number of the group that matched last."],
    lastgroup: [lastgroup, null, null, "The name of the group that matched last."],
    regs: [regs],
  },
});
