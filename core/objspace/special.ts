/**
 * Special methods: the names that the interpreter itself looks up on types. Each type keeps the looked-up
 * attribute of each of them in an array by these numbers (see `type.ts`), so that an operation costs no lookup.
 * The enum and {@link SPECIAL_NAMES} are in the same order.
 */
import { type FixedArray, type i32, newFixedArray } from "@rts";
import { internRts } from "./str/intern.ts";
import type { W_Str } from "./str/wstr.ts";

export const enum Special {
  Add,
  Radd,
  Iadd,
  Sub,
  Rsub,
  Isub,
  Mul,
  Rmul,
  Imul,
  Matmul,
  Rmatmul,
  Imatmul,
  Truediv,
  Rtruediv,
  Itruediv,
  Floordiv,
  Rfloordiv,
  Ifloordiv,
  Mod,
  Rmod,
  Imod,
  Pow,
  Rpow,
  Ipow,
  Lshift,
  Rlshift,
  Ilshift,
  Rshift,
  Rrshift,
  Irshift,
  And,
  Rand,
  Iand,
  Or,
  Ror,
  Ior,
  Xor,
  Rxor,
  Ixor,
  Divmod,
  Rdivmod,
  Lt,
  Le,
  Eq,
  Ne,
  Gt,
  Ge,
  Neg,
  Pos,
  Abs,
  Invert,
  Bool,
  Int,
  Float,
  Complex,
  Index,
  Round,
  Trunc,
  Floor,
  Ceil,
  Len,
  LengthHint,
  Getitem,
  Setitem,
  Delitem,
  Missing,
  Contains,
  Iter,
  Next,
  Reversed,
  Hash,
  Repr,
  Str,
  Bytes,
  Format,
  Dir,
  Sizeof,
  Getattribute,
  Getattr,
  Setattr,
  Delattr,
  Get,
  Set,
  Delete,
  SetName,
  Call,
  New,
  Init,
  Del,
  Enter,
  Exit,
  Aenter,
  Aexit,
  Await,
  Aiter,
  Anext,
  Instancecheck,
  Subclasscheck,
  InitSubclass,
  ClassGetitem,
  Prepare,
  MroEntries,
  Copy,
  Deepcopy,
  Reduce,
  ReduceEx,
  Getstate,
  Setstate,
  Getnewargs,
  GetnewargsEx,
  Fspath,
  Count,
}

const NAMES = `
  add radd iadd sub rsub isub mul rmul imul matmul rmatmul imatmul truediv rtruediv itruediv
  floordiv rfloordiv ifloordiv mod rmod imod pow rpow ipow lshift rlshift ilshift rshift rrshift irshift
  and rand iand or ror ior xor rxor ixor divmod rdivmod
  lt le eq ne gt ge neg pos abs invert
  bool int float complex index round trunc floor ceil
  len length_hint getitem setitem delitem missing contains iter next reversed
  hash repr str bytes format dir sizeof
  getattribute getattr setattr delattr
  get set delete set_name
  call new init del
  enter exit aenter aexit
  await aiter anext
  instancecheck subclasscheck init_subclass class_getitem prepare mro_entries
  copy deepcopy reduce reduce_ex getstate setstate getnewargs getnewargs_ex
  fspath`.trim().split(/\s+/).map((name) => `__${name}__`);

/** Names of the special methods, by number. */
export const SPECIAL_NAMES: FixedArray<W_Str> = newFixedArray<W_Str>(NAMES.length, internRts(NAMES[0]!));
for (let i = 0; i < NAMES.length; i++) SPECIAL_NAMES[i] = internRts(NAMES[i]!);

/** Number of a special method's name, for all of them. */
export const SPECIAL_NUMBERS: Map<W_Str, i32> = new Map<W_Str, i32>();
for (let i = 0; i < NAMES.length; i++) SPECIAL_NUMBERS.set(SPECIAL_NAMES[i]!, i);

/** Number of the special method `name` (interned), or -1. */
export function specialNumber(name: W_Str): i32 {
  return SPECIAL_NUMBERS.get(name) ?? -1;
}
if (NAMES.length !== Special.Count) throw new Error("special methods: names and numbers differ");
