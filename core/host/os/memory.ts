/**
 * A system in memory: files and folders, an environment, clocks. Enough for tests and places without files; there are
 * no links, no other processes, and no rights (everything is allowed to everybody).
 */
import { absentOs } from "./absent.ts";
import { type Os, type OsFunctions, UTIME_NOW, UTIME_OMIT } from "./calls.ts";
import { ERRNO } from "./errno.ts";
import { joinNul } from "./libc.ts";
import { Pending } from "./pending.ts";
import { concatBytes } from "./posix_files.ts";
import type { Services } from "./services.ts";

const O_ACCESS = 3;
const O_RDONLY = 0;
const O_WRONLY = 1;
const O_CREAT = 0o100;
const O_EXCL = 0o200;
const O_TRUNC = 0o1000;
const O_APPEND = 0o2000;
const O_DIRECTORY = 0o200000;
const AT_REMOVEDIR = 0x200;
const S_IFDIR = 0o40000;
const S_IFREG = 0o100000;
const S_IFCHR = 0o20000;
const DT_DIR = 4;
const DT_REG = 8;
const FIRST_FD = 3;
const NS_PER_MS = 1_000_000n;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

class File {
  bytes = new Uint8Array(0);
  length = 0;
  atime = now();
  mtime = this.atime;
  constructor(readonly ino: number, public mode: number) {}

  resize(length: number): void {
    if (length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.bytes.length));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    if (length < this.length) this.bytes.fill(0, length, this.length);
    this.length = length;
  }
  read(to: Uint8Array, at: number): number {
    const part = this.bytes.subarray(Math.min(at, this.length), Math.min(at + to.length, this.length));
    to.set(part);
    return part.length;
  }
  write(from: Uint8Array, at: number): number {
    if (at + from.length > this.length) this.resize(at + from.length);
    this.bytes.set(from, at);
    this.mtime = now();
    return from.length;
  }
}
class Folder {
  readonly entries = new Map<string, File | Folder>();
  atime = now();
  mtime = this.atime;
  constructor(readonly ino: number, public mode: number) {}
}
type Node = File | Folder;

/** An open file. */
class Descriptor {
  at = 0;
  constructor(readonly node: Node, readonly flags: number) {}
}

function now(): bigint {
  return BigInt(Date.now()) * NS_PER_MS;
}

/** What a {@link memoryOs} starts with. */
export interface MemoryOsOptions {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly services?: Services;
  /** Takes what is written to descriptors 1 and 2. */
  readonly output?: (fd: number, bytes: Uint8Array) => void;
  /** What descriptor 0 reads. */
  readonly input?: Uint8Array;
}

/** Thrown by `exit`. */
export class Exit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

/** Folders and files by path. */
class Tree {
  readonly root = new Folder(1, S_IFDIR | 0o755);
  private inodes = 1;
  cwd = "/";

  /** The names of a path from the root. */
  names(path: string): string[] {
    const names: string[] = [];
    for (const name of (path.startsWith("/") ? path : `${this.cwd}/${path}`).split("/")) {
      if (name === "..") names.pop();
      else if (name !== "" && name !== ".") names.push(name);
    }
    return names;
  }
  /** A node, or a negative error number. */
  find(path: string): Node | number {
    if (path === "") return -ERRNO.ENOENT;
    let node: Node = this.root;
    for (const name of this.names(path)) {
      if (!(node instanceof Folder)) return -ERRNO.ENOTDIR;
      const next = node.entries.get(name);
      if (next === undefined) return -ERRNO.ENOENT;
      node = next;
    }
    return path.endsWith("/") && node instanceof File ? -ERRNO.ENOTDIR : node;
  }
  /** The folder that holds a path, and the name in it. */
  parent(path: string): [Folder, string] | number {
    const names = this.names(path);
    const name = names.pop();
    if (path === "" || name === undefined) return path === "" ? -ERRNO.ENOENT : -ERRNO.EEXIST;
    const folder = this.find("/" + names.join("/"));
    if (typeof folder === "number") return folder;
    return folder instanceof Folder ? [folder, name] : -ERRNO.ENOTDIR;
  }
  makeFile(folder: Folder, name: string, mode: number): File {
    const file = new File(++this.inodes, S_IFREG | mode & 0o7777);
    folder.entries.set(name, file);
    folder.mtime = now();
    return file;
  }
  makeFolder(folder: Folder, name: string, mode: number): Folder {
    const made = new Folder(++this.inodes, S_IFDIR | mode & 0o7777);
    folder.entries.set(name, made);
    folder.mtime = now();
    return made;
  }
  /** Puts a file with its folders. */
  put(path: string, content: string | Uint8Array): void {
    const names = this.names(path);
    const name = names.pop() as string;
    let folder = this.root;
    for (const part of names) {
      const next = folder.entries.get(part);
      folder = next instanceof Folder ? next : this.makeFolder(folder, part, 0o755);
    }
    this.makeFile(folder, name, 0o644).write(
      typeof content === "string" ? encoder.encode(content) : content,
      0,
    );
  }
}

