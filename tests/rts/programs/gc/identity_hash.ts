/** identityHash and objectId stay the same across collections. */
import { type f64, gcCollect, type i32, identityHash, objectId, print } from "@rts";
class Thing {
  constructor(readonly n: i32) {}
}
const prebuilt: Thing = new Thing(-1);

export function main(_args: string[]): i32 {
  const things: Thing[] = [prebuilt];
  for (let i = 0; i < 50; i++) things.push(new Thing(i));
  const hashes = things.map((t: Thing): i32 => identityHash(t));
  const ids = things.map((t: Thing): f64 => objectId(t));
  gcCollect(0);
  const again = things.map((t: Thing): i32 => identityHash(t));
  gcCollect(1);
  let wrong: i32 = 0;
  for (let i = 0; i < things.length; i++) {
    if (identityHash(things[i]) !== hashes[i] || again[i] !== hashes[i]) wrong++;
    if (objectId(things[i]) !== ids[i]) wrong++;
    for (let k = 0; k < i; k++) if (ids[k] === ids[i]) wrong++;
  }
  const distinct = new Set<i32>();
  for (const h of hashes) distinct.add(h);
  print(`${wrong} ${distinct.size > 20} ${identityHash(prebuilt) === hashes[0]}`);
  return 0;
}
