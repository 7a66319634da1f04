"""How commands answer: JSON on standard output and nothing else there, sentences on standard error."""

import json
import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import click

from ..domain.bodies.organ import LEVEL_LABELS
from ..domain.errors.entry import InvalidMonth
from ..domain.errors.family import BurdenError
from ..domain.errors.ledger import CannotRead, CannotWrite
from ..domain.months.month import Month
from ..domain.texts import Sentence, label, say
from ..regular import read_regular
from ..tasks.over import Over
from .workshop import Call

_LARGEST_PASSPHRASE: Final = 64_000


def put_json(answer: Any) -> None:
    """One object a line."""
    click.echo(json.dumps(answer, ensure_ascii=False, default=str))


def put(sentence: str) -> None:
    click.echo(sentence)


def passphrase_in(file: Path) -> str:
    """The passphrase that a file holds, without the line's end. What the caller's own shell has opened for it, /dev/stdin or
    `<(…)`, may be a pipe. Raises CannotRead."""
    opened_by_caller = file == Path("/dev/stdin") or file.parent == Path("/dev/fd")
    try:
        content = file.read_bytes() if opened_by_caller else read_regular(file, _LARGEST_PASSPHRASE)
        return content.decode("utf-8-sig").rstrip("\r\n")
    except OSError as trouble:
        raise CannotRead(path=file, detail=trouble.strerror) from trouble
    except UnicodeDecodeError as trouble:
        raise CannotRead(path=file, detail=say("不是UTF-8文字")) from trouble


def _said(sentence: Sentence, ctx: click.Context | None) -> str:
    """In the language of the call, which stands before the command."""
    call = ctx.find_root().obj if ctx is not None else None
    return call.t.of(sentence) if isinstance(call, Call) else str(sentence)


_MOMENT: Final = re.compile(r"(?:199\d|20\d\d)-\d\d-\d\d(?:$|[T ]\d\d:\d\d)")  # moments that a certificate can be judged at


_HAND_WRITTEN: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})月?", re.ASCII)


class MonthType(click.ParamType[Month]):
    """A month on the command line: 2026-03, and as hands write it: 2026-3, 2026/3, 2026年3月."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Month:
        if isinstance(value, Month):
            return value
        try:
            written = _HAND_WRITTEN.fullmatch(str(value).strip())
            return Month(int(written[1]), int(written[2])) if written else Month.parse(str(value))
        except InvalidMonth as refused:
            self.fail(_said(refused.sentence, ctx), param, ctx)


class LevelType(click.ParamType[str]):
    """The level of a body: township or 乡级."""

    name = "LEVEL"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = {word: level.value for level, told in LEVEL_LABELS.items() for word in (level.value, told, told.removesuffix("级"))}
        if value and value not in words:
            known = "、".join(f"{told}（{level.value}）" for level, told in LEVEL_LABELS.items())
            self.fail(_said(say("“{text}”不是层级。可以写：{known}。", text=value, known=known), ctx), param, ctx)
        return words.get(value, "")


class MomentType(click.ParamType[datetime]):
    """A moment on the command line, aware: 2026-04-02T09:30, with an offset or in this computer's time.

    A day alone means its end: what arrived on that day arrived before it was over."""

    name = "TIME"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value).strip().replace(" ", "T")) if _MOMENT.match(str(value).strip()) else None
        except ValueError:
            moment = None
        if moment is None:
            self.fail(_said(say("“{text}”不是时间，请写成 2026-04-02 或 2026-04-02T09:30 的样子。", text=value), ctx), param, ctx)
        if len(str(value).strip()) <= len("2026-04-02"):
            moment = moment.replace(hour=23, minute=59, second=59)
        return moment if moment.tzinfo else moment.astimezone()


REPLACE = click.option(
    "--replace", is_flag=True, help=label("那里的文件可以覆盖；台账、私钥和已签署的月报任何时候都不覆盖")
)


def over(replace: bool) -> Over:
    """What a command may replace: what it wrote there before, and any file where --replace says so."""
    return Over.ASKED if replace else Over.EARLIER


MONTH = MonthType()
LEVEL = LevelType()
MOMENT = MomentType()
PATH = click.Path(path_type=Path)


class PlaceType(click.Path):
    """A place that the system at least looks at: a name too long, for one, is refused at the door."""

    def __init__(self, refusal: type[BurdenError]) -> None:
        super().__init__(path_type=Path)
        self._refusal = refusal

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        place = Path(os.fsdecode(super().convert(value, param, ctx)))
        try:
            place.lstat()
        except (FileNotFoundError, NotADirectoryError):
            pass  # it may be made, or is refused by whoever makes it
        except OSError as trouble:
            raise self._refusal(path=place, detail=trouble.strerror) from trouble
        return place


PLACE, SOURCE = PlaceType(CannotWrite), PlaceType(CannotRead)
