/** Folders that appear whole or not at all, whatever other processes do at the same time. */

/** Tells whether there is anything of this name. */
export function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Puts the folder `made` in the place of `target`. When another process was faster, its folder stays. */
export function replaceFolder(made: string, target: string): void {
  const old = `${made}.old`;
  try {
    Deno.renameSync(target, old);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  try {
    Deno.renameSync(made, target);
  } catch (error) {
    if (!exists(target)) throw error;
    Deno.removeSync(made, { recursive: true });
  }
  if (exists(old)) Deno.removeSync(old, { recursive: true });
}
