"""半年回看 as blocks: half against half, six months side by side, rules, problems, scope."""

from collections.abc import Iterator

from ..domain.kinds import kind_named
from ..domain.months.half_year import HalfReview, KindHalf
from ..domain.months.rates import change_rate
from ..domain.months.rules import ANSWER_LABELS, Answer
from .blocks import Block, Cell, Grid, Heading, Panels, Prose, numbered
from .wording import NONE, count, percent
from .work_blocks import target_blocks

TITLE = "基层减负监测半年回看"
_MOST = 10


def review_blocks(review: HalfReview) -> tuple[Block, ...]:
    """Every part, in order."""
    parts = (
        ("总体比较", _halves(review)),
        ("逐月走势", _months(review)),
        ("目标进度", _target(review)),
        ("规则提示及处理", _rules(review)),
        ("问题整改", _problems(review)),
        ("口径变化", numbered(review.scope or ("本期统计口径没有变化。",))),
    )
    return tuple(
        block
        for place, (title, part) in enumerate(parts)
        for block in (Heading(f"{'一二三四五六'[place]}、{title}"), *part)
    )


def _halves(review: HalfReview) -> Iterator[Block]:
    shown = {name: half for name, half in review.kinds.items() if half.total or half.before or half.last_year}
    if not shown:
        yield Prose(f"{review.half.label}没有记录。")
        return
    told = "；".join(_sentence(name, half) for name, half in shown.items() if half.known)
    yield Prose(f"{review.half.label}，{told}。" if told else f"{review.half.label}没有记录。")
    labels = (("类别", 90, 0), ("本半年", 56, 1), ("上个半年", 56, 1), ("环比", 56, 1), ("上年同期", 56, 1), ("同比", 56, 1))
    yield Grid(
        "半年比较",
        tuple(Cell(*label) for label in labels),
        tuple(
            (
                f"{kind_named(name).label}（{kind_named(name).unit}）", count(half.total if half.known else None), count(half.before),
                _percent(half, half.before), count(half.last_year), _percent(half, half.last_year),
            )
            for name, half in shown.items()
        ),
    )
    panels = tuple((kind_named(name).label, (half.last_year, half.before, half.total if half.known else None)) for name, half in shown.items())
    yield Panels("半年比较图", ("上年同期", "上个半年", "本半年"), panels)


def _percent(half: KindHalf, base: int | None) -> str:
    return percent(half.total, base) if half.whole else NONE


def _sentence(name: str, half: KindHalf) -> str:
    kind = kind_named(name)
    told = f"{kind.label}{'期末' + kind.stock.word if kind.stock else ''}{half.total}{kind.unit}"
    rate = change_rate(half.total, half.before)
    if half.before is None or rate is None or not half.whole:
        return told
    if rate == 0:
        return f"{told}，与上个半年持平"
    return f"{told}，比上个半年{'增长' if rate > 0 else '下降'}{abs(rate):.1%}（{half.before}{kind.unit}）"


def _months(review: HalfReview) -> Iterator[Block]:
    months = review.half.months
    labels = tuple(f"{month.number}月" for month in months)
    shown = {name: half for name, half in review.kinds.items() if any(half.months)}
    if not shown:
        yield Prose("各月没有数字。")
        return
    yield Grid(
        "逐月数量",
        (Cell("类别", 90), *(Cell(label, 56, 1) for label in labels)),
        tuple(
            (f"{kind_named(name).label}（{kind_named(name).unit}）", *(count(value) for value in half.months))
            for name, half in shown.items()
        ),
    )
    yield Panels("逐月走势图", labels, tuple((kind_named(name).label, half.months) for name, half in shown.items()))


def _target(review: HalfReview) -> Iterator[Block]:
    blocks = tuple(target_blocks(review.last))
    yield from blocks or (Prose("没有设定压减目标。"),)


def _rules(review: HalfReview) -> Iterator[Block]:
    if review.kinds and not any(half.known for half in review.kinds.values()):
        yield Prose("本半年没有记录，没有可以对照规则的内容。")
        return
    if not review.hits:
        yield Prose("本半年对照规则未发现需要提示的情况。")
        return
    found = sum(hit.found for hit in review.hits)
    answered = sum(sum(hit.answers.values()) for hit in review.hits)
    yield Prose(f"本半年共提示{found}条，监测点已答复{answered}条，尚未答复{found - answered}条。提示不是认定。")
    labels = (("规则", 120, 0), ("提示", 40, 1), *((ANSWER_LABELS[answer], 44, 1) for answer in Answer), ("未答复", 44, 1))
    yield Grid(
        "规则提示",
        tuple(Cell(*label) for label in labels),
        tuple(
            (hit.title, str(hit.found), *(str(hit.answers.get(answer, 0)) for answer in Answer), str(hit.open))
            for hit in review.hits[:_MOST]
        ),
    )


def _problems(review: HalfReview) -> Iterator[Block]:
    if review.problems_end is None:
        yield Prose("本半年没有登记问题整改。")
        return
    begin = NONE if review.problems_begin is None else str(review.problems_begin)
    yield Prose(f"期初未整改{begin}件，期末未整改{review.problems_end}件。")
