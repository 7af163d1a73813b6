/** Strings are UTF-16: a character outside the plane 0 has two units. */
import { type i32, print } from "@rts";
const FACE = "\u{1f600}";

export function main(_args: string[]): i32 {
  print(`${FACE} ${FACE.length} ${FACE.charCodeAt(0)} ${FACE.charCodeAt(1)}`);
  const joined = String.fromCharCode(0xd83d) + String.fromCharCode(0xde00);
  print(`${joined === FACE} ${joined}`);
  const text = "a" + FACE + "b𝒳";
  for (let i = 0; i < text.length; i++) print(`${i} ${text.charCodeAt(i)}`);
  const lone = text.substring(1, 2);
  print(`${lone.length} ${lone.charCodeAt(0)} ${text.indexOf(lone)} ${lone < "\ue000"} ${lone === FACE}`);
  print(`${text.lastIndexOf("b")} ${text.slice(1, 3)}`);
  print("żółć ßü 漢字 ελ");
  return 0;
}
