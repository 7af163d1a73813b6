/** The program of the image: Python, from its settings to its exit code. */
import type { i32 } from "@rts";
import "./startup.ts";
import { Config } from "./config.ts";
import { runPythonMain } from "./lifecycle.ts";

/** Runs Python with the settings that `core/cli` encoded (docs/python.md); the exit code. */
export function main(args: string[]): i32 {
  return runPythonMain(new Config(args));
}
