/** The module `posix`: the system's calls. `os` takes everything from here. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { W_Dict } from "../../core/objspace/dict.ts";
import { osErrorType } from "../../core/objspace/exception_types.ts";
import { fspath } from "../../core/objspace/fs_path.ts";
import { newInt, newInt32 } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import "../errno/mod.ts";
import { HAVE_FUNCTIONS, NUMBERS, SYSCONF } from "./constants.ts";
import * as fds from "./descriptors.ts";
import * as names from "./names.ts";
import * as process from "./process.ts";
import { dirEntryType, scandir } from "./scandir.ts";
import { fstat, fstatvfs, lstat, stat, statResultType, statvfs, statvfsResultType } from "./stat.ts";
import { utime } from "./utime.ts";
import * as wait from "./wait.ts";
import type { i32 } from "@rts";

const constants: Record<string, W_Root> = {};
for (const [name, value] of Object.entries(NUMBERS)) constants[name] = newInt(BigInt(value));
const SYSCONF_NAMES: W_Str[] = Object.keys(SYSCONF).map((name) => internRts(name));
const SYSCONF_VALUES: i32[] = Object.values(SYSCONF);
const HAVE: W_Str[] = HAVE_FUNCTIONS.map((name) => internRts(name));

const s_environ: W_Str = internRts("environ");
const s_sysconfNames: W_Str = internRts("sysconf_names");
const s_haveFunctions: W_Str = internRts("_have_functions");

const SPAWN =
  "(path, argv, env, /, *, file_actions=(), setpgroup=<unset>, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=<unset>)";

defineModule("posix", {
  doc: "The calls of a system that follows POSIX. Use os instead.",
  functions: {
    stat: ["(path, *, dir_fd=None, follow_symlinks=True)", stat],
    lstat: ["(path, *, dir_fd=None)", lstat],
    fstat: ["(fd)", fstat],
    statvfs: ["(path)", statvfs],
    fstatvfs: ["(fd, /)", fstatvfs],
    open: ["(path, flags, mode=511, *, dir_fd=None)", fds.open],
    close: ["(fd)", fds.close],
    closerange: ["(fd_low, fd_high, /)", fds.closerange],
    read: ["(fd, length, /)", fds.read],
    write: ["(fd, data, /)", fds.write],
    pread: ["(fd, length, offset, /)", fds.pread],
    pwrite: ["(fd, buffer, offset, /)", fds.pwrite],
    readv: ["(fd, buffers, /)", fds.readv],
    writev: ["(fd, buffers, /)", fds.writev],
    preadv: { signature: "(fd, buffers, offset, flags=0, /)", scope: fds.preadv },
    pwritev: { signature: "(fd, buffers, offset, flags=0, /)", scope: fds.pwritev },
    lseek: ["(fd, position, how, /)", fds.lseek],
    dup: ["(fd, /)", fds.dup],
    dup2: ["(fd, fd2, inheritable=True)", fds.dup2],
    pipe: ["()", fds.pipe],
    pipe2: ["(flags, /)", fds.pipe2],
    openpty: ["()", fds.openpty],
    isatty: ["(fd, /)", fds.isatty],
    ttyname: ["(fd, /)", fds.ttyname],
    ftruncate: ["(fd, length, /)", fds.ftruncate],
    fsync: ["(fd)", fds.fsync],
    fdatasync: ["(fd)", fds.fdatasync],
    fchdir: ["(fd)", fds.fchdir],
    fchmod: ["(fd, mode)", fds.fchmod],
    fchown: ["(fd, uid, gid)", fds.fchown],
    get_inheritable: ["(fd, /)", fds.getInheritable],
    set_inheritable: ["(fd, inheritable, /)", fds.setInheritable],
    get_blocking: ["(fd, /)", fds.getBlocking],
    set_blocking: ["(fd, blocking, /)", fds.setBlocking],
    device_encoding: ["(fd)", fds.deviceEncoding],
    lockf: ["(fd, command, length, /)", fds.lockf],
    sendfile: ["(out_fd, in_fd, offset, count)", fds.sendfile],
    get_terminal_size: ["(fd=<unset>, /)", fds.getTerminalSize],
    listdir: ["(path=None)", names.listdir],
    scandir: ["(path=None)", scandir],
    mkdir: ["(path, mode=511, *, dir_fd=None)", names.mkdir],
    rmdir: ["(path, *, dir_fd=None)", names.rmdir],
    unlink: ["(path, *, dir_fd=None)", names.unlink],
    remove: ["(path, *, dir_fd=None)", names.remove],
    rename: ["(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", names.rename],
    replace: ["(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", names.replace],
    link: {
      signature: "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)",
      scope: names.link,
    },
    symlink: ["(src, dst, target_is_directory=False, *, dir_fd=None)", names.symlink],
    readlink: ["(path, *, dir_fd=None)", names.readlink],
    chmod: ["(path, mode, *, dir_fd=None, follow_symlinks=True)", names.chmod],
    chown: { signature: "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", scope: names.chown },
    lchown: ["(path, uid, gid)", names.lchown],
    access: {
      signature: "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
      scope: names.access,
    },
    truncate: ["(path, length)", names.truncate],
    mkfifo: ["(path, mode=438, *, dir_fd=None)", names.mkfifo],
    mknod: ["(path, mode=384, device=0, *, dir_fd=None)", names.mknod],
    getcwd: ["()", names.getcwd],
    getcwdb: ["()", names.getcwdb],
    chdir: ["(path)", names.chdir],
    umask: ["(mask, /)", names.umask],
    utime: {
      signature: "(path, times=None, *, ns=<unset>, dir_fd=None, follow_symlinks=True)",
      scope: utime,
    },
    fspath: ["(path)", fspath],
    getpid: ["()", process.getpid],
    getppid: ["()", process.getppid],
    getuid: ["()", process.getuid],
    geteuid: ["()", process.geteuid],
    getgid: ["()", process.getgid],
    getegid: ["()", process.getegid],
    getpgrp: ["()", process.getpgrp],
    setuid: ["(uid, /)", process.setuid],
    seteuid: ["(euid, /)", process.seteuid],
    setgid: ["(gid, /)", process.setgid],
    setegid: ["(egid, /)", process.setegid],
    getpgid: ["(pid)", process.getpgid],
    setpgid: ["(pid, pgrp, /)", process.setpgid],
    setpgrp: ["()", process.setpgrp],
    getsid: ["(pid, /)", process.getsid],
    setsid: ["()", process.setsid],
    getgroups: ["()", process.getgroups],
    getlogin: ["()", process.getlogin],
    putenv: ["(name, value, /)", process.putenv],
    unsetenv: ["(name, /)", process.unsetenv],
    uname: ["()", process.uname],
    times: ["()", process.times],
    kill: ["(pid, signal, /)", process.kill],
    killpg: ["(pgid, signal, /)", process.killpg],
    _exit: ["(status)", process.exit],
    abort: ["()", process.abort],
    system: ["(command)", process.system],
    cpu_count: ["()", process.cpuCount],
    getloadavg: ["()", process.getloadavg],
    urandom: ["(size, /)", process.urandom],
    getrandom: ["(size, flags=0)", process.getrandom],
    sysconf: ["(name, /)", process.sysconf],
    sched_yield: ["()", process.schedYield],
    sync: ["()", process.sync],
    getpriority: ["(which, who)", process.getpriority],
    setpriority: ["(which, who, priority)", process.setpriority],
    nice: ["(increment, /)", process.nice],
    strerror: ["(code, /)", process.strerrorOf],
    ctermid: ["()", process.ctermid],
    major: ["(device, /)", process.major],
    minor: ["(device, /)", process.minor],
    makedev: ["(major, minor, /)", process.makedev],
    register_at_fork: {
      signature: "(*, before=<unset>, after_in_child=<unset>, after_in_parent=<unset>)",
      scope: process.registerAtFork,
    },
    wait: ["()", wait.wait],
    waitpid: ["(pid, options, /)", wait.waitpid],
    wait3: ["(options)", wait.wait3],
    wait4: ["(pid, options)", wait.wait4],
    WCOREDUMP: ["(status, /)", wait.wcoredump],
    WIFCONTINUED: ["(status)", wait.wifcontinued],
    WIFSTOPPED: ["(status)", wait.wifstopped],
    WIFSIGNALED: ["(status)", wait.wifsignaled],
    WIFEXITED: ["(status)", wait.wifexited],
    WEXITSTATUS: ["(status)", wait.wexitstatus],
    WTERMSIG: ["(status)", wait.wtermsig],
    WSTOPSIG: ["(status)", wait.wstopsig],
    waitstatus_to_exitcode: ["(status)", wait.waitstatusToExitcode],
    execv: ["(path, argv, /)", wait.execv],
    execve: ["(path, argv, env)", wait.execve],
    posix_spawn: { signature: SPAWN, scope: wait.posixSpawn },
    posix_spawnp: { signature: SPAWN, scope: wait.posixSpawnp },
  },
  constants: {
    ...constants,
    error: osErrorType,
    DirEntry: dirEntryType,
    stat_result: statResultType,
    statvfs_result: statvfsResultType,
    terminal_size: fds.terminalSizeType,
    times_result: process.timesType,
    uname_result: process.unameType,
  },
  init: (w_module: W_Module): void => {
    const w_dict = w_module.w_dict;
    w_dict.setStr(s_environ, process.environment());
    const w_names = new W_Dict();
    for (let i: i32 = 0; i < SYSCONF_NAMES.length; i++) {
      w_names.setStr(SYSCONF_NAMES[i], newInt32(SYSCONF_VALUES[i]));
    }
    w_dict.setStr(s_sysconfNames, w_names);
    const have: W_Root[] = [];
    for (let i: i32 = 0; i < HAVE.length; i++) have.push(HAVE[i]);
    w_dict.setStr(s_haveFunctions, listOf(have));
  },
});
