"""The few words of Qt's own dialogs that its Chinese translation leaves in English."""

from typing import Final

from PySide6.QtCore import QObject, QTranslator

from ..domain.texts import label

_WORDS: Final = {
    ("QFileDialog", "&Look in:"): label("位置(&I)："),
    ("QFileDialog", "Files of &type:"): label("文件类型(&T)："),
    ("QAbstractFileIconProvider", "Drive"): label("磁盘"),
    ("QAbstractFileIconProvider", "Folder"): label("文件夹"),
}


class QtWords(QTranslator):
    """Asked after Qt's own translation, which was installed later and therefore comes first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return _WORDS.get((context, source), "")
