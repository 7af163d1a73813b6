/** The `str.is…` methods: tests of a whole text. Empty texts pass none of them but isascii and isprintable. */
import type { bool, i32 } from "@rts";
import { flagsOf, isIdContinue, isIdStart } from "../unicode/ctype.ts";
import { Flag } from "../unicode/layout.ts";
import type { W_Str } from "./wstr.ts";

/** All code points have one of the flags. */
function all(w_text: W_Str, flags: i32): bool {
  const length = w_text.length;
  for (let i: i32 = 0; i < length; i++) if ((flagsOf(w_text.charAt(i)) & flags) === 0) return false;
  return true;
}

function allOfSome(w_text: W_Str, flags: i32): bool {
  return w_text.length > 0 && all(w_text, flags);
}

export function strIsAlpha(w_text: W_Str): bool {
  return allOfSome(w_text, Flag.Alpha);
}
export function strIsDecimal(w_text: W_Str): bool {
  return allOfSome(w_text, Flag.Decimal);
}
export function strIsDigit(w_text: W_Str): bool {
  return allOfSome(w_text, Flag.Digit);
}
export function strIsNumeric(w_text: W_Str): bool {
  return allOfSome(w_text, Flag.Numeric);
}
export function strIsAlnum(w_text: W_Str): bool {
  return allOfSome(w_text, Flag.Alpha | Flag.Decimal | Flag.Digit | Flag.Numeric);
}
export function strIsSpace(w_text: W_Str): bool {
  return allOfSome(w_text, Flag.Space);
}
export function strIsPrintable(w_text: W_Str): bool {
  return all(w_text, Flag.Printable);
}
export function strIsAscii(w_text: W_Str): bool {
  return w_text.asciiOnly;
}

/** Cased code points are there, and none of them has a flag of `others`. */
function allCased(w_text: W_Str, wanted: i32, others: i32): bool {
  let cased = false;
  for (let i: i32 = 0; i < w_text.length; i++) {
    const flags = flagsOf(w_text.charAt(i));
    if ((flags & others) !== 0) return false;
    if ((flags & wanted) !== 0) cased = true;
  }
  return cased;
}

export function strIsLower(w_text: W_Str): bool {
  return allCased(w_text, Flag.Lower, Flag.Upper | Flag.Title);
}
export function strIsUpper(w_text: W_Str): bool {
  return allCased(w_text, Flag.Upper, Flag.Lower | Flag.Title);
}

/** Upper and title case only after uncased code points, lower case only after cased ones. */
export function strIsTitle(w_text: W_Str): bool {
  let cased = false;
  let afterCased = false;
  for (let i: i32 = 0; i < w_text.length; i++) {
    const flags = flagsOf(w_text.charAt(i));
    if ((flags & (Flag.Upper | Flag.Title)) !== 0) {
      if (afterCased) return false;
      afterCased = true;
      cased = true;
    } else if ((flags & Flag.Lower) !== 0) {
      if (!afterCased) return false;
    } else {
      afterCased = false;
    }
  }
  return cased;
}

export function strIsIdentifier(w_text: W_Str): bool {
  if (w_text.length === 0 || !isIdStart(w_text.charAt(0))) return false;
  for (let i: i32 = 1; i < w_text.length; i++) if (!isIdContinue(w_text.charAt(i))) return false;
  return true;
}
