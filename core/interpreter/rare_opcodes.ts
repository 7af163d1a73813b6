/**
 * The instructions that the eval loop leaves to a function of their own, for what it handles itself runs the better
 * the less there is of it.
 */
import type { i32 } from "@rts";
import { type OperationError, systemError } from "../objspace/errors.ts";
import { newBool, newInt } from "../objspace/int.ts";
import { delitem } from "../objspace/iteration.ts";
import type { W_List } from "../objspace/list.ts";
import { binary, BinaryOp, unary } from "../objspace/operators.ts";
import { w_None } from "../objspace/singletons.ts";
import { Special } from "../objspace/special.ts";
import { W_Slice } from "../objspace/slice.ts";
import { length } from "../objspace/truth.ts";
import type { W_Tuple } from "../objspace/tuple.ts";
import type { W_Dict } from "../objspace/dict.ts";
import { beforeAsyncWith, getAiter, getAnext, getAwaitable } from "./async.ts";
import { callEx, dropCall } from "./calls.ts";
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
} from "./displays.ts";
import { buildString, formatValue } from "./fstring.ts";
import { BlockKind, type PyFrame } from "./frame.ts";
import { importFrom, importName, importStar } from "./imports.ts";
import { deleteAttribute } from "./attribute_access.ts";
import { makeFunction } from "./make_function.ts";
import {
  assertionError,
  deleteDeref,
  deleteGlobal,
  deleteName,
  loadBuildClass,
  loadClassDeref,
  setUpAnnotations,
  storeGlobal,
  unboundLocal,
} from "./names.ts";
import { copyWithoutKeys, matchClass, matchKeys, matchMapping, matchSequence } from "./patterns.ts";
import { printExpression } from "./print_expression.ts";
import { unpackEx } from "./unpack.ts";
import { endAsyncFor, leaveHandler, raiseVarargs, reraise } from "./unwind.ts";
import { callExit, setUpWith } from "./with_statement.ts";
import { inplaceValues } from "./fast_paths.ts";
import { Op } from "./opcode.ts";
import { yieldFromIterator } from "./generator_steps.ts";

