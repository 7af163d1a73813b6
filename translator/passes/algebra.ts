/**
 * Algebraic identities, as a table by opcode. A rule sees an instruction whose operands are not all constants
 * and answers with a simpler equal: an operand, or another opcode on operands. Rules that look at the
 * instruction behind an operand ask `def`, which answers only while that instruction's own operands are unchanged.
 */
import { type Const, constant, type Instr, type Operand } from "../ir/ir.ts";
import type { OpName } from "../ir/ops.ts";

/** The pure instruction that computed an operand, when known and still valid. */
export type DefinitionOf = (operand: Operand) => Instr | null;
/** What may stand for an instruction: an operand to copy, or an opcode with operands. */
export type Replacement = Operand | { readonly op: OpName; readonly args: Operand[] } | null;
type Rule = (s: Instr, def: DefinitionOf) => Replacement;

const i32 = (value: number): Const => constant("i32", value);
const isConst = (o: Operand, value: number | bigint): boolean =>
  o.kind === "const" && (typeof value === "bigint" ? o.value === value : Object.is(o.value, value));

/** Two operands that surely are the same value. */
function same(a: Operand, b: Operand): boolean {
  return a === b ||
    (a.kind === "const" && b.kind === "const" && a.type === b.type && Object.is(a.value, b.value));
}

/** Comparisons and their negations; doubles only where NaN does not matter. */
const INVERSE: Partial<Record<string, OpName>> = {};
for (const type of ["i32", "i64"]) {
  for (
    const [a, b] of [["eq", "ne"], ["lt_s", "ge_s"], ["lt_u", "ge_u"], ["gt_s", "le_s"], ["gt_u", "le_u"]]
  ) {
    INVERSE[`${type}.${a}`] = `${type}.${b}` as OpName;
    INVERSE[`${type}.${b}`] = `${type}.${a}` as OpName;
  }
}
INVERSE["f64.eq"] = "f64.ne";
INVERSE["f64.ne"] = "f64.eq";

const TRUTH: ReadonlySet<string> = new Set([
  ...Object.keys(INVERSE),
  "f64.lt",
  "f64.gt",
  "f64.le",
  "f64.ge",
  "i32.eqz",
  "i64.eqz",
  "ref.eq",
  "ref.is_null",
  "instanceof",
]);

/** True when the operand is 0 or 1. */
function isTruth(o: Operand, def: DefinitionOf): boolean {
  if (o.kind === "const") return o.value === 0 || o.value === 1;
  const d = def(o);
  return d !== null && (TRUTH.has(d.op) || (d.op === "i32.and" && d.args.some((a) => isConst(a, 1))));
}

/** `x op neutral` is `x`; operands of commutative opcodes have their constant on the right by then. */
const rightNeutral = (value: number | bigint): Rule => (s) => isConst(s.args[1], value) ? s.args[0] : null;
/** `x op absorbing` is `absorbing`. */
const absorbing = (value: number | bigint): Rule => (s) => isConst(s.args[1], value) ? s.args[1] : null;
/** `x op x` is `value`. */
const onSame = (value: Const): Rule => (s) => same(s.args[0], s.args[1]) ? value : null;
const idempotent: Rule = (s) => same(s.args[0], s.args[1]) ? s.args[0] : null;
/** `inner(outer(x))` is `x`. */
const undoes = (...inner: OpName[]): Rule => (s, def) => {
  const d = def(s.args[0]);
  return d !== null && inner.includes(d.op as OpName) ? d.args[0] : null;
};

/** `(x op c) op d` is `x op (c op d)`. */
const reassociate = (combine: (c: number, d: number) => number): Rule => (s, def) => {
  const [x, d] = s.args;
  const inner = def(x);
  if (inner === null || inner.op !== s.op || d.kind !== "const" || typeof d.value !== "number") return null;
  const c = inner.args[1];
  if (c.kind !== "const" || typeof c.value !== "number") return null;
  return { op: s.op as OpName, args: [inner.args[0], i32(combine(c.value, d.value) | 0)] };
};

const negate: Rule = (s, def) => {
  const d = def(s.args[0]);
  if (d === null) return null;
  const inverse = INVERSE[d.op];
  if (inverse !== undefined) return { op: inverse, args: [...d.args] };
  if (d.op !== "i32.eqz") return null;
  return isTruth(d.args[0], def) ? d.args[0] : { op: "i32.ne", args: [d.args[0], i32(0)] };
};
const equalsZero: Rule = (s) => isConst(s.args[1], 0) ? { op: "i32.eqz", args: [s.args[0]] } : null;
const differsFromZero: Rule = (s, def) => isConst(s.args[1], 0) && isTruth(s.args[0], def) ? s.args[0] : null;
const isNull: Rule = (s) => {
  const at = s.args.findIndex((a) => a.kind === "const" && a.value === null);
  return at < 0 ? null : { op: "ref.is_null", args: [s.args[1 - at]] };
};
const selectRule: Rule = (s, def) => {
  const [a, b, cond] = s.args;
  if (cond.kind === "const" && typeof cond.value === "number") return cond.value !== 0 ? a : b;
  if (same(a, b)) return a;
  if (isConst(a, 1) && isConst(b, 0) && a.type === "i32" && isTruth(cond, def)) return cond;
  const d = def(cond);
  return d !== null && d.op === "i32.eqz" ? { op: "select", args: [b, a, d.args[0]] } : null;
};
const ZERO = i32(0);
const ONE = i32(1);

