/**
 * The bytecode loop. A Python call is a call of {@link runFrame}; it runs {@link execute}, which comes back without
 * result now and then: V8 replaces code only between calls, and signals are looked at there.
 *
 * In the loop `pc` is the byte offset of the instruction, `sp` the first free place of the frame's array. Operands
 * leave the stack after the operation succeeded, so an exception finds all of them below `sp`.
 */
import { type Exception, type i32, JitDriver } from "@rts";
import { W_Cell } from "../objspace/cell.ts";
import { type OperationError, systemError } from "../objspace/errors.ts";
import { newBool, newInt, w_False, W_Int, w_True } from "../objspace/int.ts";
import { identical } from "../objspace/compare.ts";
import { contains, delitem, iter, next } from "../objspace/iteration.ts";
import { newEmptyList, newList, W_List } from "../objspace/list.ts";
import { binary, BinaryOp, inplace, unary } from "../objspace/operators.ts";
import type { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";
import { Special } from "../objspace/special.ts";
import { W_Slice } from "../objspace/slice.ts";
import { isTrue, length } from "../objspace/truth.ts";
import { newTuple, W_Tuple } from "../objspace/tuple.ts";
import { W_Dict } from "../objspace/dict.ts";
import {
  addValues,
  compareValues,
  floorDivideValues,
  getItemValues,
  moduloValues,
  multiplyValues,
  setItemValues,
  subtractValues,
  trueDivideValues,
} from "./fast_paths.ts";
import { beforeAsyncWith, getAiter, getAnext, getAwaitable } from "./async.ts";
import { callEx, callKeywords, dropCall } from "./calls.ts";
import { checkSignals } from "./signals.ts";
import { ec } from "./context.ts";
import {
  buildConstKeyMap,
  buildMap,
  buildSet,
  dictMerge,
  dictUpdate,
  listExtend,
  listToTuple,
  setAdd,
  setUpdate,
  takeItems,
} from "./displays.ts";
import { buildString, formatValue } from "./fstring.ts";
import { BlockKind, type PyFrame } from "./frame.ts";
import { importFrom, importName, importStar } from "./imports.ts";
import { deleteAttribute, loadAttribute, loadMethod, storeAttribute } from "./attribute_access.ts";
import { makeFunction } from "./make_function.ts";
import {
  assertionError,
  deleteDeref,
  deleteGlobal,
  deleteName,
  loadBuildClass,
  loadClassDeref,
  loadGlobal,
  loadName,
  setUpAnnotations,
  storeGlobal,
  storeName,
  unboundDeref,
  unboundLocal,
} from "./names.ts";
import { copyWithoutKeys, matchClass, matchKeys, matchMapping, matchSequence } from "./patterns.ts";
import { printExpression } from "./print_expression.ts";
import { unpackEx, unpackSequence } from "./unpack.ts";
import {
  catchException,
  endAsyncFor,
  enterHandler,
  leaveHandler,
  matchesException,
  raiseVarargs,
  recursionError,
  reraise,
  unwindFor,
} from "./unwind.ts";
import { callExit, setUpWith } from "./with_statement.ts";
import { yieldFrom } from "./yield_from.ts";
import { traceCall, traceInstruction, traceReturn, traceUnwind } from "./tracing.ts";
import { Op } from "./opcode.ts";
import { wrapYielded, yieldFromIterator } from "./generator_steps.ts";

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
      const w_result = execute(frame);
      if (w_result !== null) return w_result;
      checkSignals();
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
      w_result = execute(frame);
      if (w_result !== null) break;
      checkSignals();
    }
  } catch (e) {
    traceUnwind(frame);
    throw e;
  }
  return traceReturn(frame, w_result);
}

