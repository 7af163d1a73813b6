/** The module `_locale`, for the locales that there are: C, and C with UTF-8. */
import type { i32 } from "@rts";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { call3 } from "../../core/objspace/call.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { OperationError, typeError, typeName, valueError } from "../../core/objspace/errors.ts";
import { exceptionType } from "../../core/objspace/exception_types.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { newEmptyList } from "../../core/objspace/list.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { EMPTY, fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { newTuple1 } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { typeType } from "../../core/objspace/types.ts";
import { fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { INFORMATION } from "./information.ts";
import { NUMBERS } from "./numbers.ts";

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt32(value);

const LC_ALL: i32 = 6;
const CATEGORIES: string[] = [
  "LC_CTYPE",
  "LC_NUMERIC",
  "LC_TIME",
  "LC_COLLATE",
  "LC_MONETARY",
  "LC_MESSAGES",
];
/** Categories that glibc shows besides. */
const OTHERS: string =
  ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C";

/** The locale of each category. Python sets the first one at its start. */
const current: string[] = ["C.UTF-8", "C", "C", "C", "C", "C"];

let w_errorClass: W_Type | null = null;
function errorClass(): W_Type {
  const w_known = w_errorClass;
  if (w_known !== null) return w_known;
  const w_namespace = new W_Dict();
  w_namespace.setStr(internRts("__module__"), internRts("locale"));
  const w_made = call3(typeType, fromRts("Error"), newTuple1(exceptionType), w_namespace) as W_Type;
  w_errorClass = w_made;
  return w_made;
}

function localeError(message: string): OperationError {
  return new OperationError(errorClass(), message, null, null);
}

/** The name of a locale that there is; empty for others. */
function known(name: string): string {
  const lower = name.toLowerCase().replaceAll("-", "");
  if (name === "") return "C.UTF-8";
  if (lower === "c" || lower === "posix") return "C";
  return lower === "c.utf8" ? name : "";
}

function shown(category: i32): string {
  if (category !== LC_ALL) return current[category];
  let isSame = true;
  for (let i: i32 = 1; i < current.length; i++) if (current[i] !== current[0]) isSame = false;
  if (isSame) return current[0];
  let text = "";
  for (let i: i32 = 0; i < current.length; i++) text += `${i > 0 ? ";" : ""}${CATEGORIES[i]}=${current[i]}`;
  return text + OTHERS;
}

/** `setlocale(category, locale=None)`. */
function setlocale(w_category: W_Root, w_locale: W_Root): W_Root {
  const category = intArgument(w_category);
  if (w_locale === w_None) {
    if (category < 0 || category > LC_ALL) throw localeError("locale query failed");
    return fromRts(shown(category));
  }
  if (!(w_locale instanceof W_Str)) {
    throw typeError(`setlocale() argument 2 must be str or None, not ${typeName(w_locale)}`);
  }
  fsEncodeArgument(w_locale);
  if (category < 0 || category > LC_ALL || !setAll(category, w_locale.toRts())) {
    throw localeError("unsupported locale setting");
  }
  return fromRts(shown(category));
}

/** Sets one category or all; false when there is no such locale. */
function setAll(category: i32, name: string): boolean {
  if (category === LC_ALL && name.includes("=")) {
    const parts = name.split(";");
    for (let i: i32 = 0; i < parts.length; i++) {
      const at = parts[i].indexOf("=", 0);
      const place: i32 = CATEGORIES.indexOf(parts[i].substring(0, at));
      const one = known(parts[i].substring(at + 1, parts[i].length));
      if (one === "") return false;
      if (place >= 0) current[place] = one;
    }
    return true;
  }
  const found = known(name);
  if (found === "") return false;
  for (let i: i32 = 0; i < current.length; i++) {
    if (category === LC_ALL || category === i) current[i] = found;
  }
  return true;
}

const TEXT_FIELDS: string[] = [
  "int_curr_symbol",
  "currency_symbol",
  "mon_decimal_point",
  "mon_thousands_sep",
  "mon_grouping",
  "positive_sign",
  "negative_sign",
];
const NUMBER_FIELDS: string[] = [
  "int_frac_digits",
  "frac_digits",
  "p_cs_precedes",
  "p_sep_by_space",
  "n_cs_precedes",
  "n_sep_by_space",
  "p_sign_posn",
  "n_sign_posn",
];
const CHAR_MAX: i32 = 127;

function localeconv(): W_Root {
  const w_dict = new W_Dict();
  for (let i: i32 = 0; i < TEXT_FIELDS.length; i++) {
    const isList = TEXT_FIELDS[i] === "mon_grouping";
    w_dict.setStr(internRts(TEXT_FIELDS[i]), isList ? newEmptyList(0) : EMPTY);
  }
  for (let i: i32 = 0; i < NUMBER_FIELDS.length; i++) {
    w_dict.setStr(internRts(NUMBER_FIELDS[i]), newInt32(CHAR_MAX));
  }
  w_dict.setStr(internRts("decimal_point"), fromRts("."));
  w_dict.setStr(internRts("thousands_sep"), EMPTY);
  w_dict.setStr(internRts("grouping"), newEmptyList(0));
  return w_dict;
}

const TEXTS: Map<i32, string> = new Map<i32, string>(INFORMATION);
const CODESET: i32 = 14;

function nlLanginfo(w_key: W_Root): W_Root {
  const key = intArgument(w_key);
  if (key === CODESET) return encoding();
  if (!TEXTS.has(key)) throw valueError("unsupported langinfo constant");
  return fromRts(TEXTS.get(key)!);
}

const s_utf8: W_Str = internRts("UTF-8");
const s_ascii: W_Str = internRts("ANSI_X3.4-1968");
function encoding(): W_Root {
  return current[0] === "C" ? s_ascii : s_utf8;
}

function textArgument(w_text: W_Root, function_: string, place: i32): W_Str {
  if (w_text instanceof W_Str) return w_text;
  throw typeError(`${function_}() argument ${place} must be str, not ${typeName(w_text)}`);
}

function strcoll(w_a: W_Root, w_b: W_Root): W_Root {
  const order = textArgument(w_a, "strcoll", 1).compare(textArgument(w_b, "strcoll", 2));
  return newInt32(order < 0 ? -1 : order > 0 ? 1 : 0);
}
function strxfrm(w_text: W_Root): W_Root {
  return textArgument(w_text, "strxfrm", 1).plain();
}

const s_Error: W_Str = internRts("Error");

defineModule("_locale", {
  doc: "Locales.",
  functions: {
    setlocale: ["(category, locale=None, /)", setlocale, "Sets or tells the locale."],
    localeconv: ["()", localeconv, "How numbers are written."],
    nl_langinfo: ["(key, /)", nlLanginfo, "A piece of the locale."],
    strcoll: ["(os1, os2, /)", strcoll, "Order of two texts."],
    strxfrm: ["(string, /)", strxfrm, "A text that sorts as the locale orders."],
    _get_locale_encoding: ["()", encoding],
  },
  constants,
  init: (w_module: W_Module): void => {
    w_module.w_dict.setStr(s_Error, errorClass());
  },
});
