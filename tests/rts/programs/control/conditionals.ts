/** if chains, ternaries, short circuits in conditions. */
import { type f64, type i32, print } from "@rts";
function grade(points: i32): string {
  if (points >= 90) return "A";
  else if (points >= 80) return "B";
  else if (points >= 70) {
    return "C";
  } else {
    return points > 0 ? "D" : points === 0 ? "zero" : "negative";
  }
}

function max3(a: f64, b: f64, c: f64): f64 {
  return a > b ? a > c ? a : c : b > c ? b : c;
}

export function main(_args: string[]): i32 {
  const points: i32[] = [95, 80, 79, 1, 0, -5];
  for (const p of points) print(grade(p));
  print(`${max3(1, 2, 3)} ${max3(3, 2, 1)} ${max3(1, 3, 2)}`);
  const x: i32 = 5;
  if (x > 3 && (x < 10 || x === 100) && !(x === 7)) print("yes");
  if (x > 3 && x > 10) print("no");
  else print("else");
  if (x !== 5) {
    // nothing to do
  } else print("empty then");
  const mixed: f64 = x > 3 ? x : 0.5;
  print(`${mixed} ${x > 9 ? "big" : `${x}`}`);
  return 0;
}
