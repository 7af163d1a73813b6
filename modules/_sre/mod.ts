/** The module `_sre`: what `re` needs below its parser and compiler of patterns. */
import { type FixedArray, type i32, i64ToI32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { checkSignals } from "../../core/interpreter/signals.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import {
  type OperationError,
  overflowError,
  runtimeError,
  typeError,
  typeName,
} from "../../core/objspace/errors.ts";
import { newBool, newInt, newInt32, W_Integer } from "../../core/objspace/int.ts";
import { W_List } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { fromRts } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import {
  isAlnum,
  isDecimal,
  isLineBreak,
  isSpace,
  toLower,
  toUpper,
} from "../../core/objspace/unicode/ctype.ts";
import {
  asciiIsCased,
  asciiToLower,
  CODESIZE,
  installUnicode,
  INVALID_CODE,
  isValidCode,
  MAGIC,
  MAXGROUPS,
  Program,
  setTicker,
  unicodeIsCased,
  UnicodeTable,
  unicodeToLower,
} from "./engine/mod.ts";
import "./match_methods.ts";
import "./pattern_methods.ts";
import { W_Pattern } from "./pattern.ts";

installUnicode(new UnicodeTable(isSpace, isAlnum, isDecimal, isLineBreak, toLower, toUpper));
setTicker(checkSignals);

/** A word of code: an unsigned number of 32 bits. */
function codeWord(w_word: W_Root): i32 {
  if (w_word instanceof W_Integer && w_word.fitsI64()) {
    const word = w_word.asI64();
    if (word >= 0n && word <= 0xffffffffn) return i64ToI32(word);
  }
  throw overflowError("regular expression code size limit exceeded");
}

function argumentError(name: string, expected: string, w_given: W_Root): OperationError {
  return typeError(`compile() argument '${name}' must be ${expected}, not ${typeName(w_given)}`);
}

function compile(scope: FixedArray<W_Root>): W_Root {
  const w_code = scope[2];
  const w_groupindex = scope[4];
  const w_indexgroup = scope[5];
  const flags = intArgument(scope[1]);
  if (!(w_code instanceof W_List)) throw argumentError("code", "list", w_code);
  const groups = intArgument(scope[3]);
  if (!(w_groupindex instanceof W_Dict)) throw argumentError("groupindex", "dict", w_groupindex);
  if (!(w_indexgroup instanceof W_Tuple)) throw argumentError("indexgroup", "tuple", w_indexgroup);
  const code = new Int32Array(w_code.length);
  for (let i: i32 = 0; i < code.length; i++) code[i] = codeWord(w_code.getItem(i));
  if (!isValidCode(code, groups)) throw runtimeError(INVALID_CODE);
  return new W_Pattern(scope[0], flags, new Program(code, groups), w_groupindex, w_indexgroup);
}

defineModule("_sre", {
  functions: {
    compile: { signature: "(pattern, flags, code, groups, groupindex, indexgroup)", scope: compile },
    getcodesize: ["()", (): W_Root => newInt32(CODESIZE)],
    ascii_iscased: ["(character, /)", (w_c: W_Root): W_Root => newBool(asciiIsCased(intArgument(w_c)))],
    unicode_iscased: ["(character, /)", (w_c: W_Root): W_Root => newBool(unicodeIsCased(intArgument(w_c)))],
    ascii_tolower: ["(character, /)", (w_c: W_Root): W_Root => newInt32(asciiToLower(intArgument(w_c)))],
    unicode_tolower: ["(character, /)", (w_c: W_Root): W_Root => newInt32(unicodeToLower(intArgument(w_c)))],
  },
  constants: {
    MAGIC: newInt32(MAGIC),
    CODESIZE: newInt32(CODESIZE),
    MAXREPEAT: newInt(0xffffffffn),
    MAXGROUPS: newInt32(MAXGROUPS),
    copyright: fromRts(" SRE: the matching engine of regular expressions "),
  },
});
