/** What `--help` prints, in CPython's layout; and the short form after a mistake. */

/** The first line. */
export function usageLine(program: string): string {
  return `usage: ${program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`;
}

/** After a mistake. */
export function shortUsage(program: string): string {
  return `${usageLine(program)}Try \`python -h' for more information.\n`;
}

const OPTIONS = `\
Options and arguments, with the environment variables that do the same:
-b     : warn when bytes are turned into text by str() or compared with text;
         -bb makes these warnings errors
-B     : write no .pyc files when modules are imported;
         also PYTHONDONTWRITEBYTECODE=x
-c cmd : run the given source text (no options after it)
-d     : debugging output of the parser, where there is any; also PYTHONDEBUG=x
-E     : take no notice of PYTHON* environment variables
-h     : print this text and exit (also -? or --help)
-i     : go on interactively after the program, with a prompt even where the
         input is no terminal; also PYTHONINSPECT=x
-I     : keep the user's settings out (what -E and -s do, and no script folder)
-m mod : run a module of the library or of sys.path (no options after it)
-O     : leave out assert statements and set __debug__ to False; .pyc files get
         .opt-1 in their names; also PYTHONOPTIMIZE=x
-OO    : like -O, and leave out docstrings; .opt-2
-q     : start interactively without version and copyright
-s     : no site-packages of the user in sys.path; also PYTHONNOUSERSITE=x
-S     : do not import site at the start
-u     : do not buffer output; input stays as it is; also PYTHONUNBUFFERED=x
-v     : tell what is imported, and from where; more when given more often;
         also PYTHONVERBOSE=x
-V     : print the version and exit (also --version); more when given twice
-W arg : filter warnings: action:message:category:module:lineno;
         also PYTHONWARNINGS=arg
-x     : skip the first line of the source
-X opt : a setting of this implementation:
         -X faulthandler: print tracebacks at fatal errors
         -X tracemalloc[=FRAMES]: follow allocations from the start
         -X importtime: print how long each import takes
         -X dev: development mode: warnings shown, asyncio's debug mode,
             faulthandler, errors of closing files reported
         -X utf8[=0|1]: UTF-8 mode on or off
         -X pycache_prefix=PATH: .pyc files in a tree of their own
         -X warn_default_encoding: EncodingWarning where encoding is None
         -X int_max_str_digits=NUMBER: most digits that int and str convert to
             each other; 0 for no limit
--check-hash-based-pycs always|default|never:
         how .pyc files that hold hashes of their sources are checked
--jit arg : parameters of the JIT, or off
file   : run the program in this file, folder or zip archive
-      : run what comes from standard input (the default; interactive on a
         terminal)
arg ...: what the program gets as sys.argv[1:]

Other environment variables:
PYTHONSTARTUP: a file that is run when an interactive session starts
PYTHONPATH   : folders, with ':' between them, that come first in sys.path
PYTHONHOME   : where the standard library is: <prefix>/lib/python3.10
PYTHONPLATLIBDIR: sys.platlibdir
PYTHONUTF8: 1 turns UTF-8 mode on, 0 off
PYTHONIOENCODING: encoding[:errors] of standard input, output and error
PYTHONFAULTHANDLER: as -X faulthandler
PYTHONTRACEMALLOC: as -X tracemalloc
PYTHONPROFILEIMPORTTIME: as -X importtime
PYTHONHASHSEED: 'random', or a number from 0 to 4294967295 that hashes of
   strings start from, so that they are the same in each run
PYTHONINTMAXSTRDIGITS: as -X int_max_str_digits
PYTHONCOERCECLOCALE: 0 keeps LC_CTYPE as it is where the locale is C
PYTHONBREAKPOINT: what breakpoint() calls, 0 for nothing
PYTHONDEVMODE: as -X dev
PYTHONPYCACHEPREFIX: as -X pycache_prefix
PYTHONWARNDEFAULTENCODING: as -X warn_default_encoding
PYTHONUSERBASE: where the user's site-packages are
`;

/** All of it. */
export function fullUsage(program: string): string {
  return usageLine(program) + OPTIONS;
}
