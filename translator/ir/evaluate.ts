/**
 * A reference evaluator of the IR, for tests of passes: slow, obvious, on JavaScript objects instead of memory.
 * It knows everything but raw memory, the collector's opcodes and type infos as addresses (a type info is a
 * number by class). Numbers are computed by the folding table, which is tested against WebAssembly.
 */
import {
  type ArrayDesc,
  type ClassDesc,
  type Const,
  constant,
  type DriverDesc,
  type FieldDesc,
  findImpl,
  type Func,
  type GlobalDesc,
  type HostDesc,
  type Instr,
  isSubclass,
  type Label,
  type MethodDesc,
  type Operand,
  type Prebuilt,
  type Program,
  type Stmt,
  type StorageType,
  valueTypeOf,
  type Var,
} from "../ir/ir.ts";
import { foldConstant, zeroOf } from "../passes/fold.ts";

/** An object, or an array (`items`). */
export interface HeapObject {
  readonly cls: ClassDesc | null;
  readonly fields: Map<FieldDesc, Value>;
  readonly items: Value[] | null;
}
/** A value of an IR variable. */
export type Value = number | bigint | null | HeapObject | Func;

/** An exception of the evaluated program. `value` is null for those that opcodes raise. */
export class Raised extends Error {
  constructor(readonly value: Value) {
    super("exception of the program");
  }
}
/** The evaluation took too many steps. */
export class OutOfFuel extends Error {}

type Flow = { kind: "end" } | { kind: "br"; label: Label } | { kind: "return"; value: Value };
const END: Flow = { kind: "end" };
type Frame = Map<Var, Value>;

/** Narrowing of stored values. */
const STORE: Partial<Record<StorageType, (value: number) => number>> = {
  i8: (v) => v << 24 >> 24,
  u8: (v) => v & 0xff,
  i16: (v) => v << 16 >> 16,
  u16: (v) => v & 0xffff,
};

/** Runs functions of a program. Module variables and prebuilt objects live as long as the evaluator. */
export class Evaluator {
  private readonly globals = new Map<GlobalDesc, Value>();
  private readonly prebuilts = new Map<Prebuilt, HeapObject>();
  private fuel = 0;

  /** `host` answers host calls by name. */
  constructor(
    private readonly program: Program,
    private readonly host: (name: string, args: Value[]) => Value,
  ) {
    for (const g of program.globals) this.globals.set(g, this.constant(g.init));
  }

  /**
   * Calls `func`; the result, null for none.
   * @throws {Raised} an exception that leaves it, {@link OutOfFuel} after `fuel` statements.
   */
  run(func: Func, args: Value[], fuel: number): Value {
    this.fuel = fuel;
    return this.call(func, args);
  }

  private call(func: Func, args: Value[]): Value {
    const frame: Frame = new Map(func.params.map((p, i) => [p, args[i]]));
    const flow = this.list(func.body, frame);
    return flow.kind === "return" ? flow.value : null;
  }

  private list(body: readonly Stmt[], frame: Frame): Flow {
    for (const s of body) {
      if (--this.fuel < 0) throw new OutOfFuel();
      const flow = this.stmt(s, frame);
      if (flow.kind !== "end") return flow;
    }
    return END;
  }

  private stmt(s: Stmt, frame: Frame): Flow {
    switch (s.kind) {
      case "instr": {
        const value = this.instr(s, s.args.map((a) => this.operand(a, frame)));
        if (s.dst !== null) frame.set(s.dst, value);
        return END;
      }
      case "if":
        return this.list(this.operand(s.cond, frame) !== 0 ? s.then : s.else, frame);
      case "block":
        return leave(this.list(s.body, frame), s.label);
      case "loop":
        for (;;) {
          const flow = this.list(s.body, frame);
          if (flow.kind !== "br" || flow.label !== s.label) return flow;
        }
      case "br":
        return { kind: "br", label: s.label };
      case "switch":
        return leave(this.switch(s, frame), s.label);
      case "try":
        return this.try(s, frame);
      case "return":
        return { kind: "return", value: s.value === null ? null : this.operand(s.value, frame) };
      case "throw":
        throw new Raised(this.operand(s.value, frame));
      case "unreachable":
        throw new Error("unreachable was reached");
    }
  }

  private switch(s: Stmt & { kind: "switch" }, frame: Frame): Flow {
    const index = s.cases.get(this.operand(s.value, frame) as number) ?? s.default;
    if (index === -1) return END;
    for (const body of s.bodies.slice(index)) {
      const flow = this.list(body, frame);
      if (flow.kind !== "end") return flow;
    }
    return END;
  }

  private try(s: Stmt & { kind: "try" }, frame: Frame): Flow {
    try {
      return this.list(s.body, frame);
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      frame.set(s.exc, error.value);
    }
    return this.list(s.handler, frame);
  }

  private operand(o: Operand, frame: Frame): Value {
    if (o.kind === "const") return this.constant(o);
    const value = frame.get(o);
    if (value === undefined) throw new Error(`variable ${o.name} is not defined`);
    return value;
  }

