export async function f(): Promise<i32> { //! RTS109:8
  await g(); //! RTS109:3
  for await (const x of h()) g(); //! RTS109:7
  const k = async (): Promise<void> => {}; //! RTS109:13
  return 1;
}
export class C {
  async m(): Promise<void> {} //! RTS109:3
}
