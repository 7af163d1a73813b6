/** One process at a time makes what is in `build/`; the others wait, and find it made. */
import { AT_FDCWD, type Os } from "../host/os/calls.ts";
import { BUILD } from "./places.ts";

const O_RDWR_CREAT = 0o102;
const LOCK_EXCLUSIVE = 2;

/** Runs `work` while no other process does. Where there are no locks, it just runs: folders appear whole anyway. */
export function locked(os: Os, work: () => void): void {
  try {
    Deno.mkdirSync(BUILD, { recursive: true });
  } catch {
    return work(); // a place that cannot be written
  }
  const fd = os.open(AT_FDCWD, new TextEncoder().encode(`${BUILD}/.lock`), O_RDWR_CREAT, 0o644);
  try {
    if (fd >= 0) os.flock(fd, LOCK_EXCLUSIVE);
    work();
  } finally {
    if (fd >= 0) os.close(fd); // which unlocks
  }
}
