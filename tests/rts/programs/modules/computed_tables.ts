/** Tables computed at top level with all of TypeScript. */
import { type i32, print } from "@rts";
const SQUARES: i32[] = Array.from({ length: 10 }, (_, n) => n * n);
const PRIMES: i32[] = [...Array(50).keys()].filter((n) =>
  n > 1 && ![2, 3, 5, 7].some((p) => n % p === 0 && n !== p)
);
const CRC: i32[] = [];
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  CRC.push(c | 0);
}
const NAMES: Map<string, i32> = new Map(Object.entries({ one: 1, two: 2, ["th" + "ree"]: 3 }));
const { length: COUNT } = SQUARES;
const WORDS: string[] = "alpha beta gamma".split(/ +/).map((w) => w.replace(/^./, (c) => c.toUpperCase()));
const TOTAL: i32 = SQUARES.reduce((a, b) => a + b);

function crc(text: string): i32 {
  let c: i32 = -1;
  for (let i = 0; i < text.length; i++) c = CRC[(c ^ text.charCodeAt(i)) & 255] ^ (c >>> 8);
  return ~c;
}

export function main(_args: string[]): i32 {
  print(`${SQUARES.join()} ${PRIMES.join()} ${COUNT} ${TOTAL}`);
  print(`${crc("123456789") >>> 0} ${crc("") >>> 0} ${CRC[255]}`);
  for (const k of NAMES.keys()) print(`${k} ${NAMES.get(k)!}`);
  print(WORDS.join());
  return 0;
}
