/**
 * What `functools.lru_cache` makes: a callable that remembers results by its arguments. With a bound, the entries
 * stand in a ring in order of use; the dict leads from keys to them.
 *
 * The wrapped function may call the cache again, and keys may run Python code when they are hashed and compared: the
 * dict is asked anew after each of these.
 */
import { arrayCopy, type FixedArray, type i32, i32ToI64, type i64, newFixedArray } from "@rts";
import { callWithDict } from "../../core/interpreter/calls.ts";
import { keywordsOf, positionalOf } from "../../core/objspace/call_arguments.ts";
import { call4, isCallable, type } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { typeError } from "../../core/objspace/errors.ts";
import { newInt, W_Int } from "../../core/objspace/int.ts";
import type { InstanceMap } from "../../core/objspace/map.ts";
import { W_Method } from "../../core/objspace/method.ts";
import { INSTANCE_DICT } from "../../core/objspace/object_methods.ts";
import { W_Instance, W_Object } from "../../core/objspace/object.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { Special } from "../../core/objspace/special.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { W_Str } from "../../core/objspace/str/wstr.ts";
import { hasIndex, isTrue, ssizeArgument } from "../../core/objspace/truth.ts";
import { newTuple } from "../../core/objspace/tuple.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass, objectType } from "../../core/objspace/types.ts";

export const lruCacheType: W_Type = moduleClass("_lru_cache_wrapper", "functools");
const s_qualname: W_Str = internRts("__qualname__");

/** Stands between positional arguments and keywords in keys. */
const KEYWORD_MARK: W_Root = new W_Instance(objectType.instanceMap);

/** An entry of the ring; never seen by Python code. */
class W_Link extends W_Root {
  w_key: W_Root = w_None;
  w_result: W_Root = w_None;
  previous: W_Link;
  next: W_Link;
  constructor() {
    super();
    this.previous = this;
    this.next = this;
  }
  override typeOf(): W_Type {
    return objectType;
  }

  /** Takes the entry out of its ring. */
  extract(): void {
    this.previous.next = this.next;
    this.next.previous = this.previous;
  }
  /** Puts the entry before `root`: it was used last. */
  appendTo(root: W_Link): void {
    const last = root.previous;
    last.next = this;
    this.previous = last;
    this.next = root;
    root.previous = this;
  }
}

export class W_LruCache extends W_Object {
  readonly w_function: W_Root;
  readonly w_infoType: W_Root;
  readonly typed: boolean;
  /** Most entries; -1 for no bound. */
  readonly maxsize: i64;
  readonly w_cache: W_Dict = new W_Dict();
  readonly root: W_Link = new W_Link();
  hits: i64 = 0n;
  misses: i64 = 0n;

  constructor(map: InstanceMap, w_function: W_Root, maxsize: i64, typed: boolean, w_infoType: W_Root) {
    super(map);
    this.w_function = w_function;
    this.maxsize = maxsize;
    this.typed = typed;
    this.w_infoType = w_infoType;
  }

  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    const w_type = this.map.w_type;
    if (w_type !== lruCacheType && w_type.special[Special.Call] !== lruCacheType.special[Special.Call]) {
      return super.vectorcall(args, base, count, names);
    }
    return this.lookUp(args, base, count, names);
  }

  /** The remembered result, or that of a call. */
  lookUp(args: FixedArray<W_Root | null>, base: i32, count: i32, names: FixedArray<W_Str> | null): W_Root {
    if (this.maxsize === 0n) {
      this.misses++;
      return this.w_function.vectorcall(args, base, count, names);
    }
    const w_key = makeKey(args, base, count, names, this.typed);
    const w_found = this.w_cache.get(w_key);
    if (w_found === null) return this.remember(w_key, args, base, count, names);
    this.hits++;
    if (this.maxsize < 0n) return w_found;
    const link = w_found as W_Link;
    link.extract();
    link.appendTo(this.root);
    return link.w_result;
  }

  private remember(
    w_key: W_Root,
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    this.misses++;
    const w_result = this.w_function.vectorcall(args, base, count, names);
    if (this.maxsize < 0n) this.w_cache.set(w_key, w_result);
    else this.store(w_key, w_result);
    return w_result;
  }

  /** Enters a result, in place of the entry used longest ago when all places are taken. */
  private store(w_key: W_Root, w_result: W_Root): void {
    if (this.w_cache.get(w_key) !== null) return;
    const root = this.root;
    if (i32ToI64(this.w_cache.length) < this.maxsize || root.next === root) {
      this.enter(new W_Link(), w_key, w_result);
      return;
    }
    const oldest = root.next;
    oldest.extract();
    // Without it in the dict, the entry was removed meanwhile: the result is not kept.
    if (this.w_cache.delete(oldest.w_key) !== null) this.enter(oldest, w_key, w_result);
  }

  private enter(link: W_Link, w_key: W_Root, w_result: W_Root): void {
    link.w_key = w_key;
    link.w_result = w_result;
    this.w_cache.set(w_key, link);
    link.appendTo(this.root);
  }

  clear(): void {
    this.hits = 0n;
    this.misses = 0n;
    this.w_cache.clear();
    const root = this.root;
    root.previous = root;
    root.next = root;
  }
}

