"""Two signed months of one point laid side by side: does the second extend the first, and what was done in between.

Only the public entries and the attached records speak; what the point keeps to itself stays there.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..chain.chain_break import ChainBreak, break_sentences
from ..chain.deeds import deeds, entries_of
from ..chain.found_break import FoundBreak
from ..chain.history import Entry
from ..kinds import KINDS
from ..nowhere import left_out_at_first, nowhere
from ..switches import Switches, switches
from ..texts import Sentence, label, say
from .submission import Submission

EXTENDS, GAP, DIFFERS, TOLD_BREAK = "extends", "gap", "differs", "told-break"
SAME, REVERSED = "same", "reversed"
_NO_SWITCHES: Final = Switches()
_MOST: Final = 20  # numbers named in a line
_KINDS: Final = frozenset(kind.name for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Audit:
    """`link` is how the second stands to the first: it extends it; a file between them is missing (gap, so that
    nothing can be told); it contradicts it; it
    was signed before the first (reversed), or both tell the same stretch; or a restore, told with its reason, took the first out of the chain.
    Numbers are record numbers: `withdrawn`, `changed` and `purged` were in the first file, `late` are in the second. `changed_later` were
    changed more than three days after they were entered, whichever file counts them. `nowhere` were entered, never
    withdrawn, and stand in neither file, though one of them should hold them; `left_out` were entered before the first
    file and stand not in it: of older months, if the point says so. `switches` are rules and settings changed in between.
    `between` is what was done to records between the two, whichever file holds them."""

    link: str
    withdrawn: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    purged: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    changed_later: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    restores: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    switches: Switches = _NO_SWITCHES
    between: "Between | None" = None
    actions: Mapping[str, int] | None = None
    breaks: tuple[ChainBreak, ...] = ()
    found_breaks: tuple[FoundBreak, ...] = ()
    first_bad: int | None = None

    @property
    def told_breaks(self) -> tuple[Sentence, ...]:
        """What the second file itself says of breaks of either sort."""
        return (*break_sentences(self.breaks), *(one.sentence for one in self.found_breaks))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """What a reader is told, the link first."""
        told = [_LINKS[self.link], *(self.between.sentences if self.between else ())]
        for numbers, words in (
            (self.withdrawn, label("前一份中的记录后来撤销了{count}条：{numbers}")),
            (self.changed, label("前一份中的记录后来修改了{count}条：{numbers}")),
            (self.purged, label("前一份中的记录后来彻底清除了{count}条：{numbers}")),
            (self.late, label("后一份中补登了{count}条：{numbers}")),
            (self.changed_later, label("录入三天以后又修改了{count}条：{numbers}")),
            (self.reopened, label("其间重新打开更正的月份{count}个：{numbers}")),
            (self.restores, label("其间恢复备份{count}次：{numbers}")),
            (self.switches.there_and_back, label("其间关闭后又打开（或打开后又关闭）的规则{count}条：{numbers}")),
            (self.switches.rules, label("其间改动的规则{count}条：{numbers}")),
            (self.switches.settings, label("其间改动的其他设置{count}项：{numbers}")),
            (self.nowhere, label("录入以后没有撤销、两份月报中都没有的记录{count}条：{numbers}")),
            (self.left_out, label("首份月报以前录入、不在月报中的记录{count}条（如非更早月份的旧记录，请监测点说明）：{numbers}")),
        ):
            if numbers:
                told.append(Sentence(words, {"count": len(numbers), "numbers": "、".join(numbers)}))
        return (*told, *self.told_breaks)


@dataclass(frozen=True, slots=True)
class Between:
    """Numbers of records entered (`late`: entered late, 补登), changed and withdrawn between two files, each once."""

    added: tuple[str, ...]
    late: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The counts, and the numbers of what is new."""
        counts = say(
            "其间新增{added}条，补登{late}条，修改{changed}条，撤销{withdrawn}条。",
            added=len(self.added), late=len(self.late), changed=len(self.changed), withdrawn=len(self.withdrawn),
        )  # fmt: skip
        named = ((self.added, label("其间新增的记录：{numbers}")), (self.late, label("其间补登的记录：{numbers}")))
        return (counts, *(Sentence(words, {"numbers": _listed(numbers)}) for numbers, words in named if numbers))


def _listed(numbers: tuple[str, ...]) -> str:
    return "、".join(numbers[:_MOST]) + ("……" if len(numbers) > _MOST else "")


def _between(new: Submission, since: Sequence[Entry]) -> Between:
    """`new` says which records were entered late: those in its own rows, and those that it tells to count in later months."""
    done = {action: dict.fromkeys(entry.number for entry in since if entry.action == action and entry.kind in _KINDS)
            for action in ("add", "change", "withdraw")}  # fmt: skip
    late = {row["number"] for row in new.body["records"] if row["late"]}
    late |= {number for number, _ in new.body.get("issue", {}).get("booked_later", ())}
    return Between(
        added=tuple(number for number in done["add"] if number not in late),
        late=tuple(number for number in done["add"] if number in late),
        changed=tuple(done["change"]),
        withdrawn=tuple(done["withdraw"]),
    )


