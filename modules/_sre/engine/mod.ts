/**
 * The matching engine of `_sre` (Python 3.10), free of Python objects.
 *
 * ```ts
 * const program = new Program(code, groups); // after isValidCode(code, groups)
 * const matcher = new Matcher(program, new Subject1(bytes, length), 0, length);
 * if (matcher.search()) print(`${matcher.groupStart(0)}..${matcher.groupEnd(0)}`);
 * matcher.release();
 * ```
 */
export { CODESIZE, MAGIC, MAXGROUPS } from "./constants.ts";
export {
  asciiIsCased,
  asciiToLower,
  installLocale,
  installUnicode,
  LocaleTable,
  unicodeIsCased,
  UnicodeTable,
  unicodeToLower,
} from "./charinfo.ts";
export { Matcher } from "./matcher.ts";
export { setTicker, SreError, type Ticker } from "./state.ts";
export { Program } from "./program.ts";
export { Subject, Subject1, Subject2, Subject4 } from "./subject.ts";
export { INVALID_CODE, isValidCode } from "./validate.ts";
