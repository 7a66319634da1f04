"""Every column of every table given values that the program never writes, one at a time; then each command is called.

`python -m tests.doctored.values` tries all values and all commands, `test_values` one value a column and the quick ones.
"""

import io
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from burden_desktop.app import texts
from burden_desktop.cli.main import run
from burden_desktop.cli.workshop import Workshop
from burden_desktop.domain.bodies.organ import Level
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.past_figures import PastFigure
from burden_desktop.domain.months.rules import Answer
from burden_desktop.store import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.calendar_days import add_calendar
from burden_desktop.tasks.report_texts import set_text

from ..conftest import CHINA

OWN = ("_search", "_sqlite", "sqlite_")
TEXTS = ("x", "", "{", "[]", "9999-99-99", "null")
NUMBERS = (-1, 1 << 62, 0)
QUICK = (("check", "--json"), ("month", "2026-04", "--json"), ("list", "document"), ("list", "plaque"), ("add", "document", "organ=某局", "title=新来的", "received_on=2026-04-08"))
SLOW = (
    *(("list", kind.name) for kind in KINDS),
    ("report", "2026-04", "--out", "{folder}/draft"), ("review", "2026-1", "--out", "{folder}/half"), ("close", "2026-04", *("--identity", "{folder}/../id.p12"),
     "--passphrase-file", "{folder}/../pass", "--out", "{folder}/out"),
    ("correct", "2026-03", "--reason", "漏记"), ("backup",), ("export", "document", "--out", "{folder}/d.xlsx"), ("kin", "document"), ("search", "通知"),
    ("check",),
)  # fmt: skip
PAPER = {
    "document": {"received_on": "2026-04-02", "organ": "云川县民政局", "title": "关于报送情况的通知", "deadline": "2026-04-09", "issued_on": "2026-04-01",
                 "doc_no": "云民发〔2026〕3号", "asks": "填表", "pages": "3", "characters": "900", "minutes": "30", "addressee": "各乡镇"},
    "meeting": {"held_on": "2026-04-03", "organ": "云川县民政局", "title": "防汛会议", "starts_at": "09:00", "ends_at": "10:00", "headcount": "2"},
    "inspection": {"starts_on": "2026-04-02", "ends_on": "2026-04-03", "organ": "云川县民政局", "title": "安全检查", "visitors": "2", "escorts": "3"},
    "report_request": {"received_on": "2026-04-02", "organ": "云川县民政局", "title": "统计表", "deadline": "2026-04-09", "minutes": "20", "items": "5"},
    "certificate": {"requested_on": "2026-04-02", "organ": "云川县民政局", "title": "居住证明"},
    "plaque": {"organ": "云川县民政局", "title": "工作站", "put_up_on": "2026-01-05"},
    "app_group": {"organ": "云川县民政局", "title": "工作群", "type": "群", "created_on": "2026-01-05"},
    "problem": {"fact": "台账重复", "category": "留痕", "found_on": "2026-04-02", "deadline": "2026-04-20", "organ": "云川县民政局"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edit:
    table: str
    column: str
    value: object

    def __str__(self) -> str:
        return f"{self.table}.{self.column}={self.value!r}"


def clock() -> datetime:
    return datetime(2026, 5, 2, 9, 30, tzinfo=CHINA)


def make(folder: Path) -> Path:
    """A ledger with something in every table that a point fills."""
    path = folder / "a.db"
    workshop(path, "init", "--name", "青禾县石桥镇", "--code", "SQ-01", "--report-day", "8")
    with Ledger.open(path, clock=clock) as ledger:
        for kind, written in PAPER.items():
            first = enter.enter(ledger, kind, written)
            enter.enter(ledger, kind, {**written, "organ": "云川县财政局"})
            enter.withdraw(ledger, kind, enter.enter(ledger, kind, written).id)
            enter.change(ledger, kind, first.id, {"organ": "云川县民政局、云川县财政局"})
        organ = ledger.organs.all()[0]
        ledger.organs.describe(organ.id, level=Level.COUNTY, nature="部门", line="民政")
        ledger.organ_names.set_aliases(organ.id, ["民政"])
        ledger.remarks.set("0123456789abcdef", "document-length", Answer.EXPLAINED, "附件较多")
        ledger.past_figures.set_many([PastFigure("document", Month(2025, 4), 80)])
        ledger.time.add(clock().date().replace(month=4), 600)
        for key, value in (("targets", '{"document": {"base": 100, "percent": 30, "base_year": 2019}}'), ("efforts", '{"document": [20, 1]}'),
                           ("rules.meeting-length", '{"on": false}'), ("remarks.2026-04", "说明"), ("register.headings", "{}")):  # fmt: skip
            ledger.settings.set(key, value)
        add_calendar(ledger, "2027-01-01,休")
        set_text(ledger, Month(2026, 4), "problems", "写过的话", "原来的话")
        ledger.months.seal(Month(2026, 3), revision=1, file_name="SQ-01-2026-03-r1.pdf", sha256="1" * 64, expected_head=ledger.history.head(), figures={})
        ledger.backups.make()
    workshop(path, "month", "2026-04", "--json")
    return path


def edits(path: Path) -> Iterator[Edit]:
    """Every wrong value of every column of tables that hold something."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
        for table in tables:
            if any(own in table for own in OWN) or not connection.execute(f"SELECT 1 FROM {table}").fetchone():  # noqa: S608
                continue
            for _, column, sort, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
                for value in NUMBERS if sort == "INTEGER" else (b"x",) if sort == "BLOB" else TEXTS:
                    yield Edit(table, column, value)


def doctor(path: Path, edit: Edit) -> bool:
    """Write the value into one row of those that are not withdrawn; False where the table itself forbids it."""
    with closing(sqlite3.connect(path)) as connection:
        key = "rowid" if edit.table not in ("setting", "organ_alias", "month", "month_revision", "number_series", "past_figure", "remark",
                                            "ledger_time", "month_count", "period_count", "spelling") else None  # fmt: skip
        where = f"WHERE {key} = (SELECT min({key}) FROM {edit.table})" if key else ""  # noqa: S608
        try:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(f"UPDATE OR FAIL {edit.table} SET {edit.column} = ? {where}", (edit.value,))  # noqa: S608
        except sqlite3.IntegrityError:
            connection.rollback()
            return False
        connection.commit()
        return True


def workshop(path: Path, *words: str) -> int:
    """One command; what it raises, nobody caught."""
    said, complained = io.StringIO(), io.StringIO()
    shop = Workshop(path.with_name("default.db"), clock, texts, lambda *_: ())
    with redirect_stdout(said), redirect_stderr(complained):
        code = run(["--ledger", str(path), *(word.format(folder=path.parent) for word in words)], shop)
    if code and not said.getvalue() + complained.getvalue():
        raise AssertionError(f"{words}: {code} without a word")
    return code


def tried(sound: Path, folder: Path, edit: Edit, commands: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """What went wrong: a command and the error that nobody named."""
    folder.mkdir(parents=True)
    path = folder / sound.name
    for command in commands:
        shutil.copy(sound, path)
        if not doctor(path, edit):
            break
        try:
            workshop(path, *command)
        except Exception as trouble:  # noqa: BLE001 - whatever nobody named is what is looked for
            yield f"{edit} {' '.join(command[:2])}: {type(trouble).__name__}: {trouble}"
    shutil.rmtree(folder)


def main() -> int:
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        sound = make(top)
        (top / "pass").write_text("春风又绿江南岸明月照我还\n", "utf-8")
        workshop(sound, "identity", "new", "--name", "青禾县石桥镇", "--code", "SQ-01", "--out", f"{top}/id.p12", "--passphrase-file", f"{top}/pass")
        (top / "work").mkdir()
        every = [*edits(sound)]
        found: list[str] = []
        for edit in every:
            found += [*tried(sound, top / "one", edit, (*QUICK, *(SLOW if "--all" in sys.argv else ())))]
        sys.stdout.write("\n".join((*found, f"{len(every)} edits, {len(found)} tracebacks", "")))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
