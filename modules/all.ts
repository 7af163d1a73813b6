/** Every built-in module. Importing this describes them all. */
import "./builtins/mod.ts";
import "./_io/mod.ts";
