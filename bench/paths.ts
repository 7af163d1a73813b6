/** Conversions between file URLs and paths. */
export { fileURLToPath as fromFileUrl } from "node:url";
