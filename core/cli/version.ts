/** Versions, as `--version` and `sys.version` tell them. */

/** The Python whose language and library this is. */
export const PYTHON_VERSION = "3.10.13";
/** This PyPy. */
export const PYPY_VERSION = "0.1.0";

/** `sys.version`, and what `--version` prints. */
export function versionText(): string {
  return `Python ${PYTHON_VERSION}\n[PyPy ${PYPY_VERSION} for Deno ${Deno.version.deno}]`;
}
