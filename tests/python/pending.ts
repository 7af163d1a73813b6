/**
 * Language tests that do not pass under `./pypy` yet, each with what it waits for. A test that begins to pass fails
 * the run until its row is taken out, so the list cannot grow stale.
 */
export const PENDING: Readonly<Record<string, string>> = {
  "asyncio_module/test_context_and_async_for.py": "the module _socket, which asyncio needs for its self-pipe",
  "asyncio_module/test_queues_and_locks.py": "the module _socket, which asyncio needs for its self-pipe",
  "asyncio_module/test_tasks_and_gather.py": "the module _socket, which asyncio needs for its self-pipe",
  "asyncio_module/test_timeouts_and_cancel.py": "the module _socket, which asyncio needs for its self-pipe",
  "threads/test_basics.py": "threads: starting a second one raises RuntimeError",
};
