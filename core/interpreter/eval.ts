/**
 * The bytecode loop. A Python call is a call of {@link runFrame}; it runs {@link execute}, which comes back without
 * result now and then: V8 replaces code only between calls, and signals are looked at there.
 *
 * In the loop `pc` is the byte offset of the instruction, `sp` the first free place of the frame's array. Operands
 * leave the stack after the operation succeeded, so an exception finds all of them below `sp`.
 */
import { type Exception, type i32, JitDriver } from "@rts";
import type { W_Cell } from "../objspace/cell.ts";
import { newBool, w_False, W_Int, w_True } from "../objspace/int.ts";
import { identical } from "../objspace/compare.ts";
import { iter, next } from "../objspace/iteration.ts";
import { newEmptyList, newList, type W_List } from "../objspace/list.ts";
import type { W_Root } from "../objspace/root.ts";
import { isTrue } from "../objspace/truth.ts";
import { newTuple } from "../objspace/tuple.ts";
import {
  addInts,
  addValues,
  andValues,
  compareF64,
  compareI64,
  compareValues,
  containsValues,
  floorDivideValues,
  getItemValues,
  inplaceAdd,
  lshiftValues,
  moduloValues,
  multiplyValues,
  negateValue,
  orValues,
  rshiftValues,
  setItemValues,
  subtractInts,
  subtractValues,
  trueDivideValues,
  xorValues,
} from "./fast_paths.ts";
import { callKeywords, dropCall } from "./calls.ts";
import { checkSignals } from "./signals.ts";
import { ec } from "./context.ts";
import { takeItems } from "./displays.ts";
import { BlockKind, type PyFrame } from "./frame.ts";
import { loadAttribute, loadMethod, storeAttribute } from "./attribute_access.ts";
import { loadGlobal, loadName, storeName, unboundDeref, unboundLocal } from "./names.ts";
import { unpackSequence } from "./unpack.ts";
import {
  asOperationError,
  catchException,
  enterHandler,
  matchesException,
  recursionError,
  unwindFor,
} from "./unwind.ts";
import { yieldFrom } from "./yield_from.ts";
import { builtinCalledNext, callEnd } from "./profile_calls.ts";
import {
  traceBuiltinCall,
  traceBuiltinException,
  traceBuiltinReturn,
  traceCall,
  traceInstruction,
  traceReturn,
  traceUnwind,
} from "./tracing.ts";
import { Op } from "./opcode.ts";
import { wrapYielded } from "./generator_steps.ts";
import type { W_Code } from "./code.ts";
import { W_MethodDescr } from "../objspace/builtin_function.ts";
import { W_ListIterator } from "../objspace/list_iterator.ts";
import { W_RangeIterator } from "../objspace/range_iterator.ts";
import { W_Function } from "./function.ts";
import { W_Float } from "../objspace/float.ts";
import { executeRare } from "./rare_opcodes.ts";
import { Joined } from "./words.ts";

const driver = new JitDriver({
  name: "pypy",
  greens: ["pc", "sp", "code"],
  reds: ["frame"],
  virtualizable: "frame",
});

/** Backward jumps between two looks at signals, and at how well the loop is compiled. */
const TICKS: i32 = 4000;

/** Runs `frame` until it returns or yields. Throws {@link OperationError}. */
export function runFrame(frame: PyFrame): W_Root {
  const caller = ec.frame;
  if (ec.depth >= ec.recursionLimit) throw recursionError();
  ec.depth++;
  frame.back = caller;
  ec.frame = frame;
  frame.outerHandled = ec.handled;
  if (frame.handled !== null) ec.handled = frame.handled;
  frame.isRunning = true;
  try {
    if (ec.hasHooks) return runTraced(frame);
    for (;;) {
      const w_result = ec.w_profile === null ? execute(frame) : executeProfiled(frame);
      if (w_result !== null) return ec.hasHooks ? traceReturn(frame, w_result) : w_result;
      beforeNext(frame);
    }
  } finally {
    frame.isRunning = false;
    ec.handled = frame.outerHandled;
    frame.outerHandled = null;
    ec.frame = caller;
    ec.depth--;
  }
}

