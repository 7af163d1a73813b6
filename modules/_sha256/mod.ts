/** The module `_sha256`: SHA-224 and SHA-256. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { defineHash, HASH_SIGNATURE, newHash } from "../hashes/object.ts";
import { Sha256 } from "../hashes/sha2.ts";

const sha224Type: W_Type = moduleClass("sha224", "_sha256");
const sha256Type: W_Type = moduleClass("sha256", "_sha256");
defineHash(sha224Type);
defineHash(sha256Type);

function sha224(w_data: W_Root, _w_secure: W_Root): W_Root {
  return newHash(sha224Type, new Sha256(28), 28, w_data);
}
function sha256(w_data: W_Root, _w_secure: W_Root): W_Root {
  return newHash(sha256Type, new Sha256(32), 32, w_data);
}

defineModule("_sha256", {
  functions: {
    sha224: [HASH_SIGNATURE, sha224, "A SHA-224 hash object."],
    sha256: [HASH_SIGNATURE, sha256, "A SHA-256 hash object."],
  },
  constants: { SHA224Type: sha224Type, SHA256Type: sha256Type },
});
