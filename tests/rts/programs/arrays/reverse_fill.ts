/** reverse and fill work in place. */
import { type f64, type i32, newArray, print } from "@rts";
export function main(_args: string[]): i32 {
  const a: i32[] = [1, 2, 3, 4, 5];
  a.reverse();
  print(a.join());
  const b: string[] = ["a", "b"];
  b.reverse();
  print(b.join());
  a.fill(7);
  print(a.join());
  a.fill(0, 1);
  print(a.join());
  a.fill(9, 2, 4);
  print(a.join());
  b.fill("z");
  print(b.join());
  const d = newArray<f64>(3, 0.5);
  d.fill(1, 1, 2);
  print(d.join());
  return 0;
}
