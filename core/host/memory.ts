/** A host without an outside: output is kept, files and environment are maps. For tests and Deno Deploy. */
import { HostBase } from "./common.ts";
import type { Os } from "./os/calls.ts";
import { memoryOs } from "./os/memory.ts";
import type { Services } from "./os/services.ts";

/** What a {@link MemoryHost} offers to its program. */
export interface MemoryHostOptions {
  readonly args?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What descriptor 0 reads. */
  readonly input?: Uint8Array;
  readonly services?: Services;
}

/** A host that lives in memory. */
export class MemoryHost extends HostBase {
  /** What the program wrote to file descriptor 1, lone surrogates replaced. */
  output = "";
  /** The same of file descriptor 2. */
  errors = "";
  private readonly files: Readonly<Record<string, string>>;
  private readonly env: Readonly<Record<string, string>>;

  constructor(private readonly options: MemoryHostOptions = {}) {
    super(options.args ?? []);
    this.files = options.files ?? {};
    this.env = options.env ?? {};
  }

  override flush(): void {}

  /** Files and folders of the system begin as the host's; text and bytes of output go to the same places. */
  protected override makeOs(): Os {
    const decoders = [new TextDecoder(), new TextDecoder()];
    return memoryOs({
      ...this.options,
      output: (fd, bytes) => {
        const text = decoders[fd - 1].decode(bytes, { stream: true });
        if (fd === 1) this.output += text;
        else this.errors += text;
      },
    });
  }

  override host_write(fd: number, address: number, units: number): number {
    if (fd !== 1 && fd !== 2) return this.fail(`bad file descriptor ${fd}`);
    const text = this.text(address, units);
    if (fd === 1) this.output += text;
    else this.errors += text;
    return 0;
  }
  protected override writeError(text: string): void {
    this.errors += text;
  }
  override host_read_file(address: number, units: number): number {
    const path = this.text(address, units);
    if (!Object.hasOwn(this.files, path)) return this.fail(`no such file: ${path}`);
    return this.give(this.files[path]);
  }
  override host_env(address: number, units: number): number {
    const name = this.text(address, units);
    return Object.hasOwn(this.env, name) ? this.give(this.env[name]) : -1;
  }
}
