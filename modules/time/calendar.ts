/** Broken-down times: `struct_time`, `localtime`, `mktime`, `strftime` and their like. */
import { f64ToI64, type i32, i32ToI64, type i64, i64ToF64, i64ToI32, newFixedArray } from "@rts";
import { osClock, osLocaltime, osMktime, osStrftime, osTake, osTzset } from "@rts/os";
import { importModule } from "../../core/interpreter/import_module.ts";
import { getattr } from "../../core/objspace/attributes.ts";
import { call1, call2 } from "../../core/objspace/call.ts";
import {
  type OperationError,
  overflowError,
  typeError,
  typeName,
  valueError,
} from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { newFloat, W_FloatBase } from "../../core/objspace/float.ts";
import { fsDecode } from "../../core/objspace/fs_path.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeq, structseqClass, W_StructSeq } from "../../core/objspace/structseq.ts";
import { index, intArgument } from "../../core/objspace/truth.ts";
import { newTuple2, W_Tuple } from "../../core/objspace/tuple.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { encodeWith } from "../../core/objspace/text_codecs.ts";
import { Codec } from "../../core/objspace/unicode/codecs.ts";
import { REALTIME } from "./clocks.ts";
import { NS_PER_SECOND } from "./duration.ts";
import { type } from "../../core/objspace/call.ts";
import type { W_Module } from "../../core/objspace/module.ts";

export const structTimeType: W_Type = structseqClass("struct_time", "time", {
  doc:
    "A time: year, month, day, hour, minute, second, day of the week (Monday is 0), day of the year, summer time.",
  fields: ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
  hidden: ["tm_zone", "tm_gmtoff"],
});

/** Places of fields as C has them: the year counts from 1900, the month from 0, Sunday is 0. */
const SEC: i32 = 0;
const MIN: i32 = 1;
const HOUR: i32 = 2;
const MDAY: i32 = 3;
const MON: i32 = 4;
const YEAR: i32 = 5;
const WDAY: i32 = 6;
const YDAY: i32 = 7;
const ISDST: i32 = 8;
const GMTOFF: i32 = 9;
const TM_FIELDS: i32 = 10;
const EOVERFLOW: i32 = 75;
const NO_BYTES: Uint8Array = new Uint8Array(0);

/** The `struct_time` of C's fields. */
function structTime(tm: Int32Array, w_zone: W_Root): W_Root {
  const values = newFixedArray<W_Root>(11, w_zone);
  values[0] = newInt(i32ToI64(tm[YEAR]) + 1900n);
  values[1] = newInt32(tm[MON] + 1);
  values[2] = newInt32(tm[MDAY]);
  values[3] = newInt32(tm[HOUR]);
  values[4] = newInt32(tm[MIN]);
  values[5] = newInt32(tm[SEC]);
  values[6] = newInt32((tm[WDAY] + 6) % 7);
  values[7] = newInt32(tm[YDAY] + 1);
  values[8] = newInt32(tm[ISDST]);
  values[10] = newInt32(tm[GMTOFF]);
  return newStructSeq(structTimeType, values);
}

/** Seconds since 1970: of the argument, or now. Throws TypeError, ValueError, OverflowError. */
function secondsArgument(w_seconds: W_Root): i64 {
  if (w_seconds === w_None || w_seconds === w_unset) return osClock(REALTIME) / NS_PER_SECOND;
  if (w_seconds instanceof W_FloatBase) {
    const value = Math.floor(w_seconds.value);
    if (value !== value) throw valueError("Invalid value NaN (not a number)");
    if (value < -9223372036854775808.0 || value >= 9223372036854775808.0) throw outOfRange();
    return f64ToI64(value);
  }
  const w_int = index(w_seconds);
  if (!w_int.fitsI64()) throw outOfRange();
  return w_int.asI64();
}
function outOfRange(): OperationError {
  return overflowError("timestamp out of range for platform time_t");
}

const s_UTC: W_Str = internRts("UTC");
const s_GMT: W_Str = internRts("GMT");

export function localtime(w_seconds: W_Root): W_Root {
  return local(secondsArgument(w_seconds));
}
function local(seconds: i64): W_Root {
  const tm = new Int32Array(TM_FIELDS);
  return structTime(tm, fillLocal(tm, seconds));
}

/** Breaks seconds down by the local rules; the zone's name. */
function fillLocal(tm: Int32Array, seconds: i64): W_Root {
  const length = osLocaltime(tm, seconds);
  if (length < 0n) throw osError(i64ToI32(-length), null);
  return fsDecode(osTake(i64ToI32(length)));
}

