/** Strings are equal by their units, however they were made. */
import { type bool, type i32, print } from "@rts";
function build(n: i32): string {
  let text = "";
  for (let i = 0; i < n; i++) text += String.fromCharCode(97 + i % 26);
  return text;
}

export function main(_args: string[]): i32 {
  print(`${build(5) === "abcde"} ${build(5) !== "abcde"} ${build(5) === build(6)} ${build(0) === ""}`);
  const long = build(100);
  print(`${long === build(100)} ${long === build(99) + "v"} ${long === build(99) + "w"}`);
  print(`${long.substring(3, 8) === "defgh"} ${"x" + "y" === "xy"} ${`${1}2` === "12"}`);
  const none: string | null = null;
  print(`${isNone(none)} ${isNone("")}`);
  return 0;
}

function isNone(s: string | null): bool {
  return s === null;
}
