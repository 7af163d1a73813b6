/**
 * The compiler: Python source to code objects.
 *
 * {@link compile} is the service that the interpreter calls, bytes in, bytes out. The stages are there for
 * programs in TypeScript:
 *
 * ```ts
 * import { compileTree, dumps, parse } from "./core/compiler/mod.ts";
 *
 * const { tree } = parse("print(1)\n", { filename: "<string>", mode: "exec" });
 * const { code } = compileTree(tree, { filename: "<string>", flags: 0, optimize: 0 });
 * dumps(code);
 * ```
 */
export { compile, type CompilerHooks } from "./service.ts";
export { parse, type ParseOptions } from "./parser/mod.ts";
export { compileTree, type CompileTreeOptions } from "./codegen/mod.ts";
export { buildSymbolTable, type SymbolTable, SymbolTableEntry } from "./symtable/mod.ts";
export { deserializeTree, serializeTree } from "./ast/serialize.ts";
export { dumps, loads, type MarshalValue } from "./marshal/mod.ts";
export { type CodeConstant, type CodeObject } from "./code.ts";
export { type CompilerWarning, PyError, PySyntaxError } from "./errors.ts";
export { HAVE_ARGUMENT, Op, OPCODE_NAMES, OPCODE_TABLES, type OpcodeSpec } from "./opcodes.ts";