function integerRules(type: "i32" | "i64"): Partial<Record<string, Rule[]>> {
  const n = (value: number): number | bigint => type === "i32" ? value : BigInt(value);
  const zero = constant(type, n(0));
  return {
    [`${type}.add`]: [rightNeutral(n(0))],
    [`${type}.sub`]: [rightNeutral(n(0)), onSame(zero)],
    [`${type}.mul`]: [rightNeutral(n(1)), absorbing(n(0))],
    [`${type}.div_s`]: [rightNeutral(n(1))],
    [`${type}.div_u`]: [rightNeutral(n(1))],
    [`${type}.rem_u`]: [(s) => isConst(s.args[1], n(1)) ? zero : null],
    [`${type}.and`]: [rightNeutral(n(-1)), absorbing(n(0)), idempotent],
    [`${type}.or`]: [rightNeutral(n(0)), absorbing(n(-1)), idempotent],
    [`${type}.xor`]: [rightNeutral(n(0)), onSame(zero)],
    [`${type}.shl`]: [rightNeutral(n(0))],
    [`${type}.shr_s`]: [rightNeutral(n(0))],
    [`${type}.shr_u`]: [rightNeutral(n(0))],
    [`${type}.add_ovf`]: [rightNeutral(n(0))],
    [`${type}.sub_ovf`]: [rightNeutral(n(0)), onSame(zero)],
    [`${type}.mul_ovf`]: [rightNeutral(n(1)), absorbing(n(0))],
    [`${type}.eq`]: [onSame(ONE)],
    [`${type}.ne`]: [onSame(ZERO)],
    [`${type}.lt_s`]: [onSame(ZERO)],
    [`${type}.lt_u`]: [onSame(ZERO)],
    [`${type}.gt_s`]: [onSame(ZERO)],
    [`${type}.gt_u`]: [onSame(ZERO)],
    [`${type}.le_s`]: [onSame(ONE)],
    [`${type}.le_u`]: [onSame(ONE)],
    [`${type}.ge_s`]: [onSame(ONE)],
    [`${type}.ge_u`]: [onSame(ONE)],
  };
}

const INTEGERS: Partial<Record<string, Rule[]>> = { ...integerRules("i32"), ...integerRules("i64") };

/** Rules by opcode, tried in order. */
const RULES: Partial<Record<string, Rule[]>> = {
  ...INTEGERS,
  "i32.add": [...INTEGERS["i32.add"]!, reassociate((c, d) => c + d)],
  "i32.and": [
    ...INTEGERS["i32.and"]!,
    (s, def) => isConst(s.args[1], 1) && isTruth(s.args[0], def) ? s.args[0] : null,
    reassociate((c, d) => c & d),
  ],
  "i32.or": [...INTEGERS["i32.or"]!, reassociate((c, d) => c | d)],
  "i32.xor": [...INTEGERS["i32.xor"]!, reassociate((c, d) => c ^ d)],
  "i32.eq": [...INTEGERS["i32.eq"]!, equalsZero],
  "i32.ne": [...INTEGERS["i32.ne"]!, differsFromZero],
  "i32.eqz": [negate],
  "i64.eq": [
    ...INTEGERS["i64.eq"]!,
    (s) => isConst(s.args[1], 0n) ? { op: "i64.eqz", args: [s.args[0]] } : null,
  ],
  // x + 0 is not x for -0, x * 0 not 0 for NaN.
  "f64.add": [rightNeutral(-0)],
  "f64.sub": [rightNeutral(0)],
  "f64.mul": [rightNeutral(1)],
  "f64.div": [rightNeutral(1)],
  "f64.neg": [undoes("f64.neg")],
  "i32.wrap_i64": [undoes("i64.extend_i32_s", "i64.extend_i32_u")],
  "i32.trunc_sat_f64_s": [undoes("f64.convert_i32_s")],
  "i32.trunc_sat_f64_u": [undoes("f64.convert_i32_u")],
  "i64.reinterpret_f64": [undoes("f64.reinterpret_i64")],
  "f64.reinterpret_i64": [undoes("i64.reinterpret_f64")],
  "ref.eq": [onSame(ONE), isNull],
  "select": [selectRule],
};

const COMMUTATIVE: ReadonlySet<string> = new Set(
  ["add", "mul", "and", "or", "xor", "eq", "ne", "add_ovf", "mul_ovf"].flatMap((
    name,
  ) => [`i32.${name}`, `i64.${name}`])
    .concat(["f64.add", "f64.mul", "f64.eq", "f64.ne"]),
);

/** A simpler equal of `s`, or null. Moves the constant operand of a commutative opcode to the right. */
export function simplifyAlgebra(s: Instr, def: DefinitionOf): Replacement {
  if (COMMUTATIVE.has(s.op) && s.args[0].kind === "const" && s.args[1].kind === "var") s.args.reverse();
  const rules = RULES[s.op];
  if (rules === undefined) return null;
  for (const rule of rules) {
    const replacement = rule(s, def);
    if (replacement !== null) return replacement;
  }
  return null;
}
