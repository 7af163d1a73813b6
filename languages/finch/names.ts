/**
 * Names of fields and methods as small integers, so that nothing compares strings at run time. A name keeps its
 * number for the life of the process.
 */
import type { i32 } from "@rts";

/** Interns names. */
export class NameTable {
  private readonly ids: Map<string, i32> = new Map<string, i32>();
  private readonly texts: string[] = [];

  /** The number of `text`, given on first sight. */
  intern(text: string): i32 {
    if (this.ids.has(text)) return this.ids.get(text)!;
    const id: i32 = this.texts.length;
    this.texts.push(text);
    this.ids.set(text, id);
    return id;
  }

  /** The name with the number `id`. */
  text(id: i32): string {
    return this.texts[id];
  }
}

/** The one table; prebuilt, since the builtin types fill it at translation. */
export const NAMES: NameTable = new NameTable();

/** The initializer of a class. */
export const NAME_INIT: i32 = NAMES.intern("init");
/** Fields of a caught run-time error. */
export const NAME_MESSAGE: i32 = NAMES.intern("message");
export const NAME_LINE: i32 = NAMES.intern("line");
