/** Arrays of functions as dispatch tables. */
import { type i32, print } from "@rts";
type BinaryOp = (a: i32, b: i32) => i32;

function add(a: i32, b: i32): i32 {
  return a + b;
}

function sub(a: i32, b: i32): i32 {
  return a - b;
}

const TABLE: BinaryOp[] = [add, sub, (a: i32, b: i32): i32 => a * b, Math.imul === null ? add : sub];

export function main(_args: string[]): i32 {
  for (let i = 0; i < TABLE.length; i++) print(`${i} ${TABLE[i](12, 5)}`);
  const local: BinaryOp[] = [];
  local.push(TABLE[2]);
  local.push((a: i32, b: i32): i32 => a & b);
  for (const op of local) print(`${op(6, 3)}`);
  print(`${TABLE[0] === add} ${TABLE[0] === sub} ${TABLE.indexOf(sub)} ${local[0] === TABLE[2]}`);
  return 0;
}
