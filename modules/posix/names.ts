/** Functions of `posix` that work on paths. */
import { type FixedArray, type i32, i64ToI32 } from "@rts";
import {
  osAccess,
  osChdir,
  osChmod,
  osChown,
  osFchdir,
  osFchmod,
  osFchown,
  osFlistdir,
  osFtruncate,
  osGetcwd,
  osLink,
  osListdir,
  osMkdir,
  osMkfifo,
  osMknod,
  osReadlink,
  osRename,
  osSymlink,
  osTake,
  osTruncate,
  osUmask,
  osUnlink,
} from "@rts/os";
import { newBytes } from "../../core/objspace/bytes.ts";
import { valueError } from "../../core/objspace/errors.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { fsDecode } from "../../core/objspace/fs_path.ts";
import { newBool, newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { intArgument, isTrue } from "../../core/objspace/truth.ts";
import {
  AT_SYMLINK_NOFOLLOW,
  checked,
  checkedPath,
  checkedPaths,
  dirFd,
  i64Argument,
  idArgument,
  interrupted,
  pathArgument,
  PathKind,
} from "./arguments.ts";
import { eachEntry, entryName } from "./scandir.ts";

const AT_REMOVEDIR: i32 = 0x200;
const AT_SYMLINK_FOLLOW: i32 = 0x400;
const AT_EACCESS: i32 = 0x200;

export function listdir(w_path: W_Root): W_Root {
  const path = pathArgument(w_path, "listdir", "path", PathKind.OrFdOrNone);
  const length = checkedPath(path.isFd ? osFlistdir(path.fd) : osListdir(path.bytes), path);
  const records = osTake(length);
  const names: W_Root[] = [];
  for (let at: i32 = 0; at < records.length; at = eachEntry(records, at)) {
    names.push(path.name(entryName(records, at)));
  }
  return listOf(names);
}

export function mkdir(w_path: W_Root, w_mode: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "mkdir", "path", PathKind.Path);
  const mode = intArgument(w_mode);
  checkedPath(osMkdir(dirFd(w_dirFd), path.bytes, mode), path);
  return w_None;
}

export function rmdir(w_path: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "rmdir", "path", PathKind.Path);
  checkedPath(osUnlink(dirFd(w_dirFd), path.bytes, AT_REMOVEDIR), path);
  return w_None;
}
export function unlink(w_path: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "unlink", "path", PathKind.Path);
  checkedPath(osUnlink(dirFd(w_dirFd), path.bytes, 0), path);
  return w_None;
}
export function remove(w_path: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "remove", "path", PathKind.Path);
  checkedPath(osUnlink(dirFd(w_dirFd), path.bytes, 0), path);
  return w_None;
}

function renameAs(name: string, w_src: W_Root, w_dst: W_Root, w_srcFd: W_Root, w_dstFd: W_Root): W_Root {
  const from = pathArgument(w_src, name, "src", PathKind.Path);
  const to = pathArgument(w_dst, name, "dst", PathKind.Path);
  const fromFd = dirFd(w_srcFd);
  const toFd = dirFd(w_dstFd);
  checkedPaths(osRename(fromFd, from.bytes, toFd, to.bytes), from, to);
  return w_None;
}
export function rename(w_src: W_Root, w_dst: W_Root, w_srcFd: W_Root, w_dstFd: W_Root): W_Root {
  return renameAs("rename", w_src, w_dst, w_srcFd, w_dstFd);
}
export function replace(w_src: W_Root, w_dst: W_Root, w_srcFd: W_Root, w_dstFd: W_Root): W_Root {
  return renameAs("replace", w_src, w_dst, w_srcFd, w_dstFd);
}

/** `link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)`. */
export function link(scope: FixedArray<W_Root>): W_Root {
  const from = pathArgument(scope[0], "link", "src", PathKind.Path);
  const to = pathArgument(scope[1], "link", "dst", PathKind.Path);
  const fromFd = dirFd(scope[2]);
  const toFd = dirFd(scope[3]);
  const flags = isTrue(scope[4]) ? AT_SYMLINK_FOLLOW : 0;
  checkedPaths(osLink(fromFd, from.bytes, toFd, to.bytes, flags), from, to);
  return w_None;
}

/** `symlink(src, dst, target_is_directory=False, *, dir_fd=None)`. */
export function symlink(w_src: W_Root, w_dst: W_Root, _w_isDirectory: W_Root, w_dirFd: W_Root): W_Root {
  const from = pathArgument(w_src, "symlink", "src", PathKind.Path);
  const to = pathArgument(w_dst, "symlink", "dst", PathKind.Path);
  checkedPaths(osSymlink(from.bytes, dirFd(w_dirFd), to.bytes), from, to);
  return w_None;
}

