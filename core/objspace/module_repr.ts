/** `repr` of modules: what the spec says, else what the loader and the file say, as `importlib` words it. */
import { getattr, getattrOrNull } from "./attributes.ts";
import { call1 } from "./call.ts";
import { OperationError } from "./errors.ts";
import { exceptionType } from "./exception_types.ts";
import type { W_Root } from "./root.ts";
import { w_None } from "./singletons.ts";
import { internRts } from "./str/intern.ts";
import { fromRts, type W_Str } from "./str/wstr.ts";
import { reprText, strText } from "./text.ts";
import { isTrue } from "./truth.ts";

const s_name: W_Str = internRts("__name__");
const s_file: W_Str = internRts("__file__");
const s_spec: W_Str = internRts("__spec__");
const s_loader: W_Str = internRts("__loader__");
const s_moduleRepr: W_Str = internRts("module_repr");
const s_specName: W_Str = internRts("name");
const s_specLoader: W_Str = internRts("loader");
const s_origin: W_Str = internRts("origin");
const s_hasLocation: W_Str = internRts("has_location");
const w_unknown: W_Str = internRts("?");

/** `repr(w_module)`. */
export function moduleRepr(w_module: W_Root): W_Root {
  const w_loader = getattrOrNull(w_module, s_loader) ?? w_None;
  const w_spec = getattrOrNull(w_module, s_spec);
  if (w_spec !== null && isTrue(w_spec)) return fromRts(reprOfSpec(w_spec));
  const w_said = reprOfLoader(w_loader, w_module);
  if (w_said !== null) return w_said;
  const name = reprText(getattrOrNull(w_module, s_name) ?? w_unknown);
  const w_file = getattrOrNull(w_module, s_file);
  if (w_file !== null) return fromRts(`<module ${name} from ${reprText(w_file)}>`);
  return fromRts(w_loader === w_None ? `<module ${name}>` : `<module ${name} (${reprText(w_loader)})>`);
}

/** What the deprecated `module_repr` of the loader returns; null when there is none, or when it fails. */
function reprOfLoader(w_loader: W_Root, w_module: W_Root): W_Root | null {
  const w_method = getattrOrNull(w_loader, s_moduleRepr);
  if (w_method === null) return null;
  try {
    return call1(w_method, w_module);
  } catch (e) {
    if (!(e instanceof OperationError) || !e.matches(exceptionType)) throw e;
    return null;
  }
}

function reprOfSpec(w_spec: W_Root): string {
  const w_name = getattr(w_spec, s_specName);
  const name = reprText(w_name === w_None ? w_unknown : w_name);
  const w_origin = getattr(w_spec, s_origin);
  if (w_origin === w_None) {
    const w_loader = getattr(w_spec, s_specLoader);
    return w_loader === w_None ? `<module ${name}>` : `<module ${name} (${reprText(w_loader)})>`;
  }
  if (isTrue(getattr(w_spec, s_hasLocation))) return `<module ${name} from ${reprText(w_origin)}>`;
  return `<module ${reprText(w_name)} (${strText(w_origin)})>`;
}
