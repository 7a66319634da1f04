"""The level that a body's name tells."""

import pytest

from burden_desktop.domain.bodies.organ import guess_level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("国务院办公厅", "central"), ("国家税务总局", "central"), ("国家税务总局梅溪县税务局", "county"), ("东城街道办事处", "township"),
        ("梅溪县白杨镇人民政府", "township"), ("平岭县乡村振兴局", "county"), ("市教育局", "city"), ("云岭市市场监督管理局", "city"),
        ("白杨镇柳湾村村民委员会", "village"), ("江岭省水利厅", "province"), ("梅溪县第一中学", "other"), ("党政办", None), ("市场监督管理局", None),
    ],
)
def test_level_follows_the_name(name: str, level: str | None) -> None:
    assert guess_level(name) == level
