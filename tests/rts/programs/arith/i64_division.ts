/** i64 quotients go towards zero; remainders take the sign of the dividend. */
import { type i32, type i64, print } from "@rts";
const VALUES: i64[] = [1n, -1n, 3n, -3n, 10n, -10n, 9223372036854775807n, -9223372036854775807n];

export function main(_args: string[]): i32 {
  for (const a of VALUES) {
    let quotients = "";
    let remainders = "";
    for (const b of VALUES) {
      quotients += `${a / b} `;
      remainders += `${a % b} `;
    }
    print(quotients);
    print(remainders);
  }
  return 0;
}
