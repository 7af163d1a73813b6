/** The few path functions that the simulation needs. */
export { dirname, join } from "node:path";
export { fileURLToPath as fromFileUrl, pathToFileURL as toFileUrl } from "node:url";
