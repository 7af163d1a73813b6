/** What the eval loop does every so often: signals. */

type Handler = () => void;

let handler: Handler | null = null;

/** Installs what looks at pending signals (`modules/_signal`). */
export function setSignalCheck(check: Handler): void {
  handler = check;
}

/** Runs handlers of pending signals. Throws what they raise. */
export function checkSignals(): void {
  const check = handler;
  if (check !== null) check();
}
