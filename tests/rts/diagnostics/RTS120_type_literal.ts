export function f(a: { x: i32; y(): void }): void {} //! RTS120:22
export class C {
  table: { new (): C } | null = null; //! RTS120:10
}
