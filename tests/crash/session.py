"""What is done to a ledger until the power goes: a seeded run of steps, each announced before and acknowledged after."""

import hashlib
import os
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.domain.kinds import kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.domain.record import Record
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import close_month, enter, ledger_care
from burden_desktop.tasks.write_file import write_file

Say = Callable[[dict[str, Any]], None]
START = datetime(2090, 6, 1, 8, tzinfo=timezone(timedelta(hours=8)))
ORGANS = ("云岭县农业农村局", "松江市教育局", "云岭县委办公室", "青石镇人民政府")
POINT = Point("云岭县青石镇", "QS-01")
REASON = "练习恢复"


class Ticking:
    """A clock that moves on by a second at each look, from a start that no earlier run has reached."""

    def __init__(self, run: int) -> None:
        self._now = START + timedelta(hours=run)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


class Session:
    """Steps on the ledger at `path`. `say` must not return before the line is out of this process."""

    def __init__(self, path: Path, run: int, seed: str, say: Say) -> None:
        self._path, self._say = path, say
        self._clock = Ticking(run)
        self._chance = random.Random(seed)  # noqa: S311 - a repeatable run, no secret
        self._run = run
        self._serial = 0
        self._out = path.parent / "out"
        self._backups = sorted((path.parent / "backups").glob("*.db"))
        self._ledger: Ledger | None = None

    def go(self) -> None:
        """Until the process ends."""
        self._step("open", {}, self._open)
        for _ in self._endless():
            pass

    def once(self) -> None:
        """Every step, in a fixed order."""
        self._step("create", {}, self._create)
        if self._ledger is None:
            return
        for step in (
            self._add, self._import, self._change, self._withdraw, self._back_up, self._export, self._seal, self._add,
            self._export, self._reopen, self._change, self._seal, self._back_up, self._restore, self._add,
        ):  # fmt: skip
            if self._ledger is None:
                self._step("open", {}, self._open)
            if self._ledger is None:
                continue
            try:
                step()
            except BurdenError as refused:  # while it was looked up what the step is to be done to
                self._say({"begin": "read"})
                self._say({"refused": "read", "code": refused.code, "sentence": str(refused)})

    def _create(self) -> None:
        self._ledger = Ledger.create(self._path, POINT, clock=self._clock)

    def _endless(self) -> Iterator[None]:
        steps = (
            [self._add] * 8 + [self._change] * 4 + [self._withdraw] * 2 + [self._import] * 3
            + [self._export] * 2 + [self._seal] * 3 + [self._reopen] + [self._back_up] * 2 + [self._restore]
        )  # fmt: skip
        while True:
            self._chance.choice(steps)()
            yield

    # --- telling

    def _step(self, name: str, expected: dict[str, Any], do: Callable[[], dict[str, Any] | None]) -> None:
        self._say({"begin": name, **expected})
        try:
            done = do() or {}
        except BurdenError as refused:
            # Only a disk that fails refuses any of these steps; the clerk is told and goes on.
            self._say({"refused": name, "code": refused.code, "sentence": str(refused)})
        else:
            self._say({"done": name, **done})

    @property
    def ledger(self) -> Ledger:
        assert self._ledger
        return self._ledger

    def _title(self) -> str:
        self._serial += 1
        return f"第{self._run}回第{self._serial}件"

    def _month(self) -> str:
        return str(self.ledger.months.next_to_seal() or Month(2026, 1))

    def _some_record(self) -> Record | None:
        page = self.ledger.records.page(kind_named("document"), limit=50)
        sealed = {str(month.month) for month in self.ledger.months.all() if not month.open_for_correction}
        free = [record for record in page if str(record.month) not in sealed]
        return self._chance.choice(free) if free else None

    def _paper(self, title: str) -> dict[str, Any]:
        return {"received_on": f"{self._month()}-0{self._chance.randint(1, 9)}", "organ": self._chance.choice(ORGANS), "title": title}

    # --- steps

    def _open(self) -> None:
        self._ledger = ledger_care.open_ledger(self._path, self._clock)

    def _add(self) -> None:
        title = self._title()
        paper = self._paper(title)
        self._step("add", {"titles": [title]}, lambda: {"numbers": {enter.enter(self.ledger, "document", paper).number: title}})

    def _change(self) -> None:
        record = self._some_record()
        if record is None:
            return
        title = self._title()

        def change() -> None:
            enter.change(self.ledger, "document", record.id, {"title": title})

        self._step("change", {"title": record.values["title"], "becomes": title}, change)

    def _withdraw(self) -> None:
        record = self._some_record()
        if record is not None:
            self._step("withdraw", {"title": record.values["title"]}, lambda: enter.withdraw(self.ledger, "document", record.id))

    def _import(self) -> None:
        kind = kind_named("document")
        titles = [self._title() for _ in range(self._chance.choice((5, 40, 200)))]
        papers = [kind.validate(self._paper(title)) for title in titles]

        def bring_in() -> dict[str, Any]:
            with self.ledger.one_step():
                return {"numbers": {r.number: r.values["title"] for r in self.ledger.records.add_many(kind, papers)}}

        self._step("add", {"titles": titles}, bring_in)

    def _export(self) -> None:
        content = self._chance.randbytes(self._chance.choice((1_000, 300_000)))
        target = self._out / f"export-{self._chance.randint(1, 3)}.bin"
        told = {"file": str(target), "sha256": hashlib.sha256(content).hexdigest()}
        self._step("export", told, lambda: write_file(target, content))

    def _seal(self) -> None:
        opened = [month.month for month in self.ledger.months.all() if month.open_for_correction]
        month = opened[0] if opened else Month.parse(self._month())
        closing = close_month.prepare(self.ledger, month, now=self._clock())
        pdf = b"%PDF-1.7 not really" + self._chance.randbytes(self._chance.choice((5_000, 400_000)))
        signed = close_month.SignedFile(closing, pdf)
        told = {"month": str(month), "revision": closing.issue.revision, "file": closing.file_name, "sha256": signed.sha256}

        def seal() -> None:
            close_month.commit(self.ledger, signed, self._out)

        self._step("seal", told, seal)

    def _reopen(self) -> None:
        last = self.ledger.months.last_sealed()
        sealed = last and self.ledger.months.sealed(last)
        if last and sealed and not sealed.open_for_correction:
            self._step("reopen", {"month": str(last)}, lambda: close_month.correct_month(self.ledger, last, "核对后更正"))

    def _back_up(self) -> None:
        def back_up() -> dict[str, Any]:
            self._backups.append(ledger_care.back_up(self.ledger))
            return {"file": str(self._backups[-1])}

        self._step("backup", {}, back_up)

    def _restore(self) -> None:
        made = [file for file in self._backups if file.exists()]
        if not made:
            return
        backup = self._chance.choice(made)

        def restore() -> None:
            self.ledger.close()
            self._ledger = None
            ledger_care.restore(self._path, backup, self._clock, REASON)
            self._open()

        self._step("restore", {"file": str(backup)}, restore)


def say_to(descriptor: int) -> Say:
    """A line a message, out of this process when the call returns."""
    import json

    def say(message: dict[str, Any]) -> None:
        line = json.dumps(message, ensure_ascii=False).encode() + b"\n"
        while line:
            line = line[os.write(descriptor, line) :]

    return say
