/** Arrays of every kind. */
import {
  type bool,
  type f64,
  type i16,
  type i32,
  type i64,
  type i8,
  print,
  type u16,
  type u32,
  type u64,
  type u8,
} from "@rts";
function sum(values: i32[]): i32 {
  let total: i32 = 0;
  for (const v of values) total += v;
  return total;
}

export function main(_args: string[]): i32 {
  const bytes: u8[] = [255, 0, 128];
  const small: i8[] = [-128, 127];
  const words: u16[] = [65535, 1];
  const shorts: i16[] = [-32768, 32767];
  const ints: i32[] = [-2147483648, 2147483647];
  const unsigned: u32[] = [4294967295, 0];
  const longs: i64[] = [-1n, 9223372036854775807n];
  const ulongs: u64[] = [18446744073709551615n];
  const doubles: f64[] = [0.1, -0.0];
  const bools: bool[] = [true, false];
  const texts: string[] = ["x", ""];
  print(`${bytes.join()} ${small.join()} ${words.join()} ${shorts.join()} ${ints.join()} ${unsigned.join()}`);
  print(`${longs.join()} ${ulongs.join()} ${doubles.join()} ${bools.join()} ${texts.join()}`);
  bytes.push(200);
  bytes[1] = 7;
  small[0] = -1;
  print(`${bytes[3] + bytes[1] + small[0]} ${1 / doubles[1]} ${bools[0] && !bools[1]} ${sum(ints)}`);
  return 0;
}
