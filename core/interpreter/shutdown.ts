/** What runs at the end: functions of `atexit`, then buffers that are still open. */

type Action = () => void;

/** Actions in the order of their registration, which is the order that they run in. */
const ACTIONS: Action[] = [];

/** Adds an action for the end of the run. Runs at translation. */
export function atShutdown(action: Action): void {
  ACTIONS.push(action);
}

/** Runs all actions. */
export function runAtExit(): void {
  for (let i = 0; i < ACTIONS.length; i++) {
    const action = ACTIONS[i];
    action();
  }
}
