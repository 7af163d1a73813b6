/** The simple values and the containers: nil, booleans, strings, lists, maps, ranges, caught errors. */
import { type bool, type f64, type i32, StringBuilder } from "@rts";
import { W_Class } from "./class.ts";
import { fault } from "./errors.ts";
import { NAME_LINE, NAME_MESSAGE } from "./names.ts";
import { expectInt, newInt, W_Int } from "./numbers.ts";
import { W_Iterator, W_Root } from "./root.ts";

export const NIL_CLASS: W_Class = new W_Class("nil", null, true);
export const BOOL_CLASS: W_Class = new W_Class("bool", null, true);
export const STR_CLASS: W_Class = new W_Class("str", null, true);
export const LIST_CLASS: W_Class = new W_Class("list", null, true);
export const MAP_CLASS: W_Class = new W_Class("map", null, true);
export const RANGE_CLASS: W_Class = new W_Class("range", null, true);
export const ERROR_CLASS: W_Class = new W_Class("error", null, true);
export const ITERATOR_CLASS: W_Class = new W_Class("iterator", null, true);

/** Has the one instance {@link NIL}. */
export class W_Nil extends W_Root {
  override getClass(): W_Class {
    return NIL_CLASS;
  }
  override text(): string {
    return "nil";
  }
}
export const NIL: W_Nil = new W_Nil();

/** Has the instances {@link TRUE} and {@link FALSE}. */
export class W_Bool extends W_Root {
  constructor(readonly value: bool) {
    super();
  }
  override getClass(): W_Class {
    return BOOL_CLASS;
  }
  override text(): string {
    return this.value ? "true" : "false";
  }
}
export const TRUE: W_Bool = new W_Bool(true);
export const FALSE: W_Bool = new W_Bool(false);

/** The guest's `true` or `false`. */
export function newBool(value: bool): W_Bool {
  return value ? TRUE : FALSE;
}
/** What conditions test: all but `nil` and `false` is true. */
export function isTrue(w_value: W_Root): bool {
  return w_value !== FALSE && w_value !== NIL;
}

/** Units that `str * int` may give: what JavaScript and a translated heap both can hold. */
const LONGEST_REPEAT: i32 = 1 << 27;

/** An immutable string of UTF-16 units. */
export class W_Str extends W_Root {
  constructor(readonly value: string) {
    super();
  }
  override getClass(): W_Class {
    return STR_CLASS;
  }
  override text(): string {
    return this.value;
  }
  override repr(): string {
    return quote(this.value);
  }
  override equals(w_other: W_Root): bool {
    return w_other instanceof W_Str && this.value === w_other.value;
  }
  override less(w_other: W_Root): bool {
    return w_other instanceof W_Str ? this.value < w_other.value : super.less(w_other);
  }
  override lessOrEqual(w_other: W_Root): bool {
    return w_other instanceof W_Str ? this.value <= w_other.value : super.lessOrEqual(w_other);
  }
  override add(w_other: W_Root): W_Root {
    return w_other instanceof W_Str ? new W_Str(this.value + w_other.value) : super.add(w_other);
  }
  override multiply(w_other: W_Root): W_Root {
    if (!(w_other instanceof W_Int)) return super.multiply(w_other);
    const count = Math.max(w_other.value, 0);
    const length: f64 = this.value.length;
    if (length * count > LONGEST_REPEAT) throw fault("the repeated text is too long");
    return new W_Str(this.value.repeat(count));
  }
  override size(): i32 {
    return this.value.length;
  }
  override getItem(w_index: W_Root): W_Root {
    return new W_Str(this.value.charAt(checkIndex(w_index, this.value.length)));
  }
  override iterate(): W_Iterator {
    return new W_StrIterator(this.value);
  }
}

function quote(text: string): string {
  const out = new StringBuilder();
  out.append('"');
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 34 || unit === 92) out.append("\\");
    if (unit === 10) out.append("\\n");
    else out.appendCode(unit);
  }
  out.append('"');
  return out.toString();
}

/** `w_index` as a valid index of `length` elements. */
function checkIndex(w_index: W_Root, length: i32): i32 {
  const index = expectInt(w_index, "an index");
  if (index < 0 || index >= length) throw fault(`index ${index} out of range for length ${length}`);
  return index;
}

