/** Exported variables with functions that change them. */
import type { i32 } from "@rts";

export let counter: i32 = 10;
export let label: string = "initial";

export function bump(by: i32): void {
  counter += by;
}

export function relabel(text: string): void {
  label = text;
}
