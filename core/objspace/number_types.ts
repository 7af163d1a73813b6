/** Every definition of a class of numbers. */
import "./int_methods.ts";
import "./bool_methods.ts";
import "./float_methods.ts";
import "./complex_methods.ts";
