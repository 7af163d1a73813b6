/**
 * The first pass of the symbol table: visits the tree, opens a block for every scope and notes how each name is
 * defined and used. The order of visits decides the order of symbols, which `_symtable` shows.
 */
import { mangle, type Node } from "../ast/access.ts";
import type { Location } from "../ast/nodes.ts";
import { CO_FUTURE_ANNOTATIONS } from "../code.ts";
import { enterNode } from "../recursion.ts";
import { SymbolTableEntry } from "./entry.ts";
import { rangedError } from "../errors.ts";
import {
  ANNOTATION_BLOCK,
  CLASS_BLOCK,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DICT_COMPREHENSION,
  FUNCTION_BLOCK,
  GENERATOR_EXPRESSION,
  LIST_COMPREHENSION,
  MODULE_BLOCK,
  NO_COMPREHENSION,
  SET_COMPREHENSION,
  USE,
} from "./flags.ts";

const NOWHERE: Location = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

const COMPREHENSION_NAMES = ["", "list comprehension", "dict comprehension", "set comprehension"];

/** Builds the blocks of a tree. `entries` maps the nodes that open a block to it. */
export class SymbolTableBuilder {
  readonly entries: Map<Node, SymbolTableEntry> = new Map();
  readonly top: SymbolTableEntry;
  private current: SymbolTableEntry;
  private readonly stack: SymbolTableEntry[] = [];
  private readonly futureAnnotations: boolean;
  private className: string | null = null;
  private depth = 0;

  constructor(private readonly filename: string, tree: Node, futureFeatures: number) {
    this.futureAnnotations = (futureFeatures & CO_FUTURE_ANNOTATIONS) !== 0;
    this.top = new SymbolTableEntry("top", MODULE_BLOCK, 0, NOWHERE);
    this.entries.set(tree, this.top);
    this.current = this.top;
    this.stack.push(this.top);
  }

  /** Visits the tree of a module, an expression or an interactive statement. */
  visitModule(tree: Node): void {
    if (tree.kind === "Expression") this.expr(tree.body);
    else this.stmts(tree.body);
  }

  // Blocks

  private enter(name: string, type: number, node: Node, place: Location = node): void {
    const previous = this.current;
    const entry = new SymbolTableEntry(name, type, place.lineno, place);
    entry.nested = previous.nested || previous.type === FUNCTION_BLOCK;
    // An assignment expression is out of place anywhere inside of a comprehension's iterable.
    entry.compIterExpr = previous.compIterExpr;
    this.stack.push(entry);
    this.current = entry;
    if (type === ANNOTATION_BLOCK) return;
    this.entries.set(node, entry);
    previous.children.push(entry);
  }

