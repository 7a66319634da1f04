"""Every kind of record that a monitoring point keeps, in the order of the paper register."""

from typing import Final

from ..errors.entry import UnknownKind
from ..kind import Kind
from ..pattern import pattern
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

_DOT: Final = "·"
_USUAL: Final = {
    "文件": DOCUMENT, "来文": DOCUMENT, "公文": DOCUMENT, "会议": MEETING, "检查": INSPECTION, "督查": INSPECTION,
    "报表报送": REPORT_REQUEST, "填表": REPORT_REQUEST, "表格": REPORT_REQUEST, "牌子": PLAQUE, "群": APP_GROUP, "整改": PROBLEM,
    "问题": PROBLEM,
}  # fmt: skip
_NOT_LETTERS: Final = pattern(r"[\W_]+")


def kind_named(name: str) -> Kind:
    """The kind of that name or label. Raises UnknownKind."""
    for kind in KINDS:
        if name in (kind.name, kind.label):
            return kind
    raise _unknown(name)


def kind_called(word: str) -> Kind:
    """The kind that somebody means who writes its name, its label, the usual word for it, or a part of the label, which no
    keyboard need have a dot for: 工作群 for 工作群·应用. Raises UnknownKind."""
    plain = word.strip()
    if usual := _USUAL.get(plain):
        return usual
    for kind in KINDS:
        if plain.lower().replace("-", "_") == kind.name or plain in (kind.label, *kind.label.split(_DOT)):
            return kind
        if _NOT_LETTERS.sub("", plain) == kind.label.replace(_DOT, ""):
            return kind
    raise _unknown(word)


def _unknown(name: str) -> UnknownKind:
    return UnknownKind(kind=name, known="、".join(f"{kind.name}（{kind.label}）" for kind in KINDS))
