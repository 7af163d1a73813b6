import { type i32 } from "@rts";
import { layout } from "@rts/raw";
const NAME = "heapBase";
export function main(_args: string[]): i32 {
  return layout(NAME as never) > 0 ? 1 : 0; //! RTS501:17
}
