/** Units rotated through arithmetic on codes. */
import { type i32, print } from "@rts";
function rotate(text: string, by: i32): string {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 97 && c <= 122) result += String.fromCharCode((c - 97 + by + 26) % 26 + 97);
    else if (c >= 65 && c <= 90) result += String.fromCharCode((c - 65 + by + 26) % 26 + 65);
    else result += text[i];
  }
  return result;
}

export function main(_args: string[]): i32 {
  const text = "Attack at Dawn, zebra!";
  for (let by = -3; by <= 3; by++) {
    const coded = rotate(text, by);
    print(`${coded} ${rotate(coded, -by) === text}`);
  }
  return 0;
}
