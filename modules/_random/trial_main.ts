/** Answers the trials of the file that is named: `seed words…`, `bits n`, `random`, `state`, `set words…`. */
import { f64Bits, type i32, parseI32, print, readTextFile } from "@rts";
import { MersenneTwister } from "./core.ts";

const TWISTER: MersenneTwister = new MersenneTwister();

function join(words: Int32Array): string {
  const texts: string[] = [];
  for (let i = 0; i < words.length; i++) texts.push(`${words[i]}`);
  return texts.join(" ");
}

function answer(line: string): string {
  const words = line.split(" ");
  const numbers = new Int32Array(words.length - 1);
  for (let i = 1; i < words.length; i++) numbers[i - 1] = parseI32(words[i]);
  switch (words[0]) {
    case "seed":
      TWISTER.seedByArray(numbers, numbers.length);
      return "";
    case "set":
      TWISTER.setState(numbers);
      return "";
    case "bits":
      return join(TWISTER.getrandbits(numbers[0]));
    case "state":
      return join(TWISTER.getState());
    default:
      return `${f64Bits(TWISTER.random())}`;
  }
}

export function main(args: string[]): i32 {
  for (const line of readTextFile(args[0]).split("\n")) if (line.length > 0) print(answer(line));
  return 0;
}
