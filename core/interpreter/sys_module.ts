/** The `sys` module object, and the tables of it that the interpreter itself uses. */
import { W_Dict } from "../objspace/dict.ts";
import { newModule, type W_Module } from "../objspace/module.ts";

/** `sys`. Its contents come from `modules/sys`. */
export const sysModule: W_Module = newModule();
/** `sys.modules`. */
export const w_modules: W_Dict = new W_Dict();
/** The `builtins` module. Its contents come from `modules/builtins`. */
export const builtinsModule: W_Module = newModule();
