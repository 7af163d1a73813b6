/**
 * Contexts: mappings from variables to values. A context copies its mapping when it changes one that another context
 * shares, so `copy_context()` costs nothing.
 */
import { W_Dict } from "../../core/objspace/dict.ts";
import { W_Root } from "../../core/objspace/root.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";

export const contextType: W_Type = moduleClass("Context", "_contextvars");
export const contextVarType: W_Type = moduleClass("ContextVar", "_contextvars");
export const tokenType: W_Type = moduleClass("Token", "_contextvars");
export const missingType: W_Type = moduleClass("MISSING", "Token");

/** A context. */
export class W_Context extends W_Root {
  private values: W_Dict;
  private isShared: boolean = false;
  isEntered: boolean = false;

  constructor(values: W_Dict) {
    super();
    this.values = values;
  }

  override typeOf(): W_Type {
    return contextType;
  }

  /** What is set, to be read. */
  mapping(): W_Dict {
    return this.values;
  }

  /** A context with the same values. */
  copy(): W_Context {
    const w_copy = new W_Context(this.values);
    w_copy.isShared = true;
    this.isShared = true;
    return w_copy;
  }

  set(w_variable: W_Root, w_value: W_Root): void {
    this.own().set(w_variable, w_value);
  }
  delete(w_variable: W_Root): void {
    this.own().delete(w_variable);
  }

  private own(): W_Dict {
    if (this.isShared) {
      this.values = this.values.copy();
      this.isShared = false;
    }
    return this.values;
  }
}

/** A variable. */
export class W_ContextVar extends W_Root {
  readonly name: W_Str;
  /** Null for none. */
  readonly w_default: W_Root | null;
  constructor(name: W_Str, w_default: W_Root | null) {
    super();
    this.name = name;
    this.w_default = w_default;
  }
  override typeOf(): W_Type {
    return contextVarType;
  }
}

/** What `ContextVar.set` returns, to undo it. */
export class W_Token extends W_Root {
  readonly w_context: W_Context;
  readonly w_variable: W_ContextVar;
  /** The value before; null when there was none. */
  readonly w_old: W_Root | null;
  isUsed: boolean = false;
  constructor(w_context: W_Context, w_variable: W_ContextVar, w_old: W_Root | null) {
    super();
    this.w_context = w_context;
    this.w_variable = w_variable;
    this.w_old = w_old;
  }
  override typeOf(): W_Type {
    return tokenType;
  }
}

class W_Missing extends W_Root {
  override typeOf(): W_Type {
    return missingType;
  }
}

/** `Token.MISSING`. */
export const w_missing: W_Root = new W_Missing();

class CurrentContext {
  /** Null while nothing was set. */
  w_context: W_Context | null = null;
}

const current: CurrentContext = new CurrentContext();

/** The context that is entered. */
export function currentContext(): W_Context {
  let w_context = current.w_context;
  if (w_context === null) {
    w_context = new W_Context(new W_Dict());
    current.w_context = w_context;
  }
  return w_context;
}

/** Enters a context. */
export function setCurrentContext(w_context: W_Context): void {
  current.w_context = w_context;
}
