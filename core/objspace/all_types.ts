/** Every definition of a built-in class. Importing this describes them all. */
import "./object_methods.ts";
import "./type_methods.ts";
import "./type_call.ts";
import "./decorators.ts";
import "./super.ts";
import "./builtin_methods.ts";
import "./container_types.ts";
import "./number_types.ts";
import "./text_types.ts";
import "../interpreter/function_methods.ts";
import "./exception_methods.ts";
