/** Arrays of arrays: a matrix product. */
import { type f64, type i32, print } from "@rts";
function multiply(a: f64[][], b: f64[][]): f64[][] {
  const result: f64[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: f64[] = [];
    for (let j = 0; j < b[0].length; j++) {
      let sum: f64 = 0;
      for (let k = 0; k < b.length; k++) sum += a[i][k] * b[k][j];
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}

export function main(_args: string[]): i32 {
  const a: f64[][] = [[1, 2, 3], [4, 5, 6]];
  const b: f64[][] = [[1, 0.5], [0, -1], [2, 2]];
  for (const row of multiply(a, b)) print(row.join(" "));
  const deep: i32[][][] = [[[1], [2, 3]], [], [[4]]];
  deep[1].push([5, 6]);
  deep[0][1][0] += 10;
  print(`${deep.length} ${deep[1][0].join()} ${deep[0][1].join()} ${deep[2][0][0]}`);
  return 0;
}
