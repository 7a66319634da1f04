"""Judge a stranger's sealed file: many small questions, each answered apart, then one verdict.

Never raises for what the file contains: whatever goes wrong while reading it is a refusal with a reason.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from ..domain.handed_in.verdict import Verdict
from ..domain.texts import Sentence, say
from .trust import Trust

if TYPE_CHECKING:
    from .attachment import Attached

LARGEST_FILE: Final = 200_000_000
"""Bytes of a file that is looked at at all."""


def examine(file_name: str, pdf: bytes, trust: Trust, *, at: datetime) -> "tuple[Verdict, Attached | None]":
    """The verdict on `pdf`, received `at` (aware), and what is attached (None unless it is accepted so far).

    `point` is the code of the certificate; month, revision and chain head come from the payload and are joined
    by the caller. Nothing is fetched from a network."""
    if not pdf:
        return _refused(file_name, say("文件是空的。")), None
    if len(pdf) > LARGEST_FILE:
        return _refused(file_name, say("文件超过{limit}MB，未核验。", limit=LARGEST_FILE // 1_000_000)), None
    # pyHanko costs 0.4 s to import: paid here, in the job that verifies, not when the window opens.
    from .judgement import Unsound, judge

    try:
        return judge(file_name, pdf, trust, at)
    except Unsound as refusal:
        return _refused(file_name, *refusal.sentences), None
    except Exception:  # noqa: BLE001 - a stranger's bytes may break a parser in any way: each is a refusal
        return _refused(file_name, say("文件读不出来：不是完整的PDF，或写法不合规范。")), None


def _refused(file_name: str, *reasons: Sentence) -> Verdict:
    told = tuple({str(reason): reason for reason in reasons}.values())
    return Verdict(file=file_name, accepted=False, intact=False, whole_file=False, trusted=False, reasons=told)


def as_written(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else None
