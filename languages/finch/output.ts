/**
 * Where guest programs write. Text is collected and written in large pieces; what is left must be flushed before
 * the process ends or anything goes to standard error. While captured, it is kept for the test that asks.
 */
import { type bool, type i32, printError, StringBuilder, write } from "@rts";

const BUFFER_SIZE: i32 = 8192;

/** Standard output and error of the guest. */
export class Output {
  private readonly out: StringBuilder = new StringBuilder();
  private readonly errors: StringBuilder = new StringBuilder();
  private captured: bool = false;

  /** Appends a line to standard output. */
  line(text: string): void {
    this.out.append(text);
    this.out.append("\n");
    if (this.out.length >= BUFFER_SIZE && !this.captured) this.flush();
  }

  /** Writes a line to standard error. */
  errorLine(text: string): void {
    if (this.captured) {
      this.errors.append(text);
      this.errors.append("\n");
    } else {
      this.flush();
      printError(text);
    }
  }

  /** Hands what was collected to the host. */
  flush(): void {
    if (this.captured || this.out.length === 0) return;
    write(this.out.toString());
    this.out.clear();
  }

  /** From here on nothing reaches the host. */
  capture(): void {
    this.captured = true;
  }
  /** What standard output got since the last call. */
  takeOut(): string {
    const text = this.out.toString();
    this.out.clear();
    return text;
  }
  /** What standard error got since the last call. */
  takeErrors(): string {
    const text = this.errors.toString();
    this.errors.clear();
    return text;
  }
}

/** The one output of the process. */
export const OUTPUT: Output = new Output();