/** The same while `sys.settrace` or `sys.setprofile` is on. */
function runTraced(frame: PyFrame): W_Root {
  traceCall(frame);
  let w_result: W_Root | null = null;
  try {
    for (;;) {
      beforeNext(frame);
      w_result = ec.w_profile === null ? execute(frame) : executeProfiled(frame);
      if (w_result !== null) break;
    }
  } catch (e) {
    traceUnwind(frame);
    throw e;
  }
  return traceReturn(frame, w_result);
}

/** {@link execute} with events for the built-in function that the instruction calls, if it does. */
function executeProfiled(frame: PyFrame): W_Root | null {
  const w_called = builtinCalledNext(frame);
  if (w_called === null) return execute(frame);
  traceBuiltinCall(frame, w_called);
  const next = callEnd(frame);
  const settings = ec.profileSettings;
  try {
    const w_result = execute(frame);
    if (ec.profileSettings !== settings) return w_result;
    if (frame.lasti === next) traceBuiltinReturn(frame, w_called);
    else traceBuiltinException(frame, w_called);
    return w_result;
  } catch (e) {
    if (ec.profileSettings === settings) traceBuiltinException(frame, w_called);
    throw e;
  }
}

/** What is due between two instructions: signals, and tracing. What they raise is raised at the next instruction. */
function beforeNext(frame: PyFrame): void {
  if (frame.thrown !== null) return;
  frame.lasti += 2;
  try {
    if (ec.ticker < 0) {
      ec.ticker = TICKS;
      checkSignals();
    }
    while (ec.hasHooks && traceInstruction(frame) >= 0);
    frame.lasti -= 2;
  } catch (e) {
    frame.thrown = asOperationError(e as Exception);
  }
}

/**
 * Runs from where the frame stands. Null: call again, after {@link beforeNext}. While hooks are set that is so after
 * each instruction.
 */
