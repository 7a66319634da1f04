"""Lists and steps of the desk in memory."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burden_desktop.analysis.rules.pack import changed_pack, write_changes
from burden_desktop.domain.chain.past import PastChange, TakenBack
from burden_desktop.domain.finding import Hit, Span, spans_in
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.listing import Listing, sort_key
from burden_desktop.domain.months.half_year import Half, KindHalf
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.report_text import ReportText
from burden_desktop.domain.months.rules import Answer, RulePack
from burden_desktop.domain.reading.draft import Draft, RegisterChoices, RegisterReading
from burden_desktop.domain.reading.files_read import FilesRead, Progress
from burden_desktop.domain.reading.import_outcome import Standing
from burden_desktop.domain.record import Record
from burden_desktop.domain.texts import Sentence
from burden_desktop.tasks.rules import shipped_pack

if TYPE_CHECKING:
    from .fake_desk import FakeDesk


class FakeLists:
    """The whole list is made anew for every question."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk

    def _all(self, kind: str, listing: Listing) -> list[Record]:
        declared = kind_named(kind)
        rows = [] if listing.withdrawn else self._desk.kept[kind]
        found = [row for row in rows if listing.text in str(row.values) and listing.month in (None, row.month)]
        return sorted(found, key=lambda row: sort_key(declared, listing, row), reverse=listing.descending)

    def count(self, kind: str, listing: Listing) -> int:
        return len(self._all(kind, listing))

    def after(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
        rows = self._all(kind, listing)
        return tuple(rows[rows.index(record) + 1 :][:limit])

    def before(self, kind: str, listing: Listing, record: Record, limit: int) -> tuple[Record, ...]:
        rows = self._all(kind, listing)
        place = rows.index(record)
        return tuple(rows[max(0, place - limit) : place])

    def at(self, kind: str, listing: Listing, place: int, limit: int) -> tuple[Record, ...]:
        return tuple(self._all(kind, listing)[place : place + limit])

    def place_of(self, kind: str, listing: Listing, record: Record) -> int | None:
        return next((n for n, row in enumerate(self._all(kind, listing)) if row.id == record.id), None)

    def record(self, kind: str, id: int) -> Record | None:
        return next((row for row in self._desk.kept[kind] if row.id == id), None)

    def last_number(self, organ: str) -> str | None:
        return next((str(row.values["doc_no"]) for row in reversed(self._desk.kept["document"]) if row.values["organ"] == organ), None)

    def months(self, kind: str) -> tuple[Month, ...]:
        return tuple(sorted({row.month for row in self._desk.kept[kind]}, reverse=True))


class FakeSearching:
    """Finds by title in the desk's memory."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk

    def find(self, text: str, limit: int) -> tuple[Hit, ...]:
        rows = [row for kept in self._desk.kept.values() for row in kept if text in str(row.values.get("title"))]
        return tuple(Hit(row, {"title": self.marks(str(row.values["title"]), text)}) for row in rows[:limit])

    def marks(self, text: str, sought: str) -> tuple[Span, ...]:
        return spans_in(text, "", sought)

    def titles(self, kind: str, typed: str, organ: str) -> tuple[str, ...]:
        return (f"关于{typed}的通知",) if typed else ()

    def spell_old(self, after: int) -> int | None:
        return None


class FakeSteps:
    """Nothing is taken back here: that is the ledger's business and tested there."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk

    def undo(self) -> TakenBack | None:
        return None

    def redo(self) -> TakenBack | None:
        return None

    def reinstate(self, kind: str, ids: Sequence[int]) -> tuple[Record, ...]:
        return ()

    def withdraw(self, kind: str, ids: Sequence[int]) -> None:
        for id in ids:
            self._desk.withdraw(kind, id)

    def set_field(self, kind: str, ids: Sequence[int], field: str, written: object) -> tuple[Record, ...]:
        records = {row.id: row for row in self._desk.kept[kind]}
        return tuple(self._desk.change(kind, id, {**records[id].values, field: written}) for id in ids)

    def past(self, kind: str, number: str) -> tuple[PastChange, ...]:
        return (PastChange("2026-04-02T09:30:00+08:00", "镇党政办", "add"),)


class FakeDrafts:
    """Keeps drafts in memory; `left` is what an earlier run left behind."""

    def __init__(self) -> None:
        self.left: dict[str, list[Any]] = {}
        self.written: dict[str, list[Any]] = {}

    def kept(self) -> dict[str, list[Any]]:
        return self.left

    def keep(self, drafts: Mapping[str, Sequence[Any]]) -> bool:
        self.written = {place: list(those) for place, those in drafts.items() if those}
        return True


class FakeFiles:
    """Every file is the desk's one draft."""

    def __init__(self, draft: Draft, paths: Sequence[Path]) -> None:
        self._draft, self._paths = draft, paths
        self.progress = Progress("", 0, len(paths))

    def run(self) -> FilesRead:
        return FilesRead(tuple(self._draft for _ in self._paths), ())

    def cancel(self) -> None: ...


class FakeNotices:
    """Reads every text as the desk's one draft."""

    called_meeting = "ask"

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk

    def choose(self, called_meeting: str) -> None:
        self.called_meeting = called_meeting

    def read(self, text: str, received_on: date) -> "tuple[Draft, ...]":
        return (self._desk.draft,)

    def left_out(self, text: str) -> tuple[str, ...]:
        return ()

    def warm(self) -> None: ...

    def files(self, paths: Sequence[Path]) -> "FakeFiles":
        return FakeFiles(self._desk.draft, paths)

    def picture(self, name: str, content: bytes) -> "FakeFiles":
        return FakeFiles(self._desk.draft, [Path(name)])

    def as_kind(self, draft: Draft, kind: str) -> Draft:
        kept = {field.name for field in kind_named(kind).fields}
        return Draft(kind, {name: value for name, value in draft.values.items() if name in kept}, (), draft.source)


class FakeRegisters:
    """Knows one taught heading, and forgets it when told so."""

    def __init__(self) -> None:
        self.headings: dict[str, dict[str, str | None]] = {"document": {"流向": "handling"}}

    def taught(self) -> Mapping[str, Mapping[str, str | None]]:
        return self.headings

    def forget(self, kind: str, heading: str) -> None:
        del self.headings[kind][heading]

    def preview(self, source: Path | str, choices: RegisterChoices) -> RegisterReading:
        return RegisterReading(source.name if isinstance(source, Path) else "粘贴的表格", {}, ())

    def lend(self) -> None:
        pass

    def standing(self, reading: RegisterReading, *, late: bool, again: bool) -> Standing:
        return Standing(reading)


class FakeReports:
    """Real rules and halves in memory; files are only remembered."""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk
        self.pack = shipped_pack()
        self.remarks: dict[str, tuple[Answer, str]] = {}
        self.written: dict[Path, bytes] = {}
        self.kept_texts: dict[str, str] = {}
        self.made_text = self.made_of = "本月平稳。"
        self.seconds = 0

    def rules(self) -> RulePack:
        return self.pack

    def shipped_rules(self) -> RulePack:
        return shipped_pack()

    def set_rules(self, pack: RulePack) -> None:
        self.pack = changed_pack(shipped_pack(), write_changes(shipped_pack(), pack))

    def remark(self, finding: str, rule: str, answer: Answer, text: str) -> None:
        self.remarks[finding] = (answer, text)

    def halves(self, half: Half) -> Mapping[str, KindHalf]:
        counts = {
            name: tuple(sum(row.month == month for row in rows) or None for month in half.months)
            for name, rows in self._desk.kept.items()
        }
        return {name: KindHalf(months, sum(count or 0 for count in months), None, 12) for name, months in counts.items()}

    def load(self, year: int) -> Mapping[date, int]:
        rows = [row for rows in self._desk.kept.values() for row in rows]
        days = [str(row.values[kind_named(row.kind).dated_by] or "") for row in rows]
        return Counter(date.fromisoformat(day) for day in days if day.startswith(str(year)))

    def of_day(self, day: date) -> Mapping[str, Sequence[str]]:
        found = {
            name: [row.number for row in rows if str(row.values[kind_named(name).dated_by]) == day.isoformat()]
            for name, rows in self._desk.kept.items()
        }
        return {name: numbers for name, numbers in found.items() if numbers}

    def works(self, day: date) -> bool:
        return day.weekday() < 5

    def gathering(self, month: Month) -> Iterator[Any]:
        yield None
        yield self._desk.summary_inputs(month)

    def review_material(self, month: Month) -> Any:
        return month

    def review(self, half: Half, halves: Mapping[str, KindHalf], material: list[Any]) -> Mapping[str, bytes]:
        return {"pdf": b"%PDF", "docx": b"word", "xlsx": b"tables"}

    def texts(self, inputs: Any) -> Mapping[str, ReportText]:
        shown = self.kept_texts.get("opening", self.made_text)
        return {"opening": ReportText("总体情况", self.made_text, shown, shown != self.made_text and self.made_of != self.made_text)}

    def doubtful_texts(self, inputs: Any) -> Sequence[ReportText]:
        return tuple(text for text in self.texts(inputs).values() if text.stale or text.foreign)

    def set_text(self, month: Month, key: str, text: str, made: str) -> None:
        self.kept_texts[key] = text
        self.made_of = made

    def copies(self, inputs: Any) -> Mapping[str, bytes]:
        return {"docx": b"word", "xlsx": b"tables"}

    def sheet_bodies(self, inputs: Any) -> Sequence[tuple[str, int]]:
        return self.concerned

    concerned: Sequence[tuple[str, int]] = (("青禾县民政局", 3), ("青禾县应急管理局", 1))

    def answer_by(self) -> date:
        return date(2026, 4, 17)

    def fact_sheet(self, inputs: Any, organ: str, due: date) -> Mapping[str, bytes]:
        return {"pdf": organ.encode(), "docx": due.isoformat().encode()}

    def sheet_name(self, month: Month, organ: str) -> str:
        return f"QH-{month}-提醒事实单-{organ}"

    def write(self, path: Path, content: bytes, *, asked: bool) -> None:
        self.written[path] = content

    def spend(self, day: date, seconds: int) -> None:
        self.seconds += seconds

    moment = datetime(2026, 4, 2, 9, 30)  # noqa: DTZ001 - working hours of the point
    stick: Sentence | None = None

    def now(self) -> datetime:
        return self.moment

    def backup_reminder(self) -> Sentence | None:
        return self.stick
