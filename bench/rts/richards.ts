/**
 * Richards: the kernel of a simulated operating system. Six tasks (idle, worker, two handlers, two devices)
 * pass packets through priority queues; the scheduler counts packets queued and tasks held.
 *
 * Measures virtual calls, field access and null tests on a small graph of objects. One round with an idle
 * count of 10000 must queue 23246 packets and hold 9297 tasks.
 */
import { type bool, Exception, type i32, newFixedArray, parseI32, print } from "@rts";
import type { f64, FixedArray } from "@rts";

const IDLE: i32 = 0;
const WORKER: i32 = 1;
const HANDLER_A: i32 = 2;
const HANDLER_B: i32 = 3;
const DEVICE_A: i32 = 4;
const DEVICE_B: i32 = 5;
const TASKS: i32 = 6;

const DEVICE_PACKET: i32 = 0;
const WORK_PACKET: i32 = 1;

/** Bits of a task's state. A task that is suspended and has a packet is `SUSPENDED | RUNNABLE`. */
const RUNNING: i32 = 0;
const RUNNABLE: i32 = 1;
const SUSPENDED: i32 = 2;
const HELD: i32 = 4;

const PACKET_SIZE: i32 = 4;

/** A message between tasks, chained into queues by `link`. */
class Packet {
  link: Packet | null;
  id: i32;
  readonly kind: i32;
  datum: i32 = 0;
  readonly data: FixedArray<i32> = newFixedArray<i32>(PACKET_SIZE, 0);

  constructor(link: Packet | null, id: i32, kind: i32) {
    this.link = link;
    this.id = id;
    this.kind = kind;
  }

  /** Appends this packet to `queue`; the head of the result. */
  appendTo(queue: Packet | null): Packet {
    this.link = null;
    if (queue === null) return this;
    let last: Packet = queue;
    let next = last.link;
    while (next !== null) {
      last = next;
      next = last.link;
    }
    last.link = this;
    return queue;
  }
}

/** What a task does with a packet (null: it was only resumed). Returns the task to run next. */
abstract class Behaviour {
  constructor(readonly scheduler: Scheduler) {}
  abstract run(packet: Packet | null): Task | null;
}

/** Releases one of the devices at each run, as a shift register decides, until its count is used up. */
class IdleBehaviour extends Behaviour {
  private register: i32 = 1;

  constructor(scheduler: Scheduler, private count: i32) {
    super(scheduler);
  }

  override run(_packet: Packet | null): Task | null {
    this.count--;
    if (this.count === 0) return this.scheduler.holdCurrent();
    if ((this.register & 1) === 0) {
      this.register = this.register >> 1;
      return this.scheduler.release(DEVICE_A);
    }
    this.register = (this.register >> 1) ^ 0xd008;
    return this.scheduler.release(DEVICE_B);
  }
}

/** Keeps the packet it was sent until it runs without one, then sends it back. */
class DeviceBehaviour extends Behaviour {
  private pending: Packet | null = null;

  override run(packet: Packet | null): Task | null {
    if (packet !== null) {
      this.pending = packet;
      return this.scheduler.holdCurrent();
    }
    const ready = this.pending;
    if (ready === null) return this.scheduler.suspendCurrent();
    this.pending = null;
    return this.scheduler.queue(ready);
  }
}

/** Fills packets with letters and sends them to the two handlers in turn. */
class WorkerBehaviour extends Behaviour {
  private target: i32 = HANDLER_A;
  private letter: i32 = 0;

  override run(packet: Packet | null): Task | null {
    if (packet === null) return this.scheduler.suspendCurrent();
    this.target = this.target === HANDLER_A ? HANDLER_B : HANDLER_A;
    packet.id = this.target;
    packet.datum = 0;
    for (let i = 0; i < PACKET_SIZE; i++) {
      this.letter++;
      if (this.letter > 26) this.letter = 1;
      packet.data[i] = this.letter;
    }
    return this.scheduler.queue(packet);
  }
}

/** Copies the letters of work packets, one each, into device packets. */
class HandlerBehaviour extends Behaviour {
  private work: Packet | null = null;
  private device: Packet | null = null;

  override run(packet: Packet | null): Task | null {
    if (packet !== null) {
      if (packet.kind === WORK_PACKET) this.work = packet.appendTo(this.work);
      else this.device = packet.appendTo(this.device);
    }
    const work = this.work;
    if (work === null) return this.scheduler.suspendCurrent();
    const done = work.datum;
    if (done >= PACKET_SIZE) {
      this.work = work.link;
      return this.scheduler.queue(work);
    }
    const device = this.device;
    if (device === null) return this.scheduler.suspendCurrent();
    this.device = device.link;
    device.datum = work.data[done];
    work.datum = done + 1;
    return this.scheduler.queue(device);
  }
}

/** A task control block: what the scheduler knows of a task. Tasks are linked in order of priority. */
class Task {
  private state: i32;

