/** Definitions of the classes of texts and bytes. */
import "./str_methods.ts";
