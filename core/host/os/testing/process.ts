/**
 * An RTS program about processes, signals and time; prints what does not change from run to run. The argument `loop`
 * makes it count until SIGINT comes.
 */
import { type i32, type i64, print } from "@rts";
import {
  osClock,
  osClose,
  osGetId,
  osLocaltime,
  osMktime,
  osPipe,
  osPoll,
  osRead,
  osRecv,
  osSend,
  osService,
  osSetitimer,
  osSignalGet,
  osSignalSet,
  osSignalTake,
  osSignalWord,
  osSleep,
  osSocketpair,
  osSpawn,
  osStrftime,
  osTake,
  osTzset,
  osWaitpid,
  osWrite,
} from "@rts/os";

const SIGINT: i32 = 2;
const SIGALRM: i32 = 14;
const NOTE: i32 = 2;
const MKTIME_BASE: i64 = 4611686018427387904n;
const SPAWN_SEARCH: i32 = 8;

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

/** A child that writes to a pipe. */
function children(): void {
  const pair = new Int32Array(2);
  print(`pipe ${osPipe(0, pair)}`);
  const settings = new Int32Array(5);
  settings[0] = SPAWN_SEARCH;
  settings[2] = 3;
  settings[3] = pair[1];
  settings[4] = 1;
  const child = osSpawn(bytes("sh\0/\0sh\0-c\0echo $X; pwd; exit 3\0X=1 2\0"), settings);
  osClose(pair[1]);
  const status = new Int32Array(1);
  print(`spawn ${child > 0} wait ${osWaitpid(child, 0, status) === child} ${status[0]}`);
  const buffer = new Uint8Array(100);
  print(`child: ${text(buffer, osRead(pair[0], buffer, 0, 100))}`);
  print(`missing ${osSpawn(bytes("/nothing\0\0x\0"), new Int32Array(3))} wait ${osWaitpid(-1, 1, status)}`);
}

/** An alarm interrupts a sleep, a read and a poll, and each notes its signal. */
function signals(): void {
  const word = osSignalWord();
  const times = new BigInt64Array(2);
  const pair = new Int32Array(2);
  osPipe(0, pair);
  print(`signal ${osSignalGet(SIGALRM)} ${osSignalSet(SIGALRM, NOTE)} ${osSignalGet(SIGALRM)} ${word[0]}`);
  for (let round = 0; round < 3; round++) {
    times[1] = 20_000_000n;
    osSetitimer(0, times, new BigInt64Array(2));
    let answer = "";
    if (round === 0) answer = `${osSleep(5_000_000_000n) > 4_000_000_000n}`;
    else if (round === 1) answer = `${osRead(pair[0], new Uint8Array(1), 0, 1)}`;
    else answer = `${osPoll(pollOf(pair[0]), 5000)}`;
    print(`${answer} ${word[0]} ${osSignalTake()} ${osSignalTake()}`);
    word[0] = 0;
  }
}
function pollOf(fd: i32): Int32Array {
  const pairs = new Int32Array(2);
  pairs[0] = fd;
  pairs[1] = 1;
  return pairs;
}

function times(): void {
  const fields = new Int32Array(10);
  const zone = new Int32Array(3);
  print(`tzset ${text(osTake(osTzset(zone)), 8)} ${zone[0]} ${zone[1]} ${zone[2]}`);
  const name = osLocaltime(fields, 1_700_000_000n) === 3n ? osTake(3) : new Uint8Array(0);
  print(
    `local ${fields[5]} ${fields[4]} ${fields[3]} ${fields[2]} ${fields[8]} ${fields[9]} ${
      text(name, name.length)
    }`,
  );
  print(`mktime ${osMktime(fields) - MKTIME_BASE}`);
  const length = osStrftime(bytes("%Y-%m-%d %Z %%"), fields, name);
  print(text(osTake(length), length));
}

function sockets(): void {
  const pair = new Int32Array(2);
  osSocketpair(1, 1, 0, pair);
  osSend(pair[0], bytes(".abcd"), 1, 4, 0);
  const buffer = new Uint8Array(10);
  print(`socket ${osRecv(pair[1], buffer, 5, 5, 0)} ${buffer[6]}`);
}

function loop(): i32 {
  const word = osSignalWord();
  osSignalSet(SIGINT, NOTE);
  osWrite(1, bytes("ready\n"), 0, 6); // at once; what is printed is kept back
  const start = osClock(1);
  let turns: i64 = 0n;
  while (word[0] === 0) {
    turns = turns + 1n;
    if (turns % 100_000n === 0n && osClock(1) - start > 10_000_000_000n) return 1;
  }
  print(`interrupted ${osSignalTake()}`);
  return 0;
}

export function main(args: string[]): i32 {
  if (args.length > 0 && args[0] === "loop") return loop();
  children();
  signals();
  times();
  print(`pid ${osGetId(0) > 1} service ${osService(99, new Uint8Array(1))}`);
  sockets();
  return 0;
}
