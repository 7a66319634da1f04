"""Whose work a ledger serves: a point records and reports, a commission receives. One ledger never does both."""

from typing import Final

from .errors.receiving import NotACommission, NotAPoint

POINT, COMMISSION = "point", "commission"
ROLES: Final = (POINT, COMMISSION)

_OF_COMMISSIONS: Final = frozenset({"enrolled", "received"})
_OF_BOTH: Final = frozenset({"point", "ledger", "setting"})


def refuse_other(role: str, served: str) -> None:
    """Raises NotAPoint or NotACommission unless a ledger of `role` is one that `served` names."""
    if role != served:
        raise NotAPoint() if served == POINT else NotACommission()


def refuse_entry(role: str, kind: str) -> None:
    """Whether history of a ledger of `role` may bear an entry of `kind`. Raises NotAPoint, NotACommission."""
    if kind not in _OF_BOTH:
        refuse_other(role, COMMISSION if kind in _OF_COMMISSIONS else POINT)
