"""A quiet line that says what is safe and where: saved in the ledger at that time, or typed text kept as a draft."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ...domain.texts import Texts
from . import appearance


class SavedMark(QWidget):
    """Icon and words in the ordinary colour; the whole path of the ledger in the tooltip."""

    def __init__(self, t: Texts, ledger: Path) -> None:
        super().__init__()
        self._t, self._ledger = t, ledger
        self.saved_id: int | None = None
        """Of the record that was told as saved last, while the line still says so."""
        self._icon, self._label = QLabel(), QLabel()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        self.setToolTip(t("台账：{path}", path=ledger))
        self.tell_nothing()

    @property
    def text(self) -> str:
        return self._label.text()

    def tell_saved(self, number: str, at: datetime | str, id: int | None = None) -> None:
        self._tell("circle-check", self._t("{number}已于{time}存入台账", number=number, time=str(at)[11:16]))
        self.saved_id = id

    def tell_typing(self) -> None:
        self._tell("pencil", self._t("正在填写，还没有保存"))

    def tell_draft(self, at: datetime) -> None:
        self._tell("clock", self._t("未保存，草稿已于{time}暂存", time=f"{at:%H:%M:%S}"))

    def tell_not_kept(self, sentence: str) -> None:
        self._tell("triangle-alert", sentence or self._t("带有密级标志，未暂存草稿"))

    def tell_nothing(self) -> None:
        self._tell("circle-check", self._t("全部内容已存入台账（{file}）", file=self._ledger.name))

    def _tell(self, icon: str, words: str) -> None:
        self.saved_id = None
        colour = self.palette().windowText().color()
        self._icon.setPixmap(appearance.picture(icon, colour, appearance.em(self)))
        self._label.setText(words)
        self._label.setAccessibleName(words)
