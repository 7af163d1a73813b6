/**
 * The objects frozen into the image: which ones there are, and what the backend adds to them (names of types,
 * exceptions that emitted code raises).
 */
import {
  allFields,
  type Const,
  constant,
  type Prebuilt,
  type PrebuiltObject,
  type PrebuiltString,
  type Program,
  sizeOfStorage,
} from "../ir/ir.ts";
import { alignUp, preorder } from "./classes.ts";

/** Offset of the first unit of a string. */
export const STRING_BASE = 16;

/** Bytes of a prebuilt object, a multiple of 8. */
export function prebuiltSize(prebuilt: Prebuilt): number {
  switch (prebuilt.kind) {
    case "object":
      return prebuilt.cls.size;
    case "array":
      return alignUp(prebuilt.desc.base + prebuilt.items.length * sizeOfStorage(prebuilt.desc.element), 8);
    case "string":
      return alignUp(STRING_BASE + prebuilt.value.length * 2, 8);
  }
}

/** The prebuilt object that a constant is, if it is one. */
export function prebuiltOf(value: Const["value"]): Prebuilt | null {
  if (value === null || typeof value !== "object" || !("kind" in value) || value.kind === "func") return null;
  return value;
}

/** The constants inside a prebuilt object. */
function* contents(prebuilt: Prebuilt): Iterable<Const> {
  if (prebuilt.kind === "object") yield* prebuilt.values.values();
  else if (prebuilt.kind === "array") yield* prebuilt.items;
}

/** All prebuilt objects of an image, in address order: the program's, what they reach, and additions. */
export class PrebuiltSet {
  readonly all: Prebuilt[] = [];
  private readonly known = new Set<Prebuilt>();
  private readonly strings = new Map<string, PrebuiltString>();

  constructor(private readonly program: Program) {
    for (const prebuilt of program.prebuilts) this.add(prebuilt);
    for (const global of program.globals) this.addConst(global.init);
  }

  /** Adds an object and all it reaches. */
  add(prebuilt: Prebuilt): void {
    const waiting = [prebuilt];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (this.known.has(next)) continue;
      this.known.add(next);
      this.all.push(next);
      if (next.kind === "string" && !this.strings.has(next.value)) this.strings.set(next.value, next);
      for (const item of contents(next)) {
        const inner = prebuiltOf(item.value);
        if (inner !== null && !this.known.has(inner)) waiting.push(inner);
      }
    }
  }

  private addConst(value: Const): void {
    const prebuilt = prebuiltOf(value.value);
    if (prebuilt !== null) this.add(prebuilt);
  }

  /** The prebuilt string of that value, added when there is none. */
  string(value: string): PrebuiltString {
    const known = this.strings.get(value);
    if (known !== undefined) return known;
    const added: PrebuiltString = { kind: "string", id: this.all.length, value, address: 0 };
    this.add(added);
    return added;
  }

  /**
   * The exception object that emitted code raises: the program's own, else any prebuilt of the class, else a new
   * one with `message`. Null when the program has no such class.
   */
  exception(className: string, message: string): PrebuiltObject | null {
    const given = this.program.raised?.get(className);
    if (given !== undefined) {
      this.add(given);
      return given;
    }
    const cls = preorder(this.program).find((c) => isNamed(c.name, className));
    if (cls === undefined) return null;
    for (const p of this.all) if (p.kind === "object" && p.cls === cls) return p;
    const made: PrebuiltObject = { kind: "object", id: this.all.length, cls, values: new Map(), address: 0 };
    const field = allFields(cls).find((f) => f.name === "message");
    if (field !== undefined) made.values.set(field, constant("ref", this.string(message)));
    this.add(made);
    return made;
  }
}

/** Tells whether a class's full name (`path:Name`, `module.Name`) ends in `name`. */
function isNamed(full: string, name: string): boolean {
  return full === name || (full.endsWith(name) && /[^A-Za-z0-9_$]/.test(full[full.length - name.length - 1]));
}
