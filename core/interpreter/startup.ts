/** Puts the whole interpreter together, at translation. Import it first: what it makes is frozen into the image. */
import "../objspace/all_types.ts";
import "../../modules/all.ts";
import { installObjectHooks } from "../objspace/object_methods.ts";
import { finishTypes } from "../objspace/type_finish.ts";
import { finishModules } from "./builtin_modules.ts";

finishTypes();
installObjectHooks();
finishModules();