/** Runs from where the frame stands. Null: call again. */
function execute(frame: PyFrame): W_Root | null {
  const code = frame.code;
  let pc: i32 = frame.lasti + 2;
  let sp: i32 = frame.depth;
  for (;;) {
    try {
      const thrown = frame.thrown;
      if (thrown !== null) {
        frame.thrown = null;
        pc = frame.lasti;
        throw thrown;
      }
      for (;;) {
        driver.jitMergePoint(pc, sp, code, frame);
        frame.lasti = pc;
        if (ec.hasHooks) {
          frame.depth = sp;
          const target = traceInstruction(frame);
          if (target >= 0) {
            pc = target;
            sp = frame.depth;
            continue;
          }
        }
        let op: i32 = code.bytecode[pc];
        let arg: i32 = code.bytecode[pc + 1];
        while (op === Op.EXTENDED_ARG) {
          pc += 2;
          op = code.bytecode[pc];
          arg = (arg << 8) | code.bytecode[pc + 1];
        }
        switch (op) {
          case Op.NOP:
            break;
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
          case Op.DELETE_FAST:
            if (frame.slots[arg] === null) throw unboundLocal(code, arg);
            frame.slots[arg] = null;
            break;
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
          case Op.ROT_THREE:
            rotate(frame, sp, 3);
            break;
          case Op.ROT_FOUR:
            rotate(frame, sp, 4);
            break;
          case Op.ROT_N:
            rotate(frame, sp, arg);
            break;
          case Op.DUP_TOP:
            frame.slots[sp] = frame.slots[sp - 1];
            sp++;
            break;
          case Op.DUP_TOP_TWO:
            frame.slots[sp] = frame.slots[sp - 2];
            frame.slots[sp + 1] = frame.slots[sp - 1];
            sp += 2;
            break;
          case Op.UNARY_NOT:
            frame.slots[sp - 1] = newBool(!isTrue(frame.slots[sp - 1]!));
            break;
          case Op.UNARY_NEGATIVE:
            frame.slots[sp - 1] = unary(Special.Neg, frame.slots[sp - 1]!);
            break;
          case Op.UNARY_POSITIVE:
            frame.slots[sp - 1] = unary(Special.Pos, frame.slots[sp - 1]!);
            break;
          case Op.UNARY_INVERT:
            frame.slots[sp - 1] = unary(Special.Invert, frame.slots[sp - 1]!);
            break;
          case Op.BINARY_ADD:
            frame.slots[sp - 2] = addValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.BINARY_SUBTRACT:
            frame.slots[sp - 2] = subtractValues(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
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
          case Op.BINARY_POWER:
          case Op.BINARY_MATRIX_MULTIPLY:
          case Op.BINARY_LSHIFT:
          case Op.BINARY_RSHIFT:
          case Op.BINARY_AND:
          case Op.BINARY_OR:
          case Op.BINARY_XOR:
            frame.slots[sp - 2] = binary(BINARY_OPS[op], frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.INPLACE_ADD: {
            const w_a = frame.slots[sp - 2]!;
            const w_b = frame.slots[sp - 1]!;
            frame.slots[sp - 2] = w_a instanceof W_Int && w_b instanceof W_Int
              ? addValues(w_a, w_b)
              : inplace(BinaryOp.Add, w_a, w_b);
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Op.INPLACE_SUBTRACT:
          case Op.INPLACE_MULTIPLY:
          case Op.INPLACE_TRUE_DIVIDE:
          case Op.INPLACE_FLOOR_DIVIDE:
          case Op.INPLACE_MODULO:
          case Op.INPLACE_POWER:
          case Op.INPLACE_MATRIX_MULTIPLY:
          case Op.INPLACE_LSHIFT:
          case Op.INPLACE_RSHIFT:
          case Op.INPLACE_AND:
          case Op.INPLACE_OR:
          case Op.INPLACE_XOR:
            frame.slots[sp - 2] = inplace(BINARY_OPS[op], frame.slots[sp - 2]!, frame.slots[sp - 1]!);
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
          case Op.DELETE_SUBSCR:
            delitem(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            break;
          case Op.COMPARE_OP:
            frame.slots[sp - 2] = compareValues(arg, frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.IS_OP: {
            const same = identical(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            frame.slots[sp - 2] = newBool(same === (arg === 0));
            sp--;
            frame.slots[sp] = null;
            break;
          }
          case Op.CONTAINS_OP: {
            const found = contains(frame.slots[sp - 1]!, frame.slots[sp - 2]!);
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
            if (2 * arg <= pc && tick()) return pause(frame, 2 * arg, sp);
            pc = 2 * arg;
            continue;
          }
          case Op.POP_JUMP_IF_TRUE: {
            const w_top = frame.slots[sp - 1]!;
            const truth = w_top === w_True || (w_top !== w_False && isTrue(w_top));
            sp--;
            frame.slots[sp] = null;
            if (!truth) break;
            if (2 * arg <= pc && tick()) return pause(frame, 2 * arg, sp);
            pc = 2 * arg;
            continue;
          }
          case Op.JUMP_IF_FALSE_OR_POP:
            if (!isTrue(frame.slots[sp - 1]!)) {
              pc = 2 * arg;
              continue;
            }
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.JUMP_IF_TRUE_OR_POP:
            if (isTrue(frame.slots[sp - 1]!)) {
              pc = 2 * arg;
              continue;
            }
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.JUMP_FORWARD:
            pc += 2 * arg + 2;
            continue;
          case Op.JUMP_ABSOLUTE: {
            const target = 2 * arg;
            if (target <= pc && tick()) return pause(frame, target, sp);
            pc = target;
            continue;
          }
          case Op.GET_ITER:
            frame.slots[sp - 1] = iter(frame.slots[sp - 1]!);
            break;
          case Op.FOR_ITER: {
            const w_item = next(frame.slots[sp - 1]!);
            if (w_item !== null) {
              frame.slots[sp] = w_item;
              sp++;
              break;
            }
            sp--;
            frame.slots[sp] = null;
            pc += 2 * arg + 2;
            continue;
          }
          case Op.LOAD_GLOBAL:
            frame.slots[sp] = loadGlobal(frame, arg);
            sp++;
            break;
          case Op.STORE_GLOBAL:
            storeGlobal(frame, arg, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.DELETE_GLOBAL:
            deleteGlobal(frame, arg);
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
          case Op.DELETE_NAME:
            deleteName(frame, arg);
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
          case Op.DELETE_ATTR:
            deleteAttribute(code, arg, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.LOAD_METHOD: {
            const w_obj = frame.slots[sp - 1]!;
            const w_method = loadMethod(code, arg, w_obj);
            if (w_method !== null) {
              frame.slots[sp - 1] = w_method;
              frame.slots[sp] = w_obj;
            } else {
              const w_bound = loadAttribute(code, arg, w_obj);
              frame.slots[sp - 1] = null;
              frame.slots[sp] = w_bound;
            }
            sp++;
            break;
          }
          case Op.CALL_METHOD: {
            const at = sp - arg - 2;
            const w_method = frame.slots[at];
            const w_result = w_method !== null
              ? w_method.vectorcall(frame.slots, at + 1, arg + 1, null)
              : frame.slots[at + 1]!.vectorcall(frame.slots, at + 2, arg, null);
            dropCall(frame, at, sp);
            frame.slots[at] = w_result;
            sp = at + 1;
            break;
          }
          case Op.CALL_FUNCTION: {
            const at = sp - arg - 1;
            const w_result = frame.slots[at]!.vectorcall(frame.slots, at + 1, arg, null);
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
          case Op.CALL_FUNCTION_EX: {
            const at = sp - 2 - (arg & 1);
            const w_result = callEx(frame, at, (arg & 1) !== 0);
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
          case Op.LOAD_CLASSDEREF:
            frame.slots[sp] = loadClassDeref(frame, arg);
            sp++;
            break;
          case Op.STORE_DEREF:
            (frame.slots[code.nlocals + arg] as W_Cell).w_value = frame.slots[sp - 1];
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.DELETE_DEREF:
            deleteDeref(frame, arg);
            break;
          case Op.MAKE_FUNCTION: {
            const used = 2 + (arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1);
            const w_function = makeFunction(frame, sp, arg);
            dropCall(frame, sp - used, sp);
            sp -= used;
            frame.slots[sp] = w_function;
            sp++;
            break;
          }
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
          case Op.BUILD_SET: {
            const w_set = buildSet(frame, sp - arg, arg);
            dropCall(frame, sp - arg, sp);
            sp -= arg;
            frame.slots[sp] = w_set;
            sp++;
            break;
          }
          case Op.BUILD_MAP: {
            const w_map = buildMap(frame, sp - 2 * arg, arg);
            dropCall(frame, sp - 2 * arg, sp);
            sp -= 2 * arg;
            frame.slots[sp] = w_map;
            sp++;
            break;
          }
          case Op.BUILD_CONST_KEY_MAP: {
            const w_map = buildConstKeyMap(frame, sp - arg - 1, arg);
            dropCall(frame, sp - arg - 1, sp);
            sp -= arg + 1;
            frame.slots[sp] = w_map;
            sp++;
            break;
          }
          case Op.BUILD_STRING: {
            const w_text = buildString(frame, sp - arg, arg);
            dropCall(frame, sp - arg, sp);
            sp -= arg;
            frame.slots[sp] = w_text;
            sp++;
            break;
          }
          case Op.BUILD_SLICE: {
            const w_step = arg === 3 ? frame.slots[sp - 1]! : w_None;
            const at = sp - arg;
            const w_slice = new W_Slice(frame.slots[at]!, frame.slots[at + 1]!, w_step);
            dropCall(frame, at, sp);
            frame.slots[at] = w_slice;
            sp = at + 1;
            break;
          }
          case Op.FORMAT_VALUE: {
            const at = (arg & 4) !== 0 ? sp - 2 : sp - 1;
            const w_text = formatValue(frame, at, arg);
            dropCall(frame, at, sp);
            frame.slots[at] = w_text;
            sp = at + 1;
            break;
          }
          case Op.LIST_APPEND:
            (frame.slots[sp - 1 - arg] as W_List).append(frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.SET_ADD:
            setAdd(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.MAP_ADD:
            (frame.slots[sp - 2 - arg] as W_Dict).set(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            break;
          case Op.LIST_EXTEND:
            listExtend(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.SET_UPDATE:
            setUpdate(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.DICT_UPDATE:
            dictUpdate(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.DICT_MERGE:
            dictMerge(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!, frame.slots[sp - 3 - arg]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.LIST_TO_TUPLE:
            frame.slots[sp - 1] = listToTuple(frame.slots[sp - 1] as W_List);
            break;
          case Op.UNPACK_SEQUENCE: {
            const w_sequence = frame.slots[sp - 1]!;
            unpackSequence(frame, sp - 1, arg, w_sequence);
            sp += arg - 1;
            if (arg === 0) frame.slots[sp] = null;
            break;
          }
          case Op.UNPACK_EX: {
            const count = (arg & 0xff) + (arg >> 8);
            unpackEx(frame, sp - 1, arg & 0xff, arg >> 8, frame.slots[sp - 1]!);
            sp += count;
            break;
          }
          case Op.SETUP_FINALLY:
            frame.pushBlock(BlockKind.Finally, pc + 2 + 2 * arg, sp);
            break;
          case Op.POP_BLOCK:
            frame.block = frame.block!.previous;
            break;
          case Op.POP_EXCEPT:
            frame.block = frame.block!.previous;
            leaveHandler(frame, sp - 3);
            sp -= 3;
            break;
          case Op.JUMP_IF_NOT_EXC_MATCH: {
            const matches = matchesException(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp -= 2;
            frame.slots[sp] = null;
            frame.slots[sp + 1] = null;
            if (matches) break;
            pc = 2 * arg;
            continue;
          }
          case Op.RERAISE:
            throw reraise(frame, sp, arg);
          case Op.RAISE_VARARGS:
            throw raiseVarargs(frame, sp, arg);
          case Op.SETUP_WITH: {
            const w_result = setUpWith(frame, sp);
            frame.pushBlock(BlockKind.Finally, pc + 2 + 2 * arg, sp);
            frame.slots[sp] = w_result;
            sp++;
            break;
          }
          case Op.SETUP_ASYNC_WITH:
            frame.pushBlock(BlockKind.Finally, pc + 2 + 2 * arg, sp - 1);
            break;
          case Op.BEFORE_ASYNC_WITH:
            frame.slots[sp] = beforeAsyncWith(frame, sp);
            sp++;
            break;
          case Op.WITH_EXCEPT_START:
            frame.slots[sp] = callExit(frame, sp);
            sp++;
            break;
          case Op.LOAD_ASSERTION_ERROR:
            frame.slots[sp] = assertionError();
            sp++;
            break;
          case Op.LOAD_BUILD_CLASS:
            frame.slots[sp] = loadBuildClass(frame);
            sp++;
            break;
          case Op.SETUP_ANNOTATIONS:
            setUpAnnotations(frame);
            break;
          case Op.IMPORT_NAME: {
            const w_module = importName(frame, code.names[arg], frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            frame.slots[sp - 1] = w_module;
            break;
          }
          case Op.IMPORT_FROM:
            frame.slots[sp] = importFrom(frame.slots[sp - 1]!, code.names[arg]);
            sp++;
            break;
          case Op.IMPORT_STAR:
            importStar(frame, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.GEN_START:
            sp--;
            frame.slots[sp] = null;
            break;
          case Op.YIELD_VALUE: {
            const w_value = wrapYielded(code, frame.slots[sp - 1]!);
            frame.slots[sp - 1] = null;
            frame.depth = sp - 1;
            return w_value;
          }
          case Op.GET_YIELD_FROM_ITER:
            frame.slots[sp - 1] = yieldFromIterator(code, frame.slots[sp - 1]!);
            break;
          case Op.YIELD_FROM: {
            const w_value = yieldFrom(frame, frame.slots[sp - 2]!, frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            if (w_value === null) {
              frame.slots[sp - 1] = frame.yieldFromResult;
              frame.yieldFromResult = null;
              break;
            }
            frame.lasti = pc - 2;
            frame.depth = sp;
            return w_value;
          }
          case Op.GET_AWAITABLE:
            frame.slots[sp - 1] = getAwaitable(frame, pc, frame.slots[sp - 1]!);
            break;
          case Op.GET_AITER:
            frame.slots[sp - 1] = getAiter(frame.slots[sp - 1]!);
            break;
          case Op.GET_ANEXT:
            frame.slots[sp] = getAnext(frame.slots[sp - 1]!);
            sp++;
            break;
          case Op.END_ASYNC_FOR:
            // Six values of the handler, and the iterator below them.
            endAsyncFor(frame, sp);
            sp -= 7;
            break;
          case Op.GET_LEN:
            frame.slots[sp] = newInt(length(frame.slots[sp - 1]!));
            sp++;
            break;
          case Op.MATCH_MAPPING:
            frame.slots[sp] = newBool(matchMapping(frame.slots[sp - 1]!));
            sp++;
            break;
          case Op.MATCH_SEQUENCE:
            frame.slots[sp] = newBool(matchSequence(frame.slots[sp - 1]!));
            sp++;
            break;
          case Op.MATCH_KEYS: {
            const w_values = matchKeys(frame.slots[sp - 2]!, frame.slots[sp - 1] as W_Tuple);
            frame.slots[sp] = w_values ?? w_None;
            frame.slots[sp + 1] = newBool(w_values !== null);
            sp += 2;
            break;
          }
          case Op.MATCH_CLASS: {
            const w_names = frame.slots[sp - 1] as W_Tuple;
            const w_values = matchClass(frame.slots[sp - 3]!, frame.slots[sp - 2]!, arg, w_names);
            sp--;
            frame.slots[sp] = null;
            if (w_values !== null) frame.slots[sp - 2] = w_values;
            frame.slots[sp - 1] = newBool(w_values !== null);
            break;
          }
          case Op.COPY_DICT_WITHOUT_KEYS:
            frame.slots[sp - 1] = copyWithoutKeys(frame.slots[sp - 2]!, frame.slots[sp - 1] as W_Tuple);
            break;
          case Op.PRINT_EXPR:
            printExpression(frame.slots[sp - 1]!);
            sp--;
            frame.slots[sp] = null;
            break;
          default:
            throw unknownOpcode(op);
        }
        pc += 2;
      }
    } catch (e) {
      const error = catchException(frame, e as Exception, pc);
      frame.depth = sp;
      unwindFor(frame, error);
      sp = enterHandler(frame, error);
      pc = frame.lasti;
    }
  }
}

/** Binary operator of each `BINARY_*` and `INPLACE_*` opcode. */
const BINARY_OPS: Int32Array = new Int32Array(256);
BINARY_OPS[Op.BINARY_POWER] = BINARY_OPS[Op.INPLACE_POWER] = BinaryOp.Pow;
BINARY_OPS[Op.BINARY_MATRIX_MULTIPLY] = BINARY_OPS[Op.INPLACE_MATRIX_MULTIPLY] = BinaryOp.Matmul;
BINARY_OPS[Op.BINARY_LSHIFT] = BINARY_OPS[Op.INPLACE_LSHIFT] = BinaryOp.Lshift;
BINARY_OPS[Op.BINARY_RSHIFT] = BINARY_OPS[Op.INPLACE_RSHIFT] = BinaryOp.Rshift;
BINARY_OPS[Op.BINARY_AND] = BINARY_OPS[Op.INPLACE_AND] = BinaryOp.And;
BINARY_OPS[Op.BINARY_OR] = BINARY_OPS[Op.INPLACE_OR] = BinaryOp.Or;
BINARY_OPS[Op.BINARY_XOR] = BINARY_OPS[Op.INPLACE_XOR] = BinaryOp.Xor;
BINARY_OPS[Op.INPLACE_SUBTRACT] = BinaryOp.Sub;
BINARY_OPS[Op.INPLACE_MULTIPLY] = BinaryOp.Mul;
BINARY_OPS[Op.INPLACE_TRUE_DIVIDE] = BinaryOp.Truediv;
BINARY_OPS[Op.INPLACE_FLOOR_DIVIDE] = BinaryOp.Floordiv;
BINARY_OPS[Op.INPLACE_MODULO] = BinaryOp.Mod;

/** Moves the top of the stack `count - 1` places down. */
function rotate(frame: PyFrame, sp: i32, count: i32): void {
  const slots = frame.slots;
  const w_top = slots[sp - 1];
  for (let i = sp - 1; i > sp - count; i--) slots[i] = slots[i - 1];
  slots[sp - count] = w_top;
}

function unknownOpcode(op: i32): OperationError {
  return systemError(`unknown opcode ${op}`);
}

/** True when it is time to look at signals. */
function tick(): boolean {
  ec.ticker--;
  return ec.ticker < 0;
}

/** Leaves the loop to come back at `target`. */
function pause(frame: PyFrame, target: i32, sp: i32): W_Root | null {
  ec.ticker = TICKS;
  frame.lasti = target - 2;
  frame.depth = sp;
  return null;
}
