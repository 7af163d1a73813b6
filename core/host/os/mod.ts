/**
 * The operating system for programs: a table of calls (`calls.ts`), and the systems behind it. See `@rts/os` for the
 * program's side.
 *
 * @module
 */
import type { Os } from "./calls.ts";
import { Libc } from "./libc.ts";
import { nodeOs } from "./nodefs.ts";
import { posixOs } from "./posix.ts";
import { Services } from "./services.ts";

export type { Os } from "./calls.ts";
export { type Service, type ServiceName, SERVICES, Services } from "./services.ts";

/** The system that Deno runs on: by the C library where FFI is allowed, else by `node:fs`. */
export function realOs(services: Services = new Services()): Os {
  const libc = Libc.open();
  return libc === null ? nodeOs(services) : posixOs(libc, services);
}