_LINKS: Final = {
    SAME: say("两份说的是同一段历史，没有先后可比。"),
    REVERSED: say("顺序应当反过来：前一份是在后一份之后签署的，历史链前后相接。请调换两份再比。"),
    EXTENDS: say("后一份接续前一份：历史链前后相接，没有改写。"),
    GAP: say("两份之间还签出过别的月报（或更正），缺了它们无法判断历史链是否相接。请补齐再比；月份本来相邻又没有更正过的，是台账被重建过。"),
    DIFFERS: say("后一份与前一份矛盾：历史链不相接，前一份之前的记录可能被改写。"),
    TOLD_BREAK: say("前一份不在后一份的历史链中，监测点已说明是恢复备份所致（断链）。"),
}


def audit(old: Submission, new: Submission, *, old_sha256: str) -> Audit:
    """Lay `new` beside `old`, two payloads of one point; `old_sha256` is that of the old file."""
    old_seq, entries = old.last_seq, entries_of(new)
    link, first_bad = _link(old, new, entries, old_sha256)
    if link == DIFFERS and _link(new, old, entries_of(old), "")[0] == EXTENDS:
        link, first_bad = REVERSED, None
    if (old.since, old.last_seq, old.chain_head) == (new.since, new.last_seq, new.chain_head):
        link, first_bad = SAME, None
    if link in (GAP, DIFFERS, SAME, REVERSED):
        return Audit(link, breaks=new.breaks, found_breaks=new.found_breaks, first_bad=first_bad)
    since = [entry for entry in entries if entry.seq > old_seq] if link == EXTENDS else list(entries)
    found = deeds(new, entries_of(old))
    in_old = {row["number"] for row in old.body["records"]}
    done: dict[str, list[str]] = {"withdraw": [], "change": [], "purge": []}
    for entry in since:
        if entry.number in in_old and entry.action in done and entry.number not in done[entry.action]:
            done[entry.action].append(entry.number)
    return Audit(
        link,
        withdrawn=tuple(done["withdraw"]),
        changed=tuple(done["change"]),
        purged=tuple(done["purge"]),
        late=found.late,
        changed_later=found.changed_later,
        reopened=tuple(entry.number for entry in since if entry.action == "reopen"),
        restores=tuple(entry.at[:10] for entry in since if entry.action == "restore"),
        nowhere=nowhere(new, (old,)) if link == EXTENDS else (),
        left_out=left_out_at_first(old),
        switches=switches(since),
        between=_between(new, since),
        actions=dict(Counter(entry.action for entry in since if entry.kind in _KINDS)),
        breaks=new.breaks,
        found_breaks=new.found_breaks,
    )


def _link(old: Submission, new: Submission, entries: tuple[Entry, ...], old_sha256: str) -> tuple[str, int | None]:
    """How the second stands to the first, and the first entry that contradicts it."""
    if any(told.sha256 == old_sha256 for told in new.breaks):
        return TOLD_BREAK, None
    seq, head = old.last_seq, old.chain_head
    since_seq, since = new.since
    if since_seq == seq:
        return (EXTENDS, None) if since == head else (DIFFERS, seq)
    if since_seq > seq:
        return GAP, None
    of_old = {entry.seq: entry.hash for entry in entries_of(old)}
    for entry in entries:
        if entry.seq in of_old and entry.hash != of_old[entry.seq]:
            return DIFFERS, entry.seq
    there = {entry.seq: entry.hash for entry in entries}
    return (EXTENDS, None) if there.get(seq) == head else (DIFFERS, seq)


def first_strange(signed: Submission, ledger: Mapping[int, str]) -> int | None:
    """The first entry that the signed month tells otherwise than `ledger` (sequence number → hash), None when all
    that was signed stands there: also who rebuilt a whole chain cannot rebuild what he signed."""
    since_seq, since = signed.since
    told = {since_seq: since, **{entry.seq: entry.hash for entry in entries_of(signed)}}
    return min((seq for seq, head in told.items() if seq > 0 and ledger.get(seq) != head), default=None)


def as_json(found: Audit) -> dict[str, Any]:
    """The answer of the `audit` command, without the two files' own figures."""
    return {
        "link": found.link,
        "extends": {EXTENDS: True, GAP: None, SAME: None, REVERSED: None}.get(found.link, False),
        "first_bad": found.first_bad,
        "withdrawn": list(found.withdrawn),
        "changed": list(found.changed),
        "purged": list(found.purged),
        "late": list(found.late),
        "changed_later": list(found.changed_later),
        "reopened": list(found.reopened),
        "restores": list(found.restores),
        "rules_there_and_back": list(found.switches.there_and_back),
        "rules_changed": list(found.switches.rules),
        "settings_changed": list(found.switches.settings),
        "nowhere": list(found.nowhere),
        "left_out": list(found.left_out),
        "actions": dict(found.actions or {}),
        "breaks": [str(sentence) for sentence in found.told_breaks],
    }
