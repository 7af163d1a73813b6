/** `&&`, `||` and `??` evaluate their right side only when needed. */
import { type bool, type i32, print } from "@rts";
let log: string = "";

function t(name: string): bool {
  log += name;
  return true;
}

function f(name: string): bool {
  log += name;
  return false;
}

function nothing(name: string): string | null {
  log += name;
  return null;
}

function something(name: string): string | null {
  log += name;
  return name;
}

export function main(_args: string[]): i32 {
  const results: bool[] = [
    t("a") && t("b"),
    t("c") && f("d"),
    f("e") && t("f"),
    t("g") || t("h"),
    f("i") || t("j"),
    f("k") || f("l"),
    t("m") && f("n") || t("o"),
    (f("p") || t("q")) && t("r"),
  ];
  print(`${results.join()} ${log}`);
  log = "";
  const s = nothing("1") ?? something("2") ?? "3";
  const u = something("4") ?? nothing("5") ?? "6";
  print(`${s} ${u} ${nothing("7") ?? "default"} ${log}`);
  log = "";
  if (f("x") && t("y") || !f("z")) log += "!";
  while (log.length < 6 && t("w"));
  print(log);
  return 0;
}
