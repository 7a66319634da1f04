"""A kind's records out as a spreadsheet, or an empty register for colleagues: asked where, written, told."""

from PySide6.QtWidgets import QWidget

from ...domain.errors.family import BurdenError
from ...domain.kind import Kind
from ...domain.texts import Texts
from .. import asking
from ..desk import Desk

Told = tuple[str, str]  # state and sentence, as a banner takes them


def save_register(parent: QWidget, desk: Desk, t: Texts, kind: Kind) -> Told | None:
    """All records of the kind; None when the question was left."""
    name = t("{kind}登记.xlsx", kind=t(kind.label))
    target = asking.save_file(parent, t("导出登记表"), name, t("表格 (*.xlsx);;文本表格 (*.csv)"))
    if target is None:
        return None
    try:
        desk.registers.save_register(kind.name, target)
    except BurdenError as refused:
        return "error", t.of(refused.sentence)
    return "good", t("已导出到{file}，可以原样导入。", file=target.name)


def save_template(parent: QWidget, desk: Desk, t: Texts, kind: Kind) -> Told | None:
    name = t("{kind}登记表（空表）.xlsx", kind=t(kind.label))
    target = asking.save_file(parent, t("保存空白登记表"), name, t("表格 (*.xlsx)"))
    if target is None:
        return None
    try:
        desk.registers.save_template(kind.name, target)
    except BurdenError as refused:
        return "error", t.of(refused.sentence)
    return "good", t("空白登记表已保存为{file}，发给同事填好后可直接导入。", file=target.name)
