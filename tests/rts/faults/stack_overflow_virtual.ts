// stdout: caught true
// stdout: finals true
// gcstress: no
/** A stack overflow through virtual and indirect calls with live references and finally. */
import { type i32, print, StackOverflowError } from "@rts";
abstract class Node {
  abstract visit(depth: i32, text: string): string;
}
class A extends Node {
  override visit(depth: i32, text: string): string {
    try {
      return CALL(B_NODE, depth + 1, text + "");
    } finally {
      finals++;
    }
  }
}
class B extends Node {
  override visit(depth: i32, text: string): string {
    deepest = depth;
    return A_NODE.visit(depth + 1, text) + text;
  }
}
type Call = (n: Node, depth: i32, text: string) => string;
const A_NODE: Node = new A();
const B_NODE: Node = new B();
const CALL: Call = (n: Node, depth: i32, text: string): string => n.visit(depth, text);
let deepest: i32 = 0;
let finals: i32 = 0;

export function main(_args: string[]): i32 {
  try {
    print(A_NODE.visit(0, "x"));
  } catch (e) {
    print(`caught ${e instanceof StackOverflowError && deepest > 300}`);
  }
  print(`finals ${finals > 100}`);
  return 0;
}
