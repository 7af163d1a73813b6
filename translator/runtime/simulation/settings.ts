/** What tests set in the simulation. */
export const settings: { maxLength: number; main: (args: string[]) => number } = {
  /** The longest array that can be made; longer ones are a MemoryError. */
  maxLength: 1 << 24,
  /** The program that `callMain` calls. */
  main: () => 0,
};
