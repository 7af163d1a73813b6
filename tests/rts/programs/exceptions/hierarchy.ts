/** Handlers tell classes apart with instanceof and rethrow the rest. */
import { Exception, type i32, OverflowError, print } from "@rts";
class AppError extends Exception {}
class IoError extends AppError {}
class NetError extends IoError {
  constructor(readonly host: string) {
    super("net " + host);
  }
}

function raise(which: i32): void {
  switch (which) {
    case 0:
      throw new AppError("app");
    case 1:
      throw new IoError("io");
    case 2:
      throw new NetError("example");
    case 3:
      throw new Exception("plain");
    case 4:
      throw new OverflowError("made by hand");
  }
}

function attempt(which: i32): string {
  try {
    try {
      raise(which);
      return "nothing";
    } catch (e) {
      if (e instanceof NetError) return `net ${e.host}`;
      if (e instanceof IoError) return `io ${e.message}`;
      throw e;
    }
  } catch (e) {
    if (e instanceof AppError) return `app ${e.message}`;
    if (e instanceof OverflowError) return `overflow ${e.message}`;
    return e instanceof Exception ? `other ${e.message}` : "?";
  }
}

export function main(_args: string[]): i32 {
  for (let i = 0; i < 6; i++) print(attempt(i));
  return 0;
}
