"""Drawn work on papers of few titles and numbers: entered, changed, withdrawn, brought back, joined, parted, taken back and
done again, while months are sealed, opened for correction and closed again; behind every step the families are those that
follow afresh from what stands, and those of closed months the signed ones.

usage: python -m tests.store.family_play [SETS]
"""

import random
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from burden_desktop.domain.errors.months import SealedMonth
from burden_desktop.domain.errors.steps import CannotRedo, CannotUndo
from burden_desktop.domain.kind import Kind
from burden_desktop.domain.kinds import KINDS, kind_named
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.point import Point
from burden_desktop.store.kinship import Kinship, Touched
from burden_desktop.store.ledger import Ledger

TITLES = ("关于春耕备耕的通知", "关于春耕备耕的通知（二）", "关于《春耕备耕》的通知", "会议通知", "转发关于春耕备耕的通知")
NUMBERS = (None, None, None, "青农〔2026〕9号", "青农〔2026〕09号", "青农〔2026〕10号", "〔2026〕1号")
BODIES = ("青禾县农业农村局", "青禾县农业农村局、青禾县财政局", "云岭市农业农村局")
ACTS = ("add", "add", "add", "many", "change", "change", "withdraw", "reinstate", "join", "part", "undo", "undo", "redo")
MONTHS = ("seal", "seal", "seal", "reopen", "reopen")
FIRST, LAST = Month(2026, 3), Month(2026, 5)
Things = frozenset[frozenset[str]]


def draw(draws: random.Random, kind: str = "document") -> dict[str, Any]:
    told = {"organ": draws.choice(BODIES), "title": draws.choice(TITLES)}
    day = date(2026, draws.choice((3, 4, 5)), draws.randint(1, 28)).isoformat()
    if kind == "document":
        return {**told, "received_on": day, "doc_no": draws.choice(NUMBERS)}
    return {**told, "starts_on" if kind == "inspection" else "received_on": day}


def standing(ledger: Ledger, kind: str) -> Things:
    found: dict[str, set[str]] = defaultdict(set)
    for record in ledger.records.page(kind_named(kind), limit=500):
        found[record.family or record.number].add(record.number)
    return frozenset(map(frozenset, found.values()))


def afresh(ledger: Ledger, kind_name: str) -> Things:
    """Things by the words of the domain, written without the program's own function: same full number; else, of one title and
    body, the number whose first receipt is nearest within the days; else together from the first on; then what a person said."""
    kind = kind_named(kind_name)
    columns = "number, said, withdrawn_at, title, organ, " + kind.dated_by + (", doc_no" if kind_name == "document" else ", NULL")
    rows = sorted(ledger._book.rows(f"SELECT {columns} FROM {kind.name}"), key=lambda row: (row[5], row[0]))  # noqa: S608
    paper = {row[0]: kind.same_as({"doc_no": row[6]}) for row in rows}
    title = {row[0]: kind.alike({"title": row[3], "organ": row[4]}) for row in rows}
    at = {row[0]: date.fromisoformat(row[5]) for row in rows}
    said = {row[0]: (row[1] or "").split() for row in rows}
    counts = [row[0] for row in rows if row[2] is None]
    lead = [number for number in counts if "own" not in said[number]]
    edges: list[tuple[object, object]] = []
    for number in [*lead, *(row[0] for row in rows if row[0] not in lead)]:
        if paper[number]:
            edges.append(((number, 0), ("no", paper[number])))
            continue
        if not title[number]:
            continue
        alike = [one for one in lead if title[one] == title[number]]
        begins: dict[str, date] = {}
        for one in alike:
            if paper[one]:
                begins[paper[one]] = min(begins.get(paper[one], at[one]), at[one])
        near = sorted((abs((first - at[number]).days), first, no) for no, first in begins.items() if abs((first - at[number]).days) <= kind.alike_days)
        if near:
            edges.append(((number, 0), ("no", near[0][2])))
            continue
        loose = [one for one in alike if not paper[one] and all(abs((first - at[one]).days) > kind.alike_days for first in begins.values())]
        first = None
        for one in loose:
            if first is None or (at[one] - at[first]).days > kind.alike_days:
                first = one
            if at[one] > at[number]:
                break
            if 0 <= (at[number] - at[first]).days <= kind.alike_days and at[one] <= at[number]:
                edges.append(((number, 0), (first, 0)))
    for number, words in said.items():
        stage = 0
        for word in words:
            if word == "own":
                stage += 1
            else:
                other, _, at_stage = word.partition("/")
                edges.append(((number, stage), (other, int(at_stage or 0))))
    found: dict[object, set[str]] = defaultdict(set)
    for number in counts:
        found[_reached((number, said[number].count("own")), edges)].add(number)
    return frozenset(map(frozenset, found.values()))


def _reached(point: object, edges: list[tuple[object, object]]) -> object:
    """All points that hang together with this one."""
    seen = {point}
    while True:
        more = {end for edge in edges for end in edge if seen & set(edge)} - seen
        if not more:
            return frozenset(seen)
        seen |= more


