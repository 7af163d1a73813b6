/**
 * The bytecode loop. A guest call is a call of {@link interpret}, so guest recursion is bounded by the stack of
 * the toolchain. In the loop `pc` moves on only after an instruction is done: an error finds it at the instruction
 * that raised it. `sp` is the number of slots in use; it follows from `pc` and is a green for that reason.
 */
import {
  type Exception,
  type FixedArray,
  type i32,
  JitDriver,
  newFixedArray,
  promote,
  unreachable,
} from "@rts";
import { Cell, W_BoundMethod, W_Builtin, W_Closure } from "./callables.ts";
import { W_Class, W_Instance } from "./class.ts";
import type { Code, Global, Site } from "./code.ts";
import { blankCode } from "./code_builder.ts";
import { asGuestError, fault, GuestError } from "./errors.ts";
import { findMethod, getField, setField } from "./fields.ts";
import { Frame } from "./frame.ts";
import { NAMES } from "./names.ts";
import { Op } from "./opcodes.ts";
import { add, binary, equal, less, lessOrEqual, multiply, subtract } from "./operations.ts";
import type { W_Iterator, W_Root } from "./root.ts";
import {
  expectKey,
  FALSE,
  isTrue,
  newBool,
  NIL,
  TRUE,
  W_Error,
  W_List,
  W_Map,
  type W_Str,
} from "./values.ts";

const driver = new JitDriver({
  name: "finch",
  greens: ["pc", "sp", "code"],
  reds: ["frame"],
  virtualizable: "frame",
});

const EMPTY_CELL: Cell = new Cell(NIL);
const NO_CELLS: FixedArray<Cell> = newFixedArray<Cell>(0, EMPTY_CELL);

/** Whose frame holds the arguments when a builtin calls the guest: a slot for the callee and two arguments. */
const CALLER: Code = blankCode("caller", 3);
const CALLER_CLOSURE: W_Closure = new W_Closure(CALLER, NO_CELLS, null);

