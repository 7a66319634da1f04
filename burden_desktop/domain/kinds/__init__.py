"""Every kind of record that a monitoring point keeps, in the order of the paper register."""

from typing import Final

from ..errors.entry import UnknownKind
from ..kind import Kind
from .app_group import APP_GROUP
from .certificate import CERTIFICATE
from .document import DOCUMENT
from .inspection import INSPECTION
from .meeting import MEETING
from .plaque import PLAQUE
from .problem import PROBLEM
from .report_request import REPORT_REQUEST

KINDS: Final[tuple[Kind, ...]] = (
    *(DOCUMENT, MEETING, INSPECTION, REPORT_REQUEST),
    *(CERTIFICATE, PLAQUE, APP_GROUP, PROBLEM),
)


def kind_named(name: str) -> Kind:
    """The kind of that name or label. Raises UnknownKind."""
    for kind in KINDS:
        if name in (kind.name, kind.label):
            return kind
    raise UnknownKind(kind=name, known="、".join(f"{kind.name}（{kind.label}）" for kind in KINDS))
