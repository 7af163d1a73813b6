/** Two type parameters, and generic methods' results as arguments. */
import { type f64, type i32, type i64, print } from "@rts";
class Pair<A, B> {
  constructor(readonly first: A, readonly second: B) {}
  flip(): Pair<B, A> {
    return new Pair<B, A>(this.second, this.first);
  }
}

function pair<A, B>(a: A, b: B): Pair<A, B> {
  return new Pair<A, B>(a, b);
}

export function main(_args: string[]): i32 {
  const p = new Pair<i32, string>(1, "one");
  const q = p.flip();
  print(`${p.first} ${p.second} ${q.first} ${q.second} ${q.flip().first + 1}`);
  const r = pair<f64, i64>(0.5, 3n);
  print(`${r.first} ${r.second} ${r.flip().first}`);
  const s = new Pair<Pair<i32, i32>, i32[]>(new Pair<i32, i32>(4, 5), [6]);
  print(`${s.first.second} ${s.second[0]} ${s.flip().second.first}`);
  return 0;
}
