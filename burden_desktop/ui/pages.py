"""The pages of the window, declared in the order of its rail: a new page is a module of its own and one line here.

The module is only loaded when its page is first shown; it offers `make(workplace, name)`, which gives a `Page`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from ..domain.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..domain.kind import Kind
    from .desk import Desk
    from .page import Page, Workplace

START, RECORDS, MONTHS, COMMISSION, LEDGER = "", label("登记"), label("汇总"), label("收件"), label("台账")


def everybody(desk: Desk) -> bool:
    return True


def points(desk: Desk) -> bool:
    """Pages of a point's own ledger."""
    return not desk.receiving.is_commission


def commissions(desk: Desk) -> bool:
    """Pages of a ledger that receives."""
    return desk.receiving.is_commission


class PageEntry(NamedTuple):
    """One line of the rail. `module` of this package makes the page; `group` is the heading above its first line
    (START has none); `wanted` says whether this ledger shows it at all; `key` opens it from everywhere, instead of a number.
    `turns` says whether a number or a choice stands on it, which the mouse's wheel could turn."""

    name: str
    label: str
    icon: str
    module: str
    group: str
    wanted: Callable[[Desk], bool] = everybody
    key: str = ""
    turns: bool = True

    def make(self, workplace: Workplace) -> Page:
        made: Page = import_module(f".{self.module}", __package__).make(workplace, self.name)
        if self.turns:
            from .look.still_wheel import keep_still  # the page that is shown first has nothing to turn

            keep_still(made)
        return made


RECORD_PAGES: Final = "records.record_page"  # where the pages of the kinds stand
_KIND_ICONS: Final = {
    "document": "file-text", "meeting": "users", "inspection": "clipboard-check",
    "report_request": "sheet", "certificate": "stamp", "plaque": "signpost", "app_group": "messages-square",
    "problem": "wrench",
}

ABOVE_THE_KINDS: Final = (
    PageEntry("today", label("今日"), "list-todo", "today_page", START, points, turns=False),
    PageEntry("search", label("查找"), "search", "records.search_page", START, points, key="F3"),
)
BELOW_THE_KINDS: Final = (
    PageEntry("month", label("本月"), "calendar-check", "month.month_page", MONTHS, points),
    PageEntry("review", label("回看"), "chart-line", "month.review_page", MONTHS, points),
    PageEntry("overview", label("总览"), "table-2", "commission.overview_page", COMMISSION, commissions),
    PageEntry("receive", label("接收"), "inbox", "commission.receive_page", COMMISSION, commissions),
    PageEntry("points", label("监测点"), "building-2", "commission.points_page", COMMISSION, commissions),
    PageEntry("bodies", label("单位"), "building-2", "bodies_page", LEDGER, points),
    PageEntry("rules", label("规则"), "book-open", "month.rules_page", LEDGER, points),
    PageEntry("backups", label("备份"), "database-backup", "care.backups_page", LEDGER),
    PageEntry("settings", label("设置"), "settings", "settings.settings_page", LEDGER),
)


def icon_of_kind(name: str) -> str:
    return _KIND_ICONS.get(name, "inbox")


def page_entries(kinds: Sequence[Kind], desk: Desk) -> tuple[PageEntry, ...]:
    """The rail of this ledger from top to bottom: one page for each kind between those declared above."""
    recorded = (
        PageEntry(kind.name, kind.label, icon_of_kind(kind.name), RECORD_PAGES, RECORDS, points) for kind in kinds
    )
    return tuple(entry for entry in (*ABOVE_THE_KINDS, *recorded, *BELOW_THE_KINDS) if entry.wanted(desk))
