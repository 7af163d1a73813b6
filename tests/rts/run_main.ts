/** Runs `main` of the module whose path is the argument; the exit code is its result. */
const { main } = await import(`file://${Deno.args[0]}`);
Deno.exit(main([]));