/** A system in memory. */
export function memoryOs(options: MemoryOsOptions = {}): Os {
  const pending = new Pending();
  const tree = new Tree();
  for (const [path, content] of Object.entries(options.files ?? {})) tree.put(path, content);
  return {
    ...absentOs(),
    ...descriptors(tree, pending, options),
    ...names(tree, pending),
    ...surroundings(pending, options),
    takePending: () => pending.take(),
  };
}

function fillStat(node: Node, out: BigInt64Array): number {
  out.fill(0n);
  out[0] = BigInt(node.mode);
  out[1] = BigInt(node.ino);
  out[3] = node instanceof File ? 1n : 2n;
  out[6] = node instanceof File ? BigInt(node.length) : 0n;
  out[7] = node.atime;
  out[8] = node.mtime;
  out[9] = node.mtime;
  out[10] = 4096n;
  out[13] = node.mtime;
  return 0;
}

function entriesOf(folder: Folder): Uint8Array {
  return concatBytes(
    [...folder.entries].map(([name, node]) => {
      const inode = new Uint8Array(new BigUint64Array([BigInt(node.ino)]).buffer);
      return new Uint8Array([node instanceof File ? DT_REG : DT_DIR, ...inode, ...encoder.encode(name), 0]);
    }),
  );
}

