"""What a commission keeps: the points it enrolled, the files it received, and where a new file stands among them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ..months.month import Month
from ..texts import Sentence, label, say
from .submission import Submission

ACCEPTED, NOTICED, REFUSED = "accepted", "noticed", "refused"
KNOWN: Final = "known"
"""No verdict: the very file was accepted before, and nothing is kept a second time."""
OUTCOMES: Final = {ACCEPTED: label("接受"), NOTICED: label("接受，有提示"), REFUSED: label("拒收"), KNOWN: label("已收过")}


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A certificate that the commission believes for the point `code`. `fingerprint` is SHA-256 in hexadecimal;
    `suspended_at` is empty while it is believed. Times are ISO with offset."""

    code: str
    name: str
    fingerprint: str
    certificate: bytes
    enrolled_at: str
    not_after: str
    suspended_at: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """One file as it was received. Figures of the payload are empty or 0 where the file was refused before it was
    read. `since_seq`, `since`, `last_seq`, `head` say which stretch of the point's chain it tells."""

    sha256: str
    received_at: str
    file_name: str
    outcome: str
    code: str = ""
    name: str = ""
    month: str = ""
    revision: int = 0
    signed_at: str = ""
    since_seq: int = 0
    since: str = ""
    last_seq: int = 0
    head: str = ""
    has_break: bool = False
    notices: tuple[Sentence, ...] = ()
    reasons: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferedCertificate:
    """What a .cer says of itself, before it is believed. `fault` is why it must not be enrolled, None if it may."""

    name: str
    code: str
    fingerprint: str
    der: bytes
    not_before: datetime
    not_after: datetime
    fault: Sentence | None


def readable(fingerprint: str) -> str:
    """A fingerprint in groups of four capitals: what two people compare over the telephone."""
    capitals = fingerprint.upper()
    return " ".join(capitals[start : start + 4] for start in range(0, len(capitals), 4))


def plain(fingerprint: str) -> str:
    """What somebody typed or copied, as lower-case hexadecimal without separators."""
    return "".join(letter for letter in fingerprint.lower() if letter in "0123456789abcdef")


def due_on(month: Month, report_day: int) -> date:
    """The day by which a month is to be handed in: in the month after it."""
    return month.plus(1).first_day.replace(day=report_day)


def received_before(earlier: Sequence[Received], sha256: str) -> Sentence | None:
    """That this very file was accepted before; None where it was not."""
    same = next((one for one in earlier if one.sha256 == sha256), None)
    return say("这份文件已于{at}收到过，没有重复收入。", at=same.received_at[:16].replace("T", " ")) if same else None


def faults_among(earlier: Sequence[Received], new: Submission) -> tuple[Sentence, ...]:
    """Why `new` cannot stand beside the point's files accepted before (`earlier`, in order of receipt)."""
    of_month = [one for one in earlier if one.month == str(new.month)]
    latest = max(of_month, key=lambda one: one.revision, default=None)
    if latest is not None and latest.revision == new.revision:
        return (say("已收到过{month}第{revision}版的另一份文件，两份内容不同。", month=new.month.label, revision=new.revision),)
    if latest is not None and latest.revision > new.revision:
        return (say("已收到{month}更新的第{revision}版，旧版不再接受。", month=new.month.label, revision=latest.revision),)
    if latest is not None and latest.revision + 1 == new.revision and new.issue.replaces != latest.sha256:
        return (say("更正所替换的不是已收到的{month}第{revision}版。", month=new.month.label, revision=latest.revision),)
    if not new.breaks and not all(_fits(one, new) or _told_found(one, new) for one in _in_force(earlier)):
        return (say("历史链与已收到的月报接不上：台账在两次报送之间被重建或改动过，且没有说明。"),)
    if not new.breaks and (_unexplained_before(earlier, new) or _unexplained_behind(earlier, new)):
        return (say("历史链与已收到的月报接不上：此前还签出过别的文件（如更正的月报）就请先报送，否则台账被重建过。"),)
    return ()


def partner_against(earlier: Sequence[Received], new: Submission) -> Received | None:
    """Of the point's other files (`earlier`, in the order of the chain), the one beside which `new` cannot stand."""
    of_month = [one for one in earlier if one.month == str(new.month)]
    for one in of_month:
        former = one.revision + 1 == new.revision
        if one.revision == new.revision or (former and new.issue.replaces != one.sha256):
            return one
    if new.breaks:
        return None
    return next((one for one in _in_force(earlier) if not (_fits(one, new) or _told_found(one, new))), None)


def unfollowed(earlier: Sequence[Received], new: Submission) -> Received | None:
    """The file in hand that `new` should follow and does not, though no month between them is missing: a file that was
    signed between is not in hand, or the ledger was rebuilt."""
    if new.breaks or not _unexplained_before(earlier, new):
        return None
    return max(_before(earlier, new.since[0]), key=lambda one: one.last_seq)


def _before(earlier: Sequence[Received], seq: int) -> list[Received]:
    """The files in force that end by entry `seq`: a file is laid beside its neighbour in the chain, not in the pile."""
    return [one for one in _in_force(earlier) if one.last_seq <= seq]


