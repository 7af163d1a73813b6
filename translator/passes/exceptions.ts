/**
 * Exception lowering: `try` and `throw` become branches and the pending exception.
 *
 * An exception in flight is the pending exception (`exc.set`, `exc.get`); it is null whenever code runs that is
 * not on its way to a handler. Every instruction that may raise says in `onRaise` where control goes if it does:
 * a block to leave, after which the handler starts, or "return": the function returns zero and its caller looks
 * at the pending exception in turn. `try { body } catch e { handler }` becomes
 *
 *     block end {
 *       block caught {                    only if the body throws by itself
 *         block raised { body; br end }   only if an instruction of the body may raise
 *         e = exc.get()
 *         exc.set(null)
 *       }
 *       handler
 *     }
 *
 * where a `throw v` of the body itself is `e = v; br caught`, without the pending exception. An instruction that
 * raises leaves its result undefined. Where its variable may be read after the exception was caught, which can
 * only be if it occurs outside the `try`'s body, the result goes to a fresh variable first.
 */
import {
  constant,
  type Func,
  type Instr,
  instr,
  type Label,
  newVar,
  type Operand,
  type Program,
  type Stmt,
  type ValueType,
  type Var,
} from "../ir/ir.ts";
import { canComplete, childLists, replaceList, switchSkips, targetOf } from "../ir/walk.ts";
import { Occurrences } from "./occurrences.ts";
import { analyzeEffects, bodyRaises, type EffectInfo } from "./effects.ts";

/** Lowers exceptions in all functions of `program`, whose effects are `effects`. */
export function lowerExceptions(program: Program, effects: EffectInfo = analyzeEffects(program)): void {
  for (const func of program.functions) new Lowering(func, effects).run();
}
/** The name that filetests know. */
export { lowerExceptions as exceptions };

/** The innermost `try` around a statement. */
interface Handler {
  readonly exc: Var;
  /** Left when an instruction raises. */
  readonly raised: Label;
  /** Left when the body throws, with `exc` set. */
  readonly caught: Label;
  usesRaised: boolean;
  usesCaught: boolean;
  /** Variables that occur outside the body as well. */
  readonly shared: ReadonlySet<Var>;
}

class Lowering {
  private readonly occurrences: Occurrences;
  private vanished = false;

  constructor(private readonly func: Func, private readonly effects: EffectInfo) {
    this.occurrences = new Occurrences(func);
  }

  run(): void {
    replaceList(this.func.body, this.list(this.func.body, null));
    if (this.vanished) dropUnreachable(this.func.body, new Set());
  }

  private list(body: readonly Stmt[], handler: Handler | null): Stmt[] {
    const out: Stmt[] = [];
    for (const stmt of body) this.stmt(stmt, handler, out);
    return out;
  }

  private stmt(stmt: Stmt, handler: Handler | null, out: Stmt[]): void {
    switch (stmt.kind) {
      case "instr":
        return this.instr(stmt, handler, out);
      case "throw":
        return this.throw(stmt.value, stmt.pos, handler, out);
      case "try":
        return this.try(stmt, handler, out);
      default:
        for (const list of childLists(stmt)) replaceList(list, this.list(list, handler));
        out.push(stmt);
    }
  }

  private instr(stmt: Instr, handler: Handler | null, out: Stmt[]): void {
    out.push(stmt);
    if (!this.effects.raises(stmt)) return;
    if (handler === null) {
      stmt.onRaise = "return";
      return;
    }
    stmt.onRaise = handler.raised;
    handler.usesRaised = true;
    const { dst } = stmt;
    if (dst === null || !handler.shared.has(dst)) return;
    stmt.dst = newVar(this.func, dst.type, dst.name);
    out.push(instr("move", dst, [stmt.dst], null, stmt.pos));
  }

  private throw(value: Operand, pos: number, handler: Handler | null, out: Stmt[]): void {
    if (handler === null) {
      out.push(instr("exc.set", null, [value], null, pos));
      out.push({ kind: "return", value: zero(this.func.result), pos });
      return;
    }
    handler.usesCaught = true;
    out.push(instr("move", handler.exc, [value], null, pos));
    out.push({ kind: "br", label: handler.caught });
  }

  private try(stmt: Stmt & { kind: "try" }, outer: Handler | null, out: Stmt[]): void {
    if (!bodyRaises(stmt.body, this.effects)) {
      out.push(...this.list(stmt.body, outer));
      this.vanished = true;
      return;
    }
    const handler: Handler = {
      exc: stmt.exc,
      raised: { name: "raised" },
      caught: { name: "caught" },
      usesRaised: false,
      usesCaught: false,
      shared: this.occurrences.outside(stmt.body),
    };
    const end: Label = { name: "end" };
    let body = this.list(stmt.body, handler);
    const completes = canComplete(body);
    if (completes) body.push({ kind: "br", label: end });
    if (handler.usesRaised) body = this.takePending(body, handler);
    if (handler.usesCaught) body = [{ kind: "block", label: handler.caught, body }];
    body.push(...this.list(stmt.handler, outer));
    if (completes) out.push({ kind: "block", label: end, body });
    else out.push(...body);
  }

  /** Wraps `body` in the block that raising instructions leave, and moves the pending exception to the variable. */
  private takePending(body: Stmt[], handler: Handler): Stmt[] {
    return [
      { kind: "block", label: handler.raised, body },
      instr("exc.get", handler.exc, []),
      instr("exc.set", null, [constant("ref", null)]),
    ];
  }
}

/**
 * Drops what only a handler that is gone could reach. Tells whether control reaches the end of `body`, and adds
 * the labels it leaves to to `left`.
 */
function dropUnreachable(body: Stmt[], left: Set<Label>): boolean {
  for (let i = 0; i < body.length; i++) {
    if (statementCompletes(body[i], left)) continue;
    body.length = i + 1;
    return false;
  }
  return true;
}

function statementCompletes(stmt: Stmt, left: Set<Label>): boolean {
  switch (stmt.kind) {
    case "instr":
    case "br": {
      const target = targetOf(stmt);
      if (target !== null) left.add(target);
      return stmt.kind === "instr";
    }
    case "switch": {
      let completes = switchSkips(stmt) || stmt.bodies.length === 0;
      stmt.bodies.forEach((body, i) => {
        if (dropUnreachable(body, left) && i === stmt.bodies.length - 1) completes = true;
      });
      return completes || left.has(stmt.label);
    }
    case "if":
    case "block":
    case "loop": {
      const completes = childLists(stmt).map((list) => dropUnreachable(list, left));
      return completes.includes(true) || stmt.kind === "block" && left.has(stmt.label);
    }
    default:
      return false;
  }
}

/** The zero that a function returns when it raises; null when it returns nothing. */
function zero(type: ValueType | null): Operand | null {
  if (type === null) return null;
  return constant(type, type === "i64" ? 0n : type === "ref" ? null : 0);
}
