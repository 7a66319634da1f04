"""What must be in the ledger after the steps that were acknowledged; the one under way may be there or not, whole."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from burden_desktop.domain.kinds import KINDS
from burden_desktop.store.backup.thinning import made_at_of
from burden_desktop.store.ledger import Ledger

Message = dict[str, Any]


@dataclass(frozen=True)
class State:
    """Titles of records that stand, and month → (revision, open for correction)."""

    titles: frozenset[str] = frozenset()
    months: tuple[tuple[str, int, bool], ...] = ()


def state_of(ledger: Ledger) -> tuple[State, dict[str, str]]:
    """What a ledger holds, and number → title."""
    numbers = {
        record.number: str(record.values["title"])
        for kind in KINDS
        for record in ledger.records.page(kind, limit=1_000_000)
    }
    months = tuple((str(month.month), month.revision, month.open_for_correction) for month in ledger.months.all())
    return State(frozenset(numbers.values()), months), numbers


class Model:
    """Follows the messages of a run. `states` are those that may be: one while all is well, more after a step that
    was refused, since a disk may refuse after the ledger has taken it. `snapshots` are the states behind backups."""

    def __init__(self, state: State | None = None) -> None:
        self.states = [state or State()]
        self.snapshots: dict[str, list[State]] = {}
        self.exports: dict[str, set[str | None]] = {}
        self.numbers: dict[str, str] = {}
        self.under_way: Message | None = None

    def hear(self, message: Message) -> None:
        if "begin" in message:
            self.under_way = message
            return
        begun = self.under_way
        assert begun is not None and begun["begin"] == message.get("done", message.get("refused"))
        self.under_way = None
        if "refused" in message:
            self._refused(begun)
            return
        self.states = self._after(begun)
        if message["done"] == "backup":
            self.snapshots[message["file"]] = list(self.states)
        if message["done"] == "export":
            self.exports[begun["file"]] = {begun["sha256"]}
        for number, title in message.get("numbers", {}).items():
            assert number not in self.numbers, f"{number} was given twice"
            self.numbers[number] = title

    def _refused(self, step: Message) -> None:
        self.states = self.allowed(step)
        if step["begin"] == "export":
            self.exports.setdefault(step["file"], {None}).add(step["sha256"])

    def _after(self, step: Message) -> list[State]:
        return [after for state in self.states for after in self._after_one(state, step)]

    def _after_one(self, state: State, step: Message) -> Iterator[State]:
        """The state once `step` is done; nothing where it cannot be done."""
        name = step["begin"]
        if name == "add":
            yield replace(state, titles=state.titles | set(step["titles"]))
        elif name in ("change", "withdraw"):
            if step["title"] in state.titles:
                yield replace(state, titles=state.titles - {step["title"]} | ({step["becomes"]} if name == "change" else set()))
        elif name == "restore":
            yield from self.snapshots[step["file"]]
        elif name in ("seal", "reopen"):
            months = {month: (revision, opened) for month, revision, opened in state.months}
            if name == "seal" or step["month"] in months:
                revision = step["revision"] if name == "seal" else months[step["month"]][0]
                months[step["month"]] = (revision, name == "reopen")
                yield replace(state, months=tuple(sorted((month, *rest) for month, rest in months.items())))
        else:
            yield state

    def allowed(self, step: Message | None) -> list[State]:
        """What may be while `step` is under way: nothing of it, or all."""
        return [*self.states, *(self._after(step) if step else [])]


def faults_after_crash(path: Path, model: Model, clock: Callable[[], datetime]) -> Iterator[str]:
    """Opens the ledger as the next start would; everything that is not as it must be. Moves `model` on to what is."""
    with Ledger.open(path, clock=clock) as ledger:
        found = ledger.check()
        if not found.ok:
            yield f"check: {found}"
        state, numbers = state_of(ledger)
        if state not in model.allowed(model.under_way):
            due = model.states[-1]
            missing, strange = due.titles - state.titles, state.titles - due.titles
            yield f"state: {len(missing)} missing, {len(strange)} strange, months {state.months} for {due.months}; {model.under_way}"
        yield from _number_faults(numbers, model)
        yield from _file_faults(path, ledger, model)
    yield from _backup_faults(path, model, clock)
    step = model.under_way
    if step and step["begin"] == "export":
        model.exports[step["file"]] = {_sha256(Path(step["file"]))}
    model.states, model.under_way = [state], None
    model.numbers.update(numbers)


def _number_faults(numbers: dict[str, str], model: Model) -> Iterator[str]:
    """A number belongs to the record it was given to, whose title a change may have replaced."""
    for number, title in numbers.items():
        told = model.numbers.get(number)
        if told is not None and told.partition("件")[0] != title.partition("件")[0] and title in model.numbers.values():
            other = next(n for n, t in model.numbers.items() if t == title)
            if other != number:
                yield f"number: {number} was {told}, is {title}"


def _sha256(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def _file_faults(path: Path, ledger: Ledger, model: Model) -> Iterator[str]:
    folder = path.parent
    recorded = {}
    for month in ledger.months.all():
        recorded[month.file_name] = month.sha256
        for place in ("reports", "out"):
            if _sha256(folder / place / month.file_name) != month.sha256:
                yield f"file: {place}/{month.file_name} is not what was signed"
    lost = {told.sha256 for told in ledger.breaks()}
    signed = {sha256 for (sha256,) in ledger._book.rows("SELECT sha256 FROM month_revision")}
    for file in (folder / "reports").glob("*") if (folder / "reports").is_dir() else ():
        if _sha256(file) not in lost | signed:
            yield f"file: reports/{file.name} is known to nobody"
    step = model.under_way or {}
    for name, allowed in model.exports.items():
        if _sha256(Path(name)) not in allowed | ({step["sha256"]} if step.get("file") == name else set()):
            yield f"file: {name} is not what was exported"
    yield from (f"leftover: {file}" for file in (*folder.glob(".*"), *(folder / "backups").glob(".*"), *(folder / "reports").glob(".*")))


def _backup_faults(path: Path, model: Model, clock: Callable[[], datetime]) -> Iterator[str]:
    """Every file among the backups is a whole ledger; those not acknowledged become known now."""
    for file in sorted((path.parent / "backups").glob("*.db")):
        if str(file) in model.snapshots:
            continue
        with Ledger.open(file, clock=clock) as copy:
            if not copy.check().ok:
                yield f"backup: {file.name} is not whole"
            model.snapshots[str(file)] = [state_of(copy)[0]]
        file.with_name(file.name + ".lock").unlink(missing_ok=True)
    for name in model.snapshots:
        if not Path(name).exists() and made_at_of(Path(name)) is None:  # automatic ones are thinned
            yield f"backup: {name} is gone"
