export function f(a: any, b: unknown[]): void { //! RTS113:22 RTS113:30
  try {
    g(a as any); //! RTS113:12
  } catch (e: unknown) {
    throw e;
  }
}
export class C<T extends unknown> { //! RTS113:26
  x: any = 1; //! RTS113:6
}
