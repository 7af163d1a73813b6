/** The module `_md5`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { Md5 } from "../hashes/md5.ts";
import { defineHash, HASH_SIGNATURE, newHash } from "../hashes/object.ts";

const md5Type: W_Type = moduleClass("md5", "_md5");
defineHash(md5Type);

function md5(w_data: W_Root, _w_secure: W_Root): W_Root {
  return newHash(md5Type, new Md5(), 16, w_data);
}

defineModule("_md5", {
  functions: { md5: [HASH_SIGNATURE, md5, "An MD5 hash object."] },
  constants: { MD5Type: md5Type },
});
