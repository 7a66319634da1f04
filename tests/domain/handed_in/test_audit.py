"""Two signed months side by side: what extends, what contradicts, and what was done to records that were handed in."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from burden_desktop.domain.chain.chain_break import ChainBreak
from burden_desktop.domain.chain.history import GENESIS, Entry, link
from burden_desktop.domain.handed_in.audit import DIFFERS, EXTENDS, GAP, TOLD_BREAK, audit
from burden_desktop.domain.months.month import Month

AT = "2026-04-02T09:30:00+08:00"


@dataclass
class Chain:
    """Grows entry by entry; a part of it is what a signed month carries."""

    entries: list[Entry] = field(default_factory=list)

    def add(self, action: str, number: str, kind: str = "document", digest: str = "d" * 64) -> None:
        seq = len(self.entries) + 1
        head = self.entries[-1].hash if self.entries else GENESIS
        self.entries.append(Entry(seq, AT, action, kind, number, digest, link(head, seq, AT, action, kind, number, digest)))

    def part(self, first: int, last: int, records: list[dict[str, Any]] | None = None, breaks: tuple[ChainBreak, ...] = ()) -> Any:
        """A payload of the entries from `first` to `last`, counted from 1."""
        since = self.entries[first - 2].hash if first > 1 else GENESIS
        chain = {"since": since, "since_seq": first - 1, "entries": [entry.public() for entry in self.entries[first - 1 : last]]}
        return SimpleNamespace(
            body={"chain": chain, "records": records or []}, since=(first - 1, since), last_seq=last,
            month=Month(2026, 3 if first == 1 else 4), revision=1,
            chain_head=self.entries[last - 1].hash, breaks=breaks, found_breaks=(),
        )  # fmt: skip


@pytest.fixture
def chain() -> Chain:
    made = Chain()
    for number in ("收2026-0001", "收2026-0002", "收2026-0003"):
        made.add("add", number)
    made.add("seal", "2026-03", "month")
    made.add("withdraw", "收2026-0001")
    made.add("change", "收2026-0002")
    made.add("change", "收2026-0002")
    made.add("add", "收2026-0004")
    made.add("change", "收2026-0004")
    made.add("purge", "收2026-0003")
    made.add("reopen", "2026-03", "month")
    return made


OLD = [{"number": f"收2026-000{n}", "late": False} for n in (1, 2, 3)]


def test_what_was_handed_in_and_touched_since_is_named(chain: Chain) -> None:
    found = audit(chain.part(1, 3, OLD), chain.part(4, 11, [{"number": "收2026-0004", "late": True}]), old_sha256="a")
    assert (found.link, found.withdrawn, found.changed, found.purged) == (EXTENDS, ("收2026-0001",), ("收2026-0002",), ("收2026-0003",))
    assert (found.late, found.reopened) == (("收2026-0004",), ("2026-03",))
    assert found.actions == {"withdraw": 1, "change": 3, "add": 1, "purge": 1}
    words = " ".join(map(str, found.sentences))
    assert "其间新增0条，补登1条，修改2条，撤销1条。" in words and "其间补登的记录：收2026-0004" in words
    assert "接续" in words and "修改了1条：收2026-0002" in words and "补登了1条：收2026-0004" in words


def test_what_is_new_in_between_is_named_and_what_counts_in_a_later_month_is_late(chain: Chain) -> None:
    new = chain.part(4, 11, [{"number": "收2026-0004", "late": False}])
    assert "其间新增的记录：收2026-0004" in " ".join(map(str, audit(chain.part(1, 3, OLD), new, old_sha256="a").sentences))
    new.body["issue"] = {"booked_later": [["收2026-0004", "2026-04"]]}
    found = audit(chain.part(1, 3, OLD), new, old_sha256="a")
    assert found.between and (found.between.added, found.between.late) == ((), ("收2026-0004",))


def test_an_overlap_is_compared_entry_by_entry(chain: Chain) -> None:
    assert audit(chain.part(1, 6, OLD), chain.part(4, 11), old_sha256="a").link == EXTENDS
    other = Chain(chain.entries[:4])
    for _ in range(5):
        other.add("change", "收2026-0002", digest="e" * 64)
    found = audit(chain.part(1, 6, OLD), other.part(4, 9), old_sha256="a")
    assert (found.link, found.first_bad) == (DIFFERS, 5)
    found = audit(chain.part(1, 6, OLD), other.part(7, 9), old_sha256="a")
    assert (found.link, found.first_bad) == (DIFFERS, 6)
    found = audit(chain.part(1, 6, OLD), other.part(2, 5), old_sha256="a")
    assert found.link == DIFFERS


def test_a_file_that_is_missing_between_leaves_it_open(chain: Chain) -> None:
    assert audit(chain.part(1, 3, OLD), chain.part(6, 11), old_sha256="a").link == GAP


def test_a_break_that_is_told_is_no_contradiction(chain: Chain) -> None:
    told = ChainBreak(5, AT, "硬盘损坏", "2026-03", 1, "a" * 64)
    other = Chain(chain.entries[:2])
    other.add("restore", "", "ledger")
    found = audit(chain.part(1, 4, OLD), other.part(1, 3, breaks=(told,)), old_sha256="a" * 64)
    assert (found.link, found.restores) == (TOLD_BREAK, ("2026-04-02",))
    assert "硬盘损坏" in " ".join(map(str, found.sentences))
    assert audit(chain.part(1, 4, OLD), other.part(1, 3, breaks=(told,)), old_sha256="b" * 64).link == DIFFERS
