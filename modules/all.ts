/** Every built-in module. Importing this describes them all. */
import "./zz_boot/mod.ts";
import "./_codecs/mod.ts";
import "./_imp/mod.ts";
import "./_sre/mod.ts";
import "./_io/mod.ts";
import "./_string/mod.ts";
import "./builtins/mod.ts";
import "./marshal/mod.ts";
import "./sys/mod.ts";
import "./_functools/mod.ts";
import "./_operator/mod.ts";
import "./_collections/mod.ts";
import "./itertools/mod.ts";
