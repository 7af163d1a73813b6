/**
 * Weak references and finalizer queues. The collector knows both classes by the special marks of their type
 * infos, and their fields by offset (docs/translator.md): declaration order matters here.
 */
/** A reference that does not keep its target alive. */
export class WeakReference<T extends object> {
  /** At offset 8. The collector sets it to null when the target dies. */
  private target: T | null;

  constructor(target: T) {
    this.target = target;
  }

  /** The target, or null once it was collected. */
  get(): T | null {
    return this.target;
  }
}