export function gmtime(w_seconds: W_Root): W_Root {
  const tm = new Int32Array(TM_FIELDS);
  fillUtc(tm, secondsArgument(w_seconds));
  return structTime(tm, s_GMT);
}

/** `a / b` rounded down. */
function floorDiv(a: i64, b: i64): i64 {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Breaks seconds down by the Gregorian calendar, which repeats every 400 years of 146097 days. */
function fillUtc(tm: Int32Array, seconds: i64): void {
  const days = floorDiv(seconds, 86400n);
  const rest = i64ToI32(seconds - days * 86400n);
  // Years that begin in March have the leap day at their end.
  const shifted = days + 719468n;
  const era = floorDiv(shifted, 146097n);
  const day = i64ToI32(shifted - era * 146097n);
  const yearOfEra = idiv(day - idiv(day, 1460) + idiv(day, 36524) - idiv(day, 146096), 365);
  const dayOfYear = day - (365 * yearOfEra + idiv(yearOfEra, 4) - idiv(yearOfEra, 100));
  const month = idiv(5 * dayOfYear + 2, 153);
  const isNext = month >= 10;
  const year = era * 400n + i32ToI64(yearOfEra) + (isNext ? 1n : 0n);
  if (year - 1900n > 0x7fffffffn || year - 1900n < -0x80000000n) throw osError(EOVERFLOW, null);
  tm[YEAR] = i64ToI32(year - 1900n);
  tm[MON] = isNext ? month - 10 : month + 2;
  tm[MDAY] = dayOfYear - idiv(153 * month + 2, 5) + 1;
  tm[HOUR] = idiv(rest, 3600);
  tm[MIN] = idiv(rest % 3600, 60);
  tm[SEC] = rest % 60;
  tm[WDAY] = i64ToI32(((days + 4n) % 7n + 7n) % 7n);
  const isLeap = year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);
  // The year of March 1 begins 59 or 60 days after the new year.
  tm[YDAY] = isNext ? dayOfYear - 306 : dayOfYear + (isLeap ? 60 : 59);
  tm[ISDST] = 0;
  tm[GMTOFF] = 0;
}

function idiv(a: i32, b: i32): i32 {
  return (a / b) | 0;
}

/** C's fields of a tuple. Throws TypeError, OverflowError. */
class TimeArgument {
  readonly tm: Int32Array = new Int32Array(TM_FIELDS);
  zone: Uint8Array = NO_BYTES;
}

function timeArgument(w_time: W_Root, function_: string): TimeArgument {
  if (!(w_time instanceof W_Tuple)) throw typeError("Tuple or struct_time argument required");
  const items = w_time.items;
  if (items.length !== 9) throw typeError(`${function_}(): illegal time tuple argument`);
  const given = new TimeArgument();
  const tm = given.tm;
  const year = intArgument(items[0]);
  tm[MON] = (intArgument(items[1]) - 1) | 0;
  tm[MDAY] = intArgument(items[2]);
  tm[HOUR] = intArgument(items[3]);
  tm[MIN] = intArgument(items[4]);
  tm[SEC] = intArgument(items[5]);
  tm[WDAY] = ((intArgument(items[6]) + 1) | 0) % 7;
  tm[YDAY] = (intArgument(items[7]) - 1) | 0;
  tm[ISDST] = intArgument(items[8]);
  if (year < -0x80000000 + 1900) throw overflowError("year out of range");
  tm[YEAR] = year - 1900;
  if (w_time instanceof W_StructSeq && type(w_time) === structTimeType) {
    const w_zone = w_time.hidden[0];
    if (w_zone instanceof W_Str) given.zone = encodeWith(Codec.Utf8, w_zone, "surrogateescape");
    if (w_time.hidden[1] !== w_None) tm[GMTOFF] = intArgument(w_time.hidden[1]);
  }
  return given;
}

/** Checks fields, and moves those that C would read beyond its tables. Throws ValueError. */
function checkFields(tm: Int32Array): void {
  if (tm[MON] === -1) tm[MON] = 0;
  else if (tm[MON] < 0 || tm[MON] > 11) throw valueError("month out of range");
  if (tm[MDAY] === 0) tm[MDAY] = 1;
  else if (tm[MDAY] < 0 || tm[MDAY] > 31) throw valueError("day of month out of range");
  if (tm[HOUR] < 0 || tm[HOUR] > 23) throw valueError("hour out of range");
  if (tm[MIN] < 0 || tm[MIN] > 59) throw valueError("minute out of range");
  if (tm[SEC] < 0 || tm[SEC] > 61) throw valueError("seconds out of range");
  if (tm[WDAY] < 0) throw valueError("day of week out of range");
  if (tm[YDAY] === -1) tm[YDAY] = 0;
  else if (tm[YDAY] < 0 || tm[YDAY] > 365) throw valueError("day of year out of range");
}

