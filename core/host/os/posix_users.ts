/** Users and groups, as the system's name services know them. */
import type { OsFunctions } from "./calls.ts";
import { ERRNO } from "./errno.ts";
import { cstring, joinNul, stringAt } from "./libc.ts";
import { concatBytes } from "./posix_files.ts";
import type { System } from "./posix.ts";

const BY_NAME = -1;
const ALL = -2;
const encoder = new TextEncoder();

type Record = Deno.UnsafePointerView;

/** `struct passwd` on 64-bit Linux. */
function userFields(record: Record): Uint8Array {
  const text = (at: number) => stringAt(record.getPointer(at));
  const number = (at: number) => encoder.encode(String(record.getUint32(at)));
  return joinNul([text(0), text(8), number(16), number(20), text(24), text(32), text(40)]);
}

/** `struct group` on 64-bit Linux. */
function groupFields(record: Record): Uint8Array {
  const members: string[] = [];
  const list = new Deno.UnsafePointerView(record.getPointer(24) as Deno.PointerObject);
  for (let at = 0;; at += 8) {
    const member = list.getPointer(at);
    if (member === null) break;
    members.push(new TextDecoder().decode(stringAt(member)));
  }
  return joinNul([
    stringAt(record.getPointer(0)),
    stringAt(record.getPointer(8)),
    encoder.encode(String(record.getUint32(16))),
    encoder.encode(members.join(",")),
  ]);
}

/** The calls. */
export function userCalls(system: System): Pick<OsFunctions, "passwd" | "group"> {
  return { passwd: finder(system, "pw", "uid", userFields), group: finder(system, "gr", "gid", groupFields) };
}

/** Looks in one of the two tables: `getpwuid`, `getpwnam`, `getpwent`, and their like. */
function finder(
  system: System,
  table: string,
  id: string,
  fields: (record: Record) => Uint8Array,
): (which: number, name: Uint8Array) => number {
  const byId = system.pointerFn(`get${table}${id}`, ["u32"]);
  const byName = system.pointerFn(`get${table}nam`, ["buffer"]);
  const rewind = system.fn(`set${table}ent`, []);
  const next = system.pointerFn(`get${table}ent`, []);
  return (which, name) => {
    if (which !== ALL) {
      const found = which === BY_NAME ? byName(cstring(name)) : byId(which >>> 0);
      if (found === null) return -ERRNO.ENOENT;
      return system.pending.give(fields(new Deno.UnsafePointerView(found)));
    }
    rewind();
    const all: Uint8Array[] = [];
    for (let record = next(); record !== null; record = next()) {
      all.push(fields(new Deno.UnsafePointerView(record)));
    }
    return system.pending.give(concatBytes(all));
  };
}
