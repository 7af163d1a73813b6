/**
 * The operating system for programs: a table of calls (`calls.ts`), and the systems behind it. See `@rts/os` for the
 * program's side.
 *
 * @module
 */
import type { Os } from "./calls.ts";
import { Libc } from "./libc.ts";
import { posixOs } from "./posix.ts";
import { Services } from "./services.ts";

export type { Os } from "./calls.ts";
export { type Service, type ServiceName, SERVICES, Services } from "./services.ts";

/** The C library; opened once. */
const libc = Libc.open();
/** In the bundle that `core/launch/bundle.ts` makes, this module is somewhere else. */
const HERE = import.meta.url.includes("/core/host/os/")
  ? import.meta.url
  : new URL("../../core/host/os/mod.ts", import.meta.url).href;
/**
 * `node:fs` takes 20 ms to load, so only those load it who have no C library. The name is computed lest a bundler
 * makes a static import of it.
 */
const fallback: ((services: Services) => Os) | null = libc === null
  ? (await import(new URL("./nodefs.ts", HERE).href)).nodeOs
  : null;

/** The system that Deno runs on: by the C library where FFI is allowed, else by `node:fs`. */
export function realOs(services: Services = new Services()): Os {
  return libc !== null ? posixOs(libc, services) : fallback!(services);
}
