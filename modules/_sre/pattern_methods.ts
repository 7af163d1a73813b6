/** Methods of `re.Pattern` and of scanners. */
import { type i32, i32ToI64, type i64, newFixedArray, wrap64 } from "@rts";
import { getattr } from "../../core/objspace/attributes.ts";
import { BufferFlag } from "../../core/objspace/buffer.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";
import { identicalOrEqual } from "../../core/objspace/compare.ts";
import { hash64 } from "../../core/objspace/bigint/mod.ts";
import { overflowError } from "../../core/objspace/errors.ts";
import { hash } from "../../core/objspace/hash.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import { newMappingProxy } from "../../core/objspace/mappingproxy.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_NotImplemented } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { repr } from "../../core/objspace/text.ts";
import { clampI32, index } from "../../core/objspace/truth.ts";
import { newTuple, newTuple2 } from "../../core/objspace/tuple.ts";
import { TypeFlag } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import {
  Mode,
  patternType,
  runMatcher,
  scannerType,
  Search,
  W_MatchIterator,
  W_Pattern,
  W_Scanner,
} from "./pattern.ts";
import { isText } from "./subjects.ts";
import { substitute, substitutions } from "./substitute.ts";

const s_search: W_Str = internRts("search");
const self = (w_self: W_Root): W_Pattern => w_self as W_Pattern;

/** A count or a place: a `Py_ssize_t`, cut to what strings can have. Throws TypeError, OverflowError. */
function place(w_number: W_Root): i32 {
  const w_int = index(w_number);
  if (!w_int.fitsI64()) throw overflowError("Python int too large to convert to C ssize_t");
  return clampI32(w_int.asI64());
}

// --- one match ---

function once(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root, mode: i32): W_Root {
  const search = new Search(self(w_self), w_string, place(w_pos), place(w_endpos), BufferFlag.Simple);
  try {
    return runMatcher(search.matcher, mode) ? search.match() : w_None;
  } finally {
    search.release();
  }
}

function match(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root): W_Root {
  return once(w_self, w_string, w_pos, w_endpos, Mode.Match);
}
function fullmatch(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root): W_Root {
  return once(w_self, w_string, w_pos, w_endpos, Mode.Fullmatch);
}
function searchFirst(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root): W_Root {
  return once(w_self, w_string, w_pos, w_endpos, Mode.Search);
}

// --- all matches ---

/** What `findall` shows of a match: the whole of it, its only group, or a tuple of its groups. */
function found(search: Search, groups: i32): W_Root {
  if (groups <= 1) return search.group(groups);
  const items = newFixedArray<W_Root>(groups, w_None);
  for (let i: i32 = 0; i < groups; i++) items[i] = search.group(i + 1);
  return newTuple(items);
}

function findall(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root): W_Root {
  const search = new Search(self(w_self), w_string, place(w_pos), place(w_endpos), BufferFlag.Simple);
  const groups = search.matcher.program.groups;
  const w_list = newEmptyList(0);
  try {
    while (search.next(Mode.Search)) {
      w_list.append(found(search, groups));
      search.advance();
    }
  } finally {
    search.release();
  }
  return w_list;
}

function scanner(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root): W_Root {
  return new W_Scanner(self(w_self), w_string, place(w_pos), place(w_endpos));
}

function finditer(w_self: W_Root, w_string: W_Root, w_pos: W_Root, w_endpos: W_Root): W_Root {
  const w_scanner = new W_Scanner(self(w_self), w_string, place(w_pos), place(w_endpos));
  return new W_MatchIterator(getattr(w_scanner, s_search), w_scanner);
}

function split(w_self: W_Root, w_string: W_Root, w_maxsplit: W_Root): W_Root {
  const limit = place(w_maxsplit);
  const search = new Search(self(w_self), w_string, 0, 0x7fffffff, BufferFlag.Simple);
  try {
    return splitAll(search, limit);
  } finally {
    search.release();
  }
}

function splitAll(search: Search, limit: i32): W_Root {
  const matcher = search.matcher;
  const w_list = newEmptyList(0);
  let last: i32 = 0;
  for (let count: i32 = 0; (limit === 0 || count < limit) && search.next(Mode.Search); count++) {
    w_list.append(search.slice(last, matcher.start));
    for (let i: i32 = 1; i <= matcher.program.groups; i++) {
      w_list.append(matcher.groupStart(i) < 0 ? w_None : search.group(i));
    }
    last = matcher.ptr;
    search.advance();
  }
  w_list.append(search.slice(last, matcher.end));
  return w_list;
}

function sub(w_self: W_Root, w_template: W_Root, w_string: W_Root, w_count: W_Root): W_Root {
  return substitute(self(w_self), w_template, w_string, place(w_count));
}
function subn(w_self: W_Root, w_template: W_Root, w_string: W_Root, w_count: W_Root): W_Root {
  const w_result = substitute(self(w_self), w_template, w_string, place(w_count));
  return newTuple2(w_result, newInt32(substitutions()));
}

// --- the object ---

