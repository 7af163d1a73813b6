/** temporary */
import type { FixedArray, i32 } from "@rts";
import {
  osClose,
  osEnvironment,
  osGetcwd,
  osGetId,
  osListdir,
  osMkdir,
  osOpen,
  osRead,
  osRename,
  osStat,
  osTake,
  osUnlink,
  osWrite,
} from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { fsDecode, fsEncodeArgument, fspath } from "../../core/objspace/fs_path.ts";
import { osError } from "../../core/objspace/exception_errno.ts";
import { newBool, newInt, newInt32 } from "../../core/objspace/int.ts";
import { newFloat } from "../../core/objspace/float.ts";
import { listOf } from "../../core/objspace/list.ts";
import { newBytes } from "../../core/objspace/bytes.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { W_Root } from "../../core/objspace/root.ts";
import { w_None } from "../../core/objspace/singletons.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { define } from "../../core/objspace/typedef.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { intArgument } from "../../core/objspace/truth.ts";
import { bytesOf } from "../../core/objspace/bytes_access.ts";
import type { W_Module } from "../../core/objspace/module.ts";
const statType = structseqClass("stat_result", "os", {
  fields: ["st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "", "", ""],
  hidden: ["st_atime", "st_mtime", "st_ctime"],
});
function stat(scope: FixedArray<W_Root>): W_Root {
  const f = new BigInt64Array(14);
  const r = osStat(-100, fsEncodeArgument(scope[0]), 0, f);
  if (r < 0) throw osError(-r, scope[0]);
  const items: W_Root[] = [];
  for (let i = 0; i < 7; i++) items.push(newInt(f[i]));
  for (let i = 7; i < 10; i++) items.push(newInt(f[i] / 1000000000n));
  for (let i = 7; i < 10; i++) items.push(newFloat(Number(f[i]) / 1e9));
  return newStructSeqOf(statType, items);
}
function getcwd(): W_Root {
  return fsDecode(osTake(osGetcwd()));
}
function listdir(w_p: W_Root): W_Root {
  const n = osListdir(fsEncodeArgument(w_p));
  if (n < 0) throw osError(-n, w_p);
  const data = osTake(n);
  const names: W_Root[] = [];
  let at = 0;
  while (at < data.length) {
    at += 9;
    let end = at;
    while (data[end] !== 0) end++;
    const b = new Uint8Array(end - at);
    for (let i = at; i < end; i++) b[i - at] = data[i];
    names.push(fsDecode(b));
    at = end + 1;
  }
  return listOf(names);
}
const lockType: W_Type = moduleClass("lock", "_thread");
class W_Lock extends W_Root {
  locked: boolean = false;
  override typeOf(): W_Type {
    return lockType;
  }
}
define(lockType, {
  methods: {
    acquire: {
      signature: "($self, blocking=True, timeout=-1)",
      scope: (s: FixedArray<W_Root>): W_Root => {
        (s[0] as W_Lock).locked = true;
        return newBool(true);
      },
    },
    release: ["($self, /)", (w: W_Root): W_Root => {
      (w as W_Lock).locked = false;
      return w_None;
    }],
    locked: ["($self, /)", (w: W_Root): W_Root => newBool((w as W_Lock).locked)],
    _is_owned: ["($self, /)", (w: W_Root): W_Root => newBool((w as W_Lock).locked)],
    __enter__: ["($self, /)", (w: W_Root): W_Root => {
      (w as W_Lock).locked = true;
      return w;
    }],
    __exit__: {
      signature: "($self, /, *args)",
      scope: (s: FixedArray<W_Root>): W_Root => {
        (s[0] as W_Lock).locked = false;
        return w_None;
      },
    },
  },
});
defineModule("_thread", {
  functions: {
    allocate_lock: ["()", (): W_Root => new W_Lock()],
    RLock: ["()", (): W_Root => new W_Lock()],
    get_ident: ["()", (): W_Root => newInt32(1)],
  },
  constants: { error: w_None, LockType: lockType, TIMEOUT_MAX: newFloat(1e9) },
});
const refType: W_Type = moduleClass("ref0", "weakref");
class W_Ref extends W_Root {
  constructor(readonly w: W_Root) {
    super();
  }
  override typeOf(): W_Type {
    return refType;
  }
}
define(refType, {
  new: { signature: "($cls, obj, cb=None)", scope: (s: FixedArray<W_Root>): W_Root => new W_Ref(s[1]) },
  methods: {
    __call__: ["($self, /)", (w: W_Root): W_Root => (w as W_Ref).w],
  },
});
defineModule("_weakref", { functions: {}, constants: { ref: refType } });
defineModule("_warnings", { functions: {} });
function open_(scope: FixedArray<W_Root>): W_Root {
  const r = osOpen(-100, fsEncodeArgument(scope[0]), intArgument(scope[1]), intArgument(scope[2]));
  if (r < 0) throw osError(-r, scope[0]);
  return newInt32(r);
}
defineModule("posix", {
  functions: {
    stat: { signature: "(path, *, dir_fd=None, follow_symlinks=True)", scope: stat },
    lstat: { signature: "(path, *, dir_fd=None, follow_symlinks=True)", scope: stat },
    getcwd: ["()", getcwd],
    listdir: ["(path='.')", listdir],
    fspath: ["(path)", (w: W_Root): W_Root => fspath(w)],
    getpid: ["()", (): W_Root => newInt32(osGetId(0))],
    open: { signature: "(path, flags, mode=511)", scope: open_ },
    close: ["(fd)", (w: W_Root): W_Root => {
      osClose(intArgument(w));
      return w_None;
    }],
    mkdir: ["(path, mode=511)", (w: W_Root, _m: W_Root): W_Root => {
      const r = osMkdir(-100, fsEncodeArgument(w), 511);
      if (r < 0) throw osError(-r, w);
      return w_None;
    }],
    replace: ["(a, b)", (w: W_Root, w2: W_Root): W_Root => {
      osRename(-100, fsEncodeArgument(w), -100, fsEncodeArgument(w2));
      return w_None;
    }],
    unlink: ["(a)", (w: W_Root): W_Root => {
      osUnlink(-100, fsEncodeArgument(w), 0);
      return w_None;
    }],
  },
  constants: {
    F_OK: newInt32(0),
    O_RDONLY: newInt32(0),
    O_WRONLY: newInt32(1),
    O_CREAT: newInt32(64),
    O_EXCL: newInt32(128),
    error: w_None,
  },
  init: (m: W_Module): void => {
    const d = new W_Dict();
    m.w_dict.setStr(internRts("environ"), d);
  },
});
export const unused: i32 = 0;
export function keep(fd: i32, b: Uint8Array): W_Root {
  osRead(fd, b, 0, 1);
  osWrite(fd, b, 0, 0);
  osEnvironment();
  return newBytes(bytesOf(w_None)!);
}
