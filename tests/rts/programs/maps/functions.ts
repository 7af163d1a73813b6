/** Maps with functions as values. */
import { type i32, print } from "@rts";
type Command = (argument: i32) => string;

const COMMANDS: Map<string, Command> = new Map<string, Command>([
  ["double", (x: i32): string => `${x * 2}`],
  ["negate", (x: i32): string => `${-x}`],
]);

function describe(x: i32): string {
  return `number ${x}`;
}

function run(name: string, x: i32): string {
  if (!COMMANDS.has(name)) return `no ${name}`;
  return COMMANDS.get(name)!(x);
}

export function main(_args: string[]): i32 {
  print(run("double", 21));
  print(run("describe", 1));
  COMMANDS.set("describe", describe);
  print(run("describe", 1));
  for (const name of COMMANDS.keys()) print(`${name} ${run(name, 3)}`);
  return 0;
}
