/** `utime`. */
import { f64ToI64, type FixedArray, type i64 } from "@rts";
import { osFutimens, osUtimens } from "@rts/os";
import { typeError, valueError } from "../../core/objspace/errors.ts";
import { W_FloatBase } from "../../core/objspace/float.ts";
import { newInt, W_Integer } from "../../core/objspace/int.ts";
import { binary, BinaryOp } from "../../core/objspace/operators.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None, w_unset } from "../../core/objspace/singletons.ts";
import { index, isTrue } from "../../core/objspace/truth.ts";
import { W_Tuple } from "../../core/objspace/tuple.ts";
import { rounded, Rounding } from "../time/duration.ts";
import {
  AT_FDCWD,
  AT_SYMLINK_NOFOLLOW,
  checked,
  checkedPath,
  dirFd,
  i64Argument,
  pathArgument,
  PathKind,
} from "./arguments.ts";

const SECOND: i64 = 1_000_000_000n;
/** What stands for the current time in calls. */
const NOW: i64 = -0x8000000000000000n;

/** Seconds, an int or a float, as nanoseconds rounded down. */
function secondsToNs(w_seconds: W_Root): i64 {
  if (w_seconds instanceof W_FloatBase) {
    const value = w_seconds.value;
    if (value !== value) throw valueError("Invalid value NaN (not a number)");
    const whole = Math.floor(value);
    return f64ToI64(whole) * SECOND + f64ToI64(rounded((value - whole) * 1e9, Rounding.Floor));
  }
  return i64Argument(index(w_seconds)) * SECOND;
}

/** Nanoseconds given as an int of any size. */
function wholeNs(w_ns: W_Root): i64 {
  if (!(w_ns instanceof W_Integer)) {
    const w_seconds = binary(BinaryOp.Floordiv, w_ns, newInt(SECOND));
    const w_rest = binary(BinaryOp.Mod, w_ns, newInt(SECOND));
    return i64Argument(w_seconds) * SECOND + i64Argument(w_rest);
  }
  return i64Argument(w_ns);
}

/** `utime(path, times=None, *, ns=…, dir_fd=None, follow_symlinks=True)`. */
export function utime(scope: FixedArray<W_Root>): W_Root {
  const path = pathArgument(scope[0], "utime", "path", PathKind.OrFd);
  const w_times = scope[1];
  const w_ns = scope[2];
  const at = dirFd(scope[3]);
  const follow = isTrue(scope[4]);
  if (w_times !== w_None && w_ns !== w_unset) {
    throw valueError("utime: you may specify either 'times' or 'ns' but not both");
  }
  const times = new BigInt64Array(2);
  if (w_times !== w_None) {
    if (!(w_times instanceof W_Tuple) || w_times.items.length !== 2) {
      throw typeError("utime: 'times' must be either a tuple of two ints or None");
    }
    times[0] = secondsToNs(w_times.items[0]);
    times[1] = secondsToNs(w_times.items[1]);
  } else if (w_ns !== w_unset) {
    if (!(w_ns instanceof W_Tuple) || w_ns.items.length !== 2) {
      throw typeError("utime: 'ns' must be a tuple of two ints");
    }
    times[0] = wholeNs(w_ns.items[0]);
    times[1] = wholeNs(w_ns.items[1]);
  } else {
    times[0] = NOW;
    times[1] = NOW;
  }
  if (path.isFd && at !== AT_FDCWD) throw valueError("utime: can't specify dir_fd without matching path");
  if (path.isFd && !follow) throw valueError("utime: cannot use fd and follow_symlinks together");
  if (path.isFd) checked(osFutimens(path.fd, times));
  else checkedPath(osUtimens(at, path.bytes, times, follow ? 0 : AT_SYMLINK_NOFOLLOW), path);
  return w_None;
}
