import { type i32 } from "@rts";
export function main(_args: string[]): i32 {
  let sum: i32 = 0;
  const factor: i32 = 3;
  [1, 2].forEach((n) => {
    sum += n * factor; //! RTS301:5 RTS301:16
  });
  function inner(): i32 {
    return factor; //! RTS301:12
  }
  return sum + inner();
}
