/** Every built-in module. Importing this describes them all. */
import "./_imp/mod.ts";
import "./_weakref/mod.ts";
import "./builtins/mod.ts";
import "./gc/mod.ts";
import "./marshal/mod.ts";
import "./sys/mod.ts";
