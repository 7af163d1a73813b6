/**
 * The numbers of the symbol table, as `_symtable` publishes them: definition flags, scopes, kinds of blocks.
 *
 * A symbol is one integer: its definition flags, and its scope shifted by {@link SCOPE_OFFSET}.
 */

export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
export const DEF_FREE = 32;
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
/** What makes a name belong to the block that it stands in. */
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

export const SCOPE_OFFSET = 11;
export const SCOPE_MASK = DEF_GLOBAL | DEF_LOCAL | DEF_PARAM | DEF_NONLOCAL;

export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

/** Kinds of blocks, by `type` of a {@link SymbolTableEntry}. */
export const FUNCTION_BLOCK = 0;
export const CLASS_BLOCK = 1;
export const MODULE_BLOCK = 2;
export const ANNOTATION_BLOCK = 3;

/** What comprehension a function block is, if any. */
export const NO_COMPREHENSION = 0;
export const LIST_COMPREHENSION = 1;
export const DICT_COMPREHENSION = 2;
export const SET_COMPREHENSION = 3;
export const GENERATOR_EXPRESSION = 4;
