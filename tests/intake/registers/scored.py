"""Compares what the program makes of a drawn register with its truth; printed as figures by ``python -m``."""

import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from burden_desktop.domain.errors.family import BurdenError
from burden_desktop.domain.kinds import KINDS
from burden_desktop.intake.registers.register import read_register
from burden_desktop.intake.registers.rows import public_row

from .drawn import Register
from .exports import EXPORTS
from .layouts import LAYOUTS
from .meetings import MEETINGS
from .others import OTHERS
from .papers import PAPERS
from .visits import VISITS
from .written import write

TODAY = date(2026, 5, 1)
ALL = (*PAPERS, *EXPORTS, *MEETINGS, *VISITS, *LAYOUTS, *OTHERS)
_KNOWN = {kind.name for kind in KINDS}


def can_be_read(register: Register) -> bool:
    """Whether every kind of the register is declared."""
    return {str(row["kind"]) for row in register.rows().values()} <= _KNOWN


def differences(register: Register, folder: Path) -> list[str]:
    """Every way in which the reading departs from the truth, one sentence each."""
    reading = read_register(write(register, folder), kind=None, today=TODAY)
    got = {(row["sheet"], row["row"]): row for row in map(public_row, reading.rows)}
    refused = {(row.sheet, row.row): row.reason for row in reading.rejected}
    want, bad = register.rows(), register.rejected()
    found = [f"missed {key} {refused.get(key, '')}" for key in want if key not in got]
    found += [f"extra {key} {got[key]}" for key in got if key not in want]
    for key in want.keys() & got.keys():
        found += _fields(key, want[key], got[key])
    found += [f"not rejected {key} {bad[key]} got {refused.get(key)}" for key in bad if refused.get(key) != bad[key]]
    found += [f"rejected {key} {refused[key]}" for key in refused if key not in bad]
    where = [(row.sheet, row.row) for row in reading.rows]
    pairs = {(where[a], where[b]) for a, b in reading.duplicates}
    found += [f"not paired {pair}" for pair in set(register.twice) - pairs]
    found += [f"wrongly paired {pair}" for pair in pairs - set(register.twice)]
    return [*found, *_headings(register, reading.mapping)]


def _fields(key: tuple[str, int], want: Mapping[str, object], got: Mapping[str, object]) -> Iterable[str]:
    for name, value in want.items():
        if str(got.get(name)) != str(value):
            yield f"{key} {name}: wanted {value!r} got {got.get(name)!r}"


def _headings(register: Register, mapping: Mapping[str, Mapping[str, str | None]]) -> Iterable[str]:
    for table in register.tables:
        given = {_bare(head): field for head, field in mapping.get(table.name, {}).items()}
        for head, field in table.mapping.items():
            seen = given.get(_bare(head))
            if _same_date(seen) != _same_date(field):
                yield f"{table.name} heading {head!r}: wanted {field} got {seen}"


def _bare(head: str) -> str:
    return "".join(head.split())


def _same_date(field: str | None) -> str | None:
    return "starts_at" if field == "held_on" else field


def main() -> None:
    """Figures over all drawn registers, as the rules stand now."""
    rows = met = fields = wrong = bad = named = 0
    for register in ALL:
        if not can_be_read(register):
            print(f"==  {register.file}: its kind is not declared yet")
            continue
        found = _found(register)
        rows += len(register.rows())
        met += len(register.rows()) - sum(one.startswith("missed") for one in found)
        fields += sum(len(row) for row in register.rows().values())
        wrong += sum(": wanted" in one and "heading" not in one for one in found)
        bad += len(register.rejected())
        named += len(register.rejected()) - sum(one.startswith("not rejected") for one in found)
        print(f"{'ok ' if not found else '!! '} {register.file}")
        for one in sorted(found):
            print("      ", one)
    print(f"rows {met}/{rows}, wrong fields {wrong}/{fields}, rejected {named}/{bad}")


def _found(register: Register) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            return differences(register, Path(folder))
        except BurdenError as error:
            return [*(f"missed {key} {error!r}" for key in register.rows()), *(f"not rejected {k}" for k in register.rejected())]


if __name__ == "__main__":
    main()