/** Runs `frame` from its start; the function's result. Throws {@link GuestError}. */
export function interpret(frame: Frame): W_Root {
  const code = frame.code;
  let pc: i32 = 0;
  let sp: i32 = code.localCount;
  for (;;) {
    try {
      for (;;) {
        driver.jitMergePoint(pc, sp, code, frame);
        switch (code.op(pc)) {
          case Op.Const:
            frame.slots[sp++] = code.constant(code.op(pc + 1));
            pc += 2;
            break;
          case Op.Nil:
            frame.slots[sp++] = NIL;
            pc += 1;
            break;
          case Op.True:
            frame.slots[sp++] = TRUE;
            pc += 1;
            break;
          case Op.False:
            frame.slots[sp++] = FALSE;
            pc += 1;
            break;
          case Op.Pop:
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Dup:
            frame.slots[sp] = frame.slots[sp - 1];
            sp += 1;
            pc += 1;
            break;
          case Op.Dup2:
            frame.slots[sp] = frame.slots[sp - 2];
            frame.slots[sp + 1] = frame.slots[sp - 1];
            sp += 2;
            pc += 1;
            break;
          case Op.LoadLocal:
            frame.slots[sp++] = frame.slots[code.op(pc + 1)];
            pc += 2;
            break;
          case Op.StoreLocal:
            frame.slots[code.op(pc + 1)] = frame.slots[--sp];
            frame.slots[sp] = null;
            pc += 2;
            break;
          case Op.ClearLocal:
            frame.slots[code.op(pc + 1)] = null;
            pc += 2;
            break;
          case Op.NewCell:
            frame.slots[code.op(pc + 1)] = new Cell(frame.slots[--sp]!);
            frame.slots[sp] = null;
            pc += 2;
            break;
          case Op.LoadCell:
            frame.slots[sp++] = (frame.slots[code.op(pc + 1)] as Cell).w_value;
            pc += 2;
            break;
          case Op.StoreCell:
            (frame.slots[code.op(pc + 1)] as Cell).w_value = frame.slots[--sp]!;
            frame.slots[sp] = null;
            pc += 2;
            break;
          case Op.LoadCaptured:
            frame.slots[sp++] = frame.closure.cell(code.op(pc + 1)).w_value;
            pc += 2;
            break;
          case Op.StoreCaptured:
            frame.closure.cell(code.op(pc + 1)).w_value = frame.slots[--sp]!;
            frame.slots[sp] = null;
            pc += 2;
            break;
          case Op.LoadGlobal:
            frame.slots[sp++] = loadGlobal(code.global(code.op(pc + 1)));
            pc += 2;
            break;
          case Op.StoreGlobal:
            code.global(code.op(pc + 1)).store(frame.slots[--sp]!);
            frame.slots[sp] = null;
            pc += 2;
            break;
          case Op.Add:
            frame.slots[sp - 2] = add(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Subtract:
            frame.slots[sp - 2] = subtract(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Multiply:
            frame.slots[sp - 2] = multiply(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Less:
            frame.slots[sp - 2] = newBool(less(frame.slots[sp - 2]!, frame.slots[sp - 1]!));
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.LessOrEqual:
            frame.slots[sp - 2] = newBool(lessOrEqual(frame.slots[sp - 2]!, frame.slots[sp - 1]!));
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Greater:
            frame.slots[sp - 2] = newBool(less(frame.slots[sp - 1]!, frame.slots[sp - 2]!));
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.GreaterOrEqual:
            frame.slots[sp - 2] = newBool(lessOrEqual(frame.slots[sp - 1]!, frame.slots[sp - 2]!));
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Equal:
            frame.slots[sp - 2] = newBool(equal(frame.slots[sp - 2]!, frame.slots[sp - 1]!));
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.NotEqual:
          case Op.Divide:
          case Op.Quotient:
          case Op.Remainder:
          case Op.BitAnd:
          case Op.BitOr:
          case Op.BitXor:
          case Op.ShiftLeft:
          case Op.ShiftRight:
          case Op.MakeRange:
            frame.slots[sp - 2] = binary(code.op(pc), frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.Negate:
            frame.slots[sp - 1] = frame.slots[sp - 1]!.negate();
            pc += 1;
            break;
          case Op.Not:
            frame.slots[sp - 1] = newBool(!isTrue(frame.slots[sp - 1]!));
            pc += 1;
            break;
          case Op.Jump:
            pc = code.op(pc + 1);
            break;
          case Op.JumpBack:
            pc = code.op(pc + 1);
            driver.canEnterJit(pc, sp, code, frame);
            break;
          case Op.JumpIfFalse: {
            const w_condition = frame.slots[--sp]!;
            frame.slots[sp] = null;
            if (isTrue(w_condition)) pc += 2;
            else pc = code.op(pc + 1);
            break;
          }
          case Op.AndJump:
            if (isTrue(frame.slots[sp - 1]!)) {
              frame.slots[--sp] = null;
              pc += 2;
            } else {
              pc = code.op(pc + 1);
            }
            break;
          case Op.OrJump:
            if (isTrue(frame.slots[sp - 1]!)) {
              pc = code.op(pc + 1);
            } else {
              frame.slots[--sp] = null;
              pc += 2;
            }
            break;
          case Op.GetField:
            frame.slots[sp - 1] = getField(frame.slots[sp - 1]!, code.site(code.op(pc + 1)));
            pc += 2;
            break;
          case Op.SetField:
            setField(frame.slots[sp - 2]!, code.site(code.op(pc + 1)), frame.slots[sp - 1]!);
            frame.clear(sp - 2, sp);
            sp -= 2;
            pc += 2;
            break;
          case Op.GetItem:
            frame.slots[sp - 2] = frame.slots[sp - 2]!.getItem(frame.slots[sp - 1]!);
            frame.slots[--sp] = null;
            pc += 1;
            break;
          case Op.SetItem:
            frame.slots[sp - 3]!.setItem(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.clear(sp - 3, sp);
            sp -= 3;
            pc += 1;
            break;
          case Op.MakeList: {
            const base = sp - code.op(pc + 1);
            const w_list = makeList(frame, base, sp);
            frame.clear(base, sp);
            frame.slots[base] = w_list;
            sp = base + 1;
            pc += 2;
            break;
          }
          case Op.MakeMap: {
            const base = sp - 2 * code.op(pc + 1);
            const w_map = makeMap(frame, base, sp);
            frame.clear(base, sp);
            frame.slots[base] = w_map;
            sp = base + 1;
            pc += 2;
            break;
          }
          case Op.MakeClosure:
            frame.slots[sp++] = makeClosure(frame, code.child(code.op(pc + 1)));
            pc += 2;
            break;
          case Op.MakeClass:
            frame.slots[sp - 1] = makeClass(code.constant(code.op(pc + 1)), frame.slots[sp - 1]!);
            pc += 2;
            break;
          case Op.AddMethod:
            addMethod(frame.slots[sp - 2] as W_Class, code.site(code.op(pc + 1)), frame.slots[sp - 1]!);
            frame.slots[--sp] = null;
            pc += 2;
            break;
          case Op.Call: {
            const base = sp - code.op(pc + 1);
            const w_result = callValue(frame.slots[base - 1]!, frame, base, sp - base);
            frame.clear(base, sp);
            frame.slots[base - 1] = w_result;
            sp = base;
            pc += 2;
            break;
          }
          case Op.CallMethod: {
            const base = sp - code.op(pc + 2);
            const w_result = callMethod(code.site(code.op(pc + 1)), frame, base, sp - base);
            frame.clear(base, sp);
            frame.slots[base - 1] = w_result;
            sp = base;
            pc += 3;
            break;
          }
          case Op.CallSuper: {
            const base = sp - code.op(pc + 2);
            const w_result = callSuper(code.site(code.op(pc + 1)), frame, base, sp - base);
            frame.clear(base, sp);
            frame.slots[base - 1] = w_result;
            sp = base;
            pc += 3;
            break;
          }
          case Op.Iterate:
            frame.slots[sp - 1] = frame.slots[sp - 1]!.iterate();
            pc += 1;
            break;
          case Op.Next: {
            const w_next = (frame.slots[code.op(pc + 1)] as W_Iterator).next();
            if (w_next === null) {
              pc = code.op(pc + 2);
            } else {
              frame.slots[sp++] = w_next;
              pc += 3;
            }
            break;
          }
          case Op.Return:
            return frame.slots[sp - 1]!;
          case Op.Throw:
            throw thrown(frame.slots[sp - 1]!);
          default:
            unreachable("unknown opcode");
        }
      }
    } catch (e) {
      const error = placed(e as Exception, code, pc);
      const target = code.findHandler(pc);
      if (error === null) throw e;
      if (target < 0) throw error;
      frame.clear(code.localCount, sp);
      sp = code.localCount;
      frame.slots[sp++] = caught(error);
      pc = target;
    }
  }
}

// Errors.

/** The error that `throw value` raises. */
function thrown(w_value: W_Root): GuestError {
  return new GuestError(w_value.text(), w_value);
}

/** The guest error behind `e`, told its line when this is the innermost frame; null when it is none of the guest's. */
function placed(e: Exception, code: Code, pc: i32): GuestError | null {
  const error = asGuestError(e);
  if (error !== null && error.line === 0) error.line = code.lines[pc];
  return error;
}

/** What `catch` binds. */
function caught(error: GuestError): W_Root {
  return error.w_value ?? new W_Error(error.message, error.line);
}

// Variables and values.

function loadGlobal(global: Global): W_Root {
  const w_value = global.load();
  if (w_value === null) throw fault(`'${global.name}' is used before its declaration ran`);
  return w_value;
}

/** @unroll */
function makeList(frame: Frame, from: i32, to: i32): W_Root {
  const items: W_Root[] = [];
  for (let i = from; i < to; i++) items.push(frame.slots[i]!);
  return new W_List(items);
}

/** @unroll */
function makeMap(frame: Frame, from: i32, to: i32): W_Root {
  const w_map = new W_Map();
  for (let i = from; i < to; i += 2) w_map.entries.set(expectKey(frame.slots[i]!), frame.slots[i + 1]!);
  return w_map;
}

/**
 * A closure of `code` over the variables of `frame`.
 * @unroll
 */
function makeClosure(frame: Frame, code: Code): W_Root {
  const count: i32 = code.captures.length;
  if (count === 0) return new W_Closure(code, NO_CELLS, frame.closure.home);
  const cells = newFixedArray<Cell>(count, EMPTY_CELL);
  for (let i = 0; i < count; i++) {
    const source = code.captures[i];
    cells[i] = source >= 0 ? frame.slots[source] as Cell : frame.closure.cell(~source);
  }
  return new W_Closure(code, cells, frame.closure.home);
}

function makeClass(w_name: W_Root, w_parent: W_Root): W_Root {
  const name = (w_name as W_Str).value;
  if (w_parent === NIL) return new W_Class(name, null, false);
  if (w_parent instanceof W_Class && !w_parent.isBuiltin) return new W_Class(name, w_parent, false);
  throw fault(`${w_parent.typeName()} cannot be the parent of a class`);
}

/** Adds a method, made into a closure that knows its class. */
function addMethod(cls: W_Class, site: Site, w_method: W_Root): void {
  const closure = w_method as W_Closure;
  cls.define(site.name, new W_Closure(closure.code, closure.cells, cls));
}

// Calls. The `count` arguments lie in the slots of the caller's `frame` from `base`; the callee or the receiver is below.

/** `callee(…)` */
export function callValue(w_callee: W_Root, frame: Frame, base: i32, count: i32): W_Root {
  if (w_callee instanceof W_Closure) return callClosure(w_callee, frame, base, count);
  if (w_callee instanceof W_Class) return construct(w_callee, frame, base, count);
  if (w_callee instanceof W_Builtin) return w_callee.call(frame, base, count);
  if (w_callee instanceof W_BoundMethod) {
    // The receiver takes the place of the callee.
    frame.slots[base - 1] = w_callee.w_self;
    return callValue(w_callee.w_method, frame, base - 1, count + 1);
  }
  throw fault(`${w_callee.typeName()} cannot be called`);
}

/** `receiver.name(…)`: a method, or else a field that holds something to call. */
function callMethod(site: Site, frame: Frame, base: i32, count: i32): W_Root {
  const w_self = frame.slots[base - 1]!;
  const w_method = findMethod(w_self, site);
  if (w_method === null) return callValue(functionField(w_self, site), frame, base, count);
  if (w_method instanceof W_Closure) return callClosure(w_method, frame, base - 1, count + 1);
  return callValue(w_method, frame, base - 1, count + 1);
}

/** The field that `receiver.name(…)` calls when there is no such method. */
function functionField(w_self: W_Root, site: Site): W_Root {
  if (w_self instanceof W_Instance && promote(w_self.shape).indexOf(site.name) >= 0) {
    return w_self.getField(site.name);
  }
  throw fault(`${w_self.typeName()} has no method '${NAMES.text(site.name)}'`);
}

/** `super.name(…)` */
function callSuper(site: Site, frame: Frame, base: i32, count: i32): W_Root {
  const parent = promote(frame.closure.home)!.parent!;
  const w_method = parent.find(site.name);
  if (w_method === null) throw fault(`${parent.name} has no method '${NAMES.text(site.name)}'`);
  return callValue(w_method, frame, base - 1, count + 1);
}

function callClosure(closure: W_Closure, frame: Frame, base: i32, count: i32): W_Root {
  const code = promote(closure.code);
  checkArity(code, count);
  const callee = new Frame(code, closure);
  passArguments(frame, base, callee, 0, count);
  return interpret(callee);
}

/** @unroll */
function passArguments(from: Frame, base: i32, to: Frame, at: i32, count: i32): void {
  for (let i = 0; i < count; i++) to.slots[at + i] = from.slots[base + i];
}

function checkArity(code: Code, count: i32): void {
  if (count === code.arity) return;
  const hidden: i32 = code.isMethod ? 1 : 0;
  throw fault(`${code.name} takes ${code.arity - hidden} arguments, not ${count - hidden}`);
}

/** `C(…)`: a new instance, initialized. */
function construct(cls: W_Class, frame: Frame, base: i32, count: i32): W_Root {
  if (cls.isBuiltin) throw fault(`${cls.name} cannot be instantiated`);
  const w_instance = new W_Instance(promote(cls));
  const w_init = cls.initializer();
  if (w_init === null) {
    if (count !== 0) throw fault(`${cls.name} takes 0 arguments, not ${count}`);
    return w_instance;
  }
  const closure = w_init as W_Closure;
  const code = promote(closure.code);
  checkArity(code, count + 1);
  const callee = new Frame(code, closure);
  callee.slots[0] = w_instance;
  passArguments(frame, base, callee, 1, count);
  interpret(callee);
  return w_instance;
}

/** Runs a main program. */
export function runMain(code: Code): W_Root {
  return interpret(new Frame(code, new W_Closure(code, NO_CELLS, null)));
}

/** Calls a guest function from a builtin or from the embedder, with one argument. */
export function callWith1(w_callee: W_Root, w_a: W_Root): W_Root {
  const frame = new Frame(CALLER, CALLER_CLOSURE);
  frame.slots[1] = w_a;
  return callValue(w_callee, frame, 1, 1);
}

/** Calls a guest function with two arguments. */
export function callWith2(w_callee: W_Root, w_a: W_Root, w_b: W_Root): W_Root {
  const frame = new Frame(CALLER, CALLER_CLOSURE);
  frame.slots[1] = w_a;
  frame.slots[2] = w_b;
  return callValue(w_callee, frame, 1, 2);
}
