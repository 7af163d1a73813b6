/** The settings of a run, decoded from the program's arguments (see docs/python.md, "What `main` gets"). */
import type { i32 } from "@rts";

/** Settings by name, those that may come many times as lists, and `sys.argv`. */
export class Config {
  private readonly values: Map<string, string> = new Map<string, string>();
  readonly argv: string[] = [];
  readonly origArgv: string[] = [];
  readonly warnOptions: string[] = [];
  readonly xOptions: string[] = [];
  readonly library: string[] = [];

  /** Decodes `key=value …, --, argv`. */
  constructor(args: string[]) {
    let i: i32 = 0;
    for (; i < args.length && args[i] !== "--"; i++) this.add(args[i]);
    for (i++; i < args.length; i++) this.argv.push(args[i]);
  }

  private add(setting: string): void {
    const equals = setting.indexOf("=", 0);
    const key = setting.substring(0, equals);
    const value = setting.substring(equals + 1, setting.length);
    if (key === "orig_arg") this.origArgv.push(value);
    else if (key === "warn_option") this.warnOptions.push(value);
    else if (key === "x_option") this.xOptions.push(value);
    else if (key === "library") this.library.push(value);
    else this.values.set(key, value);
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  /** The text of a setting; empty when it is not set. */
  text(key: string): string {
    return this.values.get(key) ?? "";
  }

  /** The number of a setting; 0 when it is not set. */
  number(key: string): i32 {
    return decimal(this.values.get(key) ?? "0");
  }

  flag(key: string): boolean {
    return this.number(key) !== 0;
  }
}

/** The number that decimal digits spell, perhaps after a minus. */
function decimal(text: string): i32 {
  let value: i32 = 0;
  const negative = text.startsWith("-");
  for (let i = negative ? 1 : 0; i < text.length; i++) {
    value = (Math.imul(value, 10) + text.charCodeAt(i) - 48) | 0;
  }
  return negative ? -value : value;
}
