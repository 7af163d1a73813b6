/** Async generators (PEP 525): their steps are awaitables. */
import type { W_Root } from "../objspace/root.ts";
import { W_AsyncGenerator } from "./generator.ts";

export function asyncGeneratorNext(w_generator: W_AsyncGenerator): W_Root {
  return w_generator;
}
