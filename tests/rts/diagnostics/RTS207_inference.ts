import { type i32 } from "@rts";
class Box<T> {
  value: T | null = null;
}
function make<T>(): T[] {
  return [];
}
export function main(_args: string[]): i32 {
  const items = make(); //! RTS207:17
  const box = new Box(); //! RTS207:15
  const map = new Map(); //! RTS207:15
  const none = []; //! RTS207:16
  return items.length + none.length + map.size + (box.value === null ? 0 : 1);
}
