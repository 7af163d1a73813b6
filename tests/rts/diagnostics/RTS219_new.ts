import { type i32 } from "@rts";
export function main(_args: string[]): i32 {
  const items = new Array<i32>(5); //! RTS219:32
  const map = new Map<string, i32>([]); //! RTS219:36
  return items.length + map.size;
}
