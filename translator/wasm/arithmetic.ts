/**
 * Arithmetic that is more than one instruction: checked operations, comparisons with zero, conditions.
 *
 * Checked operations test the sign of a bit pattern (Hacker's Delight, 2-13): a sum overflowed when its sign differs
 * from both operands', a difference when the operands' signs differ and the result's is not the first one's.
 */
import type { Emitter, FunctionEmitter } from "./function.ts";
import { Op, Type } from "./opcodes.ts";
import type { Node, Value } from "./tree.ts";

interface Width {
  readonly type: number;
  readonly xor: number;
  readonly and: number;
  readonly ltS: number;
  readonly zero: (f: FunctionEmitter) => void;
}
const W32: Width = {
  type: Type.i32,
  xor: Op.i32Xor,
  and: Op.i32And,
  ltS: Op.i32LtS,
  zero: (f) => f.code.i32Const(0),
};
const W64: Width = {
  type: Type.i64,
  xor: Op.i64Xor,
  and: Op.i64And,
  ltS: Op.i64LtS,
  zero: (f) => f.code.i64Const(0n),
};

/** The flag "overflowed" is on the stack: raises when it is set, else leaves the result in `local`. */
function finishChecked(f: FunctionEmitter, node: Node, local: number): void {
  f.rarely(() => f.raise(node.instr, f.context.raised("overflow")));
  f.code.localGet(local);
}

/** `a op b` with its overflow as the sign of `(x ^ r) & (y ^ z)`, by {@link finishChecked}. */
function checkedSum(width: Width, op: number, subtract: boolean): Emitter {
  return (f, node) => {
    const [a, b] = node.args;
    const { code } = f;
    const r = f.scratch(width.type);
    f.value(a);
    f.value(b);
    code.op(op);
    code.localTee(r);
    f.value(a);
    code.op(width.xor);
    f.value(b);
    if (subtract) f.value(a);
    else code.localGet(r);
    code.op(width.xor);
    code.op(width.and);
    width.zero(f);
    code.op(width.ltS);
    finishChecked(f, node, r);
  };
}

function checkedMul32(f: FunctionEmitter, node: Node): void {
  const { code } = f;
  const wide = f.scratch(Type.i64);
  const r = f.scratch(Type.i32);
  for (const arg of node.args) {
    f.value(arg);
    code.op(Op.i64ExtendI32S);
  }
  code.op(Op.i64Mul);
  code.localTee(wide);
  code.op(Op.i32WrapI64);
  code.localTee(r);
  code.op(Op.i64ExtendI32S);
  code.localGet(wide);
  code.op(Op.i64Ne);
  finishChecked(f, node, r);
}

/** Pushes whether `a * b = r` overflowed, by dividing back; `a` is not 0. */
function dividesBack(f: FunctionEmitter, a: Value, b: Value, r: number): void {
  const { code } = f;
  f.value(a);
  code.i64Const(-1n);
  code.op(Op.i64Eq);
  code.byte(Op.if);
  code.byte(Type.i32);
  f.value(b);
  code.i64Const(-(1n << 63n));
  code.op(Op.i64Eq);
  code.op(Op.else);
  code.localGet(r);
  f.value(a);
  code.op(Op.i64DivS);
  f.value(b);
  code.op(Op.i64Ne);
  code.op(Op.end);
}

function checkedMul64(f: FunctionEmitter, node: Node): void {
  const [a, b] = node.args;
  const { code } = f;
  const r = f.scratch(Type.i64);
  f.value(a);
  f.value(b);
  code.op(Op.i64Mul);
  code.localSet(r);
  for (const arg of [a, b]) { // factors of 32 bits never overflow
    f.value(arg);
    code.i64Const(1n << 31n);
    code.op(Op.i64Add);
  }
  code.op(Op.i64Or);
  code.i64Const(32n);
  code.op(Op.i64ShrU);
  code.op(Op.i64Eqz);
  code.byte(Op.if);
  code.byte(Type.i32);
  code.i32Const(0);
  code.op(Op.else);
  f.value(a);
  code.op(Op.i64Eqz);
  code.byte(Op.if);
  code.byte(Type.i32);
  code.i32Const(0);
  code.op(Op.else);
  dividesBack(f, a, b, r);
  code.op(Op.end);
  code.op(Op.end);
  finishChecked(f, node, r);
}

