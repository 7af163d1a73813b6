/** The module `grp`: groups of users. */
import type { i32 } from "@rts";
import { osGroup, osTake } from "@rts/os";
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { keyError, typeError, typeName } from "../../core/objspace/errors.ts";
import { fsEncodeArgument } from "../../core/objspace/fs_path.ts";
import { listOf } from "../../core/objspace/list.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import { splitAt } from "../../core/objspace/str/split.ts";
import { fromRts, W_Str } from "../../core/objspace/str/wstr.ts";
import { newStructSeqOf, structseqClass } from "../../core/objspace/structseq.ts";
import { reprText } from "../../core/objspace/text.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { idArgument } from "../posix/arguments.ts";
import { nulTexts } from "../posix/process.ts";
import { numberOf } from "../pwd/mod.ts";

const groupType: W_Type = structseqClass("struct_group", "grp", {
  doc: "A group: name, password, number, members.",
  fields: ["gr_name", "gr_passwd", "gr_gid", "gr_mem"],
});
const FIELDS: i32 = 4;
const BY_NAME: i32 = -1;
const ALL: i32 = -2;
const NO_NAME: Uint8Array = new Uint8Array(0);
const COMMA: W_Str = fromRts(",");

/** The group whose texts begin at `at`. */
function group(texts: W_Root[], at: i32): W_Root {
  const members: W_Root[] = [];
  const w_names = texts[at + 3] as W_Str;
  if (w_names.length > 0) {
    const names = splitAt(w_names, COMMA, -1);
    for (let i: i32 = 0; i < names.length; i++) members.push(names[i]);
  }
  return newStructSeqOf(groupType, [texts[at], texts[at + 1], numberOf(texts[at + 2]), listOf(members)]);
}

function getgrgid(w_gid: W_Root): W_Root {
  const gid = idArgument(w_gid, "gid");
  const length = gid < 0 ? -1 : osGroup(gid, NO_NAME);
  if (length <= 0) throw keyError(fromRts(`getgrgid(): gid not found: ${reprText(w_gid)}`));
  return group(nulTexts(osTake(length)), 0);
}

function getgrnam(w_name: W_Root): W_Root {
  if (!(w_name instanceof W_Str)) {
    throw typeError(`getgrnam() argument 'name' must be str, not ${typeName(w_name)}`);
  }
  const length = osGroup(BY_NAME, fsEncodeArgument(w_name));
  if (length <= 0) throw keyError(fromRts(`getgrnam(): name not found: ${reprText(w_name)}`));
  return group(nulTexts(osTake(length)), 0);
}

function getgrall(): W_Root {
  const length = osGroup(ALL, NO_NAME);
  const groups: W_Root[] = [];
  if (length <= 0) return listOf(groups);
  const texts = nulTexts(osTake(length));
  for (let at: i32 = 0; at + FIELDS <= texts.length; at += FIELDS) groups.push(group(texts, at));
  return listOf(groups);
}

defineModule("grp", {
  doc: "The groups of the system.",
  functions: {
    getgrgid: ["(id)", getgrgid, "The group of a number."],
    getgrnam: ["(name)", getgrnam, "The group of a name."],
    getgrall: ["()", getgrall, "All groups."],
  },
  constants: { struct_group: groupType },
});
