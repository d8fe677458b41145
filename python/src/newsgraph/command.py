"""The command newsgraph: where it is, how it is asked, and what it says when something is wrong.

In: words for the command. Out: its output, or NewsgraphError with what happened and what to do.
"""
from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import threading
import warnings
from typing import Iterator, Mapping, Sequence

#: Some articles were left out, the rest was done.
PARTIAL = 8


class NewsgraphError(Exception):
    """What the command said. ``code`` is a word: usage, input, output, query, invalid, model, store or fault."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".strip())
        self.code, self.message, self.advice = code, message, advice


def command() -> list[str]:
    """The command as words: NEWSGRAPH_COMMAND, or ``newsgraph`` on the path."""
    named = os.environ.get("NEWSGRAPH_COMMAND")
    if named:
        return shlex.split(named)
    found = shutil.which("newsgraph")
    if not found:
        raise NewsgraphError("usage", "The command newsgraph is not on the path.", "Install it with: npm install -g newsgraph")
    return [found]


def options(given: Mapping[str, object]) -> list[str]:
    """``{"min_confidence": 0.8, "links": False}`` as ``["--min-confidence", "0.8", "--no-links"]``."""
    words: list[str] = []
    for name, value in given.items():
        flag = name.strip("_").replace("_", "-")
        if value is None or value is True:
            words += [f"--{flag}"] if value else []
        elif value is False:
            # A flag that is off anyway needs no word; these are on.
            words += [f"--no-{flag}"] if flag in ("body", "links", "cache") else []
        elif isinstance(value, (list, tuple)):
            words += [f"--{flag}", *map(str, value)]
        else:
            words += [f"--{flag}", str(value)]
    return words


def run(*words: str) -> str:
    """Runs the command to its end and gives what it printed."""
    return "".join(lines(words))


def lines(words: Sequence[str], strict: bool = True) -> Iterator[str]:
    """Runs the command and gives its output line by line, as it comes. Not strict, articles that were left out are warnings."""
    process = subprocess.Popen([*command(), "--json-log", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, encoding="utf-8")
    problems: list[NewsgraphError] = []
    listener = threading.Thread(target=_listen, args=(process.stderr, problems), daemon=True)
    listener.start()
    try:
        assert process.stdout is not None
        yield from process.stdout
        code = process.wait()
    finally:
        # Whoever stops listening does not want the rest.
        if process.poll() is None:
            process.kill()
            process.wait()
        listener.join()
        for stream in (process.stdout, process.stderr):
            if stream:
                stream.close()
    if code == PARTIAL and not strict:
        for problem in problems:
            warnings.warn(str(problem), stacklevel=3)
    elif code != 0:
        raise problems[0] if problems else NewsgraphError("fault", f"newsgraph ended with {code}.")


def _listen(stream: Iterator[str], problems: list[NewsgraphError]) -> None:
    for line in stream:
        try:
            told = json.loads(line)
        except ValueError:
            problems.append(NewsgraphError("fault", line.strip()))
            continue
        if isinstance(told, dict) and told.get("level") == "error":
            problems.append(NewsgraphError(told.get("code", "fault"), told.get("message", ""), told.get("advice", "")))
