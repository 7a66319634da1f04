"""The command line: options before the command, the commands, and how errors leave."""

from collections.abc import Sequence
from pathlib import Path

import click

from .. import __version__
from ..domain.errors.family import BurdenError
from ..domain.texts import Texts, label
from ..paths import ledger_file
from . import (
    audit_commands,
    care_commands,
    family_commands,
    figure_commands,
    file_commands,
    handover_commands,
    identity_commands,
    month_commands,
    receive_commands,
    record_commands,
    register_commands,
    report_commands,
    search_commands,
)
from .answers import PLACE
from .options_told import option_told
from .spoken import in_language, language_asked, library_speaks
from .streams import complain
from .workshop import Call, Workshop

DONE, REFUSED = 0, 1


@click.group(help=label("基层减负监测台账。不带命令时打开窗口。"))
@click.option("--ledger", type=PLACE, help=label("台账文件，或放台账的文件夹"))
@click.option("--language", default="zh_CN", type=click.Choice(["zh_CN", "en"]), help=label("语言 / language"))
@click.version_option(__version__, prog_name="burden-desktop", message="%(prog)s %(version)s", help=label("显示版本后退出。"))
@click.pass_context
def command_line(context: click.Context, ledger: Path | None, language: str) -> None:
    workshop: Workshop = context.obj
    if ledger is not None and not ledger.name:
        t = workshop.texts(language)
        raise click.UsageError(t("请写明台账文件：--ledger 后面是空的。"))
    path = ledger_file(ledger) if ledger else workshop.default_ledger
    context.obj = Call(workshop, path, workshop.texts(language))


ROOMS = (
    care_commands, record_commands, register_commands, month_commands, file_commands, figure_commands, identity_commands,
    receive_commands, report_commands, audit_commands, family_commands, handover_commands, search_commands,
)  # fmt: skip
for command in (command for room in ROOMS for command in room.COMMANDS):
    command_line.add_command(command)


def run(arguments: Sequence[str], workshop: Workshop) -> int:
    """Carry out one call; the exit code: 0 done, 1 refused or failed, 2 usage."""
    language = language_asked(arguments)
    t = workshop.texts(language)
    with library_speaks(language):
        return _run(in_language(command_line, t), arguments, workshop, t)


def _run(spoken: click.Command, arguments: Sequence[str], workshop: Workshop, t: Texts) -> int:
    try:
        _refuse_strange_letters(arguments, t)
        outcome = spoken.main(list(arguments), "burden-desktop", standalone_mode=False, obj=workshop)
    except BurdenError as refused:
        complain(t.of(refused.sentence))
        if option := option_told(arguments, refused):
            complain(t(option))
        return REFUSED
    except click.UsageError as usage:
        usage.show()
        return usage.exit_code
    except click.Abort:
        return REFUSED
    except SystemExit as stop:
        return int(stop.code or 0) if not isinstance(stop.code, str) else REFUSED
    return outcome if isinstance(outcome, int) else DONE


def _refuse_strange_letters(arguments: Sequence[str], t: Texts) -> None:
    """A console with another code page hands over bytes that are no UTF-8: they are no text, though they may name a file."""
    for word in arguments:
        if any("\ud800" <= letter <= "\udfff" for letter in word) and not Path(word).exists():
            shown = word.encode("utf-8", "replace").decode("utf-8")
            raise click.UsageError(t("“{word}”不是 UTF-8 文字，请检查命令行窗口的编码。", word=shown))