const MKTIME_BASE: i64 = 0x4000000000000000n;

export function mktime(w_time: W_Root): W_Root {
  const tm = timeArgument(w_time, "mktime").tm;
  tm[WDAY] = -1;
  const answer = osMktime(tm);
  if (answer < 0n) throw overflowError("mktime argument out of range");
  const seconds = answer - MKTIME_BASE;
  if (seconds === -1n && tm[WDAY] === -1) throw overflowError("mktime argument out of range");
  return newFloat(i64ToF64(seconds));
}

const DAYS = "SunMonTueWedThuFriSat";
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

function padded(value: i32, width: i32, fill: string): string {
  return `${value}`.padStart(width, fill);
}

function ascText(tm: Int32Array): W_Root {
  const day = DAYS.substring(tm[WDAY] * 3, tm[WDAY] * 3 + 3);
  const month = MONTHS.substring(tm[MON] * 3, tm[MON] * 3 + 3);
  const clock = `${padded(tm[HOUR], 2, "0")}:${padded(tm[MIN], 2, "0")}:${padded(tm[SEC], 2, "0")}`;
  return fromRts(`${day} ${month}${padded(tm[MDAY], 3, " ")} ${clock} ${i32ToI64(tm[YEAR]) + 1900n}`);
}

export function asctime(w_time: W_Root): W_Root {
  const tm = timeOrNow(w_time, "asctime").tm;
  checkFields(tm);
  return ascText(tm);
}

function timeOrNow(w_time: W_Root, function_: string): TimeArgument {
  if (w_time !== w_unset) return timeArgument(w_time, function_);
  return timeArgument(local(osClock(REALTIME) / NS_PER_SECOND), function_);
}

export function ctime(w_seconds: W_Root): W_Root {
  const tm = new Int32Array(TM_FIELDS);
  fillLocal(tm, secondsArgument(w_seconds));
  return ascText(tm);
}

export function strftime(w_format: W_Root, w_time: W_Root): W_Root {
  if (!(w_format instanceof W_Str)) {
    throw typeError(`strftime() argument 1 must be str, not ${typeName(w_format)}`);
  }
  const given = timeOrNow(w_time, "strftime");
  const tm = given.tm;
  checkFields(tm);
  tm[ISDST] = tm[ISDST] < -1 ? -1 : tm[ISDST] > 1 ? 1 : tm[ISDST];
  for (let i: i32 = 0; i < w_format.length; i++) {
    if (w_format.charAt(i) === 0) throw valueError("embedded null character");
  }
  const format = encodeWith(Codec.Utf8, w_format, "surrogateescape");
  if (format.length === 0) return fromRts("");
  const length = osStrftime(format, tm, given.zone);
  if (length < 0) throw osError(-length, null);
  return fsDecode(osTake(length));
}

const s_strptime: W_Str = internRts("_strptime_time");

export function strptime(w_text: W_Root, w_format: W_Root): W_Root {
  const w_function = getattr(importModule("_strptime"), s_strptime);
  return w_format === w_unset ? call1(w_function, w_text) : call2(w_function, w_text, w_format);
}

const s_timezone: W_Str = internRts("timezone");
const s_altzone: W_Str = internRts("altzone");
const s_daylight: W_Str = internRts("daylight");
const s_tzname: W_Str = internRts("tzname");

/** Reads the zone, and sets what the module shows of it. */
export function readZone(w_module: W_Module): void {
  const fields = new Int32Array(3);
  const length = osTzset(fields);
  const w_dict = w_module.w_dict;
  w_dict.setStr(s_timezone, newInt32(fields[0]));
  w_dict.setStr(s_altzone, newInt32(fields[1]));
  w_dict.setStr(s_daylight, newInt32(fields[2]));
  const names = length < 0 ? NO_BYTES : osTake(length);
  let end: i32 = 0;
  while (end < names.length && names[end] !== 0) end++;
  let last: i32 = end + 1;
  while (last < names.length && names[last] !== 0) last++;
  const w_first = end === 0 ? s_UTC : piece(names, 0, end);
  w_dict.setStr(
    s_tzname,
    newTuple2(w_first, last > names.length || end === 0 ? w_first : piece(names, end + 1, last)),
  );
}

function piece(bytes: Uint8Array, start: i32, end: i32): W_Root {
  const part = new Uint8Array(end - start);
  for (let i = start; i < end; i++) part[i - start] = bytes[i];
  return fsDecode(part);
}
