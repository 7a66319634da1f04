"""What the ledger remembers of its signing certificate: where it lies and when it ends; never the passphrase."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from .texts import Sentence, say

REMINDED: Final = timedelta(days=60)
"""Before its end a certificate is to be renewed: time for a new sheet to reach the commission."""


@dataclass(frozen=True, slots=True)
class IdentityKept:
    """`path` is None while none is chosen; `until` is the last day of its certificate, None while it was never
    opened here. `waiting` is a new one that is used once the commission has enrolled it."""

    path: Path | None = None
    until: date | None = None
    waiting: Path | None = None
    waiting_until: date | None = None

    def reminder(self, today: date) -> Sentence | None:
        """What to tell when the certificate has ended or ends soon; None while there is time, or nothing is known."""
        if self.until is None:
            return None
        if self.waiting is not None:
            return say("新签名证书已经做好。纪委登记以后，请在“设置”里改用新证书。") if today > self.until - REMINDED else None
        if today > self.until:
            return say("签名证书已于{day}到期，不能再签名。请换发新证书，把登记表交纪委登记，旧月报仍然有效。", day=self.until.isoformat())
        return ends_soon(self.until, (self.until - today).days)


def ends_soon(until: date, days: int) -> Sentence | None:
    """What to tell `days` before `until`; None while there is more time than REMINDED."""
    if not 0 <= days <= REMINDED.days:
        return None
    return say(
        "签名证书将于{day}到期，还有{days}天。请新建证书，把登记表交纪委换发登记，旧月报仍然有效。", day=until.isoformat(), days=days
    )