def _leaves_a_gap(earlier: Sequence[Received], new: Submission) -> bool:
    """Whether something was signed between this one and the file in hand that comes before it."""
    before = _before(earlier, new.since[0])
    return bool(before) and new.since[0] > max(one.last_seq for one in before)


def _unexplained_before(earlier: Sequence[Received], new: Submission) -> bool:
    """A gap before this file that no missing month and no missing revision accounts for."""
    known = _before(earlier, new.since[0])
    return _leaves_a_gap(earlier, new) and not (_missing_months(known, new.month) or _lacks_former(earlier, new))


def _unexplained_behind(earlier: Sequence[Received], new: Submission) -> bool:
    """The same behind it: handing in the later month first must not hide what is not there."""
    later = [one for one in _in_force(earlier) if one.since_seq >= new.last_seq]
    following = min(later, key=lambda one: one.since_seq, default=None)
    if following is None or following.since_seq == new.last_seq:
        return False
    month = Month.parse(following.month)
    known = [Month.parse(one.month) for one in _before(earlier, following.since_seq)]
    missing = months_between(max((one for one in (*known, new.month) if one < month), default=None), month)
    former = any(one.month == following.month and one.revision == following.revision - 1 for one in earlier)
    return not missing and (following.revision == 1 or former)


def _lacks_former(earlier: Sequence[Received], new: Submission) -> bool:
    """Whether this corrects a file that is not among those accepted: never handed in, or refused for its key."""
    return new.revision > 1 and not any(one.month == str(new.month) and one.revision == new.revision - 1 for one in earlier)


def _missing_months(earlier: Sequence[Received], month: Month) -> tuple[Month, ...]:
    """Months between the last one received before `month` and `month` itself."""
    return months_between(max((known for known in (Month.parse(one.month) for one in earlier) if known < month), default=None), month)


def months_between(before: Month | None, month: Month) -> tuple[Month, ...]:
    """The months after `before` and before `month`; none where nothing came before."""
    missing, step = [], before.plus(1) if before else month
    while step < month:
        missing.append(step)
        step = step.plus(1)
    return tuple(missing)


def missing_months(missing: Sequence[Month]) -> Sentence:
    """The notice 缺月."""
    return say("缺月：没有收到{months}的月报。", months="、".join(month.label for month in missing))


def late(month: Month, report_day: int, on: date) -> Sentence | None:
    """The notice 迟报 for a month that came, or was signed, after its day; None if it was in time."""
    due = due_on(month, report_day)
    return say("迟报：应于{due}前报送。", due=due.isoformat()) if on > due else None


def notices_among(earlier: Sequence[Received], new: Submission, received_at: datetime) -> tuple[Sentence, ...]:
    """What the reader of an accepted file should know: late, out of order, something missing before it."""
    return tuple(_notices(earlier, new, received_at))


def _notices(earlier: Sequence[Received], new: Submission, received_at: datetime) -> Iterable[Sentence]:
    too_late = late(new.month, new.point.report_day, received_at.date())
    if new.revision == 1 and too_late:
        yield too_late
    missing = _missing_months(earlier, new.month)
    if missing:
        yield missing_months(missing)
    if new.revision == 1 and any(Month.parse(one.month) > new.month for one in earlier):
        yield say("补报：晚于以后月份的月报收到。")
    if _lacks_former(earlier, new):
        yield say("没有收到{month}第{revision}版。", month=new.month.label, revision=new.revision - 1)
    behind = outdated_by(earlier, new)
    if behind is not None:
        yield behind
    if _leaves_a_gap(earlier, new) and not new.breaks:
        yield say("历史链中间缺一段：此前签出的文件没有全部收到。")


def outdated_by(earlier: Sequence[Received], new: Submission) -> Sentence | None:
    """Which later months were signed before this correction, so that their bases are those of the file it replaces."""
    latest = {one.month: one for one in sorted(earlier, key=lambda one: one.revision)}
    months = sorted(Month.parse(one.month) for one in latest.values() if one.last_seq <= new.since[0])
    later = [month.label for month in months if month > new.month]
    if new.revision == 1 or not later:
        return None
    return say(
        "{months}的月报签署在这次更正之前：其中的上月、累计等数字以更正前的为准，需要时请监测点一并更正。", months="、".join(later)
    )


def _in_force(earlier: Sequence[Received]) -> list[Received]:
    """The files whose chain still holds: a declared break sets aside what the restore took back."""
    kept: list[Received] = []
    for one in earlier:
        if one.has_break:
            kept = [before for before in kept if before.last_seq <= one.since_seq]
        kept.append(one)
    return kept


def _told_found(known: Received, new: Submission) -> bool:
    """Whether the file itself tells that the chain was found broken before the known one ended."""
    return any(told.first_bad <= known.last_seq for told in new.found_breaks)


def _fits(known: Received, new: Submission) -> bool:
    """Whether two stretches of one chain follow each other, with or without something between them."""
    since_seq, since = new.since
    if since_seq >= known.last_seq:
        return since_seq > known.last_seq or since == known.head
    if new.last_seq <= known.since_seq:
        return new.last_seq < known.since_seq or new.chain_head == known.since
    return False
