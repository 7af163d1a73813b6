/** The ways in which a program is run and whose output must be the same. The first is the oracle. */

export interface Mode {
  readonly name: string;
  /** Null: untranslated. */
  readonly profile: "release" | "debug" | null;
  /** Environment of the program: tunables of the collector. */
  readonly env: Readonly<Record<string, string>>;
}

export const ORACLE: Mode = { name: "untranslated", profile: null, env: {} };

/** The modes that are compared with {@link ORACLE}. */
export const TRANSLATED_MODES: readonly Mode[] = [
  { name: "release", profile: "release", env: {} },
  { name: "debug", profile: "debug", env: {} },
  { name: "stress", profile: "debug", env: { PYPY_GC_STRESS: "1" } },
];

/** What a run gave: the text printed, and the message of what ended it early. */
export interface Outcome {
  readonly output: string;
  readonly error: string | null;
}
