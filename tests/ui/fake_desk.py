"""A desk that keeps its records in memory, with the domain's real rules and no ledger."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

from burden_desktop.domain.bodies.body_row import BodyRow
from burden_desktop.domain.bodies.organ import Level, Organ, guess_level, lead_organ
from burden_desktop.domain.chain.history import Entry
from burden_desktop.domain.errors.months import MonthNotBegun, SealedMonth
from burden_desktop.domain.handed_in.verdict import Verdict
from burden_desktop.domain.identity_kept import IdentityKept
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.months.agenda import Compared, Due, MonthToClose, Restored, report_day
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.months.summary import Finding, KindFigures, MonthSummary
from burden_desktop.domain.point import Point
from burden_desktop.domain.reading.draft import Draft
from burden_desktop.domain.record import Record
from burden_desktop.domain.texts import Sentence, say
from burden_desktop.tasks.desk_parts.charts import ChartDesk
from burden_desktop.ui.desk import CLOSED, CORRECTING, OPEN

from .fake_figures import FakeFigures
from .fake_parts import FakeDrafts, FakeLists, FakeNotices, FakeRegisters, FakeReports, FakeSearching, FakeSteps

POINT = Point("青禾县柳溪镇石桥村", "QH-0312", "village", commission="青禾县纪委")
TODAY = date(2026, 4, 2)


class FakePages:
    """Two white pages with a grey band."""

    def __len__(self) -> int:
        return 2

    def picture(self, index: int, scale: float) -> tuple[int, int, int, bytes]:
        width, height = max(8, round(595 * scale)), max(8, round(842 * scale))
        white, grey = b"\xff\xff\xff\xff" * width, b"\xd0\xd0\xd0\xff" * width
        return width, height, width * 4, white * (height // 8) + grey * (height // 8) + white * (height - height // 8 * 2)


class FakeIdentities:
    """None chosen; only a real ledger makes certificates and sheets."""

    def __init__(self) -> None:
        self.kept = IdentityKept()
        self.told: Sentence | None = None

    def reminder(self) -> Sentence | None:
        return self.told

    def examine(self, file: Path, believed: Path) -> Verdict:
        reasons = () if file.read_bytes() == b"%PDF signed" else (say("签名与内容不符：文件在签名后被改动过。"),)
        return Verdict(file.name, not reasons, not reasons, True, True, point="QSZ-01", month="2026-03", revision=1, reasons=reasons)


class FakeSealing:
    seal_picture = b""

    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk

    def told_before_closing(self, month: Month) -> tuple[Sentence, ...]:
        return ()

    def signed_file(self, month: Month) -> Path | None:
        return self._desk.signed_files.get(month) if self._desk.states.get(month) == CLOSED else None

    def next_revision(self, month: Month) -> int:
        return 2 if self._desk.states.get(month) in (CLOSED, CORRECTING) else 1

    def why_never(self, month: Month) -> Sentence | None:
        return MonthNotBegun(month=month.label).sentence if month > Month.of(TODAY) else None

    def lend(self) -> bool:
        return True

    def prepare(self, month: Month, early_reason: str) -> Any:
        self._desk.prepared_by.append(current_thread())
        return month

    def draw(self, inputs: Any) -> Any:
        return inputs

    def pdf_of(self, drawn: Any) -> bytes:
        return b"%PDF drawn"

    def sign(self, drawn: Any, identity: Path, passphrase: str) -> Any:
        self._desk.passphrases.append(passphrase)
        return drawn

    make = sign


class FakeAgenda:
    def __init__(self, desk: "FakeDesk") -> None:
        self._desk = desk
        self.restore: Restored | None = None

    def restored(self) -> Restored | None:
        return self.restore

    def due(self, days: int) -> tuple[Due, ...]:
        last = TODAY + timedelta(days=days)
        found = [
            Due(record.kind, record.number, str(record.values["title"]), str(record.values["organ"]), on)
            for record in self._desk.kept["document"]
            if (on := date.fromisoformat(str(record.values["deadline"] or "9999-12-31"))) <= last
        ]
        return tuple(found)

    def settle(self, due: Due) -> None:
        record = next(record for record in self._desk.kept[due.kind] if record.number == due.number)
        self._desk.change(due.kind, record.id, {"handling": "已办结", "deadline": None})

    def months_to_close(self) -> tuple[MonthToClose, ...]:
        month = Month.of(TODAY).previous
        closed = self._desk.states.get(month) == CLOSED
        return () if closed or not any(self._desk.kept.values()) else (MonthToClose(month, report_day(month, 5)),)

    def compared(self) -> tuple[Compared, ...]:
        return tuple(Compared(name, len(rows), 4, None) for name, rows in self._desk.kept.items())


class FakeCare:
    """No backups, none due."""

    due = False
    second_place: Path | None = None

    def backups(self) -> tuple[()]:
        return ()

    def broken(self) -> None:
        return None

    def reminder(self) -> None:
        return None


class FakeReceiving:
    """A point's own ledger receives nothing."""

    is_commission = False


