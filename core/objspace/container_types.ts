/** All methods of containers, their iterators and views: import it for its effect. */
import "./list_iterator.ts";
import "./list_methods.ts";
import "./tuple_iterator.ts";
import "./tuple_methods.ts";
