/** The module `_collections`: what `collections` needs quick. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { countElements } from "./count_elements.ts";
import { defaultdictType } from "./defaultdict.ts";
import { dequeIteratorType, dequeReverseIteratorType } from "./deque_iterator.ts";
import "./deque_methods.ts";
import { dequeType } from "./deque.ts";
import { orderedDictType } from "./ordered_dict.ts";
import { tuplegetterType } from "./tuplegetter.ts";

defineModule("_collections", {
  doc: "Containers beyond the built-in ones: deque, defaultdict, OrderedDict.",
  functions: {
    _count_elements: [
      "(mapping, iterable, /)",
      countElements,
      "Counts the elements of an iterable in a mapping.",
    ],
  },
  constants: {
    deque: dequeType,
    defaultdict: defaultdictType,
    OrderedDict: orderedDictType,
    _deque_iterator: dequeIteratorType,
    _deque_reverse_iterator: dequeReverseIteratorType,
    _tuplegetter: tuplegetterType,
  },
});