class FakeBodies:
    """A directory of bodies in memory."""

    def __init__(self) -> None:
        self.rows = [
            BodyRow(Organ(1, "青禾县民政局", Level.COUNTY, "部门", "民政", ("县民政局",)), "部门", "民政", False, 12),
            BodyRow(Organ(2, "青禾县应急管理局", Level.COUNTY), "部门", "应急", True, 3),
        ]
        self.asked: list[tuple[object, ...]] = []

    def find(self, text: str) -> tuple[BodyRow, ...]:
        return tuple(row for row in self.rows if text in row.organ.name)

    def is_other_name(self, read: str, kept: str) -> bool:
        return False

    def known(self) -> tuple[Organ, ...]:
        return tuple(row.organ for row in self.rows)

    def describe(self, id: int, level: Level | None, nature: str | None, line: str | None) -> None:
        self.asked.append(("describe", id, level, nature, line))

    def merge(self, id: int, into: str) -> bool:
        self.asked.append(("merge", id, into))
        return any(row.organ.name == into for row in self.rows)

    def set_aliases(self, id: int, names: Sequence[str]) -> None:
        self.asked.append(("names", id, *names))

    def lead_with(self, id: int, name: str) -> None:
        self.asked.append(("lead", id, name))

    def near(self, id: int) -> tuple[str, ...]:
        return ("县应急局",) if id == 2 else ()

    def remember(self, read: str, kept: str) -> None:
        self.asked.append(("remember", read, kept))

    def as_remembered(self, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
        return tuple(drafts)

    def forget(self, alias: str) -> int:
        self.asked.append(("forget", alias))
        return 0

    def part(self, alias: str) -> bool:
        self.asked.append(("part", alias))
        return True


class FakeDesk:
    """Keeps the `Desk` protocol."""

    ready = True

    def lend_for_examination(self) -> bool:
        return False

    def examine(self) -> None:
        raise AssertionError("nobody lent the ledger")

    def __init__(self) -> None:
        self.point = POINT
        self.charts = ChartDesk()
        self.agenda = FakeAgenda(self)
        self.lists = FakeLists(self)
        self.receiving = FakeReceiving()
        self.identities = FakeIdentities()
        self.care = FakeCare()
        self.bodies = FakeBodies()
        self.steps = FakeSteps(self)
        self.searching = FakeSearching(self)
        self.registers = FakeRegisters()
        self.drafts = FakeDrafts()
        self.notices = FakeNotices(self)
        self.reports = FakeReports(self)
        self.figures = FakeFigures()
        self.sealing = FakeSealing(self)
        self.path = Path("ledger.db")
        self.kept: dict[str, list[Record]] = {kind.name: [] for kind in KINDS}
        self.signed_files: dict[Month, Path] = {}
        self.states: dict[Month, str] = {}
        self.settings: dict[str, str] = {}
        self.passphrases: list[str] = []
        self.prepared_by: list[Thread] = []
        self.draft = Draft("meeting", {"title": "全县防汛工作视频会议", "organ": "青禾县防汛办", "held_on": "2026-04-03"}, ("held_on",))

    def today(self) -> date:
        return TODAY

    def setting(self, key: str, default: str) -> str:
        return self.settings.get(key, default)

    def set_setting(self, key: str, value: str) -> None:
        self.settings[key] = value

    def set_point(self, point: Point) -> None:
        self.point = point

    def page(
        self, kind: str, *, month: Month | None = None, text: str = "", after: Record | None = None, limit: int = 200
    ) -> tuple[Record, ...]:
        rows = [record for record in reversed(self.kept[kind]) if text in str(record.values["title"])]
        start = rows.index(after) + 1 if after else 0
        return tuple(rows[start : start + limit])

    def count(self, kind: str, month: Month | None = None) -> int:
        return len(self.kept[kind])

    def add(self, kind: str, written: Mapping[str, object], *, late: bool = False) -> Record:
        declared = kind_named(kind)
        values = declared.validate(written)
        month = declared.month_of(values)
        if not late and self.states.get(month) == CLOSED:
            raise SealedMonth(month=month.label)
        serial = len(self.kept[kind]) + 1
        organ = str(values["organ"])
        record = Record(
            id=serial, kind=kind, number=f"{declared.mark}2026-{serial:04d}", month=Month.of(TODAY) if late else month,
            late=late, family=declared.same_as(values) or declared.alike(values), level=guess_level(lead_organ(organ)), values=values,
            created_at="2026-04-02T09:30:00+08:00", changed_at="2026-04-02T09:30:00+08:00",
        )  # fmt: skip
        self.kept[kind].append(record)
        return record

    def change(self, kind: str, record_id: int, written: Mapping[str, object]) -> Record:
        place = next(i for i, record in enumerate(self.kept[kind]) if record.id == record_id)
        old = self.kept[kind][place]
        values = kind_named(kind).validate({**old.values, **written})
        new = Record(old.id, kind, old.number, old.month, old.late, old.family, old.level, values, old.created_at, old.changed_at)
        self.kept[kind][place] = new
        return new

    def withdraw(self, kind: str, record_id: int) -> None:
        self.kept[kind] = [record for record in self.kept[kind] if record.id != record_id]

    def history(self, number: str) -> tuple[Entry, ...]:
        return ()

    def organs(self, prefix: str) -> tuple[str, ...]:
        return ("青禾县委办公室", "青禾县防汛办")

    def read_text(self, text: str, received_on: date) -> Draft:
        return self.draft

    def month_state(self, month: Month) -> str:
        return self.states.get(month, OPEN)

    def summary_inputs(self, month: Month) -> Any:
        return month, {name: len(rows) for name, rows in self.kept.items()}

    def summarise(self, inputs: Any) -> MonthSummary:
        month, counts = inputs
        figures = {name: KindFigures(n, 4, None, n + 9, None, n, n * 35) for name, n in counts.items()}
        finding = Finding(
            "hurried-request", "remind", ("收2026-0003",), "提示：来文要求当日报送，时限较紧，建议核实。", identity="ab12", title="时限过紧", words="当天布置当天要。",
            source="公开通报",
        )
        return MonthSummary(self.point, month, figures, {}, {}, (finding,) if any(counts.values()) else ())

    def render_draft(self, inputs: Any) -> bytes:
        return b"%PDF draft"

    def sealed_pdf(self, month: Month) -> bytes | None:
        return b"%PDF sealed" if self.states.get(month) == CLOSED else None

    def close_commit(self, sealed: Any) -> Path:
        self.states[sealed] = CLOSED
        return Path("reports") / f"{POINT.code}_{sealed}_r1.pdf"

    def correct(self, month: Month, reason: str) -> None:
        self.states[month] = CORRECTING

    def pages(self, pdf: bytes) -> FakePages:
        return FakePages()


def full_desk(rows: int = 40) -> FakeDesk:
    """A desk with a month's worth of invented records of every kind."""
    desk = FakeDesk()
    for n in range(rows):
        day = f"2026-03-{n % 28 + 1:02d}"
        organ = ("青禾县农业农村局", "中共青禾县委办公室", "柳溪镇人民政府、柳溪镇综治中心")[n % 3]
        desk.add("document", {"received_on": day, "organ": organ, "doc_no": f"青农发〔2026〕{n + 1}号", "channel": "电子公文",
                              "title": f"关于做好2026年春季农业生产和第{n + 1}批高标准农田建设有关工作的通知", "deadline": "2026-04-10"})  # fmt: skip
        desk.add("meeting", {"held_on": day, "organ": organ, "title": f"全县春耕备耕工作第{n + 1}次调度会议", "starts_at": "9:00",
                             "ends_at": "11:30", "format": "视频", "headcount": n % 7 + 1})  # fmt: skip
        desk.add("inspection", {"starts_on": day, "organ": organ, "title": "人居环境整治检查", "visitors": 3, "escorts": 2})
    return desk
