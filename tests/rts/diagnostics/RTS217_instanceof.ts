import { type i32 } from "@rts";
function isList(o: object): boolean {
  return o instanceof Array; //! RTS217:10
}
class Thing {}
export function main(_args: string[]): i32 {
  try {
    return isList(new Thing()) ? 1 : 0;
  } catch (e) {
    return e instanceof Error ? 1 : 0; //! RTS217:12
  }
}