  constructor(
    readonly link: Task | null,
    readonly id: i32,
    readonly priority: i32,
    private queue: Packet | null,
    readonly behaviour: Behaviour,
  ) {
    this.state = queue === null ? SUSPENDED : SUSPENDED | RUNNABLE;
  }

  setRunning(): void {
    this.state = RUNNING;
  }
  hold(): void {
    this.state = this.state | HELD;
  }
  unhold(): void {
    this.state = this.state & ~HELD;
  }
  suspend(): void {
    this.state = this.state | SUSPENDED;
  }
  isWaiting(): bool {
    return (this.state & HELD) !== 0 || this.state === SUSPENDED;
  }

  /** Runs the behaviour, with the first packet of the queue when the task was waiting for one. */
  run(): Task | null {
    if (this.state !== (SUSPENDED | RUNNABLE)) return this.behaviour.run(null);
    const packet = this.queue!;
    this.queue = packet.link;
    this.state = this.queue === null ? RUNNING : RUNNABLE;
    return this.behaviour.run(packet);
  }

  /** Takes `packet`; returns the more urgent of this task and `current`. */
  accept(current: Task, packet: Packet): Task {
    if (this.queue !== null) {
      this.queue = packet.appendTo(this.queue);
      return current;
    }
    this.queue = packet;
    this.state = this.state | RUNNABLE;
    return this.priority > current.priority ? this : current;
  }
}

/** Runs the most urgent task that is not waiting until none is left. */
class Scheduler {
  queueCount: i32 = 0;
  holdCount: i32 = 0;
  private readonly tasks: FixedArray<Task | null> = newFixedArray<Task | null>(TASKS, null);
  private list: Task | null = null;
  private current: Task | null = null;
  private currentId: i32 = IDLE;

  /** Adds a task in front of those added before: callers go from low to high priority. */
  add(id: i32, priority: i32, queue: Packet | null, behaviour: Behaviour): Task {
    const task = new Task(this.list, id, priority, queue, behaviour);
    this.list = task;
    this.tasks[id] = task;
    return task;
  }

  run(): void {
    this.current = this.list;
    let task = this.current;
    while (task !== null) {
      if (task.isWaiting()) {
        task = task.link;
      } else {
        this.currentId = task.id;
        task = task.run();
      }
      this.current = task;
    }
  }

  release(id: i32): Task | null {
    const task = this.tasks[id];
    if (task === null) return null;
    task.unhold();
    const current = this.current!;
    return task.priority > current.priority ? task : current;
  }

  holdCurrent(): Task | null {
    this.holdCount++;
    const current = this.current!;
    current.hold();
    return current.link;
  }

  suspendCurrent(): Task | null {
    const current = this.current!;
    current.suspend();
    return current;
  }

  /** Sends `packet` to the task it names, which then finds the sender's id in it. */
  queue(packet: Packet): Task | null {
    const target = this.tasks[packet.id];
    if (target === null) return null;
    this.queueCount++;
    packet.link = null;
    packet.id = this.currentId;
    return target.accept(this.current!, packet);
  }
}

function packetsFor(id: i32, kind: i32, count: i32): Packet | null {
  let queue: Packet | null = null;
  for (let i = 0; i < count; i++) queue = new Packet(queue, id, kind);
  return queue;
}

/** Runs the six tasks to their end; the scheduler, with its counts. */
function simulate(idleCount: i32): Scheduler {
  const scheduler = new Scheduler();
  scheduler.add(IDLE, 0, null, new IdleBehaviour(scheduler, idleCount)).setRunning();
  scheduler.add(WORKER, 1000, packetsFor(WORKER, WORK_PACKET, 2), new WorkerBehaviour(scheduler));
  scheduler.add(HANDLER_A, 2000, packetsFor(DEVICE_A, DEVICE_PACKET, 3), new HandlerBehaviour(scheduler));
  scheduler.add(HANDLER_B, 3000, packetsFor(DEVICE_B, DEVICE_PACKET, 3), new HandlerBehaviour(scheduler));
  scheduler.add(DEVICE_A, 4000, null, new DeviceBehaviour(scheduler));
  scheduler.add(DEVICE_B, 5000, null, new DeviceBehaviour(scheduler));
  scheduler.run();
  return scheduler;
}

/** `n` rounds; the sum over rounds of `queueCount * 100000 + holdCount`. */
export function run(n: i32): f64 {
  let checksum: f64 = 0;
  for (let i = 0; i < n; i++) {
    const scheduler = simulate(10000);
    if (scheduler.queueCount !== 23246 || scheduler.holdCount !== 9297) {
      throw new Exception(`richards: queued ${scheduler.queueCount}, held ${scheduler.holdCount}`);
    }
    checksum += scheduler.queueCount * 100000.0 + scheduler.holdCount;
  }
  return checksum;
}

export function defaultSize(): i32 {
  return 100;
}

export function main(args: string[]): i32 {
  const size = args.length > 0 ? parseI32(args[0]) : defaultSize();
  print(`richards ${size}: ${run(size)}`);
  return 0;
}
