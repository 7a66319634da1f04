"""A body is found by its name, another name or first letters; what nobody described is told by its name."""

import csv
from pathlib import Path
from typing import Any

import pytest

from burden_desktop.domain.bodies.line import guess_line
from burden_desktop.domain.bodies.nature import NATURES
from burden_desktop.domain.bodies.organ import Level, Organ
from burden_desktop.intake.pinyin import initials
from burden_desktop.paths import resources
from burden_desktop.store import Ledger
from burden_desktop.tasks.bodies import FILE, suggest, told_by_name, usual_bodies
from burden_desktop.tasks.desk_parts.bodies import BodiesDesk
from burden_desktop.tasks.enter import enter

from ..records import POINT

OWN = (Organ(1, "云川市人民政府办公室", Level.CITY, aliases=("云川市府办",)), Organ(2, "县水利局", Level.COUNTY))


def test_at_least_three_hundred_bodies_ship_each_once() -> None:
    bodies = usual_bodies()
    names = [name for body in bodies for name in (body.name, *body.aliases)]
    assert len(bodies) >= 300 and len(set(names)) == len(names)
    assert {body.level for body in bodies} >= {Level.CENTRAL, Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWNSHIP}
    assert all(body.nature in NATURES and body.line for body in bodies)


def test_letters_are_those_of_the_names() -> None:
    with (resources() / Path(FILE)).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names = [row["name"], *filter(None, row["aliases"].split("、"))]
            assert row["letters"] == "、".join(map(initials, names))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sfb", "市人民政府办公室"), ("SFB", "市人民政府办公室"), ("市府办", "市人民政府办公室"), ("国办", "国务院办公厅"),
        ("xslj", "县水利局"), ("云川", "云川市人民政府办公室"), ("ycsfb", "云川市人民政府办公室"), ("县水利局", "县水利局"),
    ],
)  # fmt: skip
def test_the_body_that_is_meant_comes_first(text: str, first: str) -> None:
    assert suggest(OWN, text, 50)[0] == first


def test_nothing_typed_offers_the_ledger_and_nonsense_offers_nothing() -> None:
    assert suggest(OWN, "", 50) == ("云川市人民政府办公室", "县水利局")
    assert suggest(OWN, "qqqq", 50) == () and len(suggest(OWN, "局", 10)) == 10


def test_new_body_is_told_by_its_name() -> None:
    assert told_by_name("市府办") == (Level.CITY, "政府", "综合")
    assert told_by_name("云川县应急管理局") == (Level.COUNTY, "部门", "应急")
    assert told_by_name("某某") == (None, None, None)


def test_directory_counts_records_and_takes_merges_back(tmp_path: Path, clock: Any) -> None:
    with Ledger.create(tmp_path / "a.db", POINT, clock=clock) as ledger:
        for organ in ("青禾县民政局", "民政局"):
            enter(ledger, "document", {"received_on": "2026-03-05", "organ": organ, "title": "关于某事的通知"})
        desk = BodiesDesk(lambda: ledger)
        assert [(row.organ.name, row.records, row.line, row.guessed) for row in desk.find("mzj")] == [
            ("民政局", 1, "民政", True), ("青禾县民政局", 1, "民政", True),
        ]  # fmt: skip
        (short,) = [row.organ.id for row in desk.find("") if row.organ.name == "民政局"]
        assert not desk.merge(short, "别的局") and desk.merge(short, "青禾县民政局")
        assert [row.records for row in desk.find("民政局")] == [2]
        assert desk.part("民政局") and not desk.part("民政局")
        assert [row.records for row in desk.find("民政局")] == [1, 1]
        assert ledger.check().ok


def test_line_that_a_name_tells_is_that_of_the_shipped_body() -> None:
    told = [body for body in usual_bodies() if guess_line(body.name) == body.line]
    assert len(told) >= 0.8 * len(usual_bodies())
