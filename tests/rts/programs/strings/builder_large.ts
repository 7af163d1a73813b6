// gcstress: no
/** A StringBuilder that grows past large-object size, and strings taken from it. */
import { type i32, print, StringBuilder } from "@rts";
export function main(_args: string[]): i32 {
  const b = new StringBuilder();
  for (let i = 0; i < 20000; i++) {
    b.append("item ");
    b.appendInt(i);
    b.append(";");
  }
  const text = b.toString();
  print(`${text.length} ${b.length}`);
  let hash: i32 = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  print(`${hash}`);
  print(text.substring(100000, 100040));
  print(`${text.indexOf("item 19999")} ${text.split(";").length}`);
  b.append("tail");
  print(`${b.toString().endsWith(";tail")} ${text.endsWith("tail")}`);
  return 0;
}
