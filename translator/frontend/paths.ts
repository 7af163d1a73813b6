/** The few path functions the translator needs, from `node:path` and `node:url`. */
export { dirname, relative, resolve } from "node:path";
export { fileURLToPath as fromFileUrl, pathToFileURL as toFileUrl } from "node:url";
