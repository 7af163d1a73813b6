/** What `yield from` and `await` can enter directly, without calling `send` and looking at StopIteration. */
import type { OperationError } from "../objspace/errors.ts";
import { W_Root } from "../objspace/root.ts";
import { w_None } from "../objspace/singletons.ts";

/** An iterator with a result at its end. */
export abstract class W_Resumable extends W_Root {
  /** The result, once {@link resume} answered null. */
  w_result: W_Root = w_None;

  /**
   * Goes on until the next yield: the value, or null at the end ({@link w_result} has the result then). Either `w_sent`
   * is what the yield gives, or `error` is raised there.
   */
  abstract resume(w_sent: W_Root, error: OperationError | null): W_Root | null;

  override iterNext(): W_Root | null {
    return this.resume(w_None, null);
  }
}
