/** `stat` and its like: `stat_result`, `statvfs_result`. */
import { type i32, type i64, i64ToF64, newFixedArray } from "@rts";
import { osFstat, osFstatvfs, osStat, osStatvfs } from "@rts/os";
import { valueError } from "../../core/objspace/errors.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { newInt } from "../../core/objspace/int.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { newStructSeq, structseqClass } from "../../core/objspace/structseq.ts";
import { intArgument, isTrue } from "../../core/objspace/truth.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import {
  AT_FDCWD,
  AT_SYMLINK_NOFOLLOW,
  checked,
  checkedPath,
  dirFd,
  interrupted,
  type PathArgument,
  pathArgument,
  PathKind,
} from "./arguments.ts";

export const statResultType: W_Type = structseqClass("stat_result", "os", {
  doc: "What stat() tells of a file: a tuple of ten numbers, and more as attributes.",
  fields: ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", ""],
  hidden: [
    "st_atime",
    "st_mtime",
    "st_ctime",
    "st_atime_ns",
    "st_mtime_ns",
    "st_ctime_ns",
    "st_blksize",
    "st_blocks",
    "st_rdev",
  ],
  fallback: [10, 7],
});

export const statvfsResultType: W_Type = structseqClass("statvfs_result", "os", {
  doc: "What statvfs() tells of a file system.",
  fields: [
    "f_bsize",
    "f_frsize",
    "f_blocks",
    "f_bfree",
    "f_bavail",
    "f_files",
    "f_ffree",
    "f_favail",
    "f_flag",
    "f_namemax",
  ],
  hidden: ["f_fsid"],
});

/** Places in what the system fills. */
export const STAT_FIELDS: i32 = 14;
export const STAT_MODE: i32 = 0;
export const STAT_INO: i32 = 1;
const STAT_ATIME: i32 = 7;
const STAT_BLKSIZE: i32 = 10;
const SECOND: i64 = 1_000_000_000n;

/** The `stat_result` of fields. */
export function statResult(fields: BigInt64Array): W_Root {
  const values = newFixedArray<W_Root>(19, w_None);
  for (let i: i32 = 0; i < 7; i++) values[i] = newInt(fields[i]);
  // `dev` and `ino` stand in Python's order already: mode, ino, dev, …
  for (let i: i32 = 0; i < 3; i++) {
    const time = fields[STAT_ATIME + i];
    let seconds = time / SECOND;
    let rest = time % SECOND;
    if (rest < 0n) {
      rest += SECOND;
      seconds -= 1n;
    }
    values[7 + i] = newInt(seconds);
    values[10 + i] = newFloat(i64ToF64(seconds) + 1e-9 * i64ToF64(rest));
    values[13 + i] = newInt(time);
    values[16 + i] = newInt(fields[STAT_BLKSIZE + i]);
  }
  return newStructSeq(statResultType, values);
}

/** Fills fields of a path or a descriptor. Throws OSError with the path. */
export function statFields(path: PathArgument, at: i32, flags: i32): BigInt64Array {
  const fields = new BigInt64Array(STAT_FIELDS);
  if (path.isFd) {
    // The system takes a descriptor below zero for "here" or an address that is none.
    const result = path.fd < 0 ? -EFAULT : osFstat(path.fd, fields);
    checkedPath(result, path);
  } else {
    checkedPath(osStat(at, path.bytes, flags, fields), path);
  }
  return fields;
}
const EFAULT: i32 = 14;

/** `stat(path, *, dir_fd=None, follow_symlinks=True)`. */
export function stat(w_path: W_Root, w_dirFd: W_Root, w_follow: W_Root): W_Root {
  const path = pathArgument(w_path, "stat", "path", PathKind.OrFd);
  const at = dirFd(w_dirFd);
  const follow = isTrue(w_follow);
  if (path.isFd && at !== AT_FDCWD) throw valueError("stat: can't specify dir_fd without matching path");
  if (path.isFd && !follow) throw valueError("stat: cannot use fd and follow_symlinks together");
  return statResult(statFields(path, at, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

/** `lstat(path, *, dir_fd=None)`. */
export function lstat(w_path: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "lstat", "path", PathKind.Path);
  return statResult(statFields(path, dirFd(w_dirFd), AT_SYMLINK_NOFOLLOW));
}

/** `fstat(fd)`. */
export function fstat(w_fd: W_Root): W_Root {
  const fd = intArgument(w_fd);
  const fields = new BigInt64Array(STAT_FIELDS);
  for (;;) {
    const result = osFstat(fd, fields);
    if (interrupted(result)) continue;
    checked(result);
    return statResult(fields);
  }
}

function vfsResult(fields: BigInt64Array): W_Root {
  const values = newFixedArray<W_Root>(11, w_None);
  for (let i: i32 = 0; i < 11; i++) values[i] = newInt(fields[i]);
  return newStructSeq(statvfsResultType, values);
}

/** `statvfs(path)`. */
export function statvfs(w_path: W_Root): W_Root {
  const path = pathArgument(w_path, "statvfs", "path", PathKind.OrFd);
  const fields = new BigInt64Array(11);
  checkedPath(path.isFd ? osFstatvfs(path.fd, fields) : osStatvfs(path.bytes, fields), path);
  return vfsResult(fields);
}

/** `fstatvfs(fd)`. */
export function fstatvfs(w_fd: W_Root): W_Root {
  const fields = new BigInt64Array(11);
  checked(osFstatvfs(intArgument(w_fd), fields));
  return vfsResult(fields);
}
