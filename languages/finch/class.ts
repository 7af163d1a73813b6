/**
 * Classes and instances. Every value answers methods through a {@link W_Class}. A class is complete before any
 * code can see it, methods of the parent copied down, so lookups in it are elidable. The fields of an instance
 * are laid out by its {@link Shape}, as in PyPy's maps: two instances that got the same fields in the same order
 * share one, and a shape never changes.
 */
import { type bool, type FixedArray, type i32, newFixedArray } from "@rts";
import { NAME_INIT, NAMES } from "./names.ts";
import { W_Root } from "./root.ts";
import { fault } from "./errors.ts";

/** Fields of an instance by position. Shapes of a class form a tree; the root has no fields. */
export class Shape {
  private readonly indices: Map<i32, i32> = new Map<i32, i32>();
  private readonly transitions: Map<i32, Shape> = new Map<i32, Shape>();

  constructor(readonly cls: W_Class, readonly parent: Shape | null, readonly size: i32, added: i32) {
    if (parent !== null) this.inherit(parent);
    if (size > 0) this.indices.set(added, size - 1);
  }

  private inherit(parent: Shape): void {
    for (const name of parent.indices.keys()) this.indices.set(name, parent.indices.get(name)!);
  }

  /**
   * The position of field `name`, or -1.
   * @elidable
   */
  indexOf(name: i32): i32 {
    return this.indices.has(name) ? this.indices.get(name)! : -1;
  }

  /**
   * The shape with one more field, `name`. Always the same object for the same name.
   * @elidable
   */
  extend(name: i32): Shape {
    const known = this.transitions.get(name) ?? null;
    if (known !== null) return known;
    const next = new Shape(this.cls, this, this.size + 1, name);
    this.transitions.set(name, next);
    return next;
  }
}

/** A class, builtin or the guest's own. */
export class W_Class extends W_Root {
  private readonly methods: Map<i32, W_Root> = new Map<i32, W_Root>();
  readonly rootShape: Shape;
  /** Slots that a new instance gets: as many as the largest one so far needed. */
  capacity: i32 = 0;

  constructor(readonly name: string, readonly parent: W_Class | null, readonly isBuiltin: bool) {
    super();
    this.rootShape = new Shape(this, null, 0, 0);
    if (parent !== null) this.inherit(parent);
  }

  private inherit(parent: W_Class): void {
    for (const name of parent.methods.keys()) this.methods.set(name, parent.methods.get(name)!);
    this.capacity = parent.capacity;
  }

  /** Adds a method; only while the class is being built. */
  define(name: i32, w_method: W_Root): void {
    this.methods.set(name, w_method);
  }

  /**
   * The method `name`, inherited ones included, or null.
   * @elidable
   */
  find(name: i32): W_Root | null {
    return this.methods.get(name) ?? null;
  }

  /** The method that `C(…)` runs on the new instance, or null. */
  initializer(): W_Root | null {
    return this.find(NAME_INIT);
  }

  override getClass(): W_Class {
    return CLASS_CLASS;
  }
  override text(): string {
    return `<class ${this.name}>`;
  }
}

/** The class of classes. */
export const CLASS_CLASS: W_Class = new W_Class("class", null, true);

/** An instance of a guest class. */
export class W_Instance extends W_Root {
  shape: Shape;
  fields: FixedArray<W_Root | null>;

  constructor(cls: W_Class) {
    super();
    this.shape = cls.rootShape;
    this.fields = newFixedArray<W_Root | null>(cls.capacity, null);
  }

  override getClass(): W_Class {
    return this.shape.cls;
  }
  override text(): string {
    return `<${this.shape.cls.name}>`;
  }
  override getField(name: i32): W_Root {
    const index = this.shape.indexOf(name);
    if (index < 0) throw fault(`${this.typeName()} has no field '${NAMES.text(name)}'`);
    return this.fields[index]!;
  }

  /** Takes the next shape `shape`, one field larger, with `w_value` in the new field. */
  grow(shape: Shape, w_value: W_Root): void {
    const index = shape.size - 1;
    if (index >= this.fields.length) this.enlarge(shape);
    this.shape = shape;
    this.fields[index] = w_value;
  }

  private enlarge(shape: Shape): void {
    const larger = newFixedArray<W_Root | null>(shape.size + 1, null);
    for (let i = 0; i < this.fields.length; i++) larger[i] = this.fields[i];
    this.fields = larger;
    if (shape.cls.capacity < shape.size) shape.cls.capacity = shape.size;
  }
}