/**
 * What stands for a call in the cache: a single plain int or string itself, otherwise a tuple of the arguments,
 * keywords after a mark, and all classes where they count.
 */
function makeKey(
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
  typed: boolean,
): W_Root {
  if (!typed && names === null) {
    if (count === 1) {
      const w_only = args[base]!;
      if (w_only instanceof W_Int || (w_only instanceof W_Str && w_only.getMap() === null)) return w_only;
    }
    const items = newFixedArray<W_Root>(count, w_None);
    for (let i: i32 = 0; i < count; i++) items[i] = args[base + i]!;
    return newTuple(items);
  }
  const keywords: i32 = names === null ? 0 : names.length;
  const values = count + keywords;
  const size = count + (keywords > 0 ? 1 + 2 * keywords : 0) + (typed ? values : 0);
  const items = newFixedArray<W_Root>(size, KEYWORD_MARK);
  arrayCopy(args, base, items as FixedArray<W_Root | null>, 0, count);
  let at = count;
  if (names !== null && keywords > 0) {
    at++;
    for (let i: i32 = 0; i < keywords; i++) {
      items[at++] = names[i];
      items[at++] = args[base + count + i]!;
    }
  }
  if (typed) {
    for (let i: i32 = 0; i < values; i++) items[at++] = type(args[base + i]!);
  }
  return newTuple(items);
}

define(lruCacheType, {
  doc: "A function that remembers its latest results: what lru_cache() makes.",
  flags: TypeFlag.Base | TypeFlag.Dict | TypeFlag.Weakrefs,
  new: { signature: "($type, user_function, maxsize, typed, cache_info_type)", scope: lruNew },
  methods: {
    __call__: { signature: "($self, /, *args, **kwargs)", scope: lruCall },
    __get__: ["($self, instance, owner=None, /)", bind],
    cache_info: ["($self, /)", cacheInfo, "Hits, misses, and how full the cache is."],
    cache_clear: ["($self, /)", cacheClear, "Forgets all results and counts."],
    __reduce__: ["($self, /)", (w_self: W_Root): W_Root => getattr(w_self, s_qualname)],
    __copy__: ["($self, /)", (w_self: W_Root): W_Root => w_self],
    __deepcopy__: ["($self, memo, /)", (w_self: W_Root, _w_memo: W_Root): W_Root => w_self],
  },
  getsets: { __dict__: INSTANCE_DICT },
});

function lruNew(scope: FixedArray<W_Root>): W_Root {
  const w_function = scope[1];
  const w_maxsize = scope[2];
  const typed = isTrue(scope[3]);
  if (!isCallable(w_function)) throw typeError("the first argument must be callable");
  let maxsize: i64 = -1n;
  if (w_maxsize !== w_None) {
    if (!hasIndex(w_maxsize)) throw typeError("maxsize should be integer or None");
    maxsize = ssizeArgument(w_maxsize);
    if (maxsize < 0n) maxsize = 0n;
  }
  return new W_LruCache((scope[0] as W_Type).instanceMap, w_function, maxsize, typed, scope[4]);
}

/** `__call__` called by name. */
function lruCall(scope: FixedArray<W_Root>): W_Root {
  return callWithDict(new W_Lookup(scope[0] as W_LruCache), positionalOf(scope), keywordsOf(scope));
}

/** Lays the arguments of a dict out as calls take them, for {@link W_LruCache.lookUp}. */
class W_Lookup extends W_Root {
  private readonly cache: W_LruCache;
  constructor(cache: W_LruCache) {
    super();
    this.cache = cache;
  }
  override typeOf(): W_Type {
    return objectType;
  }
  override vectorcall(
    args: FixedArray<W_Root | null>,
    base: i32,
    count: i32,
    names: FixedArray<W_Str> | null,
  ): W_Root {
    return this.cache.lookUp(args, base, count, names);
  }
}

function bind(w_self: W_Root, w_obj: W_Root, _w_type: W_Root): W_Root {
  return w_obj === w_None ? w_self : new W_Method(w_self, w_obj);
}

function cacheInfo(w_self: W_Root): W_Root {
  const self = w_self as W_LruCache;
  const w_maxsize: W_Root = self.maxsize < 0n ? w_None : newInt(self.maxsize);
  const w_size = newInt(i32ToI64(self.w_cache.length));
  return call4(self.w_infoType, newInt(self.hits), newInt(self.misses), w_maxsize, w_size);
}

function cacheClear(w_self: W_Root): W_Root {
  (w_self as W_LruCache).clear();
  return w_None;
}