const UNICODE: i32 = 32;
/** The flags that decide how texts are read: `re.UNICODE` alone goes without saying for them. */
const TEXT_FLAGS: i32 = 4 | UNICODE | 256;
const FLAG_BITS: i32[] = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const FLAG_NAMES: string[] = [
  "re.TEMPLATE",
  "re.IGNORECASE",
  "re.LOCALE",
  "re.MULTILINE",
  "re.DOTALL",
  "re.UNICODE",
  "re.VERBOSE",
  "re.DEBUG",
  "re.ASCII",
];
/** So many characters of a pattern are shown. */
const SHOWN: i32 = 200;

function flagsText(flags: i32): string {
  let text = "";
  let rest = flags;
  for (let i: i32 = 0; i < FLAG_BITS.length; i++) {
    if ((rest & FLAG_BITS[i]) === 0) continue;
    text = text === "" ? FLAG_NAMES[i] : `${text}|${FLAG_NAMES[i]}`;
    rest &= ~FLAG_BITS[i];
  }
  if (rest === 0) return text;
  const unknown = `0x${rest.toString(16)}`;
  return text === "" ? unknown : `${text}|${unknown}`;
}

function patternRepr(w_self: W_Root): W_Root {
  const w_re = self(w_self);
  let flags = w_re.flags;
  if (isText(w_re.w_pattern) && (flags & TEXT_FLAGS) === UNICODE) flags &= ~UNICODE;
  const w_shown = repr(w_re.w_pattern);
  const shown = (w_shown.length > SHOWN ? w_shown.substring(0, SHOWN) : w_shown).toRts();
  return fromRts(flags === 0 ? `re.compile(${shown})` : `re.compile(${shown}, ${flagsText(flags)})`);
}

function patternHash(w_self: W_Root): W_Root {
  const w_re = self(w_self);
  const code = w_re.program.code;
  let mixed: i64 = 7n;
  for (let i: i32 = 0; i < code.length; i++) mixed = wrap64(mixed * 1000003n) ^ i32ToI64(code[i]);
  return newInt(hash64(mixed ^ hash(w_re.w_pattern) ^ i32ToI64(w_re.flags)));
}

function sameCode(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i: i32 = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function isSame(a: W_Pattern, b: W_Pattern): boolean {
  return a === b ||
    (a.flags === b.flags && isText(a.w_pattern) === isText(b.w_pattern) &&
      sameCode(a.program.code, b.program.code) && identicalOrEqual(a.w_pattern, b.w_pattern));
}

function patternEq(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Pattern ? newBool(isSame(self(w_a), w_b)) : w_NotImplemented;
}
function patternNe(w_a: W_Root, w_b: W_Root): W_Root {
  return w_b instanceof W_Pattern ? newBool(!isSame(self(w_a), w_b)) : w_NotImplemented;
}
function identity(w_self: W_Root): W_Root {
  return w_self;
}
function identityDeep(w_self: W_Root, _w_memo: W_Root): W_Root {
  return w_self;
}

define(patternType, {
  doc: "Compiled regular expression object.",
  flags: TypeFlag.NoNew | TypeFlag.Weakrefs,
  methods: {
    match: ["($self, /, string, pos=0, endpos=sys.maxsize)", match, "A match at the beginning, or None."],
    fullmatch: ["($self, /, string, pos=0, endpos=sys.maxsize)", fullmatch, "A match of all, or None."],
    search: ["($self, /, string, pos=0, endpos=sys.maxsize)", searchFirst, "The first match, or None."],
    sub: ["($self, /, repl, string, count=0)", sub, "The string with matches replaced."],
    subn: ["($self, /, repl, string, count=0)", subn, "The string with matches replaced, and their number."],
    findall: ["($self, /, string, pos=0, endpos=sys.maxsize)", findall, "A list of all matches."],
    split: ["($self, /, string, maxsplit=0)", split, "A list of what is between the matches."],
    finditer: ["($self, /, string, pos=0, endpos=sys.maxsize)", finditer, "An iterator over all matches."],
    scanner: ["($self, /, string, pos=0, endpos=sys.maxsize)", scanner],
    __copy__: ["($self, /)", identity],
    __deepcopy__: ["($self, memo, /)", identityDeep],
    __repr__: ["($self, /)", patternRepr],
    __hash__: ["($self, /)", patternHash],
    __eq__: ["($self, value, /)", patternEq],
    __ne__: ["($self, value, /)", patternNe],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    pattern: [(w_self: W_Root): W_Root => self(w_self).w_pattern, null, null, "The text of the pattern."],
    flags: [(w_self: W_Root): W_Root => newInt32(self(w_self).flags), null, null, "The flags."],
    groups: [
      (w_self: W_Root): W_Root => newInt32(self(w_self).program.groups),
      null,
      null,
      "The number of groups.",
    ],
  },
  getsets: {
    groupindex: [
      (w_self: W_Root): W_Root => newMappingProxy(self(w_self).w_groupindex),
      null,
      null,
      "A mapping of the names of groups to their numbers.",
    ],
  },
});

define(scannerType, {
  flags: TypeFlag.NoNew,
  methods: {
    match: ["($self, /)", (w_self: W_Root): W_Root => (w_self as W_Scanner).next(Mode.Match)],
    search: ["($self, /)", (w_self: W_Root): W_Root => (w_self as W_Scanner).next(Mode.Search)],
  },
  members: { pattern: [(w_self: W_Root): W_Root => (w_self as W_Scanner).w_re] },
});
