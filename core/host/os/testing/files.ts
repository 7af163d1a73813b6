/**
 * An RTS program that uses `@rts/os` on a folder named by its argument, and prints what the calls answer. Run
 * untranslated and translated, on the real system and in memory.
 */
import { type i32, i32ToI64, type i64, i64ToI32, print } from "@rts";
import {
  osAccess,
  osChdir,
  osClock,
  osClose,
  osEnvironment,
  osFstat,
  osFtruncate,
  osGetcwd,
  osListdir,
  osLseek,
  osMkdir,
  osOpen,
  osPread,
  osPwrite,
  osRead,
  osRename,
  osSetenv,
  osStat,
  osTake,
  osUnlink,
  osUtimens,
  osWrite,
} from "@rts/os";

const HERE: i32 = -100;
const O_RDONLY: i32 = 0;
const O_RDWR: i32 = 2;
const O_CREAT: i32 = 64;
const O_EXCL: i32 = 128;
const REMOVE_DIRECTORY: i32 = 0x200;
const SEEK_SET: i32 = 0;
const SEEK_END: i32 = 2;
const MODE: i32 = 0;
const SIZE: i32 = 6;
const MTIME: i32 = 8;

function bytes(text: string): Uint8Array {
  const result = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) result[i] = text.charCodeAt(i);
  return result;
}
function text(from: Uint8Array, count: i32): string {
  let result = "";
  for (let i = 0; i < count; i++) result += String.fromCharCode(from[i]);
  return result;
}
/** The names in what `osListdir` leaves, sorted. */
function names(records: Uint8Array): string {
  const found: string[] = [];
  let name = "";
  let at = 9;
  while (at < records.length) {
    if (records[at] === 0) {
      found.push(`${records[at - name.length - 9]}:${name}`);
      name = "";
      at += 10;
    } else {
      name += String.fromCharCode(records[at]);
      at++;
    }
  }
  found.sort((a: string, b: string): i32 => a < b ? -1 : a > b ? 1 : 0);
  return found.join(" ");
}

function writing(): void {
  const fd = osOpen(HERE, bytes("f.bin"), O_RDWR | O_CREAT | O_EXCL, 0o600);
  print(`open ${fd > 2} again ${osOpen(HERE, bytes("f.bin"), O_RDWR | O_CREAT | O_EXCL, 0o600)}`);
  const content = bytes("..hello, world");
  print(`write ${osWrite(fd, content, 2, content.length - 2)}`);
  print(`seek ${osLseek(fd, SEEK_END, -5n)} ${osLseek(fd, SEEK_SET, -1n)}`);
  const buffer = new Uint8Array(16);
  const count = osRead(fd, buffer, 3, 10);
  print(`read ${count} ${text(buffer, 3) === "\0\0\0"} ${buffer[3]} ${buffer[7]}`);
  print(
    `pwrite ${osPwrite(fd, bytes("HELLO"), 0, 5, 0n)} pread ${osPread(fd, buffer, 0, 5, 1n)} ${
      text(buffer, 5)
    }`,
  );
  const fields = new BigInt64Array(14);
  print(`fstat ${osFstat(fd, fields)} ${fields[SIZE]} ${i64ToI32(fields[MODE]) & 0o170000}`);
  print(`truncate ${osFtruncate(fd, 4n)} ${osLseek(fd, SEEK_END, 0n)}`);
  print(`close ${osClose(fd)} ${osClose(fd)} write ${osWrite(fd, content, 0, 1)}`);
}

function folders(): void {
  const fields = new BigInt64Array(14);
  const times = new BigInt64Array(2);
  times[0] = 1_000_000_001n;
  times[1] = 1_700_000_000_000_000_002n;
  print(`mkdir ${osMkdir(HERE, bytes("d"), 0o755)} ${osMkdir(HERE, bytes("d"), 0o755)}`);
  print(`rename ${osRename(HERE, bytes("f.bin"), HERE, bytes("d/g"))}`);
  print(
    `utimens ${osUtimens(HERE, bytes("d/g"), times, 0)} ${osStat(HERE, bytes("d/g"), 0, fields)} ${
      fields[MTIME]
    }`,
  );
  print(`stat ${osStat(HERE, bytes("f.bin"), 0, fields)} ${osStat(HERE, bytes("d/g/h"), 0, fields)}`);
  print(`names ${names(osTake(osListdir(bytes("."))))}; ${names(osTake(osListdir(bytes("d"))))}`);
  print(`listdir ${osListdir(bytes("d/g"))} ${osListdir(bytes("nothing"))}`);
  print(`open ${osOpen(HERE, bytes("d"), O_RDWR, 0)} access ${osAccess(HERE, bytes("d/g"), 4, 0)}`);
  print(`rmdir ${osUnlink(HERE, bytes("d"), REMOVE_DIRECTORY)} unlink ${osUnlink(HERE, bytes("d"), 0)}`);
  print(`unlink ${osUnlink(HERE, bytes("d/g"), 0)} rmdir ${osUnlink(HERE, bytes("d"), REMOVE_DIRECTORY)}`);
}

function surroundings(): void {
  const cwd = osGetcwd();
  const path = osTake(cwd);
  print(`cwd ${path.length === cwd} ${path[0]}`);
  print(`setenv ${osSetenv(bytes("RTS_OS_TEST"), bytes("a=b"))}`);
  const length = osEnvironment();
  const all = text(osTake(length), length);
  print(`environment ${all.includes("RTS_OS_TEST=a=b\0")}`);
  const start: i64 = osClock(1);
  print(
    `clock ${start > 0n && osClock(1) - start < i32ToI64(1_000_000_000)} ${
      osOpen(HERE, bytes(""), O_RDONLY, 0)
    }`,
  );
}

/** The argument: an empty folder. */
export function main(args: string[]): i32 {
  print(`chdir ${osChdir(bytes("/nowhere"))} ${osChdir(bytes(args[0]))}`);
  writing();
  folders();
  surroundings();
  return 0;
}
