import { type f64 } from "@rts";
export function main(_args: string[]): f64 { //! RTS901:17
  return 1.5;
}