/** A growable list. */
export class W_List extends W_Root {
  constructor(readonly items: W_Root[]) {
    super();
  }
  override getClass(): W_Class {
    return LIST_CLASS;
  }
  override text(): string {
    const out = new StringBuilder();
    out.append("[");
    for (let i = 0; i < this.items.length; i++) {
      if (i > 0) out.append(", ");
      out.append(this.items[i].repr());
    }
    out.append("]");
    return out.toString();
  }
  override equals(w_other: W_Root): bool {
    if (!(w_other instanceof W_List) || w_other.items.length !== this.items.length) return false;
    for (let i = 0; i < this.items.length; i++) {
      if (!this.items[i].equals(w_other.items[i])) return false;
    }
    return true;
  }
  override add(w_other: W_Root): W_Root {
    return w_other instanceof W_List ? new W_List(this.items.concat(w_other.items)) : super.add(w_other);
  }
  override size(): i32 {
    return this.items.length;
  }
  override getItem(w_index: W_Root): W_Root {
    return this.items[checkIndex(w_index, this.items.length)];
  }
  override setItem(w_index: W_Root, w_value: W_Root): void {
    this.items[checkIndex(w_index, this.items.length)] = w_value;
  }
  override iterate(): W_Iterator {
    return new W_ListIterator(this);
  }
}

/** A map from strings to values, in order of insertion. */
export class W_Map extends W_Root {
  readonly entries: Map<string, W_Root> = new Map<string, W_Root>();

  override getClass(): W_Class {
    return MAP_CLASS;
  }
  override text(): string {
    const out = new StringBuilder();
    out.append("{");
    for (const key of this.entries.keys()) {
      if (out.length > 1) out.append(", ");
      out.append(`${quote(key)}: ${this.entries.get(key)!.repr()}`);
    }
    out.append("}");
    return out.toString();
  }
  override size(): i32 {
    return this.entries.size;
  }
  override getItem(w_index: W_Root): W_Root {
    const key = expectKey(w_index);
    const w_found = this.entries.get(key) ?? null;
    if (w_found === null) throw fault(`no key ${quote(key)}`);
    return w_found;
  }
  override setItem(w_index: W_Root, w_value: W_Root): void {
    this.entries.set(expectKey(w_index), w_value);
  }
  override iterate(): W_Iterator {
    return this.keys().iterate();
  }
  /** The keys as a list of its own. */
  keys(): W_List {
    const items: W_Root[] = [];
    for (const key of this.entries.keys()) items.push(new W_Str(key));
    return new W_List(items);
  }
  /** The values as a list of its own. */
  values(): W_List {
    const items: W_Root[] = [];
    for (const w_value of this.entries.values()) items.push(w_value);
    return new W_List(items);
  }
}

/** The text of a map key. */
export function expectKey(w_key: W_Root): string {
  if (w_key instanceof W_Str) return w_key.value;
  throw fault(`map keys are strings, not ${w_key.typeName()}`);
}

/** The text of a string operand; `what` names it in the error. */
export function expectStr(w_value: W_Root, what: string): string {
  if (w_value instanceof W_Str) return w_value.value;
  throw fault(`${what} must be a str, not ${w_value.typeName()}`);
}

/** The integers from `start` up to, and without, `end`. */
export class W_Range extends W_Root {
  constructor(readonly start: i32, readonly end: i32) {
    super();
  }
  override getClass(): W_Class {
    return RANGE_CLASS;
  }
  override text(): string {
    return `${this.start}..${this.end}`;
  }
  override equals(w_other: W_Root): bool {
    return w_other instanceof W_Range && this.start === w_other.start && this.end === w_other.end;
  }
  override iterate(): W_Iterator {
    return new W_RangeIterator(this.start, this.end);
  }
}

/** An error of the interpreter, as a guest `catch` sees it. */
export class W_Error extends W_Root {
  constructor(readonly message: string, readonly line: i32) {
    super();
  }
  override getClass(): W_Class {
    return ERROR_CLASS;
  }
  override text(): string {
    return this.message;
  }
  override getField(name: i32): W_Root {
    if (name === NAME_MESSAGE) return new W_Str(this.message);
    if (name === NAME_LINE) return newInt(this.line);
    return super.getField(name);
  }
}

class W_RangeIterator extends W_Iterator {
  constructor(private position: i32, private readonly end: i32) {
    super();
  }
  override getClass(): W_Class {
    return ITERATOR_CLASS;
  }
  override next(): W_Root | null {
    const value = this.position;
    if (value >= this.end) return null;
    this.position = value + 1;
    return newInt(value);
  }
}

/** Sees what is pushed to the list while it runs. */
class W_ListIterator extends W_Iterator {
  private position: i32 = 0;
  constructor(private readonly w_list: W_List) {
    super();
  }
  override getClass(): W_Class {
    return ITERATOR_CLASS;
  }
  override next(): W_Root | null {
    const index = this.position;
    if (index >= this.w_list.items.length) return null;
    this.position = index + 1;
    return this.w_list.items[index];
  }
}

class W_StrIterator extends W_Iterator {
  private position: i32 = 0;
  constructor(private readonly value: string) {
    super();
  }
  override getClass(): W_Class {
    return ITERATOR_CLASS;
  }
  override next(): W_Root | null {
    const index = this.position;
    if (index >= this.value.length) return null;
    this.position = index + 1;
    return new W_Str(this.value.charAt(index));
  }
}
