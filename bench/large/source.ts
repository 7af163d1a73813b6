/** Collects the lines of a generated module, indented by the braces they open and close. */
export class Source {
  private readonly lines: string[] = [];
  private depth = 0;

  get lineCount(): number {
    return this.lines.length;
  }

  /** Adds lines. One that starts with `}` closes a level, one that ends with `{` opens one. */
  add(...lines: string[]): void {
    for (const line of lines) {
      if (line.startsWith("}")) this.depth--;
      this.lines.push(line === "" ? "" : "  ".repeat(this.depth) + line);
      if (line.endsWith("{")) this.depth++;
    }
  }

  text(): string {
    return this.lines.join("\n") + "\n";
  }
}
