/** Prebuilt nested arrays, null elements, empty containers, shared strings. */
import { type bool, type f64, type i32, type i64, print, type u8 } from "@rts";
const MATRIX: f64[][] = [[1, 2.5], [], [-0.0]];
const CUBE: i32[][][] = [[[1], []], [], [[2, 3], [4]]];
const LABELS: (string | null)[] = ["a", null, "a" + "", ""];
const NESTED: Map<string, Map<i32, string[]>> = new Map([["x", new Map([[1, ["p", "q"]], [2, []]])], [
  "y",
  new Map(),
]]);
const EMPTY: Map<i32, i32> = new Map();
const LONGS: i64[] = [1n << 40n, -1n];
const FLAGS: bool[] = [true, false, true];
const BYTES: u8[] = [0, 127, 255];

export function main(_args: string[]): i32 {
  MATRIX[1].push(9);
  CUBE[1].push([7]);
  print(`${MATRIX[0][1]} ${MATRIX[1].join()} ${1 / MATRIX[2][0]} ${CUBE[1][0][0]} ${CUBE[2][0].join()}`);
  print(
    `${LABELS[0] === LABELS[2]} ${LABELS[1] === null} ${LABELS[3]!.length} ${
      NESTED.get("x")!.get(1)!.join()
    }`,
  );
  NESTED.get("y")!.set(5, ["r"]);
  NESTED.get("x")!.get(2)!.push("s");
  EMPTY.set(1, 2);
  print(`${NESTED.get("y")!.get(5)!.join()} ${NESTED.get("x")!.get(2)!.length} ${EMPTY.size}`);
  print(`${LONGS.join()} ${FLAGS.join()} ${BYTES.join()} ${BYTES[2] - BYTES[1]}`);
  return 0;
}