  private constant(c: Const): Value {
    const { value } = c;
    if (typeof value !== "object" || value === null) return value;
    if ("impls" in value) return this.typeInfo(value);
    return value.kind === "func" ? value : this.prebuilt(value);
  }

  private typeInfo(cls: ClassDesc): number {
    return this.program.classes.indexOf(cls) + 1;
  }

  private prebuilt(p: Prebuilt): HeapObject {
    let object = this.prebuilts.get(p);
    if (object !== undefined) return object;
    object = {
      cls: p.kind === "object" ? p.cls : null,
      fields: new Map(),
      items: p.kind === "object" ? null : [],
    };
    this.prebuilts.set(p, object);
    if (p.kind === "object") { for (const [f, c] of p.values) object.fields.set(f, this.constant(c)); }
    else if (p.kind === "array") { for (const c of p.items) object.items!.push(this.constant(c)); }
    else for (let i = 0; i < p.value.length; i++) object.items!.push(p.value.charCodeAt(i));
    return object;
  }

  private instr(s: Instr, args: Value[]): Value {
    const rule = OPCODES[s.op];
    if (rule !== undefined) return rule(s, args, this.access);
    const folded = foldConstant({ ...s, args: s.args.map((a, i) => constant(a.type, args[i] as number)) });
    if (folded === null) {
      throw s.op.endsWith("_ovf") ? new Raised(null) : new Error(`cannot evaluate ${s.op}`);
    }
    return folded.value as number | bigint;
  }

  private readonly access: Access = {
    call: (func, args) => this.call(func, args),
    host: (name, args) => this.host(name, args),
    typeInfo: (cls) => this.typeInfo(cls),
    globals: this.globals,
  };
}

/** What opcodes need of the evaluator. */
interface Access {
  readonly call: (func: Func, args: Value[]) => Value;
  readonly host: (name: string, args: Value[]) => Value;
  readonly typeInfo: (cls: ClassDesc) => number;
  readonly globals: Map<GlobalDesc, Value>;
}

const truth = (b: boolean): number => b ? 1 : 0;
const object = (value: Value): HeapObject => {
  if (typeof value === "object" && value !== null && "fields" in value) return value;
  throw new Error("null reference");
};
const narrow = (type: StorageType, value: Value): Value => STORE[type]?.(value as number) ?? value;

/** Opcodes beyond arithmetic. */
const OPCODES: Partial<Record<string, (s: Instr, args: Value[], access: Access) => Value>> = {
  "move": (_s, [a]) => a,
  "select": (_s, [a, b, c]) => c !== 0 ? a : b,
  "ref.eq": (_s, [a, b]) => truth(a === b),
  "ref.is_null": (_s, [a]) => truth(a === null),
  "instanceof": (s, [a]) => {
    const cls = a === null ? null : object(a).cls;
    return truth(cls !== null && isSubclass(cls, s.imm as ClassDesc));
  },
  "typeinfo": (_s, [a], access) => a === null ? 0 : access.typeInfo(object(a).cls!),
  "new": (s) => ({ cls: s.imm as ClassDesc, fields: new Map(), items: null }),
  "newarray": (s, [n]) => {
    const zero = zeroOf(valueTypeOf((s.imm as ArrayDesc).element)).value as Value;
    return { cls: null, fields: new Map(), items: new Array(n as number).fill(zero) };
  },
  "getfield": (s, [a]) => {
    const field = s.imm as FieldDesc;
    return object(a).fields.get(field) ?? zeroOf(valueTypeOf(field.type)).value as Value;
  },
  "setfield": (s, [a, b]) => {
    const field = s.imm as FieldDesc;
    object(a).fields.set(field, narrow(field.type, b));
    return null;
  },
  "arraylen": (_s, [a]) => object(a).items!.length,
  "getitem": (_s, [a, i]) => object(a).items![i as number],
  "setitem": (s, [a, i, b]) => object(a).items![i as number] = narrow((s.imm as ArrayDesc).element, b),
  "getglobal": (s, _args, access) => access.globals.get(s.imm as GlobalDesc)!,
  "setglobal": (s, [a], access) => {
    access.globals.set(s.imm as GlobalDesc, a);
    return null;
  },
  "call": (s, args, access) => access.call(s.imm as Func, args),
  "callind": (_s, [f, ...args], access) => access.call(f as Func, args),
  "callvirt": (s, args, access) => access.call(findImpl(object(args[0]).cls!, s.imm as MethodDesc)!, args),
  "callhost": (s, args, access) => access.host((s.imm as HostDesc).name, args),
  "check.null": (_s, [a]) => (object(a), null),
  "jit.promote": (_s, [a]) => a,
  "jit.merge_point": (s) => ((s.imm as DriverDesc).name, null),
};

function leave(flow: Flow, label: Label): Flow {
  return flow.kind === "br" && flow.label === label ? END : flow;
}
