"""Titles offered for what is typed: earlier ones of the same body first, then its own frames."""

from pathlib import Path
from typing import Any

from burden_desktop.domain.kinds import DOCUMENT
from burden_desktop.domain.point import Point
from burden_desktop.store.ledger import Ledger
from burden_desktop.tasks import enter
from burden_desktop.tasks.title_offers import title_offers


def test_earlier_titles_come_before_frames_and_the_bodys_own_before_others(tmp_path: Path, clock: Any) -> None:
    with Ledger.create(tmp_path / "a.db", Point("青禾县石桥镇", "SQ-01"), clock=clock) as ledger:
        for day, organ, title in (
            ("2025-03-05", "县农业农村局", "关于做好春耕备耕工作的通知"), ("2025-03-06", "县水利局", "关于春耕备耕用水的函"),
            ("2026-03-01", "县农业农村局", "关于做好秋收工作的通知"), ("2026-03-02", "县水利局", "关于检修的函"),
        ):  # fmt: skip
            enter.enter(ledger, "document", {"received_on": day, "organ": organ, "title": title})
        assert title_offers(ledger, DOCUMENT, "春耕", "县农业农村局") == (
            "关于做好春耕备耕工作的通知", "关于春耕备耕用水的函", "关于做好春耕工作的通知",
        )  # fmt: skip
        assert title_offers(ledger, DOCUMENT, "疫苗接种", "县水利局")[0] == "关于疫苗接种的函"
        assert title_offers(ledger, DOCUMENT, "疫苗接种", "县卫健局")[0] in ("关于做好疫苗接种工作的通知", "关于疫苗接种的函")
        assert title_offers(ledger, DOCUMENT, "春", "县水利局") == ()
        assert "关于检修的函" not in title_offers(ledger, DOCUMENT, "关于检修的函", "县水利局")
