/** The module `_ast`: classes of syntax trees. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { CompileFlag } from "../../core/interpreter/compile.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import { CLASSES } from "./classes.ts";
import "./node.ts";

defineModule("_ast", {
  constants: {
    ...CLASSES,
    PyCF_ALLOW_TOP_LEVEL_AWAIT: newInt32(CompileFlag.AllowTopLevelAwait),
    PyCF_ONLY_AST: newInt32(CompileFlag.OnlyAst),
    PyCF_TYPE_COMMENTS: newInt32(CompileFlag.TypeComments),
  },
});
