"""Commands for whole registers: import, export, an empty template. Spreadsheet tools are loaded where they are needed."""

from pathlib import Path

import click

from ..domain.errors.family import BurdenError
from ..domain.kinds import kind_named
from ..domain.reading.draft import RegisterReading
from ..domain.reading.import_outcome import ImportOutcome
from ..domain.reading.rejection import PASSED, why_rejected
from ..domain.role import POINT
from ..domain.texts import label
from ..tasks.over import Over
from .answers import PATH, PLACE, REPLACE, over, put, put_json
from .workshop import Call, look_for, open_for

_CAN_BE_IMPORTED = label("{rows}行可导入，{rejected}行需要核对，{ignored}行略过。")
_IMPORTED = label("已导入{rows}行，{known}行台账里已有，{rejected}行没有导入，{ignored}行略过。")


@click.command("import", help=label("导入已有的登记表（.xlsx .xls .ods .csv .txt）。台账里已有的行不重复导入。"))
@click.argument("file", type=PATH)
@click.option("--kind", help=label("登记表的类别；不写则由表头判断"))
@click.option("--dry-run", is_flag=True, help=label("只看结果，不保存；不需要台账"))
@click.option("--late", is_flag=True, help=label("补登：日期属于已封存月份的行记在已封存月份之后的第一个月，单独列出，不计入各月数字"))
@click.option("--rejected", type=PLACE, help=label("把没有导入的行连同原因存成 .xlsx，改好后可再导入"))
@REPLACE
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def import_file(
    call: Call, file: Path, kind: str | None, dry_run: bool, late: bool, rejected: Path | None, replace: bool, as_json: bool
) -> None:
    from ..tasks import import_register
    from ..tasks.import_json import as_json as answer

    reading, outcome, error = None, None, None
    try:
        if rejected is not None:
            _refuse_place(rejected, replace)  # before anything is stored
        reading = import_register.preview(file, kind, call.now.date())
        if not dry_run:
            with open_for(call, POINT) as ledger:
                outcome = import_register.store_rows(ledger, reading, late=late)
                reading = outcome.reading
        if rejected is not None:
            _save_rejected(call, reading, rejected, replace)
    except BurdenError as refused:
        error = refused
    if as_json:
        put_json(answer(file, reading, error, outcome))
    elif reading is not None and error is None:
        _tell(call, reading, outcome)
    if error is not None:
        raise error


def _refuse_place(target: Path, replace: bool) -> None:
    from ..tasks.register_files import WORKBOOK
    from ..tasks.write_out import refuse_place

    refuse_place(target, WORKBOOK, over=over(replace))


def _save_rejected(call: Call, reading: RegisterReading, target: Path, replace: bool) -> None:
    from ..tasks.register_files import WORKBOOK, rejected_rows
    from ..tasks.write_out import write_out

    if reading.rejected:
        write_out(target, rejected_rows(reading, call.t), WORKBOOK, over=over(replace))


def _tell(call: Call, reading: RegisterReading, outcome: ImportOutcome | None) -> None:
    known = len(outcome.standing.known) if outcome else 0
    rows = len(outcome.records) if outcome else len(reading.rows)
    told = _IMPORTED if outcome else _CAN_BE_IMPORTED
    put(call.t(told, rows=rows, known=known, rejected=len(reading.rejected), ignored=len(reading.ignored)))
    for (sheet, reason), passed in _passed_over(reading).items():
        put(call.t("工作表{sheet}略过第{rows}行：{reason}。", sheet=sheet, rows="、".join(passed), reason=call.t(PASSED.get(reason, reason))))
    for row in reading.rejected:
        reason = call.t.of(why_rejected(row))
        put(call.t("工作表{sheet}第{row}行没有导入：{reason}", sheet=row.sheet, row=row.row, reason=reason))


def _passed_over(reading: RegisterReading) -> dict[tuple[str, str], list[str]]:
    """(sheet, reason) → its rows, neighbours told as 3–7."""
    told: dict[tuple[str, str], list[str]] = {}
    last: dict[tuple[str, str], tuple[int, int]] = {}
    for row in reading.ignored:
        key = (row.sheet, row.reason)
        first, before = last.get(key, (row.row, 0))
        if before + 1 == row.row and before:
            told[key][-1] = f"{first}–{row.row}"
        else:
            first = row.row
            told.setdefault(key, []).append(str(row.row))
        last[key] = (first, row.row)
    return told


@click.command(help=label("导出一类记录为 .xlsx 或 .csv，可原样导入。"))
@click.argument("kind")
@click.option("--out", required=True, type=PLACE, help=label("要写的 .xlsx 或 .csv 文件"))
@REPLACE
@click.pass_obj
def export(call: Call, kind: str, out: Path, replace: bool) -> None:
    from ..tasks.register_files import REGISTERS, export_register
    from ..tasks.write_out import refuse_place, write_out

    declared = kind_named(kind)
    refuse_place(out, REGISTERS, over=Over.ASKED)
    with look_for(call, POINT) as ledger:
        write_out(out, export_register(ledger, declared, out.suffix), REGISTERS, over=over(replace))
    put(str(out))


@click.command(help=label("一类记录的空白登记表（.xlsx），发给同事填写，填好后可导入。不需要台账。"))
@click.argument("kind")
@click.option("--out", required=True, type=PLACE, help=label("要写的 .xlsx 文件"))
@REPLACE
@click.pass_obj
def template(call: Call, kind: str, out: Path, replace: bool) -> None:
    from ..tasks.register_files import WORKBOOK, empty_register
    from ..tasks.write_out import write_out

    write_out(out, empty_register(kind_named(kind)), WORKBOOK, over=over(replace))
    put(str(out))


COMMANDS = (import_file, export, template)
