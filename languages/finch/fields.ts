/**
 * Fields and methods at a {@link Site}. Interpreted, a site remembers the shape or class it saw last; traced, the
 * shape is promoted and the elidable lookup folds away, so the caches stay out of traces.
 */
import { type i32, promote, weAreJitted } from "@rts";
import { W_BoundMethod } from "./callables.ts";
import { type W_Class, W_Instance } from "./class.ts";
import type { Shape } from "./class.ts";
import type { Site } from "./code.ts";
import { fault } from "./errors.ts";
import { NAMES } from "./names.ts";
import type { W_Root } from "./root.ts";

/** `object.name`: a field, or else a method bound to the object. */
export function getField(w_object: W_Root, site: Site): W_Root {
  if (w_object instanceof W_Instance) {
    const index = fieldIndex(promote(w_object.shape), site);
    if (index >= 0) return w_object.fields[index]!;
  }
  const w_method = promote(w_object.getClass()).find(site.name);
  if (w_method !== null) return new W_BoundMethod(w_object, w_method);
  return w_object.getField(site.name);
}

function fieldIndex(shape: Shape, site: Site): i32 {
  if (weAreJitted()) return shape.indexOf(site.name);
  if (site.shape === shape) return site.index;
  const index = shape.indexOf(site.name);
  site.shape = shape;
  site.index = index;
  return index;
}

/** `object.name = value`: sets the field, adds it where it is new. */
export function setField(w_object: W_Root, site: Site, w_value: W_Root): void {
  if (!(w_object instanceof W_Instance)) {
    throw fault(`cannot set field '${NAMES.text(site.name)}' of ${w_object.typeName()}`);
  }
  const shape = promote(w_object.shape);
  const index = fieldIndex(shape, site);
  if (index >= 0) w_object.fields[index] = w_value;
  else w_object.grow(nextShape(shape, site), w_value);
}

/** The shape after adding the field of `site`, which `shape` lacks. */
function nextShape(shape: Shape, site: Site): Shape {
  if (weAreJitted()) return shape.extend(site.name);
  const cached = site.next;
  if (cached !== null && cached.parent === shape) return cached;
  const next = shape.extend(site.name);
  site.next = next;
  return next;
}

/** The class of a value; the virtual call is left to what is no instance. */
function classOf(w_object: W_Root): W_Class {
  return w_object instanceof W_Instance ? promote(w_object.shape).cls : w_object.getClass();
}

/** What `object.name(…)` calls with the object as receiver; null when its class has no such method. */
export function findMethod(w_object: W_Root, site: Site): W_Root | null {
  const cls = promote(classOf(w_object));
  if (weAreJitted()) return cls.find(site.name);
  if (site.cls === cls) return site.method;
  const w_method = cls.find(site.name);
  site.cls = cls;
  site.method = w_method;
  return w_method;
}
