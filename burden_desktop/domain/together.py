"""Signed months judged at one time without a register: whether those of one point can come from one ledger.

Nobody was first, so where two contradict each other both are named: one of them at least is of a ledger that was rebuilt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .handed_in.bases_told import bases_unlike
from .handed_in.receiving import (
    ACCEPTED,
    Received,
    missing_months,
    months_between,
    outdated_by,
    partner_against,
    unfollowed,
)
from .handed_in.submission import Submission
from .nowhere import nowhere, told_nowhere
from .texts import Sentence, say

_BEFORE = 4
"""Files before one in the chain that are looked at for what was entered early."""


@dataclass(frozen=True, slots=True)
class InHand:
    """A file that holds by itself."""

    file: str
    sha256: str
    submission: Submission

    @property
    def received(self) -> Received:
        return stretch_of(Received(self.sha256, "", self.file, ACCEPTED), self.submission)


@dataclass(frozen=True, slots=True)
class Said:
    """What the others make known of one file."""

    notices: tuple[Sentence, ...] = ()
    reasons: tuple[Sentence, ...] = ()


def stretch_of(received: Received, told: Submission) -> Received:
    """With what the payload says of itself and of the stretch of the chain that it tells."""
    since_seq, since = told.since
    return replace(
        received,
        code=told.point.code,
        name=told.point.name,
        month=str(told.month),
        revision=told.revision,
        since_seq=since_seq,
        since=since,
        last_seq=told.last_seq,
        head=told.chain_head,
        has_break=bool(told.told_breaks),
    )


def said_together(files: Sequence[InHand]) -> tuple[Said, ...]:
    """What to say of each file, in their order."""
    notices: dict[int, list[Sentence]] = {place: [] for place in range(len(files))}
    reasons: dict[int, list[Sentence]] = {place: [] for place in range(len(files))}
    points: dict[str, list[int]] = {}
    for place, one in enumerate(files):
        points.setdefault(one.submission.point.code, []).append(place)
    for places in points.values():
        in_chain = sorted(places, key=lambda place: (files[place].submission.last_seq, files[place].submission.revision))
        for turn, place in enumerate(in_chain):
            before = in_chain[:turn]
            others = [files[other].received for other in before if files[other].sha256 != files[place].sha256]
            told, partner = files[place].submission, partner_against(others, files[place].submission)
            if partner is not None:
                other = next(other for other in before if files[other].sha256 == partner.sha256)
                reasons[place].append(_against(files[other]))
                reasons[other].append(_against(files[place]))
            elif (behind := unfollowed(others, told)) is not None:
                notices[place].append(_unfollowing(behind))
            notices[place].extend(filter(None, (outdated_by(others, told), _replaced(files, places, place))))
            notices[place].extend(bases_unlike([files[other].submission for other in before], told))
            notices[place].extend(_gap(files, places, place))
            notices[place].extend(_unheld(files, before[-_BEFORE:], place))
    return tuple(Said(tuple(notices[place]), _once(reasons[place])) for place in range(len(files)))


def _replaced(files: Sequence[InHand], places: Sequence[int], place: int) -> Sentence | None:
    told = files[place].submission
    newer = max((files[other] for other in places if files[other].submission.month == told.month), key=lambda one: one.submission.revision)
    if newer.submission.revision <= told.revision:
        return None
    return say("已由同时核验的第{revision}版（{file}）替换，以第{revision}版为准。", revision=newer.submission.revision, file=newer.file)


def _gap(files: Sequence[InHand], places: Sequence[int], place: int) -> list[Sentence]:
    month = files[place].submission.month
    known = [files[other].submission.month for other in places]
    missing = months_between(max((one for one in known if one < month), default=None), month)
    return [missing_months(missing)] if missing else []


def _unheld(files: Sequence[InHand], before: Sequence[int], place: int) -> list[Sentence]:
    """Records of files before that stand in none, beyond those that the file alone shows."""
    told = files[place].submission
    alone = nowhere(told)
    sentence = told_nowhere([number for number in nowhere(told, [files[other].submission for other in before]) if number not in alone])
    return [sentence] if sentence else []


def _against(other: InHand) -> Sentence:
    return say(
        "与同时核验的{month}第{revision}版（{file}）矛盾：两份的历史链接不上，至少有一份出自被重建或改动过的台账。",
        month=other.submission.month.label, revision=other.submission.revision, file=other.file,
    )  # fmt: skip


def _unfollowing(behind: Received) -> Sentence:
    return say(
        "接不上同时核验的{file}：两份之间还签出过别的文件（如更正的月报），请补齐再核验；没有签出过的，台账被重建过。", file=behind.file_name
    )


def _once(told: Sequence[Sentence]) -> tuple[Sentence, ...]:
    return tuple({str(one): one for one in told}.values())
