/** `scandir` and `DirEntry`; the records that the system leaves for the entries of a folder. */
import { arrayCopy, type FixedArray, type i32, i32ToI64, type i64 } from "@rts";
import { osFlistdir, osListdir, osStat, osTake } from "@rts/os";
import { getattr } from "../../core/objspace/attributes.ts";
import { copyBytes } from "../../core/objspace/buffer.ts";
import { CLASS_GETITEM } from "../../core/objspace/class_getitem.ts";

import { osError } from "../../core/objspace/exception_errno.ts";
import { newBool, newInt } from "../../core/objspace/int.ts";
import { iterNextMethod, iterSelf } from "../../core/objspace/iterator_methods.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { fromRts, type W_Str } from "../../core/objspace/str/wstr.ts";
import { reprText } from "../../core/objspace/text.ts";
import { isTrue } from "../../core/objspace/truth.ts";
import { TypeFlag, type W_Type } from "../../core/objspace/type.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import {
  AT_FDCWD,
  AT_SYMLINK_NOFOLLOW,
  checkedPath,
  type PathArgument,
  pathArgument,
  PathKind,
} from "./arguments.ts";
import { STAT_FIELDS, STAT_MODE, statResult } from "./stat.ts";

export const dirEntryType: W_Type = moduleClass("DirEntry", "posix");
const scandirIteratorType: W_Type = moduleClass("ScandirIterator", "posix");

/** A record: a byte of type, 8 bytes of inode, the name, a NUL. */
const NAME_AT: i32 = 9;
const S_IFMT: i64 = 0o170000n;
const S_IFDIR: i64 = 0o040000n;
const S_IFREG: i64 = 0o100000n;
const DT_UNKNOWN: i32 = 0;
const DT_DIR: i32 = 4;
const DT_REG: i32 = 8;
const DT_LNK: i32 = 10;
const ENOENT: i32 = 2;

function nameEnd(records: Uint8Array, at: i32): i32 {
  let end = at + NAME_AT;
  while (records[end] !== 0) end++;
  return end;
}

/** Where the record after that at `at` begins. */
export function eachEntry(records: Uint8Array, at: i32): i32 {
  return nameEnd(records, at) + 1;
}

/** The name in a record. */
export function entryName(records: Uint8Array, at: i32): Uint8Array {
  return copyBytes(records, at + NAME_AT, nameEnd(records, at) - at - NAME_AT);
}

function entryInode(records: Uint8Array, at: i32): i64 {
  let inode: i64 = 0n;
  for (let i: i32 = 8; i >= 1; i--) inode = (inode << 8n) | i32ToI64(records[at + i]);
  return inode;
}

/** An entry of a folder. */
class W_DirEntry extends W_Root {
  readonly w_name: W_Root;
  readonly w_path: W_Root;
  /** The path for calls. */
  readonly bytes: Uint8Array;
  /** The folder's descriptor, or AT_FDCWD. */
  readonly at: i32;
  readonly kind: i32;
  readonly inode: i64;
  w_stat: W_Root | null = null;
  w_lstat: W_Root | null = null;

  constructor(w_name: W_Root, w_path: W_Root, bytes: Uint8Array, at: i32, kind: i32, inode: i64) {
    super();
    this.w_name = w_name;
    this.w_path = w_path;
    this.bytes = bytes;
    this.at = at;
    this.kind = kind;
    this.inode = inode;
  }
  override typeOf(): W_Type {
    return dirEntryType;
  }

  /** What the system says of the entry; null where there is none any more. Throws OSError. */
  fields(follow: boolean): BigInt64Array | null {
    const fields = new BigInt64Array(STAT_FIELDS);
    const result = osStat(this.at, this.bytes, follow ? 0 : AT_SYMLINK_NOFOLLOW, fields);
    if (result === -ENOENT) return null;
    if (result < 0) throw osError(-result, this.w_path);
    return fields;
  }

  /** `stat(follow_symlinks)`, remembered. */
  stat(follow: boolean): W_Root {
    const isLink = this.isLink();
    const shared = !follow || !isLink;
    const w_known = shared ? this.w_lstat : this.w_stat;
    if (w_known !== null) return w_known;
    const fields = this.fields(follow);
    if (fields === null) throw osError(ENOENT, this.w_path);
    const w_result = statResult(fields);
    if (shared) this.w_lstat = w_result;
    else this.w_stat = w_result;
    return w_result;
  }

  isLink(): boolean {
    if (this.kind !== DT_UNKNOWN) return this.kind === DT_LNK;
    const fields = this.fields(false);
    return fields !== null && (fields[STAT_MODE] & S_IFMT) === 0o120000n;
  }

