/** Numbers of errors, as on Linux; and what the errors of `node:fs` are among them. */
export const ERRNO = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EINTR: 4,
  EIO: 5,
  ENXIO: 6,
  E2BIG: 7,
  ENOEXEC: 8,
  EBADF: 9,
  ECHILD: 10,
  EAGAIN: 11,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  EBUSY: 16,
  EEXIST: 17,
  EXDEV: 18,
  ENODEV: 19,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  ENFILE: 23,
  EMFILE: 24,
  ENOTTY: 25,
  ETXTBSY: 26,
  EFBIG: 27,
  ENOSPC: 28,
  ESPIPE: 29,
  EROFS: 30,
  EMLINK: 31,
  EPIPE: 32,
  EDOM: 33,
  ERANGE: 34,
  ENAMETOOLONG: 36,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  ELOOP: 40,
  EOVERFLOW: 75,
  ENOTSUP: 95,
  ETIMEDOUT: 110,
} as const;

/** The negative number of an error that `node:fs` or Deno threw. */
export function errnoOf(error: unknown): number {
  const code = (error as { code?: string }).code;
  if (code !== undefined && Object.hasOwn(ERRNO, code)) return -ERRNO[code as keyof typeof ERRNO];
  const errno = (error as { errno?: number }).errno;
  if (typeof errno === "number" && errno < 0) return errno;
  if (error instanceof Deno.errors.NotFound) return -ERRNO.ENOENT;
  if (error instanceof Deno.errors.PermissionDenied) return -ERRNO.EACCES;
  if (error instanceof Deno.errors.NotCapable) return -ERRNO.EPERM;
  if (error instanceof Deno.errors.AlreadyExists) return -ERRNO.EEXIST;
  return -ERRNO.EIO;
}
