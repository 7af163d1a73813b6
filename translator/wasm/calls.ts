/**
 * Calls, and the pending exception.
 *
 * The pending exception is a WebAssembly global, which the collector does not see. It need not: between `exc.set`
 * (or a raise in emitted code) and the handler's `exc.get`, the program only returns and branches; exception
 * lowering reads and clears the global before anything else of a handler runs, and `finally` code runs as a handler.
 * The raising paths of emitted code allocate nothing, for their exceptions are prebuilt.
 */
import type { Func, HostDesc, MethodDesc, Signature } from "../ir/ir.ts";
import { TYPE_INFO_SIZE } from "../layout/layout.ts";
import type { Emitter, FunctionEmitter } from "./function.ts";
import { Op } from "./opcodes.ts";
import type { Node } from "./tree.ts";

const call: Emitter = (f, node) => {
  for (const arg of node.args) f.value(arg);
  f.spill(node.instr.roots);
  f.call(node.instr.imm as Func, node.instr);
  f.afterCall(node.instr);
};

/** `call_indirect` through the slot on the stack. */
function callSlot(f: FunctionEmitter, node: Node, signature: Signature): void {
  f.at(node.instr);
  f.code.opU(Op.callIndirect, f.context.typeIndex(signature, true));
  f.code.u32(0);
  f.afterCall(node.instr);
}

/** The receiver is a variable or constant. Through null, the slot is 0, and the call traps. */
const callVirtual: Emitter = (f, node) => {
  const method = node.instr.imm as MethodDesc;
  for (const arg of node.args) f.value(arg);
  f.spill(node.instr.roots);
  f.passStack(null, node.instr);
  f.value(node.args[0]);
  f.at(node.instr);
  f.code.load32(0);
  f.code.load32(TYPE_INFO_SIZE + 4 * f.context.layout.methodSlots.get(method)!);
  callSlot(f, node, method.signature);
};

const callIndirect: Emitter = (f, node) => {
  const [slot, ...args] = node.args;
  for (const arg of args) f.value(arg);
  f.spill(node.instr.roots);
  f.passStack(null, node.instr);
  f.value(slot);
  callSlot(f, node, node.instr.imm as Signature);
};

const callHost: Emitter = (f, node) => {
  for (const arg of node.args) f.value(arg);
  f.at(node.instr);
  f.code.opU(Op.call, f.context.hostIndex(node.instr.imm as HostDesc));
};

/** Emitters of calls. */
export const CALLS: Readonly<Record<string, Emitter>> = {
  "call": call,
  "callvirt": callVirtual,
  "callind": callIndirect,
  "callhost": callHost,
  "exc.get": (f) => f.code.globalGet(f.context.runtimeGlobals.exception),
  "exc.set": (f, node) => {
    f.value(node.args[0]);
    f.code.globalSet(f.context.runtimeGlobals.exception);
  },
  "root.store": (f, node) => {
    f.storeRoot(node.instr.imm as number, () => f.value(node.args[0]));
  },
  "stack.pointer": (f, node) => {
    f.spill(node.instr.roots);
    f.frameAddress(node.instr.roots?.height ?? 0);
    f.reload(node.instr.roots);
  },
};
