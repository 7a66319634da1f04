"""Commands for whole registers: import, export, an empty template. Spreadsheet tools are loaded where they are needed."""

from pathlib import Path

import click

from ..domain.errors.family import BurdenError
from ..domain.kinds import kind_called
from ..domain.reading.draft import RegisterReading
from ..domain.reading.import_outcome import Standing
from ..domain.role import POINT
from ..domain.texts import label
from ..tasks.over import Over
from . import import_words
from .answers import PATH, PLACE, REPLACE, over, put, put_json
from .streams import complain
from .workshop import Call, look_for, open_for


@click.command("import", help=label("导入已有的登记表（.xlsx .xls .ods .csv .txt）。台账里已有的行不重复导入。"))
@click.argument("file", type=PATH)
@click.option("--kind", help=label("登记表的类别；不写则由表头判断"))
@click.option("--dry-run", is_flag=True, help=label("只看结果，不保存；有台账的与台账对照，没有台账也可以看"))
@click.option("--late", is_flag=True, help=label("补登：日期属于已封存月份的行记在已封存月份之后的第一个月，单独列出，不计入各月数字"))
@click.option("--again", is_flag=True, help=label("可能是已彻底清除的行也登记：日期和标题（或文号）相同，但其余不能确定的"))
@click.option("--rejected", type=PLACE, help=label("把没有导入的行连同原因存成 .xlsx，改好后可再导入"))
@REPLACE
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def import_file(
    call: Call, file: Path, kind: str | None, dry_run: bool, late: bool, again: bool, rejected: Path | None, replace: bool, as_json: bool
) -> None:
    from ..tasks import import_register
    from ..tasks.import_json import as_json as answer

    reading, standing, outcome, error = None, None, None, None
    try:
        if rejected is not None:
            rejected = _place(rejected, replace)  # before anything is stored
        reading = import_register.preview(file, kind_called(kind).name if kind else None, call.now.date())
        if dry_run:
            standing = _beside_ledger(call, reading, late=late, again=again)
        else:
            with open_for(call, POINT) as ledger:
                outcome = import_register.store_rows(ledger, reading, late=late, again=again)
                standing = outcome.standing
        reading = standing.reading if standing else reading
        if rejected is not None:
            _save_rejected(call, reading, rejected, replace)
    except BurdenError as refused:
        error = refused
    if as_json:
        put_json(answer(file, reading, error, call.t, outcome, standing))
    elif reading is not None and error is None:
        put("\n".join(import_words.told(standing or Standing(reading), call.t, stored=not dry_run)))
        if standing is None:
            put(call.t("没有与台账对照：已有的行和已封存的月份，要导入时才知道。"))
        if rejected is not None and reading.rejected:
            put(call.t("没有导入的行连同原因存在 {path}，改好后可再导入。", path=rejected))
    if error is not None:
        raise error


def _place(wanted: Path, replace: bool) -> Path:
    from ..tasks.register_files import WORKBOOK
    from ..tasks.write_out import place_meant, refuse_place

    target = place_meant(wanted, WORKBOOK, name="没有导入的行")
    refuse_place(target, WORKBOOK, over=over(replace))
    return target


def _save_rejected(call: Call, reading: RegisterReading, target: Path, replace: bool) -> None:
    from ..tasks.register_files import WORKBOOK, rejected_rows
    from ..tasks.write_out import write_out

    if reading.rejected:
        write_out(target, rejected_rows(reading, call.t), WORKBOOK, over=over(replace))


def _beside_ledger(call: Call, reading: RegisterReading, *, late: bool, again: bool) -> Standing | None:
    """What the import would do with the ledger that it would store into; None without one, or where it cannot be looked at."""
    from ..tasks import import_register

    if not call.ledger.exists():
        return None
    try:
        with look_for(call, POINT) as ledger:
            return import_register.standing(ledger, reading, late=late, again=again)
    except BurdenError as refused:
        complain(call.t.of(refused.sentence))
        return None


@click.command(help=label("导出一类记录为 .xlsx 或 .csv，可原样导入。"))
@click.argument("kind")
@click.option("--out", required=True, type=PLACE, help=label("要写的 .xlsx 或 .csv 文件；写文件夹则以类别为名，存成 .xlsx"))
@REPLACE
@click.pass_obj
def export(call: Call, kind: str, out: Path, replace: bool) -> None:
    from ..tasks.register_files import REGISTERS, export_register
    from ..tasks.write_out import place_meant, refuse_place, write_out

    declared = kind_called(kind)
    out = place_meant(out, REGISTERS, name=declared.label)
    refuse_place(out, REGISTERS, over=Over.ASKED)
    with look_for(call, POINT) as ledger:
        write_out(out, export_register(ledger, declared, out.suffix), REGISTERS, over=over(replace))
    put(str(out))


@click.command(help=label("一类记录的空白登记表（.xlsx），发给同事填写，填好后可导入。不需要台账。"))
@click.argument("kind")
@click.option("--out", required=True, type=PLACE, help=label("要写的 .xlsx 文件，或存放的文件夹"))
@REPLACE
@click.pass_obj
def template(call: Call, kind: str, out: Path, replace: bool) -> None:
    from ..tasks.register_files import WORKBOOK, empty_register
    from ..tasks.write_out import place_meant, write_out

    declared = kind_called(kind)
    out = place_meant(out, WORKBOOK, name=f"{declared.label}登记表")
    write_out(out, empty_register(declared), WORKBOOK, over=over(replace))
    put(str(out))


COMMANDS = (import_file, export, template)
