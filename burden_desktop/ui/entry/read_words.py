"""What is told above the form of a notice that was read: what is still to be written, and which days were not found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ...domain.kind import Kind
    from ...domain.texts import Texts
    from .typed import Typed

_WHEN: Final = ("deadline", "starts_at")
"""Days and hours that a notice mostly names without the form demanding them."""


def read_words(t: Texts, kind: Kind, typed: Typed) -> tuple[str, str]:
    """As state and sentence."""
    empty = [field for field in kind.fields if not typed.written.get(field.name)]
    missing = sum(field.required for field in empty)
    if missing:
        return "warning", t("已读出一部分，还有{count}处没有读出，请填写后按回车保存。", count=missing)
    unread = "、".join(t(field.label) for field in empty if field.name in _WHEN)
    if unread:
        return "info", t("已识别，请核对后按回车保存。没有读到{fields}，通知里写明的请补填。", fields=unread)
    return "info", t("已识别，请核对后按回车保存。")
