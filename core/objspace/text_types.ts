/** Definitions of the classes of texts and bytes. */
import "./str_methods.ts";
import "./bytes_methods.ts";
import "./bytearray_methods.ts";
import "./memoryview_methods.ts";
