/**
 * The core of the code generator: emitting instructions, names, scopes and errors. The visitors of statements,
 * expressions and patterns are functions over this class in files of their own.
 *
 * An instruction carries the line of the node being visited; `line = -1` marks what is artificial.
 */
import { mangle, type Node } from "../ast/access.ts";
import type { ConstantValue, Location } from "../ast/nodes.ts";
import { CO_FUTURE_ANNOTATIONS, type CodeObject, PYCF_ALLOW_TOP_LEVEL_AWAIT } from "../code.ts";
import { type CompilerWarning, type PySyntaxError, rangedError } from "../errors.ts";
import type { FutureFeatures } from "../future.ts";
import { HAVE_ARGUMENT, Op } from "../opcodes.ts";
import {
  CELL,
  CLASS_BLOCK,
  FREE,
  FUNCTION_BLOCK,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  MODULE_BLOCK,
  type SymbolTable,
} from "../symtable/mod.ts";
import { assemble } from "./assemble.ts";
import { type Block, Instr } from "./blocks.ts";
import { endsBlock } from "./op_info.ts";
import {
  type FrameBlock,
  SCOPE_ASYNC_FUNCTION,
  SCOPE_CLASS,
  SCOPE_FUNCTION,
  SCOPE_LAMBDA,
  SCOPE_MODULE,
  Unit,
} from "./unit.ts";

const MAX_FRAME_BLOCKS = 20;

/** Values of the context of a name, indices into {@link NAME_OPS}. */
export const LOAD = 0;
export const STORE = 1;
export const DELETE = 2;

/** The context numbers by their names in the tree. */
export const CONTEXTS: Readonly<Record<string, number>> = { Load: LOAD, Store: STORE, Del: DELETE };

const FAST_OPS = [Op.LOAD_FAST, Op.STORE_FAST, Op.DELETE_FAST];
const DEREF_OPS = [Op.LOAD_DEREF, Op.STORE_DEREF, Op.DELETE_DEREF];
const GLOBAL_OPS = [Op.LOAD_GLOBAL, Op.STORE_GLOBAL, Op.DELETE_GLOBAL];
const NAME_OPS = [Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME];

const NONE: ConstantValue = { type: "None" };

/** What the code generator is asked to do. */
export interface CodegenOptions {
  filename: string;
  /** `CO_FUTURE_*` and `PyCF_*` bits, those of the module's own future statements included. */
  flags: number;
  optimize: number;
  future: FutureFeatures;
}

/** State and primitives of one compilation. */
export class Compiler {
  u!: Unit;
  readonly warnings: CompilerWarning[] = [];
  /** In interactive mode: print the values of expressions at the outermost level. */
  interactive = false;
  private readonly stack: Unit[] = [];

  constructor(readonly table: SymbolTable, readonly options: CodegenOptions) {}

  // Scopes

  /** Opens the code object of a node. */
  enterScope(name: string, scope: number, node: Node, firstLine: number): void {
    const outer = this.stack.length > 0 ? this.u : null;
    this.u = new Unit(scope, name, this.table.entryOf(node), outer?.privateName ?? null, firstLine);
    this.stack.push(this.u);
    if (outer !== null) this.u.qualname = this.qualifiedName(outer, scope, name);
  }

  /** Closes the current code object and returns it. */
  exitScope(addNone: boolean): CodeObject {
    const code = assemble(this, addNone);
    this.stack.pop();
    if (this.stack.length > 0) this.u = this.stack[this.stack.length - 1]!;
    return code;
  }

  /** How deep code objects nest here; 1 for a module. */
  get nestLevel(): number {
    return this.stack.length;
  }

  private qualifiedName(outer: Unit, scope: number, name: string): string {
    if (this.stack.length <= 2) return name;
    if (scope === SCOPE_FUNCTION || scope === SCOPE_ASYNC_FUNCTION || scope === SCOPE_CLASS) {
      if (outer.entry.scopeOf(mangle(outer.privateName, name)) === GLOBAL_EXPLICIT) return name;
    }
    const isFunction = outer.scope === SCOPE_FUNCTION || outer.scope === SCOPE_ASYNC_FUNCTION ||
      outer.scope === SCOPE_LAMBDA;
    return isFunction ? `${outer.qualname}.<locals>.${name}` : `${outer.qualname}.${name}`;
  }

