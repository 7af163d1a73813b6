/** String.fromCharCode and charCodeAt are inverse. */
import { type i32, print } from "@rts";
export function main(_args: string[]): i32 {
  let text = "";
  for (let c = 32; c < 127; c++) text += String.fromCharCode(c);
  print(text);
  let sum: i32 = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  print(`${sum}`);
  const codes: i32[] = [0, 9, 127, 128, 255, 256, 0x7ff, 0x800, 0xfffd, 0xffff];
  for (const c of codes) {
    const s = String.fromCharCode(c);
    print(`${s.length} ${s.charCodeAt(0)} ${s.charCodeAt(0) === c}`);
  }
  return 0;
}
