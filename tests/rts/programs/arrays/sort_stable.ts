/** Equal elements keep their order. */
import { type i32, print } from "@rts";
class Entry {
  constructor(readonly key: i32, readonly order: i32) {}
}

export function main(_args: string[]): i32 {
  const entries: Entry[] = [];
  let state: i32 = 12345;
  for (let i = 0; i < 500; i++) {
    state = ((Math.imul(state, 1103515245) + 12345) | 0) & 0x7fffffff;
    entries.push(new Entry((state >> 16) % 10, i));
  }
  entries.sort((a: Entry, b: Entry): i32 => a.key - b.key);
  let wrong: i32 = 0;
  for (let i = 1; i < entries.length; i++) {
    const a = entries[i - 1];
    const b = entries[i];
    if (a.key > b.key || a.key === b.key && a.order > b.order) wrong++;
  }
  print(`${wrong}`);
  let line = "";
  for (let i = 0; i < 500; i += 25) line += `${entries[i].key}:${entries[i].order} `;
  print(line);
  return 0;
}
