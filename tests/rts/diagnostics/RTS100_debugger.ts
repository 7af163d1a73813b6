/** A construct without a code of its own. */
export function f(): void {
  debugger; //! RTS100:3
}
