/** A switch over many strings of equal length and prefix. */
import { type i32, print } from "@rts";
function code(word: string): i32 {
  switch (word) {
    case "break":
      return 1;
    case "class":
      return 2;
    case "const":
      return 3;
    case "catch":
      return 4;
    case "while":
      return 5;
    case "yield":
      return 6;
    case "false":
      return 7;
    case "super":
      return 8;
    case "throw":
      return 9;
    case "await":
      return 10;
  }
  return 0;
}

export function main(_args: string[]): i32 {
  const source = "class const catch clash while whale break bread super throw three await yield false falsy";
  let total: i32 = 0;
  for (const word of source.split(" ")) {
    print(`${word} ${code(word)}`);
    total += code(word);
  }
  print(`${total}`);
  return 0;
}
