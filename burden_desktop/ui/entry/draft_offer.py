"""After a crash: what was typed and not saved is offered back, once, with a plain question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from .. import asking

if TYPE_CHECKING:
    from ...domain.texts import Texts
    from .keeper import Keeper


def offer(parent: QWidget, t: Texts, keeper: Keeper) -> tuple[str, ...]:
    """The places whose drafts came back. Whoever shuts the question without an answer is asked again next time."""
    places = keeper.left_behind
    if not places:
        return ()
    question = t("上次关闭时有{count}份内容还没有保存，草稿已留存。要找回吗？", count=keeper.count_left())
    answer = asking.one_of(parent, t, question, actions=(t("找回"), t("丢弃草稿")))
    if answer == 0:
        keeper.accept()
        return places
    if answer == 1:
        keeper.discard()
    return ()
