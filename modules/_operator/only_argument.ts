/** The one argument that the callables of `operator` take. */
import type { FixedArray, i32 } from "@rts";
import { typeError } from "../../core/objspace/errors.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";

/** The argument of a call. Throws TypeError unless it is the only one. */
export function onlyArgument(
  name: string,
  args: FixedArray<W_Root | null>,
  base: i32,
  count: i32,
  names: FixedArray<W_Str> | null,
): W_Root {
  if (names !== null && names.length > 0) throw typeError(`${name}() takes no keyword arguments`);
  if (count !== 1) throw typeError(`${name} expected 1 argument, got ${count}`);
  return args[base]!;
}
