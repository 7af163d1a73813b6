/** The module `_weakref`. Weak references themselves stand in `core/objspace/weakref.ts`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { isCallable } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { weakCallableProxyType, weakProxyType, weakrefType } from "../../core/objspace/types.ts";
import { newWeakProxy, W_WeakRef, weakReferences } from "../../core/objspace/weakref.ts";

function proxy(w_obj: W_Root, w_callback: W_Root): W_Root {
  return newWeakProxy(w_obj, isCallable(w_obj), w_callback === w_None ? null : w_callback);
}

/** Removes an entry whose value is a weak reference to an object that is gone. */
function removeDeadWeakref(w_dict: W_Root, w_key: W_Root): W_Root {
  if (!(w_dict instanceof W_Dict)) {
    throw typeError(`_remove_dead_weakref() argument 1 must be dict, not ${typeName(w_dict)}`);
  }
  const w_value = w_dict.get(w_key);
  if (w_value === null) return w_None;
  if (!(w_value instanceof W_WeakRef)) throw typeError("not a weakref");
  if (w_value.get() === null) w_dict.delete(w_key);
  return w_None;
}

defineModule("_weakref", {
  doc: "Weak references.",
  functions: {
    getweakrefcount: [
      "(object, /)",
      (w_obj: W_Root): W_Root => newInt32(weakReferences(w_obj).length),
      "The number of weak references to an object.",
    ],
    getweakrefs: [
      "(object, /)",
      (w_obj: W_Root): W_Root => listOf(weakReferences(w_obj)),
      "All weak references to an object.",
    ],
    proxy: [
      "(object, callback=None, /)",
      proxy,
      "An object that stands for another one as long as that lives.",
    ],
    _remove_dead_weakref: [
      "(dct, key, /)",
      removeDeadWeakref,
      "Removes an entry whose value is a dead weak reference.",
    ],
  },
  constants: {
    ref: weakrefType,
    ReferenceType: weakrefType,
    ProxyType: weakProxyType,
    CallableProxyType: weakCallableProxyType,
  },
});
