/** The module `_sha1`. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { defineHash, HASH_SIGNATURE, newHash } from "../hashes/object.ts";
import { Sha1 } from "../hashes/sha1.ts";

const sha1Type: W_Type = moduleClass("sha1", "_sha1");
defineHash(sha1Type);

function sha1(w_data: W_Root, _w_secure: W_Root): W_Root {
  return newHash(sha1Type, new Sha1(), 20, w_data);
}

defineModule("_sha1", {
  functions: { sha1: [HASH_SIGNATURE, sha1, "A SHA-1 hash object."] },
  constants: { SHA1Type: sha1Type },
});
