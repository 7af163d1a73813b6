export function f(p: Node | null, g: (() => i32) | null): void {
  p?.next; //! RTS106:4
  p?.next?.next.value; //! RTS106:10 RTS106:4
  g?.(); //! RTS106:4
  p?.[0]; //! RTS106:4
  p!.next!.next;
}
