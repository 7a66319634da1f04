"""Standard output and standard error: sentences are Chinese whatever code page the console was started with."""

import sys


def use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(sentence: str) -> None:
    """A sentence on standard error; nowhere where a window was started without a console."""
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