def _moves(ledger: Ledger, kind: Kind) -> dict[int, str | None]:
    """What would go elsewhere if all were put together anew."""
    ids = {id for (id,) in ledger._book.rows(f"SELECT id FROM {kind.name}")}  # noqa: S608
    return Kinship(ledger._book, ledger.history).moves(kind, Touched(ids=ids))


def _signed(ledger: Ledger, kind: Kind) -> dict[str, str | None]:
    """Number → family of what stands in closed months."""
    closed = [one.month for one in ledger.months.all() if not one.open_for_correction]
    return {record.number: record.family for month in closed for record in ledger.records.in_month(kind, month)}


def _seal(ledger: Ledger, draws: random.Random) -> None:
    again = [one for one in ledger.months.all() if one.open_for_correction]
    if again:
        one = draws.choice(again)
        month, revision = one.month, one.revision + 1
    else:
        month, revision = ledger.months.next_to_seal() or FIRST, 1
    if month <= LAST:
        ledger.months.seal(month, revision=revision, file_name=f"{month}-{revision}.pdf", sha256="0" * 64, expected_head=ledger.history.head())


def _reopen(ledger: Ledger, draws: random.Random | None = None) -> None:
    """A drawn one; all without `draws`."""
    closed = [one.month for one in ledger.months.all() if not one.open_for_correction]
    for month in closed if draws is None else draws.sample(closed, min(1, len(closed))):
        ledger.months.reopen(month, "更正")


def play(ledger: Ledger, seed: int, steps: int, kind_name: str = "document") -> None:
    """Months are sealed and opened where `seed` is odd. Raises AssertionError with the work done so far where families differ from those made afresh."""
    draws, kind, done = random.Random(seed), kind_named(kind_name), list[object]()  # noqa: S311
    for _ in range(2 * steps if seed % 2 else steps):
        act = draws.choice(ACTS + MONTHS if seed % 2 else ACTS)
        records = ledger.records.page(kind, limit=100)
        gone = [row[0] for row in ledger._book.rows(f"SELECT id FROM {kind.name} WHERE withdrawn_at IS NOT NULL ORDER BY id")]  # noqa: S608
        done.append(act)
        signed = _signed(ledger, kind)
        try:
            if act == "add":
                done.append(written := draw(draws, kind_name))
                late = ledger.months.is_closed(kind.month_of(kind.validate(written)))
                ledger.records.add(kind, kind.validate(written), late=late)
            elif act == "many":
                ledger.records.add_many(kind, [kind.validate(draw(draws, kind_name)) for _ in range(3)])
            elif act == "change" and records:
                name, value = draws.choice(list(draw(draws, kind_name).items()))
                ledger.records.change(kind, draws.choice(records).id, {name: value})
            elif act == "withdraw" and records:
                ledger.records.withdraw(kind, draws.choice(records).id)
            elif act == "reinstate" and gone:
                ledger.trash.reinstate(kind, draws.choice(gone))
            elif act == "join" and len(records) > 1:
                one, other = draws.sample(records, 2)
                ledger.joining.join(one, other)
            elif act == "part" and records:
                ledger.joining.part(draws.choice(records))
            elif act == "seal":
                _seal(ledger, draws)
            elif act == "reopen":
                _reopen(ledger, draws)
            elif act == "undo":
                ledger.undoing.undo()
            elif act == "redo":
                ledger.undoing.redo()
        except (CannotUndo, CannotRedo, SealedMonth):
            continue
        if act != "reopen":
            assert signed.items() <= _signed(ledger, kind).items(), (seed, done)
        assert _moves(ledger, kind) == {}, (seed, done)
        assert _signed(ledger, kind) or standing(ledger, kind_name) == afresh(ledger, kind_name), (seed, done)
    sealed = bool(ledger.months.all())
    _reopen(ledger)
    assert standing(ledger, kind_name) == afresh(ledger, kind_name), (seed, done, "opened")
    if not sealed:
        _back_and_forth(ledger, kind_name, seed)
    assert ledger.check().ok, seed


def _back_and_forth(ledger: Ledger, kind_name: str, seed: int) -> None:
    """Every step taken back and done again leaves what stood."""
    while ledger.undoing.redo():
        pass
    last, steps = standing(ledger, kind_name), 0
    while ledger.undoing.undo():
        steps += 1
        assert standing(ledger, kind_name) == afresh(ledger, kind_name), (seed, "undo", steps)
    assert standing(ledger, kind_name) == frozenset()
    for _ in range(steps):
        assert ledger.undoing.redo()
    assert standing(ledger, kind_name) == last, (seed, "redone")


def main() -> None:
    sets = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    kinds = [kind.name for kind in KINDS if kind.has_families]
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(sets):
            path = Path(folder) / f"{seed}.db"
            with Ledger.create(path, Point("青石镇", "QSZ-01"), clock=lambda: datetime(2026, 6, 1, 8, tzinfo=UTC)) as ledger:
                play(ledger, seed, 12, kinds[seed % 4 % len(kinds)])
            path.unlink()
    print(f"{sets} sets: families are those that follow from what stands")


if __name__ == "__main__":
    main()
