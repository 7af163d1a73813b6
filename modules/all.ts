/** Every built-in module. Importing this describes them all. */
import "./builtins/mod.ts";
import "./_functools/mod.ts";
import "./_operator/mod.ts";
import "./_collections/mod.ts";
