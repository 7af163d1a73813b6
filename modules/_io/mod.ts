/** The module `_io`: streams of bytes and text. */
import { defineModule } from "../../core/interpreter/builtin_modules.ts";
import { builtinsModule } from "../../core/interpreter/sys_module.ts";
import { blockingIOErrorType } from "../../core/objspace/exception_types.ts";
import { newInt32 } from "../../core/objspace/int.ts";
import type { W_Module } from "../../core/objspace/module.ts";
import { internRts } from "../../core/objspace/str/intern.ts";
import type { W_Str } from "../../core/objspace/str/wstr.ts";
import { open, openCode, textEncoding } from "./open.ts";
import "./iobase.ts";
import "./fileio.ts";
import "./buffered_methods.ts";
import "./text_methods.ts";
import "./newline.ts";
import "./bytesio.ts";
import "./rwpair.ts";
import "./stringio.ts";
import * as types from "./types.ts";

export { flushAllAtExit } from "./finalize.ts";
export { setWarnDefaultEncoding } from "./open.ts";
export { makeStandardStreams, StandardStreams } from "./streams.ts";

const s_open: W_Str = internRts("open");
const s_UnsupportedOperation: W_Str = internRts("UnsupportedOperation");

defineModule("_io", {
  doc: "Streams: files, buffers, text.",
  functions: {
    open: {
      signature:
        "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      scope: open,
      doc: "Opens a file, by its name or its descriptor, as a stream.",
    },
    open_code: ["(path)", openCode, "Opens a file of code for reading."],
    text_encoding: ["(encoding, stacklevel=2, /)", textEncoding, "The encoding, or 'locale' for None."],
  },
  constants: {
    DEFAULT_BUFFER_SIZE: newInt32(types.DEFAULT_BUFFER_SIZE),
    BlockingIOError: blockingIOErrorType,
    _IOBase: types.ioBaseType,
    _RawIOBase: types.rawIOBaseType,
    _BufferedIOBase: types.bufferedIOBaseType,
    _TextIOBase: types.textIOBaseType,
    FileIO: types.fileIOType,
    BytesIO: types.bytesIOType,
    StringIO: types.stringIOType,
    BufferedReader: types.bufferedReaderType,
    BufferedWriter: types.bufferedWriterType,
    BufferedRandom: types.bufferedRandomType,
    BufferedRWPair: types.bufferedRWPairType,
    TextIOWrapper: types.textIOWrapperType,
    IncrementalNewlineDecoder: types.newlineDecoderType,
  },
  init: (w_module: W_Module): void => {
    w_module.w_dict.setStr(s_UnsupportedOperation, types.unsupportedOperationClass());
    builtinsModule.w_dict.setStr(s_open, w_module.w_dict.getStr(s_open)!);
  },
});
