/**
 * Interned strings: one object a text. Names of attributes and variables are interned, so that comparing them is
 * comparing references first.
 *
 * Invariants: the table is open addressing with linear steps, at most two thirds full, its size a power of two;
 * members are exact strings (never of a user's subclass) and stay for good. Names interned at module top level
 * are part of the image.
 */
import { type bool, type FixedArray, type i32, newFixedArray } from "@rts";
import { forgetHashes, fromRts, setHashSeed, type W_Str } from "./wstr.ts";

class InternTable {
  private slots: FixedArray<W_Str | null> = newFixedArray<W_Str | null>(1024, null);
  private count: i32 = 0;

  /** The slot of the member equal to `w_text`, or the free slot where it belongs. */
  private find(w_text: W_Str): i32 {
    const slots = this.slots;
    const mask = slots.length - 1;
    let at = w_text.hashOf() & mask;
    for (;;) {
      const w_member = slots[at];
      if (w_member === null || w_member.equals(w_text)) return at;
      at = (at + 1) & mask;
    }
  }

  /** The member equal to `w_text`, or null. */
  get(w_text: W_Str): W_Str | null {
    return this.slots[this.find(w_text)];
  }

  /** Adds a string that equals no member. */
  add(w_text: W_Str): void {
    if (this.count * 3 >= this.slots.length * 2) this.rebuild(this.slots.length * 2);
    this.slots[this.find(w_text)] = w_text;
    this.count++;
  }

  private rebuild(size: i32): void {
    const old = this.slots;
    this.slots = newFixedArray<W_Str | null>(size, null);
    for (let i = 0; i < old.length; i++) {
      const w_member = old[i];
      if (w_member !== null) this.slots[this.find(w_member)] = w_member;
    }
  }

  /** Computes all hashes anew, after a change of the seed. */
  rehash(): void {
    for (let i = 0; i < this.slots.length; i++) {
      const w_member = this.slots[i];
      if (w_member !== null) w_member.hash = 0;
    }
    this.rebuild(this.slots.length);
  }
}

const interned: InternTable = new InternTable();

/** The interned string equal to `w_text`: `w_text` itself (or its exact copy) when it is the first. */
export function intern(w_text: W_Str): W_Str {
  const w_known = interned.get(w_text);
  if (w_known !== null) return w_known;
  const w_exact = w_text.plain();
  interned.add(w_exact);
  return w_exact;
}

/** Tells whether this very object is interned. */
export function isInterned(w_text: W_Str): bool {
  return interned.get(w_text) === w_text;
}

/** The interned string of an RTS text; at module top level a name of the image. */
export function internRts(text: string): W_Str {
  return intern(fromRts(text));
}

/**
 * Sets the seed of hashes (PYTHONHASHSEED), at start-up before any program text: interned strings and single
 * characters get their new hashes. Other prebuilt strings keep a hash that was asked for at translation (intern them),
 * and prebuilt hash tables keyed by strings must be rebuilt by their owners.
 */
export function seedHashes(seed: i32): void {
  setHashSeed(seed);
  forgetHashes();
  interned.rehash();
}