/** Tells whether a value is the constant zero or null. */
export function isZero(value: Value): boolean {
  return value.kind === "const" && (value.value === 0 || value.value === 0n || value.value === null) &&
    value.type !== "f64";
}

/** A comparison with an opcode that compares with zero. */
function comparison(op: number, eqz: number): Emitter {
  return (f, node) => {
    const [a, b] = node.args;
    const zero = isZero(b) ? a : isZero(a) ? b : null;
    for (const arg of zero === null ? node.args : [zero]) f.value(arg);
    f.at(node.instr);
    f.code.op(zero === null ? op : eqz);
  };
}

/** Opcodes of integer comparisons, and what they are negated. */
const NEGATED: Readonly<Record<string, string>> = {
  "eq": "ne",
  "ne": "eq",
  "lt_s": "ge_s",
  "ge_s": "lt_s",
  "gt_s": "le_s",
  "le_s": "gt_s",
  "lt_u": "ge_u",
  "ge_u": "lt_u",
  "gt_u": "le_u",
  "le_u": "gt_u",
};

/** The opcode of the opposite comparison; null where there is none. */
function negatedOp(op: string): string | null {
  if (op === "f64.eq") return "f64.ne";
  if (op === "f64.ne") return "f64.eq";
  const [type, name] = op.split(".");
  if (type !== "i32" && type !== "i64") return null;
  return NEGATED[name] === undefined ? null : `${type}.${NEGATED[name]}`;
}

/** Pushes a number that is not 0 exactly when `value` is true (`negate`: false). */
export function condition(f: FunctionEmitter, value: Value, negate: boolean): void {
  if (value.kind === "node" && conditionNode(f, value, negate)) return;
  f.value(value);
  if (negate) f.code.op(Op.i32Eqz);
}

/** Conditions that are better emitted otherwise; false when `node` is none. */
function conditionNode(f: FunctionEmitter, node: Node, negate: boolean): boolean {
  const { op } = node.instr;
  const [a, b] = node.args;
  if (op === "i32.eqz" || op === "ref.is_null") {
    condition(f, a, !negate);
    return true;
  }
  if (op === "i32.ne" || op === "i32.eq" || op === "ref.eq") {
    const zero = isZero(b) ? a : isZero(a) ? b : null;
    if (zero !== null) {
      condition(f, zero, (op === "i32.ne") === negate);
      return true;
    }
    if (op === "ref.eq" && negate) {
      f.value(a);
      f.value(b);
      f.code.op(Op.i32Ne);
      return true;
    }
  }
  const opposite = negate ? negatedOp(op) : null;
  if (opposite === null) return false;
  f.node({ ...node, instr: { ...node.instr, op: opposite } });
  return true;
}

/** A value passed on as it is. */
const identity: Emitter = (f, node) => f.value(node.args[0]);

/** A hint that nothing outside the tracer knows the answer to. */
const unknown: Emitter = (f, node) => {
  const [arg] = node.args;
  if (arg.kind === "node") {
    f.node(arg);
    f.code.op(Op.drop);
  }
  f.code.i32Const(0);
};

/** Emitters of arithmetic and of hints. */
export const ARITHMETIC: Readonly<Record<string, Emitter>> = {
  "move": identity,
  "i32.eq": comparison(Op.i32Eq, Op.i32Eqz),
  "i64.eq": comparison(Op.i64Eq, Op.i64Eqz),
  "ref.eq": comparison(Op.i32Eq, Op.i32Eqz),
  "i32.add_ovf": checkedSum(W32, Op.i32Add, false),
  "i32.sub_ovf": checkedSum(W32, Op.i32Sub, true),
  "i32.mul_ovf": checkedMul32,
  "i64.add_ovf": checkedSum(W64, Op.i64Add, false),
  "i64.sub_ovf": checkedSum(W64, Op.i64Sub, true),
  "i64.mul_ovf": checkedMul64,
  "f64.fround": (f, node) => {
    f.value(node.args[0]);
    f.code.op(Op.f32DemoteF64);
    f.code.op(Op.f64PromoteF32);
  },
  "jit.promote": identity,
  "jit.immutable_array": identity,
  "jit.is_constant": unknown,
  "jit.is_virtual": unknown,
};
