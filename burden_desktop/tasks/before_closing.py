"""What the clerk should know before he seals a month, and once he opened one for correction: said, and nothing asked."""

from datetime import date

from ..domain.handed_in.receiving import late
from ..domain.kinds import KINDS
from ..domain.months.agenda import report_day
from ..domain.months.month import Month
from ..domain.texts import Sentence, say
from ..store.ledger import Ledger
from .differences import differences

_RECORDS = frozenset(kind.name for kind in KINDS)


def told_before_closing(ledger: Ledger, month: Month) -> tuple[Sentence, ...]:
    """All that the clerk should know before he seals `month`."""
    told = (left_before(ledger, month), open_beside(ledger, month), nothing_corrected(ledger, month), too_late(ledger, month, ledger.today()))
    return tuple(filter(None, told))


def left_before(ledger: Ledger, month: Month) -> Sentence | None:
    """What to tell before `month` becomes the first closed one while older records stand: no report will hold them."""
    first = ledger.tallies.first_month()
    if ledger.months.last_sealed() is not None or first is None or first >= month:
        return None
    count = sum(ledger.tallies.of(kind, first, month.previous).receipts for kind in KINDS if kind.stock is None)
    return say(
        "{month}是首个封存的月份。{first}起更早的{count}条记录只作对比，以后不能再封存；如需报送，请从最早的月份封存起。",
        month=month.label, first=first.label, count=count,
    )  # fmt: skip


def open_beside(ledger: Ledger, month: Month) -> Sentence | None:
    """What to tell when `month` is closed while another stands open for correction: its figures are still moving."""
    others = [sealed.month.label for sealed in ledger.months.all() if sealed.open_for_correction and sealed.month != month]
    if not others:
        return None
    return say(
        "{others}正在更正、尚未重新封存：{month}的上月、累计等数字会随更正变动，宜先封存更正。", others="、".join(others), month=month.label
    )


def nothing_corrected(ledger: Ledger, month: Month) -> Sentence | None:
    """What to tell when a month was opened for correction and is sealed as it was."""
    before = ledger.months.sealed(month)
    if before is None or not before.open_for_correction:
        return None
    since = ledger.history.entries(before.chain_seq)
    if any(entry.kind not in _RECORDS and entry.kind != "month" for entry in since):
        return None  # words, settings, bodies: they may show in the report
    booked = {record.number for kind in KINDS for record in ledger.records.in_month(kind, month)}
    if differences(ledger, month, since, booked):
        return None
    return say(
        "{month}打开更正以来没有改动任何记录：第{revision}版与第{before}版内容相同，只多一份签名。", month=month.label,
        revision=before.revision + 1, before=before.revision,
    )  # fmt: skip


def too_late(ledger: Ledger, month: Month, today: date) -> Sentence | None:
    """That whoever verifies the file will read 迟报; a correction is not late."""
    if ledger.months.sealed(month) is not None or late(month, ledger.point.report_day, today) is None:
        return None
    return say("{month}的报送日{due}已过，核验和接收时会提示迟报。", month=month.label, due=report_day(month, ledger.point.report_day).isoformat())


def signed_on_old_figures(ledger: Ledger, month: Month) -> Sentence | None:
    """Once `month` was opened for correction: later months that were sealed on its figures of before."""
    later = [sealed.month.label for sealed in ledger.months.all() if sealed.month > month and not sealed.open_for_correction]
    if not later:
        return None
    return say("{months}已经封存，其中的上月和累计数字仍是更正前的，需要时请一并更正。", months="、".join(later))
