/** The `pypy` command. `./pypy` starts it with the options of Deno that it needs. */
import { runPython } from "./core/launch/run.ts";

Deno.exit(runPython(Deno.args));
