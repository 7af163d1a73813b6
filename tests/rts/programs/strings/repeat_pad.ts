/** repeat, padStart, padEnd. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  print(`[${"ab".repeat(0)}] [${"ab".repeat(1)}] [${"ab".repeat(5)}] [${"".repeat(9)}]`);
  print(
    `[${"7".padStart(3, "0")}] [${"1234".padStart(3, "0")}] [${"x".padStart(8, "abc")}] [${
      "".padStart(2, "-")
    }]`,
  );
  print(
    `[${"7".padEnd(3, "0")}] [${"1234".padEnd(3, "0")}] [${"x".padEnd(8, "abc")}] [${"x".padEnd(4, "")}]`,
  );
  print(`[${"x".padStart(3)}] [${"x".padEnd(3)}]`);
  for (let i = 1; i < 2000; i *= 7) print(`${i}`.padStart(6, ".") + "-".repeat(3));
  return 0;
}
