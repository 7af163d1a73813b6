import { type bool, type i32 } from "@rts";
export function main(_args: string[]): i32 {
  const flags = new Map<bool, i32>(); //! RTS209:25
  const names: Set<string | null> = new Set(); //! RTS209:20
  return flags.size + names.size;
}
