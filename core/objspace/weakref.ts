/**
 * Weak references and proxies. Each object that has any has a {@link Lifeline}, which knows them, itself weakly: in
 * the object's attribute storage where it has a hidden class, else in a table by identity. The lifeline of an object
 * with callbacks waits in the finalizer queue: it dies with its object.
 */
import { type f64, type i32, objectId, WeakReference } from "@rts";
import { addBuiltinFinalizer, registerFinalizer } from "../interpreter/finalizer_queue.ts";
import { writeUnraisable } from "../interpreter/unraisable.ts";
import { call1, type } from "./call.ts";
import { OperationError, operationError, typeError, typeName } from "./errors.ts";
import { referenceErrorType } from "./exception_types.ts";
import { getSpecialAttribute, setSpecialAttribute } from "./instance_dict.ts";
import { next } from "./iteration.ts";
import { AttrKind, type InstanceMap } from "./map.ts";
import { W_Object } from "./object.ts";
import { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { Special } from "./special.ts";
import { TypeFlag, type W_Type } from "./type.ts";
import { weakCallableProxyType, weakProxyType, weakrefType } from "./types.ts";

/** A weak reference or a proxy. */
export abstract class W_WeakBase extends W_Object {
  /** Null once callbacks ran: the object is gone. */
  private target: WeakReference<W_Root> | null;
  w_callback: W_Root | null;

  constructor(map: InstanceMap, w_target: W_Root, w_callback: W_Root | null) {
    super(map);
    this.target = new WeakReference<W_Root>(w_target);
    this.w_callback = w_callback;
  }

  /** The object, or null when it is gone. */
  get(): W_Root | null {
    const target = this.target;
    return target === null ? null : target.get();
  }

  /** The object is gone from here on. */
  clear(): void {
    this.target = null;
  }
}

/** A `weakref.ref`; of a subclass too. */
export class W_WeakRef extends W_WeakBase {
  /** The hash of the object, once it was asked for. */
  w_hash: W_Root | null = null;
}

/** A `weakref.proxy`, callable or not. */
export class W_WeakProxy extends W_WeakBase {
  override iterNext(): W_Root | null {
    const w_obj = proxied(this);
    if (type(w_obj).special[Special.Next] === null) {
      throw typeError(`Weakref proxy referenced a non-iterator '${typeName(w_obj)}' object`);
    }
    return next(w_obj);
  }
}

/** What an object's weak references are found by. Its list is in the order of their creation. */
export class Lifeline extends W_Root {
  references: WeakReference<W_WeakBase>[] = [];
  /** It waits in the finalizer queue. */
  isRegistered: boolean = false;

  override typeOf(): W_Type {
    return weakrefType;
  }

  /** Those that exist still, the oldest first. */
  alive(): W_WeakBase[] {
    const found: W_WeakBase[] = [];
    const kept: WeakReference<W_WeakBase>[] = [];
    for (let i = 0; i < this.references.length; i++) {
      const w_reference = this.references[i]!.get();
      if (w_reference === null) continue;
      kept.push(this.references[i]!);
      found.push(w_reference);
    }
    this.references = kept;
    return found;
  }

  /** The object is dead: clears all, then calls the callbacks, the youngest first. */
  die(): void {
    const found = this.alive();
    this.references = [];
    for (let i = 0; i < found.length; i++) found[i]!.clear();
    for (let i: i32 = found.length - 1; i >= 0; i--) callBack(found[i]!);
  }
}

function callBack(w_reference: W_WeakBase): void {
  const w_callback = w_reference.w_callback;
  w_reference.w_callback = null;
  if (w_callback === null) return;
  try {
    call1(w_callback, w_reference);
  } catch (e) {
    if (!(e instanceof OperationError)) throw e;
    writeUnraisable(e, null, w_callback);
  }
}

/** Lifelines of objects without a hidden class, by identity: such objects wait in the finalizer queue themselves. */
const sideTable: Map<f64, Lifeline> = new Map<f64, Lifeline>();

/** The lifeline of an object; null when it has none. */
function lifelineOf(w_obj: W_Root): Lifeline | null {
  if (w_obj.getMap() === null) return sideTable.get(objectId(w_obj)) ?? null;
  return getSpecialAttribute(w_obj, AttrKind.Weakrefs) as Lifeline | null;
}

function makeLifeline(w_obj: W_Root): Lifeline {
  const lifeline = new Lifeline();
  if (w_obj.getMap() === null) {
    sideTable.set(objectId(w_obj), lifeline);
    registerFinalizer(w_obj);
    lifeline.isRegistered = true;
  } else {
    setSpecialAttribute(w_obj, AttrKind.Weakrefs, lifeline);
  }
  return lifeline;
}

addBuiltinFinalizer((w_obj: W_Root): boolean => {
  if (w_obj instanceof Lifeline) {
    w_obj.die();
    return true;
  }
  if (w_obj.getMap() !== null) return false;
  const lifeline = sideTable.get(objectId(w_obj)) ?? null;
  if (lifeline === null) return false;
  sideTable.delete(objectId(w_obj));
  lifeline.die();
  return false;
});

/** Throws TypeError for objects that cannot be referred to weakly. */
function checkReferable(w_obj: W_Root): void {
  if (type(w_obj).hasFlag(TypeFlag.Weakrefs)) return;
  throw typeError(`cannot create weak reference to '${typeName(w_obj)}' object`);
}

function add(lifeline: Lifeline, w_reference: W_WeakBase): void {
  lifeline.references.push(new WeakReference<W_WeakBase>(w_reference));
  if (w_reference.w_callback === null || lifeline.isRegistered) return;
  lifeline.isRegistered = true;
  registerFinalizer(lifeline);
}

/** `weakref.ref(w_obj, w_callback)`. The plain reference without a callback exists once for each object. */
export function newWeakRef(w_type: W_Type, w_obj: W_Root, w_callback: W_Root | null): W_Root {
  checkReferable(w_obj);
  const lifeline = lifelineOf(w_obj) ?? makeLifeline(w_obj);
  if (w_type === weakrefType && w_callback === null) {
    const alive = lifeline.alive();
    for (let i = 0; i < alive.length; i++) {
      const w_found = alive[i]!;
      if (w_found.map.w_type === weakrefType && w_found.w_callback === null) return w_found;
    }
  }
  const w_reference = new W_WeakRef(w_type.instanceMap, w_obj, w_callback);
  add(lifeline, w_reference);
  return w_reference;
}

/** `weakref.proxy(w_obj, w_callback)`. The proxy without a callback exists once for each object. */
export function newWeakProxy(w_obj: W_Root, isCallable: boolean, w_callback: W_Root | null): W_Root {
  checkReferable(w_obj);
  const lifeline = lifelineOf(w_obj) ?? makeLifeline(w_obj);
  if (w_callback === null) {
    const alive = lifeline.alive();
    for (let i = 0; i < alive.length; i++) {
      const w_found = alive[i]!;
      if (w_found instanceof W_WeakProxy && w_found.w_callback === null) return w_found;
    }
  }
  const w_type = isCallable ? weakCallableProxyType : weakProxyType;
  const w_proxy = new W_WeakProxy(w_type.instanceMap, w_obj, w_callback);
  add(lifeline, w_proxy);
  return w_proxy;
}

/** All weak references and proxies of an object: plain ones first, then the youngest first, as CPython keeps them. */
export function weakReferences(w_obj: W_Root): W_Root[] {
  const lifeline = type(w_obj).hasFlag(TypeFlag.Weakrefs) ? lifelineOf(w_obj) : null;
  if (lifeline === null) return [];
  const alive = lifeline.alive();
  const ordered: W_Root[] = [];
  for (let i = 0; i < alive.length; i++) {
    const w_reference = alive[i]!;
    if (w_reference.w_callback === null && w_reference.map.w_type === weakrefType) ordered.push(w_reference);
  }
  for (let i = 0; i < alive.length; i++) {
    const w_reference = alive[i]!;
    if (w_reference.w_callback === null && w_reference instanceof W_WeakProxy) ordered.push(w_reference);
  }
  for (let i: i32 = alive.length - 1; i >= 0; i--) {
    if (!ordered.includes(alive[i]!)) ordered.push(alive[i]!);
  }
  return ordered;
}

/** What `__weakref__` shows: the first weak reference, or None. */
export function firstWeakReference(w_obj: W_Root): W_Root {
  const references = weakReferences(w_obj);
  return references.length === 0 ? w_None : references[0]!;
}

/** The object of a proxy. Throws ReferenceError when it is gone. */
export function proxied(w_proxy: W_Root): W_Root {
  const w_obj = (w_proxy as W_WeakProxy).get();
  if (w_obj !== null) return w_obj;
  throw operationError(referenceErrorType, "weakly-referenced object no longer exists");
}

/** The object of a proxy, or the object itself. */
export function unwrapProxy(w_obj: W_Root): W_Root {
  return w_obj instanceof W_WeakProxy ? proxied(w_obj) : w_obj;
}