  /** True for a folder, or a file, as `wanted` says. */
  isKind(follow: boolean, kind: i32, wanted: i64): boolean {
    const needsStat = this.kind === DT_UNKNOWN || (follow && this.kind === DT_LNK);
    if (!needsStat) return this.kind === kind;
    const fields = this.fields(follow);
    return fields !== null && (fields[STAT_MODE] & S_IFMT) === wanted;
  }
}

function entry(w_self: W_Root): W_DirEntry {
  return w_self as W_DirEntry;
}

const FOLLOW = "($self, /, *, follow_symlinks=True)";

define(dirEntryType, {
  doc: "An entry of a folder, with what the system told while it listed the folder.",
  flags: TypeFlag.NoNew,
  methods: {
    __repr__: [
      "($self, /)",
      (w_self: W_Root): W_Root => fromRts(`<DirEntry ${reprText(getattr(w_self, s_name))}>`),
    ],
    is_dir: [
      FOLLOW,
      (w_self: W_Root, w_follow: W_Root): W_Root =>
        newBool(entry(w_self).isKind(isTrue(w_follow), DT_DIR, S_IFDIR)),
    ],
    is_file: [
      FOLLOW,
      (w_self: W_Root, w_follow: W_Root): W_Root =>
        newBool(entry(w_self).isKind(isTrue(w_follow), DT_REG, S_IFREG)),
    ],
    is_symlink: ["($self, /)", (w_self: W_Root): W_Root => newBool(entry(w_self).isLink())],
    stat: [FOLLOW, (w_self: W_Root, w_follow: W_Root): W_Root => entry(w_self).stat(isTrue(w_follow))],
    inode: ["($self, /)", (w_self: W_Root): W_Root => newInt(entry(w_self).inode)],
    __fspath__: ["($self, /)", (w_self: W_Root): W_Root => entry(w_self).w_path],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    name: [(w_self: W_Root): W_Root => entry(w_self).w_name],
    path: [(w_self: W_Root): W_Root => entry(w_self).w_path],
  },
});

const s_name: W_Str = internRts("name");

/** What `scandir` gives: the entries that are left. */
class W_ScandirIterator extends W_Root {
  private at: i32 = 0;
  private isOpen: boolean = true;
  constructor(private readonly path: PathArgument, private readonly records: Uint8Array) {
    super();
  }
  override typeOf(): W_Type {
    return scandirIteratorType;
  }
  close(): void {
    this.isOpen = false;
  }
  override iterNext(): W_Root | null {
    if (!this.isOpen || this.at >= this.records.length) {
      this.isOpen = false;
      return null;
    }
    const at = this.at;
    this.at = eachEntry(this.records, at);
    const name = entryName(this.records, at);
    const path = this.path;
    const inode = entryInode(this.records, at);
    const kind: i32 = this.records[at];
    if (path.isFd) return new W_DirEntry(path.name(name), path.name(name), name, path.fd, kind, inode);
    const full = path.w_object === w_None ? withFolder(DOT, name) : withFolder(path.bytes, name);
    return new W_DirEntry(path.name(name), path.name(full), full, AT_FDCWD, kind, inode);
  }
}

const DOT: Uint8Array = new Uint8Array([46]);
const SLASH: i32 = 47;

/** A name in a folder as a path. */
function withFolder(folder: Uint8Array, name: Uint8Array): Uint8Array {
  const length: i32 = folder.length;
  const separator: i32 = length > 0 && folder[length - 1] !== SLASH ? 1 : 0;
  const full = new Uint8Array(length + separator + name.length);
  arrayCopy(folder, 0, full, 0, length);
  if (separator === 1) full[length] = SLASH;
  arrayCopy(name, 0, full, length + separator, name.length);
  return full;
}

define(scandirIteratorType, {
  flags: TypeFlag.NoNew,
  methods: {
    __iter__: ["($self, /)", iterSelf],
    __next__: ["($self, /)", iterNextMethod],
    __enter__: ["($self, /)", iterSelf],
    __exit__: {
      signature: "($self, /, *args)",
      scope: (scope: FixedArray<W_Root>): W_Root => {
        (scope[0] as W_ScandirIterator).close();
        return w_None;
      },
    },
    close: ["($self, /)", (w_self: W_Root): W_Root => {
      (w_self as W_ScandirIterator).close();
      return w_None;
    }],
  },
});

/** `scandir(path=None)`. */
export function scandir(w_path: W_Root): W_Root {
  const path = pathArgument(w_path, "scandir", "path", PathKind.OrFdOrNone);
  const length = checkedPath(path.isFd ? osFlistdir(path.fd) : osListdir(path.bytes), path);
  return new W_ScandirIterator(path, osTake(length));
}
