/** Bytes that a call left, until the program takes them. */
export class Pending {
  private bytes: Uint8Array = new Uint8Array(0);
  /** Makes bytes pending; their length. */
  give(bytes: Uint8Array): number {
    this.bytes = bytes;
    return bytes.length;
  }
  take(): Uint8Array {
    const { bytes } = this;
    this.bytes = new Uint8Array(0);
    return bytes;
  }
}
