/** For tests of the driver: folders with programs in them, and the command line as a subprocess. */
import { fromFileUrl } from "../frontend/paths.ts";

const CLI = fromFileUrl(new URL("cli.ts", import.meta.url));
const CONFIG = fromFileUrl(new URL("../../deno.json", import.meta.url));

/** A program that prints its arguments; its exit code is their number. */
export const ECHO = `import { type i32, print } from "@rts";
import { decorate } from "./lib.ts";

export function main(args: string[]): i32 {
  for (const arg of args) print(decorate(arg));
  return args.length;
}
`;
export const ECHO_LIB = `export function decorate(text: string): string {
  return "<" + text + ">";
}
`;

/** Calls `work` with a new folder that holds `files`; removes it afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "rts-driver-" });
  try {
    for (const [name, text] of Object.entries(files)) await Deno.writeTextFile(`${folder}/${name}`, text);
    return await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What the command line did. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs the command line in a process of its own. */
export async function runCli(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", CONFIG, CLI, ...args],
    env: { NO_COLOR: "1", ...env },
  });
  const { stdout, stderr, code } = await command.output();
  const decoder = new TextDecoder();
  return { stdout: decoder.decode(stdout), stderr: withoutProgress(decoder.decode(stderr)), code };
}

/** A slow machine makes the driver say how far it is. */
function withoutProgress(text: string): string {
  return text.replace(/^\S+: [a-z ]+ \(\d+\.\d s\)\n/gm, "");
}
