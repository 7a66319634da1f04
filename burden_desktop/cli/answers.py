"""How commands answer: JSON on standard output and nothing else there, sentences on standard error."""

import json
from pathlib import Path
from typing import Any

import click

from ..domain.errors.entry import InvalidMonth
from ..domain.errors.ledger import CannotRead
from ..domain.month import Month


def put_json(answer: Any) -> None:
    """One object a line."""
    click.echo(json.dumps(answer, ensure_ascii=False, default=str))


def put(sentence: str) -> None:
    click.echo(sentence)


def passphrase_in(file: Path) -> str:
    """The passphrase that a file holds, without the line's end. Raises CannotRead."""
    try:
        return file.read_text("utf-8-sig").rstrip("\r\n")
    except OSError as trouble:
        raise CannotRead(path=file, detail=trouble.strerror or type(trouble).__name__) from trouble
    except UnicodeDecodeError as trouble:
        raise CannotRead(path=file, detail="UTF-8") from trouble


class MonthType(click.ParamType[Month]):
    """A month on the command line: 2026-03."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Month:
        if isinstance(value, Month):
            return value
        try:
            return Month.parse(str(value))
        except InvalidMonth as refused:
            self.fail(str(refused), param, ctx)


MONTH = MonthType()
PATH = click.Path(path_type=Path)
