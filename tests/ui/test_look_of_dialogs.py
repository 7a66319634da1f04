"""Dialogs and the pages of the first start: nothing is clipped in either language and size, and all of it fits a small screen."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from burden_desktop.app import texts
from burden_desktop.domain.handed_in.receiving import OfferedCertificate
from burden_desktop.domain.kinds import KINDS
from burden_desktop.domain.listing import Listing
from burden_desktop.domain.months.month import Month
from burden_desktop.domain.reading.draft import RegisterChoices
from burden_desktop.domain.texts import Texts, say
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks.desk import LedgerDesk
from burden_desktop.ui.care.screen_lock import Cover
from burden_desktop.ui.commission.enrol_dialog import EnrolDialog
from burden_desktop.ui.first_run import Wizard
from burden_desktop.ui.identity.passphrase_dialog import PassphraseDialog
from burden_desktop.ui.jobs import Jobs
from burden_desktop.ui.look import appearance
from burden_desktop.ui.manual import Manual
from burden_desktop.ui.month.approval_dialog import ApprovalDialog
from burden_desktop.ui.month.close_dialog import CloseDialog
from burden_desktop.ui.month.report_text_dialog import ReportTextDialog
from burden_desktop.ui.month.sentence_dialog import SentenceDialog
from burden_desktop.ui.records.kin_dialog import KinDialog
from burden_desktop.ui.registers.import_dialog import ImportDialog

from ..records import POINT
from .fake_desk import FakePages, full_desk
from .test_look import clipped, words_of

SMALL: Final = QSize(1366, 690)
MARCH: Final = Month(2026, 3)
NOW: Final = datetime(2026, 4, 2, 9, tzinfo=UTC)
LONG_TITLE: Final = "关于进一步做好春季农业机械安全检查和隐患排查整治工作并按时报送有关情况的通知"
PLACE: Final = Path("/home/clerk/Documents/青禾县石桥镇/QH-0312-20260402.p12")
Make = Callable[[QWidget, Texts], QWidget]


def _wizard(parent: QWidget, t: Texts, *, second: bool = False) -> Wizard:
    desk, jobs = full_desk(1), Jobs(parent)
    made = Wizard(t, lambda *_: desk, PLACE, jobs, lambda: desk, lambda _: desk)
    made.destroyed.connect(jobs.stop)
    made.show()
    if second:
        made.point_page.form.name.setText("青禾县石桥镇")
        made.point_page.form.code.setText("QH-0312")
        made.next()
    else:
        made.next()  # refused: the banner speaks
    return made


def _offered(parent: QWidget, t: Texts) -> EnrolDialog:
    began = datetime(2026, 1, 1, tzinfo=UTC)
    return EnrolDialog(parent, t, OfferedCertificate("青禾县石桥镇", "QH-0312", "ab" * 32, b"", began, began, None), has_one=True)


def _cover(parent: QWidget, t: Texts) -> Cover:
    parent.resize(SMALL)
    parent.show()
    return Cover(parent, t, lambda _: False)


def _desk(parent: QWidget) -> tuple[LedgerDesk, Path]:
    """On a ledger of its own with a paper and its forwarding; both go with `parent`."""
    folder = TemporaryDirectory()
    made = LedgerDesk(Ledger.create(Path(folder.name) / "ledger.db", POINT, clock=lambda: NOW), lambda: NOW)
    parent.destroyed.connect(partial(_leave, made, folder))
    for body, words in (("云岭市农业农村局", ""), ("青禾县农业农村局", "转发")):
        made.add("document", {"received_on": "2026-03-05", "organ": body, "title": f"{words}{LONG_TITLE}"})
    return made, Path(folder.name)


def _leave(desk: LedgerDesk, folder: "TemporaryDirectory[str]", *_: object) -> None:
    desk.close()
    folder.cleanup()


def _kin(parent: QWidget, t: Texts) -> KinDialog:
    desk, _ = _desk(parent)
    return KinDialog(parent, desk, t, desk.lists.at("document", Listing(), 0, 2)[0])


def _import(parent: QWidget, t: Texts) -> ImportDialog:
    desk, folder = _desk(parent)
    rows, jobs = folder / "收文登记簿.csv", Jobs(parent)
    parent.destroyed.connect(jobs.stop)
    rows.write_text(f"收文日期,来文单位,文件标题\n2026-03-02,县水利局,{LONG_TITLE}\n2026-13-02,县民政局,关于低保核查的通知\n", "utf-8")
    made = ImportDialog(parent, desk, KINDS, t, jobs, rows, desk.registers.preview(rows, RegisterChoices()))
    while jobs.busy:
        QApplication.processEvents()
    return made


DIALOGS: Final[dict[str, Make]] = {
    "first page of the wizard": _wizard,
    "second page of the wizard": lambda parent, t: _wizard(parent, t, second=True),
    "closing": lambda parent, t: CloseDialog(
        parent, t, MARCH, full_desk(1).sealing, identity=PLACE, early=True, approver="镇纪委", trouble=t.of(say("口令不对，或 {path} 不是签名证书文件。", path=PLACE))
    ),
    "approval": lambda parent, t: ApprovalDialog(parent, t, MARCH, POINT, FakePages(), identity=PLACE),
    "passphrase": PassphraseDialog,
    "sentence": lambda parent, t: SentenceDialog(parent, t("更正重报"), t("请写明更正{month}的理由，理由会印在月报上。", month="2026-03")),
    "texts of the report": lambda parent, t: ReportTextDialog(parent, t, MARCH, full_desk(1).reports.texts(None)),
    "enrolment": _offered,
    "manual": Manual,
    "one thing": _kin,
    "import": _import,
    "screen lock": _cover,
}


@pytest.fixture
def parent(qtbot: QtBot, chinese_fonts: None) -> Iterator[QWidget]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before, made = app.font(), QWidget()
    qtbot.addWidget(made)
    yield made
    appearance.wear(app, percent=100, theme=appearance.SYSTEM, family=None)
    app.setFont(before)


@pytest.mark.parametrize(("language", "percent"), list(product(["zh_CN", "en"], [100, 200])))
@pytest.mark.parametrize("name", DIALOGS)
def test_no_word_of_a_dialog_is_clipped(qtbot: QtBot, parent: QWidget, name: str, language: str, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    appearance.wear(app, percent=percent, theme=appearance.LIGHT, family=appearance.register_fonts())
    dialog = DIALOGS[name](parent, texts(language))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    dialog.resize(dialog.size().boundedTo(SMALL))
    QApplication.processEvents()
    assert dialog.width() <= SMALL.width() and dialog.height() <= SMALL.height()
    found = [
        (type(widget).__name__, words_of(widget), widget.size().toTuple(), widget.sizeHint().toTuple())
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit) and clipped(widget)
    ]
    dialog.grab().save(str(_pictures() / f"{name.replace(' ', '-')}-{language}-{percent}.png"))
    assert found == []


def _pictures() -> Path:
    folder = Path(__file__).resolve().parents[2] / "out" / "screens" / "dialogs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
