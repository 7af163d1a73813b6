/**
 * The instructions of one function: a byte buffer that knows the shapes of instructions, merges `local.set` with a
 * following `local.get`, and notes where each source position begins and which branches are unlikely.
 */
import { Misc, Op, Type } from "./opcodes.ts";
import { ByteWriter } from "./writer.ts";

/** Instructions under construction. */
export class Code extends ByteWriter {
  /** Offsets where positions change, and the positions. */
  readonly marks: { offset: number; pos: number }[] = [];
  /** Offsets of `if` and `br_if` instructions whose condition is almost never true. */
  readonly unlikely: number[] = [];
  /** The last `local.set`: where it starts and ends, and its local. */
  private setStart = -1;
  private setEnd = -1;
  private setIndex = -1;
  private lastPos = 0;

  /** Instructions from here on belong to source position `pos`. */
  mark(pos: number): void {
    if (pos === this.lastPos || pos === 0) return;
    this.lastPos = pos;
    const last = this.marks.at(-1);
    if (last?.offset === this.length) last.pos = pos;
    else this.marks.push({ offset: this.length, pos });
  }
  /** The next instruction is an `if` or `br_if` that is almost never taken. */
  markUnlikely(): void {
    this.unlikely.push(this.length);
  }

  op(code: number): void {
    this.byte(code);
  }
  ops(codes: readonly number[]): void {
    for (const code of codes) this.byte(code);
  }
  opU(code: number, immediate: number): void {
    this.byte(code);
    this.u32(immediate);
  }

  localGet(index: number): void {
    if (this.setEnd === this.length && this.setIndex === index) {
      this.bytes[this.setStart] = Op.localTee;
      this.setEnd = -1;
      return;
    }
    this.opU(Op.localGet, index);
  }
  localSet(index: number): void {
    this.setStart = this.length;
    this.setIndex = index;
    this.opU(Op.localSet, index);
    this.setEnd = this.length;
  }
  localTee(index: number): void {
    this.opU(Op.localTee, index);
  }
  globalGet(index: number): void {
    this.opU(Op.globalGet, index);
  }
  globalSet(index: number): void {
    this.opU(Op.globalSet, index);
  }

  i32Const(value: number): void {
    this.byte(Op.i32Const);
    this.s32(value);
  }
  i64Const(value: bigint): void {
    this.byte(Op.i64Const);
    this.s64(value);
  }
  f64Const(value: number): void {
    this.byte(Op.f64Const);
    this.f64(value);
  }

  /** A load or store; `align` is the log2 of the alignment. */
  memory(code: number, align: number, offset: number): void {
    this.byte(code);
    this.u32(align);
    this.u32(offset);
  }
  load32(offset: number): void {
    this.memory(Op.i32Load, 2, offset);
  }
  store32(offset: number): void {
    this.memory(Op.i32Store, 2, offset);
  }
  memoryCopy(): void {
    this.byte(Op.misc);
    this.u32(Misc.memoryCopy);
    this.byte(0);
    this.byte(0);
  }
  memoryFill(): void {
    this.byte(Op.misc);
    this.u32(Misc.memoryFill);
    this.byte(0);
  }

  /** `block`, `loop` or `if` without a result. */
  open(code: number): void {
    this.byte(code);
    this.byte(Type.empty);
  }
}
