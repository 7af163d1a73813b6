export function f(): void {
  import("./other.ts"); //! RTS134:3
}
