"""What is refused of months: sealing, correcting, their order."""

from ..texts import label
from .family import Refusal, Trouble


class SealedMonth(Refusal):
    code = "sealed-month"
    template = label("{month}已封存，不能修改。漏记的可以补登，记错的请先“更正重报”。")


class BeforeFirstSealed(SealedMonth):
    code = "before-first-sealed"
    template = label("{month}早于首个封存的月份，不再单独封存。漏记的可以补登。")


class PurgesSealed(Refusal):
    code = "purges-sealed"
    template = label("{number}属于已封存的{month}，没有清除。清除不能撤销，已签署的月报也不会改变；确需清除，请加 --yes。")


class MonthNotOver(Refusal):
    code = "month-not-over"
    template = label("{month}还没有结束，不能封存。确需提前，请写明理由。")


class MonthNotBegun(Refusal):
    code = "month-not-begun"
    template = label("{month}还没有开始，不能封存，提前也不行：月报会被拒收。")


class MonthOutOfOrder(Refusal):
    code = "month-out-of-order"
    template = label("请先封存{expected}，再封存{month}：月份须依次封存。")


class BeforeFirstReport(MonthOutOfOrder):
    """A month before the first closed one: what it holds serves comparisons only."""

    code = "before-first-report"
    template = label("首个封存的月份是{expected}，{month}在它之前，只作对比，不能再封存。漏报的记录可以补登，在月报中单独列出。")


class MonthNotSealed(Refusal):
    code = "month-not-sealed"
    template = label("{month}没有封存，不需要更正，可以直接修改记录。")


class ReasonMissing(Refusal):
    code = "reason-missing"
    template = label("请写明{action}的理由，理由会印在月报上。")


class MonthChanged(Refusal):
    code = "month-changed"
    template = label("制作月报期间台账有改动，没有封存。请再封存一次。")


class ReportExists(Refusal):
    code = "report-exists"
    template = label("{path} 已经存在，没有覆盖：它可能已经报出。请换一个文件夹，或先把它移走保存。")


class ReportNotPlaced(Trouble):
    code = "report-not-placed"
    template = label("{month}已封存，但月报还没能放到 {path}（{detail}）。请检查磁盘空间和权限，下次打开台账时会自动补放。")


class ClockBehind(Refusal):
    code = "clock-behind"
    template = label("电脑时间{now}早于台账最后一条记录的时间{last}。请校准电脑时间后再封存。")


class InvalidHalf(Refusal):
    code = "invalid-half"
    template = label("“{text}”不是半年，请写成 2026-H1 或 2026-H2。")


class NothingFound(Refusal):
    code = "nothing-found"
    template = label("{month}没有涉及{organ}的提示，不需要提醒事实单。")
