/** Every definition of a built-in class. Importing this describes them all. */
import "./object_methods.ts";
import "./type_methods.ts";
import "./type_call.ts";
import "./decorators.ts";
import "./super.ts";
import "./builtin_methods.ts";
import "./container_types.ts";
import "../interpreter/function_methods.ts";
import "./exception_methods.ts";
import "./singleton_methods.ts";
import "./module_methods.ts";
import "./property_methods.ts";
import "../interpreter/generator_methods.ts";
import "../interpreter/async_generator_methods.ts";
import "../interpreter/traceback_methods.ts";
import "../interpreter/frame_methods.ts";
import "../interpreter/code_methods.ts";
