"""The filter by body offers the names that are known when it is opened, each time through the same list of offers."""

from pytestqt.qtbot import QtBot

from burden_desktop.domain.kinds import DOCUMENT
from burden_desktop.domain.texts import Texts
from burden_desktop.ui.records.filter_bar import FilterBar

from ..fake_desk import FakeDesk


def test_one_list_of_offers_learns_new_names(qtbot: QtBot) -> None:
    desk = FakeDesk()
    bar = FilterBar(DOCUMENT, desk, Texts())
    qtbot.addWidget(bar)
    known = ["青禾县民政局"]
    desk.organs = lambda prefix: tuple(known)  # type: ignore[method-assign]
    offers = bar.organ.completer()
    for name in ("青禾县水务局", "柳溪镇"):
        bar.filter_button.setChecked(True)
        assert offers.model().rowCount() == len(known)
        known.append(name)
        bar.filter_button.setChecked(False)
        assert bar.organ.completer() is offers
