/** The module `_imp`: what `importlib` needs of the interpreter. */
import { type FixedArray, type i32, i32ToI64, type i64, shl64, shrU64, wrap64 } from "@rts";
import { defineModule, getBuiltinModule, isBuiltinModule } from "../../core/interpreter/builtin_modules.ts";
import { importError } from "../../core/interpreter/imports.ts";
import { W_Code } from "../../core/interpreter/code.ts";
import { w_modules } from "../../core/interpreter/sys_module.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { bytesOf } from "../../core/objspace/bytes_access.ts";
import { typeError, typeName } from "../../core/objspace/errors.ts";
import { newBool, newInt32, w_False } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intern, internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { indexI64 } from "../../core/objspace/truth.ts";
import { overflowErrorType } from "../../core/objspace/exception_types.ts";

const s_name: W_Str = internRts("name");

function isBuiltin(w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) {
    throw typeError(`is_builtin() argument must be str, not ${typeName(w_name)}`);
  }
  return newInt32(isBuiltinModule(intern(w_name)) ? 1 : 0);
}

function createBuiltin(w_spec: W_Root): W_Root {
  const w_name = getattr(w_spec, s_name) as W_Str;
  const w_module = getBuiltinModule(intern(w_name));
  if (w_module === null) throw importError(`no built-in module named '${w_name.toRts()}'`, w_name, null);
  w_modules.set(w_name, w_module);
  return w_module;
}

function noFrozen(w_name: W_Root): W_Root {
  const shown = w_name instanceof W_Str ? w_name.toRts() : "?";
  throw importError(`No such frozen object named ${shown}`, w_name, null);
}

/** Gives a code object and those in it another file name. */
function fixFilename(w_code: W_Root, w_path: W_Root): W_Root {
  if (!(w_code instanceof W_Code)) {
    throw typeError(`_fix_co_filename() argument 1 must be code, not ${typeName(w_code)}`);
  }
  if (!(w_path instanceof W_Str)) {
    throw typeError(`_fix_co_filename() argument 2 must be str, not ${typeName(w_path)}`);
  }
  if (!w_code.w_filename.equals(w_path)) rename(w_code, w_code.w_filename, w_path);
  return w_None;
}
function rename(code: W_Code, w_old: W_Str, w_path: W_Str): void {
  if (!code.w_filename.equals(w_old)) return;
  code.w_filename = w_path;
  for (let i = 0; i < code.consts.length; i++) {
    const w_const = code.consts[i];
    if (w_const instanceof W_Code) rename(w_const, w_old, w_path);
  }
}

/** SipHash-2-4 of the source (Aumasson, Bernstein 2012), as hash-based `.pyc` files hold it (PEP 552). */
function sourceHash(w_key: W_Root, w_source: W_Root): W_Root {
  const data = bytesOf(w_source);
  if (data === null) throw typeError(`a bytes-like object is required, not '${typeName(w_source)}'`);
  let hash = siphash(indexI64(w_key, overflowErrorType), data);
  const bytes = new Uint8Array(8);
  for (let i = 0; i < 8; i++) {
    bytes[i] = Number(hash & 255n) | 0;
    hash = shrU64(hash, 8);
  }
  return newBytes(bytes);
}

/** The four words of SipHash's state. */
class SipState {
  v0: i64;
  v1: i64;
  v2: i64;
  v3: i64;
  constructor(key: i64) {
    this.v0 = key ^ 0x736f6d6570736575n;
    this.v1 = 0x646f72616e646f6dn;
    this.v2 = key ^ 0x6c7967656e657261n;
    this.v3 = 0x7465646279746573n;
  }
  rounds(count: i32): void {
    for (let i = 0; i < count; i++) this.round();
  }
  private round(): void {
    this.v0 = wrap64(this.v0 + this.v1);
    this.v1 = rotl(this.v1, 13) ^ this.v0;
    this.v0 = rotl(this.v0, 32);
    this.v2 = wrap64(this.v2 + this.v3);
    this.v3 = rotl(this.v3, 16) ^ this.v2;
    this.v0 = wrap64(this.v0 + this.v3);
    this.v3 = rotl(this.v3, 21) ^ this.v0;
    this.v2 = wrap64(this.v2 + this.v1);
    this.v1 = rotl(this.v1, 17) ^ this.v2;
    this.v2 = rotl(this.v2, 32);
  }
}

function rotl(x: i64, count: i32): i64 {
  return shl64(x, count) | shrU64(x, 64 - count);
}

function siphash(key: i64, data: Uint8Array): i64 {
  const state = new SipState(key);
  const whole = data.length & ~7;
  for (let at: i32 = 0; at < whole; at += 8) absorb(state, word(data, at, 8));
  const last = word(data, whole, data.length - whole) | shl64(i32ToI64(data.length & 255), 56);
  absorb(state, last);
  state.v2 = state.v2 ^ 0xffn;
  state.rounds(4);
  return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}
function absorb(state: SipState, m: i64): void {
  state.v3 = state.v3 ^ m;
  state.rounds(2);
  state.v0 = state.v0 ^ m;
}
function word(data: Uint8Array, at: i32, count: i32): i64 {
  let value: i64 = 0n;
  for (let i = count - 1; i >= 0; i--) value = shl64(value, 8) | i32ToI64(data[at + i]);
  return value;
}

function nothing(): W_Root {
  return w_None;
}

defineModule("_imp", {
  doc: "What importlib needs of the interpreter.",
  functions: {
    acquire_lock: ["()", nothing],
    release_lock: ["()", nothing],
    lock_held: ["()", (): W_Root => w_False],
    extension_suffixes: ["()", (): W_Root => listOf([])],
    is_builtin: ["(name, /)", isBuiltin],
    create_builtin: ["(spec, /)", createBuiltin],
    exec_builtin: ["(mod, /)", (_w_module: W_Root): W_Root => newInt32(0)],
    is_frozen: ["(name, /)", (_w_name: W_Root): W_Root => newBool(false)],
    is_frozen_package: ["(name, /)", noFrozen],
    get_frozen_object: ["(name, /)", noFrozen],
    init_frozen: ["(name, /)", (_w_name: W_Root): W_Root => w_None],
    create_dynamic: { signature: "(spec, file=None, /)", scope: createDynamic },
    exec_dynamic: ["(mod, /)", (_w_module: W_Root): W_Root => newInt32(0)],
    _fix_co_filename: ["(code, path, /)", fixFilename],
    source_hash: ["(key, source)", sourceHash],
  },
  constants: { check_hash_based_pycs: fromRts("default") },
});

function createDynamic(scope: FixedArray<W_Root>): W_Root {
  const w_name = getattr(scope[0], s_name);
  throw importError("dynamic modules are not supported", w_name, null);
}
