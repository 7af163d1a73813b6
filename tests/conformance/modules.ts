/**
 * CPython's own test modules that measure conformance, by what they are about. They are found in an installed CPython
 * 3.10 (`Lib/test`), never copied. A name stands for the module `test.NAME`.
 */
export const MODULES = {
  language: [
    "test_grammar",
    "test_syntax",
    "test_tokenize",
    "test_eof",
    "test_string_literals",
    "test_int_literal",
    "test_unicode_identifiers",
    "test_utf8source",
    "test_source_encoding",
    "test_scope",
    "test_global",
    "test_named_expressions",
    "test_patma",
    "test_fstring",
    "test_with",
    "test_unpack",
    "test_unpack_ex",
    "test_extcall",
    "test_keywordonlyarg",
    "test_positional_only_arg",
    "test_decorators",
    "test_augassign",
    "test_unary",
    "test_opcodes",
    "test_type_annotations",
    "test_future",
    "test_flufl",
    "test_errno",
  ],
  functions: [
    "test_call",
    "test_funcattrs",
    "test_generators",
    "test_generator_stop",
    "test_genexps",
    "test_yield_from",
    "test_coroutines",
    "test_asyncgen",
    "test_listcomps",
    "test_dictcomps",
    "test_setcomps",
  ],
  classes: [
    "test_class",
    "test_descr",
    "test_descrtut",
    "test_super",
    "test_metaclass",
    "test_subclassinit",
    "test_property",
    "test_isinstance",
    "test_typechecks",
    "test_dynamic",
    "test_dynamicclassattribute",
    "test_types",
    "test_genericalias",
    "test_abc",
    "test_enum",
    "test_dataclasses",
  ],
  exceptions: [
    "test_exceptions",
    "test_baseexception",
    "test_exception_hierarchy",
    "test_exception_variations",
    "test_raise",
    "test_traceback",
    "test_contextlib",
    "test_warnings",
  ],
  numbers: [
    "test_int",
    "test_long",
    "test_float",
    "test_complex",
    "test_bool",
    "test_pow",
    "test_strtod",
    "test_numeric_tower",
    "test_abstract_numbers",
    "test_math",
    "test_cmath",
    "test_fractions",
    "test_decimal",
    "test_statistics",
    "test_random",
  ],
  text: [
    "test_unicode",
    "test_string",
    "test_format",
    "test_bytes",
    "test_memoryview",
    "test_userstring",
    "test_codecs",
    "test_unicodedata",
    "test_re",
    "test_textwrap",
  ],
  containers: [
    "test_list",
    "test_tuple",
    "test_dict",
    "test_dictviews",
    "test_set",
    "test_range",
    "test_slice",
    "test_sort",
    "test_iter",
    "test_enumerate",
    "test_userdict",
    "test_userlist",
    "test_defaultdict",
    "test_deque",
    "test_ordered_dict",
    "test_collections",
    "test_contains",
    "test_array",
  ],
  protocols: [
    "test_binop",
    "test_compare",
    "test_richcmp",
    "test_hash",
    "test_index",
    "test_builtin",
    "test_operator",
    "test_weakref",
    "test_weakset",
    "test_finalization",
    "test_gc",
  ],
  compiler: [
    "test_code",
    "test_compile",
    "test_ast",
    "test_dis",
    "test_symtable",
    "test_unparse",
    "test_peepholer",
    "test_marshal",
    "test_sys_settrace",
    "test_sys_setprofile",
    "test_frame",
  ],
  library: [
    "test_itertools",
    "test_functools",
    "test_heapq",
    "test_bisect",
    "test_copy",
    "test_copyreg",
    "test_pickle",
    "test_json",
    "test_struct",
    "test_inspect",
    "test_module",
    "test_import",
    "test_context",
    "test_io",
    "test_memoryio",
    "test_sys",
    "test_datetime",
    "test_typing",
    "test_reprlib",
    "test_pprint",
  ],
} as const satisfies Record<string, readonly string[]>;

/** A group of modules. */
export type Group = keyof typeof MODULES;

/** All module names, in the order of the table. */
export function allModules(): string[] {
  return Object.values(MODULES).flat();
}

/** The modules that `words` name: each a module (with or without `test_`) or a group; all when there is none.
 * @throws {Error} on a word that names nothing. */
export function selectModules(words: readonly string[]): string[] {
  if (words.length === 0) return allModules();
  const known = new Set(allModules());
  return [...new Set(words.flatMap((word) => selectOne(word, known)))];
}

function selectOne(word: string, known: ReadonlySet<string>): readonly string[] {
  if (Object.hasOwn(MODULES, word)) return MODULES[word as Group];
  const name = known.has(word) || word.startsWith("test_") ? word : `test_${word}`;
  if (!known.has(name) && !word.startsWith("test_")) throw new Error(`no module or group '${word}'`);
  return [name];
}
