/** Static accessors and methods that call each other. */
import { type i32, print } from "@rts";
class Config {
  private static value: i32 = 4;
  static get size(): i32 {
    return Config.value;
  }
  static set size(n: i32) {
    Config.value = Math.max(0, n);
  }
  static doubled(): i32 {
    return Config.size * 2;
  }
  static quadrupled(): i32 {
    return Config.doubled() * 2;
  }
}

export function main(_args: string[]): i32 {
  print(`${Config.size} ${Config.quadrupled()}`);
  Config.size = -5;
  print(`${Config.size}`);
  Config.size += 7;
  print(`${Config.size} ${Config.doubled()}`);
  return 0;
}
