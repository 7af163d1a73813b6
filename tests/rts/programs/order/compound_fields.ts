/** Compound assignment to fields with side effects in the base. */
import { type f64, type i32, print } from "@rts";
let log: string = "";

class Node {
  value: i32 = 1;
  text: string = "t";
  real: f64 = 0.5;
  next: Node | null = null;
}
const first: Node = new Node();

function node(name: string): Node {
  log += name;
  return first;
}

function bump(): i32 {
  log += "b";
  first.value = 100;
  return 3;
}

export function main(_args: string[]): i32 {
  node("n").value += bump();
  print(`${first.value} ${log}`);
  node("m").value *= node("o").value;
  print(`${first.value} ${log}`);
  node("p").text += `${node("q").value}` + "!";
  node("r").real /= 4;
  print(`${first.text} ${first.real} ${log}`);
  print(`${node("s").value++} ${++node("t").value} ${first.value--} ${first.value}`);
  first.next = new Node();
  first.next.value -= first.value;
  print(`${first.next.value} ${log}`);
  return 0;
}
