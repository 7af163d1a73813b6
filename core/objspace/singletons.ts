/** None, NotImplemented, Ellipsis, and the marker of arguments that were not given. */
import { W_Root } from "./root.ts";
import type { W_Type } from "./type.ts";
import { ellipsisType, noneType, notImplementedType } from "./types.ts";

class W_NoneType extends W_Root {
  override typeOf(): W_Type {
    return noneType;
  }
}
class W_NotImplementedType extends W_Root {
  override typeOf(): W_Type {
    return notImplementedType;
  }
}
class W_EllipsisType extends W_Root {
  override typeOf(): W_Type {
    return ellipsisType;
  }
}
class W_UnsetType extends W_Root {
  override typeOf(): W_Type {
    return noneType;
  }
}

export const w_None: W_Root = new W_NoneType();
export const w_NotImplemented: W_Root = new W_NotImplementedType();
export const w_Ellipsis: W_Root = new W_EllipsisType();
/** Stands for an optional argument of a built-in that the caller left out. Never seen by Python code. */
export const w_unset: W_Root = new W_UnsetType();
