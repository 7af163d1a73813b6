/** The module `_sha512`: SHA-384 and SHA-512. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import type { W_Root } from "../../core/objspace/root.ts";
import type { W_Type } from "../../core/objspace/type.ts";
import { moduleClass } from "../../core/objspace/types.ts";
import { defineHash, HASH_SIGNATURE, newHash } from "../hashes/object.ts";
import { Sha512 } from "../hashes/sha2.ts";

const sha384Type: W_Type = moduleClass("sha384", "_sha512");
const sha512Type: W_Type = moduleClass("sha512", "_sha512");
defineHash(sha384Type);
defineHash(sha512Type);

function sha384(w_data: W_Root, _w_secure: W_Root): W_Root {
  return newHash(sha384Type, new Sha512(48), 48, w_data);
}
function sha512(w_data: W_Root, _w_secure: W_Root): W_Root {
  return newHash(sha512Type, new Sha512(64), 64, w_data);
}

defineModule("_sha512", {
  functions: {
    sha384: [HASH_SIGNATURE, sha384, "A SHA-384 hash object."],
    sha512: [HASH_SIGNATURE, sha512, "A SHA-512 hash object."],
  },
  constants: { SHA384Type: sha384Type, SHA512Type: sha512Type },
});
