"""A coroutine that was never awaited warns when it dies."""

import gc
import warnings


async def forgotten():
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    forgotten()
    for _ in range(3):
        gc.collect()
assert [str(w.message) for w in caught] == ["coroutine 'forgotten' was never awaited"]
assert caught[0].category is RuntimeWarning
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    c = forgotten()
    c.close()
    del c
    gc.collect()
assert caught == []
