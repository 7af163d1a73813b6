/**
 * An upper bound of the native stack that a frame of a function takes in an engine that keeps every local and every
 * pending operand in a slot of 8 bytes, as V8's baseline compiler does; optimized frames are smaller.
 */
import { evaluationOrder, type Tree, type Value } from "./tree.ts";

/** Return address, frame pointer, what the engine keeps in every frame, and alignment. */
const FRAME = 64;
const SLOT = 8;
/** Arguments that are passed in registers on every machine. */
const REGISTERS = 4;
/** Operands that the code of a single instruction has pending besides its own, and its scratch locals. */
const TEMPORARIES = 2;

/** Bytes of a frame with `locals` locals, parameters included, that runs `body`. */
export function nativeFrameBytes(locals: number, body: readonly Tree[]): number {
  const need = new Need();
  for (const statement of body) need.statement(statement);
  const onStack = Math.max(0, need.callArguments - REGISTERS);
  return FRAME + SLOT * (locals + need.operands + onStack + TEMPORARIES);
}

/** What the statements of a function need at most. */
class Need {
  /** Operands pending at a time. */
  operands = 0;
  /** Arguments of a call, with the shadow stack's pointer. */
  callArguments = 0;

  statement(tree: Tree): void {
    switch (tree.kind) {
      case "eval":
        this.root(tree.node);
        break;
      case "if":
        this.root(tree.cond);
        this.statements(tree.then);
        this.statements(tree.else);
        break;
      case "block":
      case "loop":
        this.statements(tree.body);
        break;
      case "switch":
        this.root(tree.value);
        for (const body of tree.bodies) this.statements(body);
        break;
      case "return":
        if (tree.value !== null) this.root(tree.value);
        break;
    }
  }

  private statements(body: readonly Tree[]): void {
    for (const tree of body) this.statement(tree);
  }

  private root(value: Value): void {
    this.operands = Math.max(this.operands, this.pending(value));
  }

  /** Operands pending at most while `value` is computed, its result included. */
  private pending(value: Value): number {
    if (value.kind !== "node") return 1;
    const { op } = value.instr;
    if (op === "call" || op === "callvirt" || op === "callind" || op === "callhost") {
      this.callArguments = Math.max(this.callArguments, value.args.length + 1);
    }
    let most = 1;
    for (const [index, arg] of evaluationOrder(value).entries()) {
      most = Math.max(most, index + this.pending(arg));
    }
    return most;
  }
}
