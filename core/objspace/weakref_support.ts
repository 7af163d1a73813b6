/** What `__weakref__` shows. */
import type { W_Root } from "./root.ts";
import { firstWeakReference } from "./weakref.ts";

/** The first weak reference to `w_obj`, or None. */
export function weakReferencesOf(w_obj: W_Root): W_Root {
  return firstWeakReference(w_obj);
}
