/** A map with f64 keys: the zeros are one key, and so is NaN. */
import { type f64, type i32, print } from "@rts";
const NAN: f64 = NaN;
const INF: f64 = Infinity;

export function main(_args: string[]): i32 {
  const m = new Map<f64, string>();
  m.set(0.5, "half");
  m.set(0.0, "zero");
  m.set(-0.0, "minus zero");
  m.set(NAN, "nan");
  m.set(NAN, "nan again");
  m.set(INF, "inf");
  m.set(-INF, "-inf");
  m.set(5e-324, "tiny");
  print(`${m.size} ${m.get(0.0)!} ${m.get(-0.0)!} ${m.get(NAN)!} ${m.get(INF)!} ${m.get(5e-324)!}`);
  for (const k of m.keys()) print(`${k} ${1 / k}`);
  for (let i = 0; i < 100; i++) m.set(i / 8, `${i}`);
  print(`${m.size} ${m.get(12.375)!} ${m.get(0.5)!} ${m.has(12.4)}`);
  return 0;
}
