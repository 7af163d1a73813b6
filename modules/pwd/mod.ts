/** The module `pwd`: users. */
import type { i32 } from "@rts";
import { osPasswd, osTake } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { keyError, typeError, typeName } from "../../core/objspace/errors.ts";
import { fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { newInt } from "../../core/objspace/int.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { reprText } from "../../core/objspace/text.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { idArgument } from "../posix/arguments.ts";
import { nulTexts } from "../posix/process.ts";

const passwdType: W_Type = structseqClass("struct_passwd", "pwd", {
  doc: "A user: name, password, numbers of user and group, comment, folder, shell.",
  fields: ["pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"],
});
const FIELDS: i32 = 7;
const BY_NAME: i32 = -1;
const ALL: i32 = -2;
const NO_NAME: Uint8Array = new Uint8Array(0);

/** A number out of a text of digits. */
export function numberOf(w_text: W_Root): W_Root {
  const text = w_text as W_Str;
  let value = 0n;
  for (let i: i32 = 0; i < text.length; i++) value = value * 10n + BigInt(text.charAt(i) - 48);
  return newInt(value);
}

/** The user whose texts begin at `at`. */
function user(texts: W_Root[], at: i32): W_Root {
  const values: W_Root[] = [];
  for (let i: i32 = 0; i < FIELDS; i++) {
    values.push(i === 2 || i === 3 ? numberOf(texts[at + i]) : texts[at + i]);
  }
  return newStructSeqOf(passwdType, values);
}

function getpwuid(w_uid: W_Root): W_Root {
  const uid = idArgument(w_uid, "uid");
  const length = uid < 0 ? -1 : osPasswd(uid, NO_NAME);
  if (length <= 0) throw keyError(fromRts(`getpwuid(): uid not found: ${reprText(w_uid)}`));
  return user(nulTexts(osTake(length)), 0);
}

function getpwnam(w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) throw typeError(`getpwnam() argument must be str, not ${typeName(w_name)}`);
  const length = osPasswd(BY_NAME, fsEncodeArgument(w_name));
  if (length <= 0) throw keyError(fromRts(`getpwnam(): name not found: ${reprText(w_name)}`));
  return user(nulTexts(osTake(length)), 0);
}

function getpwall(): W_Root {
  const length = osPasswd(ALL, NO_NAME);
  const users: W_Root[] = [];
  if (length <= 0) return listOf(users);
  const texts = nulTexts(osTake(length));
  for (let at: i32 = 0; at + FIELDS <= texts.length; at += FIELDS) users.push(user(texts, at));
  return listOf(users);
}

defineModule("pwd", {
  doc: "The users of the system.",
  functions: {
    getpwuid: ["(uidobj, /)", getpwuid, "The user of a number."],
    getpwnam: ["(name, /)", getpwnam, "The user of a name."],
    getpwall: ["()", getpwall, "All users."],
  },
  constants: { struct_passwd: passwdType },
});