  /** Whether annotations are kept as text. */
  get futureAnnotations(): boolean {
    return (this.options.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  }

  /** Whether `await` is allowed here because the caller allows it at module level. */
  get isTopLevelAwait(): boolean {
    return (this.options.flags & PYCF_ALLOW_TOP_LEVEL_AWAIT) !== 0 && this.u.entry.type === MODULE_BLOCK;
  }

  /** Whether the current code object is a module or class, where annotations are evaluated. */
  get keepsAnnotations(): boolean {
    return this.u.scope === SCOPE_MODULE || this.u.scope === SCOPE_CLASS;
  }

  // Places and errors

  /** What is emitted next belongs to a node. */
  setPlace(node: Location): void {
    const u = this.u;
    u.line = node.lineno;
    u.column = node.col_offset;
    u.endLine = node.end_lineno;
    u.endColumn = node.end_col_offset;
  }

  /** A syntax error at the current place. */
  error(message: string): PySyntaxError {
    const u = this.u;
    return rangedError(message, this.options.filename, {
      lineno: u.line,
      col_offset: u.column,
      end_lineno: u.endLine,
      end_col_offset: u.endColumn,
    });
  }

  /** A `SyntaxWarning` at the current place. */
  warn(message: string): void {
    const error = this.error(message);
    this.warnings.push({ category: "SyntaxWarning", message, lineno: this.u.line, error });
  }

  // Blocks

  /** Allocates a block. */
  newBlock(): Block {
    return this.u.newBlock();
  }

  /** Goes on emitting into a block, which follows the current one. */
  useNextBlock(block: Block): void {
    this.u.current.next = block;
    this.u.current = block;
  }

  /** Goes on emitting into a fresh block. */
  nextBlock(): void {
    this.useNextBlock(this.u.newBlock());
  }

  /** Enters a construct that leaving jumps must unwind. */
  pushFrameBlock(type: number, block: Block | null, exit: Block | null, datum: Node | null): void {
    if (this.u.frameBlocks.length >= MAX_FRAME_BLOCKS) throw this.error("too many statically nested blocks");
    this.u.frameBlocks.push({ type, block, exit, datum });
  }

  /** Leaves the construct entered last. */
  popFrameBlock(): FrameBlock {
    return this.u.frameBlocks.pop()!;
  }

  // Instructions

  private append(instr: Instr): void {
    let block = this.u.current;
    const instrs = block.instrs;
    if (instrs.length > 0 && endsBlock(instrs[instrs.length - 1]!.op)) {
      this.nextBlock();
      block = this.u.current;
    }
    if (instr.op === Op.RETURN_VALUE) block.returns = true;
    block.instrs.push(instr);
  }

  /** Emits an instruction without an argument. */
  op(op: number): void {
    this.append(new Instr(op, 0, null, this.u.line));
  }

  /** Emits an instruction with an argument. */
  opArg(op: number, arg: number): void {
    this.append(new Instr(op, arg, null, this.u.line));
  }

  /** Emits an instruction without a line of its own. */
  opNoLine(op: number, arg = 0): void {
    this.append(new Instr(op, arg, null, -1));
  }

  /** Emits a jump. */
  jump(op: number, target: Block): void {
    this.append(new Instr(op, 0, target, this.u.line));
  }

  /** Emits a jump without a line of its own. */
  jumpNoLine(op: number, target: Block): void {
    this.append(new Instr(op, 0, target, -1));
  }

  /** Emits the loading of a constant. */
  loadConst(value: ConstantValue | CodeObject): void {
    this.opArg(Op.LOAD_CONST, this.u.consts.add(value));
  }

  /** Emits the loading of None. */
  loadNone(): void {
    this.opArg(Op.LOAD_CONST, this.u.consts.add(NONE));
  }

  /** Emits the loading of a string. */
  loadString(text: string): void {
    this.opArg(Op.LOAD_CONST, this.u.consts.addString(text));
  }

  /** Emits the loading of a small integer. */
  loadInt(value: number): void {
    this.loadConst({ type: "int", value: BigInt(value) });
  }

  /** Emits the loading of a tuple of strings. */
  loadNames(names: readonly string[]): void {
    this.loadConst({ type: "tuple", items: names.map((value) => ({ type: "str", value })) });
  }

  // Names

  /** The name as the innermost class mangles it. */
  mangle(name: string): string {
    return mangle(this.u.privateName, name);
  }

  /** Emits an instruction whose argument is a name (an attribute, a module, …). */
  opName(op: number, name: string): void {
    this.opArg(op, this.u.names.add(this.mangle(name)));
  }

  /** Refuses names that may not be bound. */
  checkName(name: string, context: number): void {
    if (name !== "__debug__" || context === LOAD) return;
    throw this.error(context === STORE ? "cannot assign to __debug__" : "cannot delete __debug__");
  }

  /** Emits the load, store or deletion of a variable. */
  nameOp(name: string, context: number): void {
    this.checkName(name, context);
    const u = this.u;
    const mangled = mangle(u.privateName, name);
    const type = u.entry.type;
    switch (u.entry.scopeOf(mangled)) {
      case FREE:
        return this.opArg(derefOp(context, type), u.cellvars.names.length + u.freevars.add(mangled));
      case CELL:
        return this.opArg(derefOp(context, type), u.cellvars.add(mangled));
      case LOCAL:
        if (type === FUNCTION_BLOCK) return this.opArg(FAST_OPS[context]!, u.varnames.add(mangled));
        break;
      case GLOBAL_IMPLICIT:
        if (type === FUNCTION_BLOCK) return this.opArg(GLOBAL_OPS[context]!, u.names.add(mangled));
        break;
      case GLOBAL_EXPLICIT:
        return this.opArg(GLOBAL_OPS[context]!, u.names.add(mangled));
    }
    this.opArg(NAME_OPS[context]!, u.names.add(mangled));
  }

  // Functions

  /** Emits the making of a function from a code object; its defaults are on the stack as the flags say. */
  makeClosure(code: CodeObject, flags: number, qualname: string): void {
    if (code.freevars.length > 0) {
      for (const name of code.freevars) this.opArg(Op.LOAD_CLOSURE, this.closureIndex(name));
      flags |= 0x08;
      this.opArg(Op.BUILD_TUPLE, code.freevars.length);
    }
    this.loadConst(code);
    this.loadString(qualname);
    this.opArg(Op.MAKE_FUNCTION, flags);
  }

  private closureIndex(name: string): number {
    const u = this.u;
    const isCell = (u.scope === SCOPE_CLASS && name === "__class__") || u.entry.scopeOf(name) === CELL;
    return isCell ? u.cellvars.indexOf(name) : u.cellvars.names.length + u.freevars.indexOf(name);
  }
}

function derefOp(context: number, type: number): number {
  return context === LOAD && type === CLASS_BLOCK ? Op.LOAD_CLASSDEREF : DEREF_OPS[context]!;
}

// Arguments below the border are not encoded; the table must agree.
if (Op.STORE_NAME !== HAVE_ARGUMENT) throw new Error("opcode table out of order");
