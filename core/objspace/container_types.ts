/** All methods of containers, their iterators and views: import it for its effect. */
import "./dict_iterator.ts";
import "./dict_methods.ts";
import "./dict_view.ts";
import "./frozenset_methods.ts";
import "./list_iterator.ts";
import "./list_methods.ts";
import "./mappingproxy.ts";
import "./reversed.ts";
import "./set_iterator.ts";
import "./set_methods.ts";
import "./tuple_iterator.ts";
import "./tuple_methods.ts";