function execute(frame: PyFrame): W_Root | null {
  const code = frame.code;
  const words = wordsOf(code);
  let pc: i32 = (frame.lasti >> 1) + 1;
  let sp: i32 = frame.depth;
  for (;;) {
    try {
      const thrown = frame.thrown;
      if (thrown !== null) {
        frame.thrown = null;
        pc = frame.lasti >> 1;
        throw thrown;
      }
      for (;;) {
        driver.jitMergePoint(pc, sp, code, frame);
        frame.lasti = pc << 1;
        const word = words[pc];
        const arg = word >>> 8;
        switch (word & 0xff) {
          case Op.NOP:
            break;
          case Op.EXTENDED_ARG:
            pc++;
            continue;
          case Op.LOAD_FAST: {
            const w_value = frame.slots[arg];
            if (w_value === null) throw unboundLocal(code, arg);
            frame.slots[sp] = w_value;
            sp++;
            break;
          }
          case Op.LOAD_CONST:
            frame.slots[sp] = code.consts[arg];
            sp++;
            break;
          case Op.STORE_FAST:
            sp--;
            frame.slots[arg] = frame.slots[sp];
            frame.slots[sp] = null;
            break;
          case Joined.LOAD_FAST_LOAD_FAST: {
            const w_value = frame.slots[arg];
            if (w_value === null) throw unboundLocal(code, arg);
            frame.slots[sp] = w_value;
            sp++;
            pc++;
            frame.lasti = pc << 1;
            const second = words[pc] >>> 8;
            const w_second = frame.slots[second];
            if (w_second === null) throw unboundLocal(code, second);
            frame.slots[sp] = w_second;
            sp++;
            break;
          }
          case Joined.LOAD_FAST_LOAD_CONST: {
            const w_value = frame.slots[arg];
            if (w_value === null) throw unboundLocal(code, arg);
            frame.slots[sp] = w_value;
            pc++;
            frame.slots[sp + 1] = code.consts[words[pc] >>> 8];
            sp += 2;
            break;
          }
          case Joined.LOAD_FAST_LOAD_ATTR: {
            const w_value = frame.slots[arg];
            if (w_value === null) throw unboundLocal(code, arg);
            pc++;
            frame.lasti = pc << 1;
            frame.slots[sp] = loadAttribute(code, words[pc] >>> 8, w_value);
            sp++;
            break;
          }
          case Joined.LOAD_FAST_RETURN_VALUE: {
            const w_value = frame.slots[arg];
            if (w_value === null) throw unboundLocal(code, arg);
            frame.lasti = 2 * pc + 2;
            frame.isFinished = true;
            frame.depth = sp;
            return w_value;
          }
          case Joined.LOAD_CONST_RETURN_VALUE:
            frame.lasti = 2 * pc + 2;
            frame.isFinished = true;
            frame.depth = sp;
            return code.consts[arg];
          case Joined.STORE_FAST_LOAD_FAST: {
            frame.slots[arg] = frame.slots[sp - 1];
            pc++;
            frame.lasti = pc << 1;
            const second = words[pc] >>> 8;
            const w_value = frame.slots[second];
            if (w_value === null) {
              frame.slots[sp - 1] = null;
              sp--;
              throw unboundLocal(code, second);
            }
            frame.slots[sp - 1] = w_value;
            break;
          }
          case Joined.STORE_FAST_STORE_FAST:
            pc++;
            sp -= 2;
            frame.slots[arg] = frame.slots[sp + 1];
            frame.slots[sp + 1] = null;
            frame.slots[words[pc] >>> 8] = frame.slots[sp];
            frame.slots[sp] = null;
            break;
          case Joined.STORE_FAST_JUMP_ABSOLUTE: {
            sp--;
            frame.slots[arg] = frame.slots[sp];
            frame.slots[sp] = null;
            const target = words[pc + 1] >>> 8;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target - 1;
            break;
          }
          case Joined.POP_TOP_JUMP_ABSOLUTE: {
            sp--;
            frame.slots[sp] = null;
            const target = words[pc + 1] >>> 8;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target - 1;
            break;
          }
          case Op.POP_TOP:
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.ROT_TWO: {
            const w_top = frame.slots[sp - 1];
            frame.slots[sp - 1] = frame.slots[sp - 2];
            frame.slots[sp - 2] = w_top;
            break;
          }
          case Op.ROT_THREE: {
            const w_top = frame.slots[sp - 1];
            frame.slots[sp - 1] = frame.slots[sp - 2];
            frame.slots[sp - 2] = frame.slots[sp - 3];
            frame.slots[sp - 3] = w_top;
            break;
          }
          case Op.DUP_TOP:
            frame.slots[sp] = frame.slots[sp - 1];
            sp++;
            break;
          case Op.DUP_TOP_TWO:
            frame.slots[sp] = frame.slots[sp - 2];
            frame.slots[sp + 1] = frame.slots[sp - 1];
            sp += 2;
            break;
          case Op.UNARY_NEGATIVE:
            frame.slots[sp - 1] = negateValue(frame.slots[sp - 1]!);
            break;
          case Op.UNARY_NOT:
            frame.slots[sp - 1] = newBool(!isTrue(frame.slots[sp - 1]!));
            break;
          case Op.BINARY_ADD: {
            const w_a = frame.slots[sp - 2]!;
            const w_b = frame.slots[sp - 1]!;
            frame.slots[sp - 2] = w_a instanceof W_Int && w_b instanceof W_Int
              ? addInts(w_a.value, w_b.value)
              : addValues(w_a, w_b);
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Op.BINARY_SUBTRACT: {
            const w_a = frame.slots[sp - 2]!;
            const w_b = frame.slots[sp - 1]!;
            frame.slots[sp - 2] = w_a instanceof W_Int && w_b instanceof W_Int
              ? subtractInts(w_a.value, w_b.value)
              : subtractValues(w_a, w_b);
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Op.BINARY_MULTIPLY:
            frame.slots[sp - 2] = multiplyValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_TRUE_DIVIDE:
            frame.slots[sp - 2] = trueDivideValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_FLOOR_DIVIDE:
            frame.slots[sp - 2] = floorDivideValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_MODULO:
            frame.slots[sp - 2] = moduloValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_AND:
            frame.slots[sp - 2] = andValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_OR:
            frame.slots[sp - 2] = orValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_XOR:
            frame.slots[sp - 2] = xorValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_LSHIFT:
            frame.slots[sp - 2] = lshiftValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_RSHIFT:
            frame.slots[sp - 2] = rshiftValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_SUBSCR:
            frame.slots[sp - 2] = getItemValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.STORE_SUBSCR:
            setItemValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!, frame.slots[sp - 3]!);
            sp -= 3;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            frame.slots[sp + 2] = null;
            break;
          case Op.INPLACE_ADD: {
            const w_a = frame.slots[sp - 2]!;
            const w_b = frame.slots[sp - 1]!;
            frame.slots[sp - 2] = w_a instanceof W_Int && w_b instanceof W_Int
              ? addInts(w_a.value, w_b.value)
              : inplaceAdd(w_a, w_b);
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Joined.COMPARE_OP_POP_JUMP_IF_FALSE: {
            const w_a = frame.slots[sp - 2]!;
            const w_b = frame.slots[sp - 1]!;
            let truth: boolean;
            if (w_a instanceof W_Int && w_b instanceof W_Int) truth = compareI64(arg, w_a.value, w_b.value);
            else if (w_a instanceof W_Float && w_b instanceof W_Float) {
              truth = compareF64(arg, w_a.value, w_b.value);
            } else {
              frame.slots[sp - 2] = compareValues(arg, w_a, w_b);
              sp--;
              frame.slots[sp] = null;
              break;
            }
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            pc++;
            if (truth) break;
            const target = words[pc] >>> 8;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target - 1;
            break;
          }
          case Joined.COMPARE_OP_POP_JUMP_IF_TRUE: {
            const w_a = frame.slots[sp - 2]!;
            const w_b = frame.slots[sp - 1]!;
            let truth: boolean;
            if (w_a instanceof W_Int && w_b instanceof W_Int) truth = compareI64(arg, w_a.value, w_b.value);
            else if (w_a instanceof W_Float && w_b instanceof W_Float) {
              truth = compareF64(arg, w_a.value, w_b.value);
            } else {
              frame.slots[sp - 2] = compareValues(arg, w_a, w_b);
              sp--;
              frame.slots[sp] = null;
              break;
            }
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            pc++;
            if (!truth) break;
            const target = words[pc] >>> 8;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target - 1;
            break;
          }
          case Op.COMPARE_OP:
            frame.slots[sp - 2] = compareValues(arg, frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Joined.IS_OP_POP_JUMP_IF_FALSE: {
            const same = identical(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            pc++;
            if ((same === (arg === 0))) break;
            const target = words[pc] >>> 8;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target - 1;
            break;
          }
          case Joined.IS_OP_POP_JUMP_IF_TRUE: {
            const same = identical(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            pc++;
            if (!(same === (arg === 0))) break;
            const target = words[pc] >>> 8;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target - 1;
            break;
          }
          case Op.IS_OP: {
            const same = identical(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.slots[sp - 2] = newBool(same === (arg === 0));
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Op.CONTAINS_OP: {
            const found = containsValues(frame.slots[sp - 1]!, frame.slots[sp - 2]!);
            frame.slots[sp - 2] = newBool(found === (arg === 0));
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Op.POP_JUMP_IF_FALSE: {
            const w_top = frame.slots[sp - 1]!;
            const truth = w_top === w_True || (w_top !== w_False && isTrue(w_top));
            sp--;
            frame.slots[sp] = null;
            if (truth) break;
            if (arg <= pc && tick()) return pause(frame, arg, sp);
            pc = arg - 1;
            break;
          }
          case Op.POP_JUMP_IF_TRUE: {
            const w_top = frame.slots[sp - 1]!;
            const truth = w_top === w_True || (w_top !== w_False && isTrue(w_top));
            sp--;
            frame.slots[sp] = null;
            if (!truth) break;
            if (arg <= pc && tick()) return pause(frame, arg, sp);
            pc = arg - 1;
            break;
          }
          case Op.JUMP_IF_FALSE_OR_POP:
            if (!isTrue(frame.slots[sp - 1]!)) {
              pc = arg - 1;
              break;
            }
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.JUMP_IF_TRUE_OR_POP:
            if (isTrue(frame.slots[sp - 1]!)) {
              pc = arg - 1;
              break;
            }
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.JUMP_FORWARD:
            pc += arg;
            break;
          case Op.JUMP_ABSOLUTE:
            if (arg <= pc && tick()) return pause(frame, arg, sp);
            pc = arg - 1;
            break;
          case Op.GET_ITER:
            frame.slots[sp - 1] = iter(frame.slots[sp - 1]!);
            break;
          case Joined.FOR_ITER_STORE_FAST: {
            const w_item = nextItem(frame.slots[sp - 1]!);
            if (w_item !== null) {
              pc++;
              frame.slots[words[pc] >>> 8] = w_item;
              break;
            }
            sp--;
            frame.slots[sp] = null;
            pc += arg;
            break;
          }
          case Op.FOR_ITER: {
            const w_item = nextItem(frame.slots[sp - 1]!);
            if (w_item !== null) {
              frame.slots[sp] = w_item;
              sp++;
              break;
            }
            sp--;
            frame.slots[sp] = null;
            pc += arg;
            break;
          }
          case Op.LOAD_GLOBAL:
            frame.slots[sp] = loadGlobal(frame, arg);
            sp++;
            break;
          case Op.LOAD_NAME:
            frame.slots[sp] = loadName(frame, arg);
            sp++;
            break;
          case Op.STORE_NAME:
            storeName(frame, arg, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.LOAD_ATTR:
            frame.slots[sp - 1] = loadAttribute(code, arg, frame.slots[sp - 1]!);
            break;
          case Op.STORE_ATTR:
            storeAttribute(code, arg, frame.slots[sp - 1]!, frame.slots[sp - 2]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            break;
          case Op.LOAD_METHOD:
            loadMethod(frame, code, arg, sp - 1);
            sp++;
            break;
          case Op.CALL_METHOD: {
            const at = sp - arg - 2;
            const w_method = frame.slots[at];
            const w_result = w_method instanceof W_Function
              ? w_method.vectorcall(frame.slots, at + 1, arg + 1, null)
              : callFound(frame, at, arg);
            dropCall(frame, at, sp);
            frame.slots[at] = w_result;
            sp = at + 1;
            break;
          }
          case Op.CALL_FUNCTION: {
            const at = sp - arg - 1;
            const w_callable = frame.slots[at]!;
            const w_result = w_callable instanceof W_Function
              ? w_callable.vectorcall(frame.slots, at + 1, arg, null)
              : w_callable.vectorcall(frame.slots, at + 1, arg, null);
            dropCall(frame, at, sp);
            frame.slots[at] = w_result;
            sp = at + 1;
            break;
          }
          case Op.CALL_FUNCTION_KW: {
            const at = sp - arg - 2;
            const w_result = callKeywords(frame, at, arg, sp);
            dropCall(frame, at, sp);
            frame.slots[at] = w_result;
            sp = at + 1;
            break;
          }
          case Op.RETURN_VALUE: {
            const w_result = frame.slots[sp - 1]!;
            frame.slots[sp - 1] = null;
            frame.isFinished = true;
            frame.depth = sp - 1;
            return w_result;
          }
          case Op.LOAD_CLOSURE:
            frame.slots[sp] = frame.slots[code.nlocals + arg];
            sp++;
            break;
          case Op.LOAD_DEREF: {
            const w_value = (frame.slots[code.nlocals + arg] as W_Cell).w_value;
            if (w_value === null) throw unboundDeref(code, arg);
            frame.slots[sp] = w_value;
            sp++;
            break;
          }
          case Op.STORE_DEREF:
            (frame.slots[code.nlocals + arg] as W_Cell).w_value = frame.slots[sp - 1];
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BUILD_TUPLE: {
            const w_tuple = newTuple(takeItems(frame, sp - arg, arg));
            sp -= arg;
            frame.slots[sp] = w_tuple;
            sp++;
            break;
          }
          case Op.BUILD_LIST: {
            const w_list = arg === 0 ? newEmptyList(0) : newList(takeItems(frame, sp - arg, arg));
            sp -= arg;
            frame.slots[sp] = w_list;
            sp++;
            break;
          }
          case Op.LIST_APPEND:
            (frame.slots[sp - 1 - arg] as W_List).append(frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.UNPACK_SEQUENCE: {
            const w_sequence = frame.slots[sp - 1]!;
            unpackSequence(frame, sp - 1, arg, w_sequence);
            sp += arg - 1;
            if (arg === 0) frame.slots[sp] = null;
            break;
          }
          case Op.SETUP_FINALLY:
            frame.pushBlock(BlockKind.Finally, 2 * (pc + 1 + arg), sp);
            break;
          case Op.POP_BLOCK:
            frame.block = frame.block!.previous;
            break;
          case Op.JUMP_IF_NOT_EXC_MATCH: {
            const matches = matchesException(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            if (matches) break;
            pc = arg - 1;
            break;
          }
          case Op.YIELD_VALUE: {
            const w_value = wrapYielded(code, frame.slots[sp - 1]!);
            frame.slots[sp - 1] = null;
            frame.depth = sp - 1;
            return w_value;
          }
          case Op.YIELD_FROM: {
            const w_value = yieldFrom(frame, frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            if (w_value === null) {
              frame.slots[sp - 1] = frame.yieldFromResult;
              frame.yieldFromResult = null;
              break;
            }
            frame.lasti = 2 * pc - 2;
            frame.depth = sp;
            return w_value;
          }
          default:
            sp = executeRare(frame, word & 0xff, arg, sp);
        }
        pc++;
        if (ec.hasHooks) return pause(frame, pc, sp);
      }
    } catch (e) {
      const error = catchException(frame, e as Exception, pc << 1);
      frame.depth = sp;
      unwindFor(frame, error);
      sp = enterHandler(frame, error);
      pc = frame.lasti >> 1;
      if (ec.hasHooks) return pause(frame, pc, sp);
    }
  }
}

/** `CALL_METHOD` of anything but a function of Python. */
function callFound(frame: PyFrame, at: i32, count: i32): W_Root {
  const w_method = frame.slots[at];
  if (w_method instanceof W_MethodDescr) return w_method.vectorcall(frame.slots, at + 1, count + 1, null);
  return frame.slots[at + 1]!.vectorcall(frame.slots, at + 2, count, null);
}

/** The next element of what a loop goes over; null at the end. */
function nextItem(w_iterator: W_Root): W_Root | null {
  if (w_iterator instanceof W_RangeIterator) return w_iterator.iterNext();
  if (w_iterator instanceof W_ListIterator) return w_iterator.iterNext();
  return next(w_iterator);
}

/** @noinline */
function wordsOf(code: W_Code): Int32Array {
  return ec.hasHooks ? code.tracedWords() : code.words();
}

/** True when it is time to look at signals. */
function tick(): boolean {
  ec.ticker--;
  return ec.ticker < 0;
}

/** Leaves the loop to come back at the instruction `target`. */
function pause(frame: PyFrame, target: i32, sp: i32): W_Root | null {
  frame.lasti = 2 * target - 2;
  frame.depth = sp;
  return null;
}