  private exit(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1]!;
  }

  // Names

  /** Notes a definition or use, of which `place` is to blame for errors. */
  private define(name: string, flag: number, place: Location, entry = this.current): void {
    const mangled = mangle(this.className, name);
    const old = entry.symbols.get(mangled) ?? 0;
    if (flag & old & DEF_PARAM) {
      throw this.error(`duplicate argument '${name}' in function definition`, place);
    }
    let flags = old | flag;
    if (entry.compIterTarget) {
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL)) {
        const message = "comprehension inner loop cannot rebind assignment expression target";
        throw this.error(`${message} '${name}'`, place);
      }
      flags |= DEF_COMP_ITER;
    }
    if (flags !== old) entry.symbols.set(mangled, flags);
    if (flag & DEF_PARAM) {
      entry.varnames.push(mangled);
    } else if (flag & DEF_GLOBAL) {
      const globals = this.top.symbols;
      globals.set(mangled, flag | (globals.get(mangled) ?? 0));
    }
  }

  private lookup(name: string, entry: SymbolTableEntry = this.current): number {
    return entry.symbols.get(mangle(this.className, name)) ?? 0;
  }

  private recordDirective(name: string, place: Location): void {
    this.current.directives.push({ name: mangle(this.className, name), place });
  }

  private error(message: string, place: Location): Error {
    return rangedError(message, this.filename, place);
  }

  // Statements

  private stmts(body: readonly Node[]): void {
    for (let i = 0; i < body.length; i++) this.stmt(body[i]);
  }

  private exprs(list: readonly Node[]): void {
    for (let i = 0; i < list.length; i++) if (list[i] !== null) this.expr(list[i]);
  }

  private stmt(node: Node): void {
    enterNode(++this.depth);
    this.stmtKind(node);
    this.depth--;
  }

  private stmtKind(node: Node): void {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return this.functionDef(node);
      case "ClassDef":
        return this.classDef(node);
      case "Return":
        if (node.value !== null) {
          this.expr(node.value);
          this.current.returnsValue = true;
        }
        return;
      case "Delete":
        return this.exprs(node.targets);
      case "Assign":
        this.exprs(node.targets);
        return this.expr(node.value);
      case "AugAssign":
        this.expr(node.target);
        return this.expr(node.value);
      case "AnnAssign":
        return this.annAssign(node);
      case "Expr":
        return this.expr(node.value);
      case "Import":
      case "ImportFrom":
        return this.aliases(node.names);
      case "Global":
        return this.directive(node, DEF_GLOBAL, "global");
      case "Nonlocal":
        return this.directive(node, DEF_NONLOCAL, "nonlocal");
      case "Raise":
        if (node.exc !== null) {
          this.expr(node.exc);
          if (node.cause !== null) this.expr(node.cause);
        }
        return;
      case "Assert":
        this.expr(node.test);
        if (node.msg !== null) this.expr(node.msg);
        return;
      default:
        return this.compound(node);
    }
  }

  private compound(node: Node): void {
    switch (node.kind) {
      case "For":
      case "AsyncFor":
        this.expr(node.target);
        this.expr(node.iter);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case "While":
      case "If":
        this.expr(node.test);
        this.stmts(node.body);
        return this.stmts(node.orelse);
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          this.expr(item.context_expr);
          if (item.optional_vars !== null) this.expr(item.optional_vars);
        }
        return this.stmts(node.body);
      case "Try":
        this.stmts(node.body);
        this.stmts(node.orelse);
        for (const handler of node.handlers) this.handler(handler);
        return this.stmts(node.finalbody);
      case "Match":
        this.expr(node.subject);
        for (const matchCase of node.cases) {
          this.pattern(matchCase.pattern);
          if (matchCase.guard !== null) this.expr(matchCase.guard);
          this.stmts(matchCase.body);
        }
    }
  }

  private handler(node: Node): void {
    if (node.type !== null) this.expr(node.type);
    if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
    this.stmts(node.body);
  }

  private functionDef(node: Node): void {
    this.define(node.name, DEF_LOCAL, node);
    this.exprs(node.args.defaults);
    this.exprs(node.args.kw_defaults);
    this.annotations(node);
    this.exprs(node.decorator_list);
    this.enter(node.name, FUNCTION_BLOCK, node);
    if (node.kind === "AsyncFunctionDef") this.current.coroutine = true;
    this.arguments(node.args);
    this.stmts(node.body);
    this.exit();
  }

  private classDef(node: Node): void {
    this.define(node.name, DEF_LOCAL, node);
    this.exprs(node.bases);
    for (const keyword of node.keywords) this.expr(keyword.value);
    this.exprs(node.decorator_list);
    this.enter(node.name, CLASS_BLOCK, node);
    const outer = this.className;
    this.className = node.name;
    this.stmts(node.body);
    this.className = outer;
    this.exit();
  }

  private annAssign(node: Node): void {
    const target = node.target;
    if (target.kind === "Name") {
      const flags = this.lookup(target.id);
      if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && this.current !== this.top && node.simple) {
        const what = flags & DEF_GLOBAL ? "global" : "nonlocal";
        throw this.error(`annotated name '${target.id}' can't be ${what}`, node);
      }
      if (node.simple) this.define(target.id, DEF_ANNOT | DEF_LOCAL, target);
      else if (node.value !== null) this.define(target.id, DEF_LOCAL, target);
    } else {
      this.expr(target);
    }
    this.annotation(node.annotation);
    if (node.value !== null) this.expr(node.value);
  }

  private directive(node: Node, flag: number, word: string): void {
    for (const name of node.names) {
      const flags = this.lookup(name);
      if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
        throw this.error(directiveConflict(name, flags, word), node);
      }
      this.define(name, flag, node);
      this.recordDirective(name, node);
    }
  }

  private aliases(aliases: readonly Node[]): void {
    for (const alias of aliases) {
      const name: string = alias.asname ?? alias.name;
      if (name === "*") {
        if (this.current.type !== MODULE_BLOCK) {
          throw this.error("import * only allowed at module level", alias);
        }
        continue;
      }
      const dot = name.indexOf(".");
      this.define(dot < 0 ? name : name.slice(0, dot), DEF_IMPORT, alias);
    }
  }

  // Expressions

  private expr(node: Node): void {
    enterNode(++this.depth);
    this.exprKind(node);
    this.depth--;
  }

  private exprKind(node: Node): void {
    switch (node.kind) {
      case "Name":
        return this.name(node);
      case "Constant":
        return;
      case "Attribute":
      case "Starred":
        return this.expr(node.value);
      case "Call":
        this.expr(node.func);
        this.exprs(node.args);
        for (const keyword of node.keywords) this.expr(keyword.value);
        return;
      case "BinOp":
        this.expr(node.left);
        return this.expr(node.right);
      case "Compare":
        this.expr(node.left);
        return this.exprs(node.comparators);
      case "BoolOp":
      case "JoinedStr":
        return this.exprs(node.values);
      case "UnaryOp":
        return this.expr(node.operand);
      case "Subscript":
        this.expr(node.value);
        return this.expr(node.slice);
      case "Tuple":
      case "List":
      case "Set":
        return this.exprs(node.elts);
      case "Dict":
        this.exprs(node.keys);
        return this.exprs(node.values);
      default:
        return this.otherExpr(node);
    }
  }

  private otherExpr(node: Node): void {
    switch (node.kind) {
      case "IfExp":
        this.expr(node.test);
        this.expr(node.body);
        return this.expr(node.orelse);
      case "Lambda":
        return this.lambda(node);
      case "FormattedValue":
        this.expr(node.value);
        if (node.format_spec !== null) this.expr(node.format_spec);
        return;
      case "Slice":
        if (node.lower !== null) this.expr(node.lower);
        if (node.upper !== null) this.expr(node.upper);
        if (node.step !== null) this.expr(node.step);
        return;
      case "ListComp":
        return this.comprehension(node, "listcomp", LIST_COMPREHENSION, node.elt, null);
      case "SetComp":
        return this.comprehension(node, "setcomp", SET_COMPREHENSION, node.elt, null);
      case "GeneratorExp":
        return this.comprehension(node, "genexpr", GENERATOR_EXPRESSION, node.elt, null);
      case "DictComp":
        return this.comprehension(node, "dictcomp", DICT_COMPREHENSION, node.key, node.value);
      case "NamedExpr":
        return this.namedExpr(node);
      case "Yield":
      case "YieldFrom":
        return this.yield(node);
      case "Await":
        this.refuseInAnnotation("await expression", node);
        this.expr(node.value);
        this.current.coroutine = true;
    }
  }

  private name(node: Node): void {
    const load = node.ctx === "Load";
    this.define(node.id, load ? USE : DEF_LOCAL, node);
    // `super()` finds the class through the cell `__class__`.
    if (load && node.id === "super" && this.current.type === FUNCTION_BLOCK) {
      this.define("__class__", USE, node);
    }
  }

  private lambda(node: Node): void {
    this.exprs(node.args.defaults);
    this.exprs(node.args.kw_defaults);
    this.enter("lambda", FUNCTION_BLOCK, node);
    this.arguments(node.args);
    this.expr(node.body);
    this.exit();
  }

  private yield(node: Node): void {
    this.refuseInAnnotation("yield expression", node);
    if (node.value !== null) this.expr(node.value);
    this.current.generator = true;
    const comprehension = this.current.comprehension;
    if (comprehension === NO_COMPREHENSION) return;
    const where = COMPREHENSION_NAMES[comprehension] ?? "generator expression";
    throw this.error(`'yield' inside ${where}`, node);
  }

  private refuseInAnnotation(what: string, node: Node): void {
    if (this.current.type !== ANNOTATION_BLOCK) return;
    throw this.error(`'${what}' can not be used within an annotation`, node);
  }

  private namedExpr(node: Node): void {
    this.refuseInAnnotation("named expression", node);
    if (this.current.compIterExpr > 0) {
      const message = "assignment expression cannot be used in a comprehension iterable expression";
      throw this.error(message, node);
    }
    if (this.current.comprehension !== NO_COMPREHENSION) this.bindOutside(node.target);
    this.expr(node.value);
    this.expr(node.target);
  }

  /** An assignment expression in a comprehension binds its name in the block around all comprehensions. */
  private bindOutside(target: Node): void {
    const name: string = target.id;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const entry = this.stack[i]!;
      if (entry.comprehension !== NO_COMPREHENSION) {
        if (this.lookup(name, entry) & DEF_COMP_ITER) {
          const message = "assignment expression cannot rebind comprehension iteration variable";
          throw this.error(`${message} '${name}'`, target);
        }
      } else if (entry.type === FUNCTION_BLOCK) {
        this.define(name, this.lookup(name, entry) & DEF_GLOBAL ? DEF_GLOBAL : DEF_NONLOCAL, target);
        this.recordDirective(name, target);
        return this.define(name, DEF_LOCAL, target, entry);
      } else if (entry.type === MODULE_BLOCK) {
        this.define(name, DEF_GLOBAL, target);
        this.recordDirective(name, target);
        return this.define(name, DEF_GLOBAL, target, entry);
      } else if (entry.type === CLASS_BLOCK) {
        const message = "assignment expression within a comprehension cannot be used in a class body";
        throw this.error(message, target);
      }
    }
  }

  private comprehension(node: Node, name: string, sort: number, elt: Node, value: Node | null): void {
    const outermost = node.generators[0];
    this.current.compIterExpr++;
    this.expr(outermost.iter);
    this.current.compIterExpr--;
    this.enter(name, FUNCTION_BLOCK, node);
    const entry = this.current;
    entry.comprehension = sort;
    if (outermost.is_async) entry.coroutine = true;
    this.define(".0", DEF_PARAM, node);
    this.comprehensionTarget(outermost.target);
    this.exprs(outermost.ifs);
    for (let i = 1; i < node.generators.length; i++) this.innerGenerator(node.generators[i]);
    if (value !== null) this.expr(value);
    this.expr(elt);
    entry.generator = sort === GENERATOR_EXPRESSION;
    this.exit();
  }

  private comprehensionTarget(target: Node): void {
    this.current.compIterTarget = true;
    this.expr(target);
    this.current.compIterTarget = false;
  }

  private innerGenerator(generator: Node): void {
    this.comprehensionTarget(generator.target);
    this.current.compIterExpr++;
    this.expr(generator.iter);
    this.current.compIterExpr--;
    this.exprs(generator.ifs);
    if (generator.is_async) this.current.coroutine = true;
  }

  // Parameters and annotations

  private arguments(args: Node): void {
    for (const arg of args.posonlyargs) this.define(arg.arg, DEF_PARAM, arg);
    for (const arg of args.args) this.define(arg.arg, DEF_PARAM, arg);
    for (const arg of args.kwonlyargs) this.define(arg.arg, DEF_PARAM, arg);
    if (args.vararg !== null) {
      this.define(args.vararg.arg, DEF_PARAM, args.vararg);
      this.current.varargs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, DEF_PARAM, args.kwarg);
      this.current.varkeywords = true;
    }
  }

  private annotation(node: Node): void {
    if (this.futureAnnotations) this.enter("_annotation", ANNOTATION_BLOCK, node);
    this.expr(node);
    if (this.futureAnnotations) this.exit();
  }

  private annotations(node: Node): void {
    const args = node.args;
    if (this.futureAnnotations) this.enter("_annotation", ANNOTATION_BLOCK, node);
    this.argAnnotations(args.posonlyargs);
    this.argAnnotations(args.args);
    if (args.vararg?.annotation) this.expr(args.vararg.annotation);
    if (args.kwarg?.annotation) this.expr(args.kwarg.annotation);
    this.argAnnotations(args.kwonlyargs);
    if (this.futureAnnotations) this.exit();
    if (node.returns !== null) this.annotation(node.returns);
  }

  private argAnnotations(args: readonly Node[]): void {
    for (const arg of args) if (arg.annotation !== null) this.expr(arg.annotation);
  }

  // Patterns

  private patterns(list: readonly Node[]): void {
    for (const pattern of list) this.pattern(pattern);
  }

  private pattern(node: Node): void {
    switch (node.kind) {
      case "MatchValue":
        return this.expr(node.value);
      case "MatchSequence":
      case "MatchOr":
        return this.patterns(node.patterns);
      case "MatchStar":
        if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
        return;
      case "MatchMapping":
        this.exprs(node.keys);
        this.patterns(node.patterns);
        if (node.rest !== null) this.define(node.rest, DEF_LOCAL, node);
        return;
      case "MatchClass":
        this.expr(node.cls);
        this.patterns(node.patterns);
        return this.patterns(node.kwd_patterns);
      case "MatchAs":
        if (node.pattern !== null) this.pattern(node.pattern);
        if (node.name !== null) this.define(node.name, DEF_LOCAL, node);
    }
  }
}

function directiveConflict(name: string, flags: number, word: string): string {
  if (flags & DEF_PARAM) return `name '${name}' is parameter and ${word}`;
  if (flags & USE) return `name '${name}' is used prior to ${word} declaration`;
  if (flags & DEF_ANNOT) return `annotated name '${name}' can't be ${word}`;
  return `name '${name}' is assigned to before ${word} declaration`;
}