function descriptors(tree: Tree, pending: Pending, options: MemoryOsOptions) {
  const open = new Map<number, Descriptor>();
  const device = new File(0, S_IFCHR | 0o620);
  let input = options.input ?? new Uint8Array(0);
  for (let fd = 0; fd < FIRST_FD; fd++) open.set(fd, new Descriptor(device, fd === 0 ? O_RDONLY : O_WRONLY));
  const add = (descriptor: Descriptor, from = 0): number => {
    let fd = from;
    while (open.has(fd)) fd++;
    open.set(fd, descriptor);
    return fd;
  };
  const fileOf = (fd: number, refused: number): [Descriptor, File] | number => {
    const found = open.get(fd);
    if (found === undefined || (found.flags & O_ACCESS) === refused) return -ERRNO.EBADF;
    return found.node instanceof File ? [found, found.node] : -ERRNO.EISDIR;
  };
  return {
    open: (_at, bytes, flags, mode) => {
      const path = decoder.decode(bytes);
      let node = tree.find(path);
      if (node === -ERRNO.ENOENT && (flags & O_CREAT) !== 0) {
        const parent = tree.parent(path);
        if (typeof parent === "number") return parent;
        node = tree.makeFile(...parent, mode);
      } else if (typeof node === "number") return node;
      else if ((flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0) return -ERRNO.EEXIST;
      if (node instanceof Folder && (flags & O_ACCESS) !== O_RDONLY) return -ERRNO.EISDIR;
      if (node instanceof File && (flags & O_DIRECTORY) !== 0) return -ERRNO.ENOTDIR;
      if (node instanceof File && (flags & O_TRUNC) !== 0) node.resize(0);
      return add(new Descriptor(node as Node, flags));
    },
    close: (fd) => open.delete(fd) ? 0 : -ERRNO.EBADF,
    dup: (fd) => {
      const descriptor = open.get(fd);
      return descriptor === undefined ? -ERRNO.EBADF : add(descriptor);
    },
    dup2: (fd, to) => {
      const descriptor = open.get(fd);
      if (descriptor === undefined || to < 0) return -ERRNO.EBADF;
      open.set(to, descriptor);
      return to;
    },
    read: (fd, to) => {
      const found = fileOf(fd, O_WRONLY);
      if (typeof found === "number") return found;
      const [descriptor, file] = found;
      if (file === device) {
        const part = input.subarray(0, to.length);
        input = input.subarray(part.length);
        to.set(part);
        return part.length;
      }
      const count = file.read(to, descriptor.at);
      descriptor.at += count;
      return count;
    },
    write: (fd, from) => {
      const found = fileOf(fd, O_RDONLY);
      if (typeof found === "number") return found;
      const [descriptor, file] = found;
      if (file === device) {
        options.output?.(fd, from.slice());
        return from.length;
      }
      if ((descriptor.flags & O_APPEND) !== 0) descriptor.at = file.length;
      descriptor.at += file.write(from, descriptor.at);
      return from.length;
    },
    pread: (fd, to, at) => {
      const found = fileOf(fd, O_WRONLY);
      return BigInt(typeof found === "number" ? found : found[1].read(to, Number(at)));
    },
    pwrite: (fd, from, at) => {
      const found = fileOf(fd, O_RDONLY);
      return BigInt(typeof found === "number" ? found : found[1].write(from, Number(at)));
    },
    lseek: (fd, whence, offset) => {
      const found = fileOf(fd, -1);
      if (typeof found === "number") return BigInt(found);
      const [descriptor, file] = found;
      if (file === device) return BigInt(-ERRNO.ESPIPE);
      const base = [0, descriptor.at, file.length][whence];
      if (base === undefined || base + Number(offset) < 0) return BigInt(-ERRNO.EINVAL);
      descriptor.at = base + Number(offset);
      return BigInt(descriptor.at);
    },
    isatty: () => 0,
    fstat: (fd, out) => {
      const descriptor = open.get(fd);
      return descriptor === undefined ? -ERRNO.EBADF : fillStat(descriptor.node, out);
    },
    ftruncate: (fd, length) => {
      const found = fileOf(fd, O_RDONLY);
      if (typeof found === "number") return BigInt(found);
      found[1].resize(Number(length));
      return 0n;
    },
    fsync: (fd) => open.has(fd) ? 0 : -ERRNO.EBADF,
    fdatasync: (fd) => open.has(fd) ? 0 : -ERRNO.EBADF,
    flistdir: (fd) => {
      const node = open.get(fd)?.node;
      if (node === undefined) return -ERRNO.EBADF;
      return node instanceof Folder ? pending.give(entriesOf(node)) : -ERRNO.ENOTDIR;
    },
    getInheritable: (fd) => open.has(fd) ? 0 : -ERRNO.EBADF,
    setInheritable: (fd) => open.has(fd) ? 0 : -ERRNO.EBADF,
  } satisfies Partial<OsFunctions>;
}

function names(tree: Tree, pending: Pending) {
  const found = (bytes: Uint8Array, use: (node: Node) => number): number => {
    const node = tree.find(decoder.decode(bytes));
    return typeof node === "number" ? node : use(node);
  };
  return {
    stat: (_at, path, _flags, out) => found(path, (node) => fillStat(node, out)),
    access: (_at, path) => found(path, () => 0),
    truncate: (path, length) =>
      BigInt(found(path, (node) => {
        if (node instanceof Folder) return -ERRNO.EISDIR;
        node.resize(Number(length));
        return 0;
      })),
    listdir: (path) =>
      found(path, (node) => node instanceof Folder ? pending.give(entriesOf(node)) : -ERRNO.ENOTDIR),
    mkdir: (_at, bytes, mode) => {
      const parent = tree.parent(decoder.decode(bytes));
      if (typeof parent === "number") return parent;
      if (parent[0].entries.has(parent[1])) return -ERRNO.EEXIST;
      tree.makeFolder(...parent, mode);
      return 0;
    },
    unlink: (_at, bytes, flags) => {
      const path = decoder.decode(bytes);
      const parent = tree.parent(path);
      const node = tree.find(path);
      if (typeof parent === "number") return parent;
      if (typeof node === "number") return node;
      const folder = (flags & AT_REMOVEDIR) !== 0;
      if (folder && node instanceof File) return -ERRNO.ENOTDIR;
      if (!folder && node instanceof Folder) return -ERRNO.EISDIR;
      if (node instanceof Folder && node.entries.size > 0) return -ERRNO.ENOTEMPTY;
      parent[0].entries.delete(parent[1]);
      return 0;
    },
    rename: (_at, fromBytes, _toAt, toBytes) => {
      const [from, to] = [decoder.decode(fromBytes), decoder.decode(toBytes)];
      const node = tree.find(from);
      const [source, target] = [tree.parent(from), tree.parent(to)];
      if (typeof node === "number") return node;
      if (typeof source === "number") return source;
      if (typeof target === "number") return target;
      const there = target[0].entries.get(target[1]);
      if (there instanceof Folder && node instanceof File) return -ERRNO.EISDIR;
      if (there instanceof File && node instanceof Folder) return -ERRNO.ENOTDIR;
      if (there instanceof Folder && there.entries.size > 0) return -ERRNO.ENOTEMPTY;
      source[0].entries.delete(source[1]);
      target[0].entries.set(target[1], node);
      return 0;
    },
    readlink: (_at, path) => found(path, () => -ERRNO.EINVAL),
    realpath: (path) =>
      found(path, () => pending.give(encoder.encode("/" + tree.names(decoder.decode(path)).join("/")))),
    chmod: (_at, path, mode) =>
      found(path, (node) => {
        node.mode = node.mode & ~0o7777 | mode & 0o7777;
        return 0;
      }),
    utimens: (_at, path, times) =>
      found(path, (node) => {
        if (times[0] !== UTIME_OMIT) node.atime = times[0] === UTIME_NOW ? now() : times[0];
        if (times[1] !== UTIME_OMIT) node.mtime = times[1] === UTIME_NOW ? now() : times[1];
        return 0;
      }),
    getcwd: () => pending.give(encoder.encode(tree.cwd)),
    chdir: (path) =>
      found(path, (node) => {
        if (node instanceof File) return -ERRNO.ENOTDIR;
        tree.cwd = "/" + tree.names(decoder.decode(path)).join("/");
        return 0;
      }),
    umask: () => 0o022,
  } satisfies Partial<OsFunctions>;
}

function surroundings(pending: Pending, options: MemoryOsOptions) {
  const variables = new Map(Object.entries(options.env ?? {}));
  return {
    environment: () => pending.give(joinNul([...variables].map((pair) => encoder.encode(pair.join("="))))),
    setenv: (name, value) => {
      variables.set(decoder.decode(name), decoder.decode(value));
      return 0;
    },
    unsetenv: (name) => {
      variables.delete(decoder.decode(name));
      return 0;
    },
    getId: (which) => which === 0 ? 1 : 0,
    uname: () =>
      pending.give(joinNul(["Memory", "localhost", "1", "1", "wasm32"].map((s) => encoder.encode(s)))),
    cpuCount: () => 1,
    random: (bytes) => {
      for (let at = 0; at < bytes.length; at += 65536) {
        const part = new Uint8Array(Math.min(65536, bytes.length - at));
        crypto.getRandomValues(part);
        bytes.set(part, at);
      }
      return bytes.length;
    },
    exit: (code) => {
      throw new Exit(code);
    },
    clock: (which) => which === 0 ? now() : BigInt(Math.round(performance.now() * 1e6)),
    clockResolution: () => NS_PER_MS,
    signalTake: () => 0n,
    service: (which, request) => {
      const answer = options.services?.call(which, request) ?? -ERRNO.ENOSYS;
      return typeof answer === "number" ? answer : pending.give(answer);
    },
  } satisfies Partial<OsFunctions>;
}