/** Executes one instruction that neither jumps nor returns; the stack's new top. `frame.lasti` is where it stands. */
export function executeRare(frame: PyFrame, op: i32, arg: i32, top: i32): i32 {
  const code = frame.code;
  let sp = top;
  switch (op) {
    case Op.DELETE_FAST:
      if (frame.slots[arg] === null) throw unboundLocal(code, arg);
      frame.slots[arg] = null;
      return sp;
    case Op.ROT_FOUR:
      rotate(frame, sp, 4);
      return sp;
    case Op.ROT_N:
      rotate(frame, sp, arg);
      return sp;
    case Op.UNARY_POSITIVE:
      frame.slots[sp - 1] = unary(Special.Pos, frame.slots[sp - 1]!);
      return sp;
    case Op.UNARY_INVERT:
      frame.slots[sp - 1] = unary(Special.Invert, frame.slots[sp - 1]!);
      return sp;
    case Op.BINARY_POWER:
    case Op.BINARY_MATRIX_MULTIPLY:
      frame.slots[sp - 2] = binary(BINARY_OPS[op], frame.slots[sp - 2]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
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
      frame.slots[sp - 2] = inplaceValues(BINARY_OPS[op], frame.slots[sp - 2]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.DELETE_SUBSCR:
      delitem(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
      sp -= 2;
      frame.slots[sp] = null;
      frame.slots[sp + 1] = null;
      return sp;
    case Op.STORE_GLOBAL:
      storeGlobal(frame, arg, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.DELETE_GLOBAL:
      deleteGlobal(frame, arg);
      return sp;
    case Op.DELETE_NAME:
      deleteName(frame, arg);
      return sp;
    case Op.DELETE_ATTR:
      deleteAttribute(code, arg, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.CALL_FUNCTION_EX: {
      const at = sp - 2 - (arg & 1);
      const w_result = callEx(frame, at, (arg & 1) !== 0);
      dropCall(frame, at, sp);
      frame.slots[at] = w_result;
      sp = at + 1;
      return sp;
    }
    case Op.LOAD_CLASSDEREF:
      frame.slots[sp] = loadClassDeref(frame, arg);
      sp++;
      return sp;
    case Op.DELETE_DEREF:
      deleteDeref(frame, arg);
      return sp;
    case Op.MAKE_FUNCTION: {
      const used = 2 + (arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1);
      const w_function = makeFunction(frame, sp, arg);
      dropCall(frame, sp - used, sp);
      sp -= used;
      frame.slots[sp] = w_function;
      sp++;
      return sp;
    }
    case Op.BUILD_SET: {
      const w_set = buildSet(frame, sp - arg, arg);
      dropCall(frame, sp - arg, sp);
      sp -= arg;
      frame.slots[sp] = w_set;
      sp++;
      return sp;
    }
    case Op.BUILD_MAP: {
      const w_map = buildMap(frame, sp - 2 * arg, arg);
      dropCall(frame, sp - 2 * arg, sp);
      sp -= 2 * arg;
      frame.slots[sp] = w_map;
      sp++;
      return sp;
    }
    case Op.BUILD_CONST_KEY_MAP: {
      const w_map = buildConstKeyMap(frame, sp - arg - 1, arg);
      dropCall(frame, sp - arg - 1, sp);
      sp -= arg + 1;
      frame.slots[sp] = w_map;
      sp++;
      return sp;
    }
    case Op.BUILD_STRING: {
      const w_text = buildString(frame, sp - arg, arg);
      dropCall(frame, sp - arg, sp);
      sp -= arg;
      frame.slots[sp] = w_text;
      sp++;
      return sp;
    }
    case Op.BUILD_SLICE: {
      const w_step = arg === 3 ? frame.slots[sp - 1]! : w_None;
      const at = sp - arg;
      const w_slice = new W_Slice(frame.slots[at]!, frame.slots[at + 1]!, w_step);
      dropCall(frame, at, sp);
      frame.slots[at] = w_slice;
      sp = at + 1;
      return sp;
    }
    case Op.FORMAT_VALUE: {
      const at = (arg & 4) !== 0 ? sp - 2 : sp - 1;
      const w_text = formatValue(frame, at, arg);
      dropCall(frame, at, sp);
      frame.slots[at] = w_text;
      sp = at + 1;
      return sp;
    }
    case Op.SET_ADD:
      setAdd(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.MAP_ADD:
      (frame.slots[sp - 2 - arg] as W_Dict).set(frame.slots[sp - 2]!, frame.slots[sp - 1]!);
      sp -= 2;
      frame.slots[sp] = null;
      frame.slots[sp + 1] = null;
      return sp;
    case Op.LIST_EXTEND:
      listExtend(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.SET_UPDATE:
      setUpdate(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.DICT_UPDATE:
      dictUpdate(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.DICT_MERGE:
      dictMerge(frame.slots[sp - 1 - arg]!, frame.slots[sp - 1]!, frame.slots[sp - 3 - arg]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.LIST_TO_TUPLE:
      frame.slots[sp - 1] = listToTuple(frame.slots[sp - 1] as W_List);
      return sp;
    case Op.UNPACK_EX: {
      const count = (arg & 0xff) + (arg >> 8);
      unpackEx(frame, sp - 1, arg & 0xff, arg >> 8, frame.slots[sp - 1]!);
      sp += count;
      return sp;
    }
    case Op.POP_EXCEPT:
      frame.block = frame.block!.previous;
      leaveHandler(frame, sp - 3);
      sp -= 3;
      return sp;
    case Op.RERAISE:
      throw reraise(frame, sp, arg);
    case Op.RAISE_VARARGS:
      throw raiseVarargs(frame, sp, arg);
    case Op.SETUP_WITH: {
      const w_result = setUpWith(frame, sp);
      frame.pushBlock(BlockKind.Finally, frame.lasti + 2 + 2 * arg, sp);
      frame.slots[sp] = w_result;
      sp++;
      return sp;
    }
    case Op.SETUP_ASYNC_WITH:
      frame.pushBlock(BlockKind.Finally, frame.lasti + 2 + 2 * arg, sp - 1);
      return sp;
    case Op.BEFORE_ASYNC_WITH:
      frame.slots[sp] = beforeAsyncWith(frame, sp);
      sp++;
      return sp;
    case Op.WITH_EXCEPT_START:
      frame.slots[sp] = callExit(frame, sp);
      sp++;
      return sp;
    case Op.LOAD_ASSERTION_ERROR:
      frame.slots[sp] = assertionError();
      sp++;
      return sp;
    case Op.LOAD_BUILD_CLASS:
      frame.slots[sp] = loadBuildClass(frame);
      sp++;
      return sp;
    case Op.SETUP_ANNOTATIONS:
      setUpAnnotations(frame);
      return sp;
    case Op.IMPORT_NAME: {
      const w_module = importName(frame, code.names[arg], frame.slots[sp - 2]!, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      frame.slots[sp - 1] = w_module;
      return sp;
    }
    case Op.IMPORT_FROM:
      frame.slots[sp] = importFrom(frame.slots[sp - 1]!, code.names[arg]);
      sp++;
      return sp;
    case Op.IMPORT_STAR:
      importStar(frame, frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.GEN_START:
      sp--;
      frame.slots[sp] = null;
      return sp;
    case Op.GET_YIELD_FROM_ITER:
      frame.slots[sp - 1] = yieldFromIterator(code, frame.slots[sp - 1]!);
      return sp;
    case Op.GET_AWAITABLE:
      frame.slots[sp - 1] = getAwaitable(frame, frame.lasti, frame.slots[sp - 1]!);
      return sp;
    case Op.GET_AITER:
      frame.slots[sp - 1] = getAiter(frame.slots[sp - 1]!);
      return sp;
    case Op.GET_ANEXT:
      frame.slots[sp] = getAnext(frame.slots[sp - 1]!);
      sp++;
      return sp;
    case Op.END_ASYNC_FOR:
      // Six values of the handler, and the iterator below them.
      endAsyncFor(frame, sp);
      sp -= 7;
      return sp;
    case Op.GET_LEN:
      frame.slots[sp] = newInt(length(frame.slots[sp - 1]!));
      sp++;
      return sp;
    case Op.MATCH_MAPPING:
      frame.slots[sp] = newBool(matchMapping(frame.slots[sp - 1]!));
      sp++;
      return sp;
    case Op.MATCH_SEQUENCE:
      frame.slots[sp] = newBool(matchSequence(frame.slots[sp - 1]!));
      sp++;
      return sp;
    case Op.MATCH_KEYS: {
      const w_values = matchKeys(frame.slots[sp - 2]!, frame.slots[sp - 1] as W_Tuple);
      frame.slots[sp] = w_values ?? w_None;
      frame.slots[sp + 1] = newBool(w_values !== null);
      sp += 2;
      return sp;
    }
    case Op.MATCH_CLASS: {
      const w_names = frame.slots[sp - 1] as W_Tuple;
      const w_values = matchClass(frame.slots[sp - 3]!, frame.slots[sp - 2]!, arg, w_names);
      sp--;
      frame.slots[sp] = null;
      if (w_values !== null) frame.slots[sp - 2] = w_values;
      frame.slots[sp - 1] = newBool(w_values !== null);
      return sp;
    }
    case Op.COPY_DICT_WITHOUT_KEYS:
      frame.slots[sp - 1] = copyWithoutKeys(frame.slots[sp - 2]!, frame.slots[sp - 1] as W_Tuple);
      return sp;
    case Op.PRINT_EXPR:
      printExpression(frame.slots[sp - 1]!);
      sp--;
      frame.slots[sp] = null;
      return sp;
    default:
      throw unknownOpcode(op);
  }
}

/** Binary operator of each `BINARY_*` and `INPLACE_*` opcode. */
const BINARY_OPS: Int32Array = new Int32Array(256);
BINARY_OPS[Op.BINARY_POWER] = BINARY_OPS[Op.INPLACE_POWER] = BinaryOp.Pow;
BINARY_OPS[Op.BINARY_MATRIX_MULTIPLY] = BINARY_OPS[Op.INPLACE_MATRIX_MULTIPLY] = BinaryOp.Matmul;
BINARY_OPS[Op.INPLACE_LSHIFT] = BinaryOp.Lshift;
BINARY_OPS[Op.INPLACE_RSHIFT] = BinaryOp.Rshift;
BINARY_OPS[Op.INPLACE_AND] = BinaryOp.And;
BINARY_OPS[Op.INPLACE_OR] = BinaryOp.Or;
BINARY_OPS[Op.INPLACE_XOR] = BinaryOp.Xor;
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