export function readlink(w_path: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "readlink", "path", PathKind.Path);
  const length = checkedPath(osReadlink(dirFd(w_dirFd), path.bytes), path);
  return path.name(osTake(length));
}

/** `chmod(path, mode, *, dir_fd=None, follow_symlinks=True)`. */
export function chmod(w_path: W_Root, w_mode: W_Root, w_dirFd: W_Root, w_follow: W_Root): W_Root {
  const path = pathArgument(w_path, "chmod", "path", PathKind.OrFd);
  const mode = intArgument(w_mode);
  const at = dirFd(w_dirFd);
  if (path.isFd) {
    checkedPath(osFchmod(path.fd, mode), path);
    return w_None;
  }
  checkedPath(osChmod(at, path.bytes, mode, isTrue(w_follow) ? 0 : AT_SYMLINK_NOFOLLOW), path);
  return w_None;
}

/** `chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)`. */
export function chown(scope: FixedArray<W_Root>): W_Root {
  const path = pathArgument(scope[0], "chown", "path", PathKind.OrFd);
  const uid = idArgument(scope[1], "uid");
  const gid = idArgument(scope[2], "gid");
  const at = dirFd(scope[3]);
  const follow = isTrue(scope[4]);
  if (path.isFd && !follow) throw valueError("chown: cannot use fd and follow_symlinks together");
  const result = path.isFd
    ? osFchown(path.fd, uid, gid)
    : osChown(at, path.bytes, uid, gid, follow ? 0 : AT_SYMLINK_NOFOLLOW);
  checkedPath(result, path);
  return w_None;
}

export function lchown(w_path: W_Root, w_uid: W_Root, w_gid: W_Root): W_Root {
  const path = pathArgument(w_path, "lchown", "path", PathKind.Path);
  const uid = idArgument(w_uid, "uid");
  checkedPath(osChown(-100, path.bytes, uid, idArgument(w_gid, "gid"), AT_SYMLINK_NOFOLLOW), path);
  return w_None;
}

/** `access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)`. */
export function access(scope: FixedArray<W_Root>): W_Root {
  const path = pathArgument(scope[0], "access", "path", PathKind.Path);
  const mode = intArgument(scope[1]);
  const at = dirFd(scope[2]);
  const flags = (isTrue(scope[3]) ? AT_EACCESS : 0) | (isTrue(scope[4]) ? 0 : AT_SYMLINK_NOFOLLOW);
  return newBool(osAccess(at, path.bytes, mode, flags) === 0);
}

export function truncate(w_path: W_Root, w_length: W_Root): W_Root {
  const path = pathArgument(w_path, "truncate", "path", PathKind.OrFd);
  const length = i64Argument(w_length);
  for (;;) {
    const result = i64ToI32(path.isFd ? osFtruncate(path.fd, length) : osTruncate(path.bytes, length));
    if (interrupted(result)) continue;
    if (path.isFd) checked(result);
    else checkedPath(result, path);
    return w_None;
  }
}

export function mkfifo(w_path: W_Root, w_mode: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "mkfifo", "path", PathKind.Path);
  const mode = intArgument(w_mode);
  checked(osMkfifo(dirFd(w_dirFd), path.bytes, mode));
  return w_None;
}
export function mknod(w_path: W_Root, w_mode: W_Root, w_device: W_Root, w_dirFd: W_Root): W_Root {
  const path = pathArgument(w_path, "mknod", "path", PathKind.Path);
  const mode = intArgument(w_mode);
  const device = i64ToI32(i64Argument(w_device));
  checked(osMknod(dirFd(w_dirFd), path.bytes, mode, device));
  return w_None;
}

export function getcwd(): W_Root {
  return fsDecode(osTake(checked(osGetcwd())));
}
export function getcwdb(): W_Root {
  return newBytes(osTake(checked(osGetcwd())));
}

export function chdir(w_path: W_Root): W_Root {
  const path = pathArgument(w_path, "chdir", "path", PathKind.OrFd);
  checkedPath(path.isFd ? osFchdir(path.fd) : osChdir(path.bytes), path);
  return w_None;
}

export function umask(w_mask: W_Root): W_Root {
  const result = osUmask(intArgument(w_mask));
  if (result < 0) throw osError(-result, null);
  return newInt32(result);
}
