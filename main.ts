/** The `pypy` command. `./pypy` starts it with the options of Deno that it needs. */
import { compile } from "./core/compiler/service.ts";
import { COMPILER_HOOKS } from "./core/launch/compiler_hooks.ts";
import { runPython } from "./core/launch/run.ts";

const code = runPython(
  Deno.args,
  (services) => services.register("compile", (request) => compile(request, COMPILER_HOOKS)),
);
Deno.exit(code);
