"""The command line: options before the command, the commands, and how errors leave."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click

from .. import __version__
from ..domain.errors.family import BurdenError
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
from .answers import PATH
from .streams import complain
from .workshop import Call, Workshop

DONE, REFUSED = 0, 1


@click.group(help="基层减负监测台账。不带命令时打开窗口。")
@click.option("--ledger", type=PATH, help="台账文件，或放台账的文件夹")
@click.option("--language", default="zh_CN", type=click.Choice(["zh_CN", "en"]), help="语言 / language")
@click.version_option(__version__, prog_name="burden-desktop")
@click.pass_context
def command_line(context: click.Context, ledger: Path | None, language: str) -> None:
    workshop: Workshop = context.obj
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
    try:
        outcome = command_line.main(list(arguments), "burden-desktop", standalone_mode=False, obj=workshop)
    except BurdenError as refused:
        complain(_said(refused, arguments, workshop))
        return REFUSED
    except click.UsageError as usage:
        usage.show()
        return usage.exit_code
    except click.Abort:
        return REFUSED
    except SystemExit as stop:
        return int(stop.code or 0) if not isinstance(stop.code, str) else REFUSED
    return outcome if isinstance(outcome, int) else DONE


def _said(refused: BurdenError, arguments: Sequence[str], workshop: Workshop) -> str:
    english = "--language=en" in arguments or ("--language", "en") in pairwise(arguments)
    return workshop.texts("en" if english else "zh_CN").of(refused.sentence)
