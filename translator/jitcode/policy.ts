/**
 * Which functions the tracer looks into. As in RPython: not those that are marked `@dontLookInside`, nor elidable
 * ones (a call of them is recorded as one operation), nor those with a loop, which would be unrolled, unless they are
 * marked `@unroll` or are portals; nor those that work on raw memory.
 */
import type { DriverDesc, Func, Label, Stmt } from "../ir/ir.ts";
import type { OpName } from "../ir/ops.ts";
import { forEachInstr, forEachStmt } from "../ir/walk.ts";

/** Opcodes of the IR that jitcode has no counterpart of: raw memory, and what exception lowering makes. */
export const UNSUPPORTED = [
  "ref.address",
  "ref.at",
  "load.u8",
  "load.u16",
  "load.i32",
  "load.i64",
  "load.f64",
  "store.i8",
  "store.i16",
  "store.i32",
  "store.i64",
  "store.f64",
  "memory.copy",
  "memory.fill",
  "memory.size",
  "memory.grow",
  "stack.pointer",
  "layout",
  "exc.get",
  "exc.set",
  "root.store",
] as const satisfies readonly OpName[];
export type Unsupported = typeof UNSUPPORTED[number];
const UNSUPPORTED_SET: ReadonlySet<string> = new Set(UNSUPPORTED);

/** What the policy says about functions; answers are remembered. */
export class Policy {
  private readonly reasons = new Map<Func, string | null>();
  private readonly portals = new Map<Func, DriverDesc | null>();

  /** The driver whose merge point `func` contains. */
  portal(func: Func): DriverDesc | null {
    let driver = this.portals.get(func);
    if (driver === undefined) this.portals.set(func, driver = findMergePoint(func));
    return driver;
  }

  /** Why the tracer does not look into `func`; null when it does. */
  residualReason(func: Func): string | null {
    let reason = this.reasons.get(func);
    if (reason === undefined) this.reasons.set(func, reason = this.decide(func));
    return reason;
  }

  private decide(func: Func): string | null {
    const raw = unsupportedOp(func);
    if (raw !== null) return raw;
    if (this.portal(func) !== null) return null;
    if (func.hints.dontLookInside) return "dontLookInside";
    if (func.hints.elidable) return "elidable";
    return !func.hints.unroll && containsLoop(func.body) ? "loop" : null;
  }
}

function findMergePoint(func: Func): DriverDesc | null {
  let driver: DriverDesc | null = null;
  forEachInstr(func.body, (instr) => {
    if (instr.op === "jit.merge_point") driver = instr.imm as DriverDesc;
  });
  return driver;
}

function unsupportedOp(func: Func): string | null {
  let found: string | null = null;
  forEachInstr(func.body, (instr) => {
    if (UNSUPPORTED_SET.has(instr.op)) found ??= instr.op;
  });
  return found;
}

/** Tells whether some branch goes back to the start of a loop. */
function containsLoop(body: readonly Stmt[]): boolean {
  const loops = new Set<Label>();
  let found = false;
  forEachStmt(body, (stmt) => {
    if (stmt.kind === "loop") loops.add(stmt.label);
    else if (stmt.kind === "br" && loops.has(stmt.label)) found = true;
  });
  return found;
}
