/**
 * Services of the runner: bytes in, bytes out. The program names one by its number in {@link SERVICES}; who runs the
 * program registers what stands behind it.
 */
import { ERRNO } from "./errno.ts";

/** Services by number. */
export const SERVICES = ["compile", "deflate", "inflate", "hash"] as const;
export type ServiceName = (typeof SERVICES)[number];

/** A service; it should not throw. */
export type Service = (request: Uint8Array) => Uint8Array;

/** The services of one run. */
export class Services {
  private readonly known = new Map<string, Service>();

  register(name: ServiceName, service: Service): this {
    this.known.set(name, service);
    return this;
  }

  /** What a service answers; -ENOSYS where nobody registered it, -EIO where it threw. */
  call(which: number, request: Uint8Array): Uint8Array | number {
    const service = this.known.get(SERVICES[which]);
    if (service === undefined) return -ERRNO.ENOSYS;
    try {
      return service(request.slice()); // the program's memory moves on
    } catch (error) {
      console.error(`service ${SERVICES[which]}:`, error);
      return -ERRNO.EIO;
    }
  }
}
