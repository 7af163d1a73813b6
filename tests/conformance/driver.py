"""Runs one of CPython's own test modules and reports each test: `driver.py MODULE --report FILE [options]`.

    --library DIR      a folder that offers the `test` package and nothing else; appended to `sys.path`
    --skip FILE        lines `test id<TAB>reason`; an id may end in `*`
    --match TEXT       only tests whose id contains TEXT
    --implementation N let `platform` and `sys.implementation` name N, so that `test.support` leaves out
                       what CPython marks as its own detail (to validate this driver under CPython)

The report is one line of JSON an event: {"begin": id}, {"id", "outcome", "message", "seconds"} with the outcome
passed, failed, error or skipped, and at the end {"done": true}. A module that cannot be imported is one test,
`import`. Each line is written at once, so that a process that dies tells where. A module's `test_main` runs as under
regrtest; what it hands to `run_unittest` and `run_doctest` is run here. No bytecode is written while the module is
imported: CPython's tree is not ours.
"""
import sys
import time

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
MESSAGE_LIMIT = 4000


def quote(text):
    """`text` as JSON in ASCII; without the json module, which may be what is tested."""
    parts = []
    for ch in text:
        code = ord(ch)
        if ch in _ESCAPES:
            parts.append(_ESCAPES[ch])
        elif 32 <= code < 127:
            parts.append(ch)
        elif code > 0xFFFF:
            code -= 0x10000
            parts.append("\\u%04x\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)))
        else:
            parts.append("\\u%04x" % code)
    return '"' + "".join(parts) + '"'


class Report:
    """The file of events."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="ascii")

    def write(self, line):
        self.file.write(line + "\n")
        self.file.flush()

    def begin(self, name):
        self.write('{"begin": %s}' % quote(name))

    def end(self, name, outcome, message="", seconds=0.0):
        if len(message) > MESSAGE_LIMIT:
            half = MESSAGE_LIMIT // 2
            message = message[:half] + "\n...\n" + message[-half:]
        self.write('{"id": %s, "outcome": "%s", "message": %s, "seconds": %.3f}'
                   % (quote(name), outcome, quote(message), seconds))


def describe(error):
    """The traceback of (type, value, traceback) as text; as much of it as the library can say."""
    try:
        import traceback
        return "".join(traceback.format_exception(*error))
    except Exception:
        return "%s: %s" % (error[0].__name__, error[1])


class Skips:
    """Which tests are left out, and why."""

    def __init__(self, path, match):
        self.exact = {}
        self.prefixes = []
        self.match = match
        if path is not None:
            with open(path, encoding="utf-8") as file:
                for line in file.read().split("\n"):
                    if line:
                        self.add(*line.split("\t", 1))

    def add(self, pattern, reason):
        if pattern.endswith("*"):
            self.prefixes.append((pattern[:-1], reason))
        else:
            self.exact[pattern] = reason

    def reason(self, name):
        """Why `name` is skipped; None when it is to run."""
        if name in self.exact:
            return self.exact[name]
        for prefix, reason in self.prefixes:
            if name.startswith(prefix):
                return reason
        return None

    def selects(self, name):
        return self.match is None or self.match in name


def make_result_class(unittest, report, skips):
    """A `TestResult` that writes the report."""

    class Result(unittest.TestResult):
        def __init__(self):
            super().__init__()
            self.began = {}
            self.troubles = {}

        def startTest(self, test):
            super().startTest(test)
            self.began[test.id()] = time.perf_counter()
            report.begin(test.id())

        def stopTest(self, test):
            super().stopTest(test)
            troubles = self.troubles.pop(test.id(), [])
            if troubles:
                outcomes = [outcome for outcome, _ in troubles]
                outcome = next((o for o in ("error", "failed", "skipped") if o in outcomes), "passed")
                messages = [message for kind, message in troubles if kind == outcome]
                self.finish(test, outcome, "\n".join(messages))
            else:
                self.finish(test, "passed")

        def finish(self, test, outcome, message=""):
            began = self.began.pop(test.id(), None)
            seconds = 0.0 if began is None else time.perf_counter() - began
            report.end(test.id(), outcome, message, seconds)

        def note(self, test, outcome, message):
            """Of a running test the end decides; of a fixture this is all there is."""
            name = test.id()
            if name in self.began:
                self.troubles.setdefault(name, []).append((outcome, message))
            else:
                report.end(name, outcome, message)

        def addError(self, test, err):
            self.note(test, "error", describe(err))

        def addFailure(self, test, err):
            self.note(test, "failed", describe(err))

        def addSkip(self, test, reason):
            self.note(test, "skipped", str(reason))

        def addUnexpectedSuccess(self, test):
            self.note(test, "failed", "unexpected success")

        def addExpectedFailure(self, test, err):
            pass

        def addSubTest(self, test, subtest, err):
            if err is None:
                return
            failed = issubclass(err[0], test.failureException)
            self.note(test, "failed" if failed else "error", "%s\n%s" % (subtest, describe(err)))

    return Result


class Runner:
    """Runs suites, leaving out what is skipped or not selected."""

    def __init__(self, unittest, report, skips):
        self.unittest = unittest
        self.report = report
        self.skips = skips
        self.result = make_result_class(unittest, report, skips)()

    def filtered(self, suite):
        """`suite` with its structure, for class fixtures hang on neighbours, but without the left out."""
        kept = []
        for item in suite:
            if isinstance(item, self.unittest.BaseTestSuite):
                kept.append(self.filtered(item))
                continue
            name = item.id()
            if not self.skips.selects(name):
                continue
            reason = self.skips.reason(name)
            if reason is None:
                kept.append(item)
            else:
                self.report.end(name, "skipped", reason)
        return self.unittest.TestSuite(kept)

    def run(self, suite):
        self.filtered(suite).run(self.result)

    def run_unittest(self, *classes):
        """Stands in for `test.support.run_unittest`."""
        loader = self.unittest.defaultTestLoader
        suite = self.unittest.TestSuite()
        for item in classes:
            if isinstance(item, str):
                suite.addTest(loader.loadTestsFromModule(sys.modules[item]))
            elif isinstance(item, (self.unittest.BaseTestSuite, self.unittest.TestCase)):
                suite.addTest(item)
            else:
                suite.addTest(loader.loadTestsFromTestCase(item))
        self.run(suite)

    def run_doctest(self, module, verbosity=None, optionflags=0):
        """Stands in for `test.support.run_doctest`: each docstring is a test."""
        import doctest
        suite = doctest.DocTestSuite(module, optionflags=optionflags)
        self.run(suite)
        return 0, suite.countTestCases()


def run_module(name, report, skips):
    """Imports and runs the test module."""
    report.begin("import")
    try:
        import unittest
        import importlib
        from test import support
        runner = Runner(unittest, report, skips)
        support.run_unittest = runner.run_unittest
        support.run_doctest = runner.run_doctest
        support.verbose = 0
        support.use_resources = ["cpu"]
        module = importlib.import_module(name)
    except BaseException as error:
        skipped = type(error).__name__ in ("SkipTest", "ResourceDenied")
        message = str(error) if skipped else describe(sys.exc_info())
        report.end("import", "skipped" if skipped else "error", message)
        return
    report.end("import", "passed")
    sys.dont_write_bytecode = False  # as the tests expect it
    try:
        if hasattr(module, "test_main") and not hasattr(module, "load_tests"):
            module.test_main()
        else:
            runner.run(unittest.defaultTestLoader.loadTestsFromModule(module))
    except BaseException as error:
        skipped = isinstance(error, unittest.SkipTest)
        message = str(error) if skipped else describe(sys.exc_info())
        report.end("module", "skipped" if skipped else "error", message)


def pretend(implementation):
    """Lets the library take this interpreter for another one."""
    import platform
    titles = {"pypy": "PyPy", "cpython": "CPython"}
    sys.implementation.name = implementation
    platform.python_implementation = lambda: titles[implementation]


def parse(arguments):
    """The options as a dict; without argparse."""
    options = {"module": None}
    words = iter(arguments)
    for word in words:
        if word.startswith("--"):
            options[word[2:]] = next(words)
        else:
            options["module"] = word
    return options


def main(arguments):
    options = parse(arguments)
    # Tests count on the script's folder being importable no more than on the working directory.
    here = sys.path[0]
    if here and "conformance" in here:
        del sys.path[0]
    if "library" in options:
        sys.path.append(options["library"])
    sys.dont_write_bytecode = True
    if "implementation" in options:
        pretend(options["implementation"])
    report = Report(options["report"])
    sys.argv = [options["module"]]
    run_module(options["module"], report, Skips(options.get("skip"), options.get("match")))
    report.write('{"done": true}')


if __name__ == "__main__":
    main(sys.argv[1:])
