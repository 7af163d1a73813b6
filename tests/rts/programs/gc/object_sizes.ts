/** Objects and arrays of many sizes side by side keep their contents. */
import { type f64, gcCollect, type i32, type i64, print, type u8 } from "@rts";
class S1 {
  a: u8 = 1;
}
class S2 extends S1 {
  b: f64 = 2.5;
}
class S3 extends S2 {
  c: string = "c";
  d: i64 = 4n;
  e: i32[] = [5];
}

export function main(_args: string[]): i32 {
  const ones: S1[] = [];
  const arrays: Int32Array[] = [];
  const texts: string[] = [];
  for (let i = 0; i < 60; i++) {
    ones.push(i % 3 === 0 ? new S1() : i % 3 === 1 ? new S2() : new S3());
    const a = new Int32Array(i);
    for (let k = 0; k < i; k++) a[k] = i * 100 + k;
    arrays.push(a);
    texts.push("x".repeat(i));
    if (i % 20 === 0) gcCollect(0);
  }
  gcCollect(1);
  let sum: f64 = 0;
  for (const s of ones) {
    sum += s.a;
    if (s instanceof S3) sum += s.c.length + Number(s.d) + s.e[0];
    if (s instanceof S2) sum += s.b;
  }
  let wrong: i32 = 0;
  for (let i = 0; i < 60; i++) {
    for (let k = 0; k < i; k++) if (arrays[i][k] !== i * 100 + k) wrong++;
    if (texts[i].length !== i || arrays[i].length !== i) wrong++;
  }
  print(`${sum} ${wrong}`);
  return 0;
}
