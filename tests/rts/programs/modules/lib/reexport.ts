/** Re-exports everything of one module, and one name under another. */
export * from "./reexport_level.ts";
export { create as makeLevel } from "./reexport_level.ts";
