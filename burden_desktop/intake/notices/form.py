"""A notice as an office system shows or copies it: 文号：…, 来文单位：… on lines of their own, or a list's row with its headings.

Only what is labelled is taken; the lines that were understood leave the text, the others stay for the reading.
"""

import re
from typing import Final

_LABELS: Final = {
    "title": "文件标题 标题 题名 公文标题 文件名称 文件题名 来文标题 标题名称 正标题 公文名称 来文名称 文件题目 题目 事由 主题 邮件主题",
    "doc_no": "发文字号 文号 发文文号 文件字号 公文文号 来文文号 来文字号 公文字号 文件文号 文件编号 发布文号 字号 原文号",
    "organ": "来文单位 发文单位 发文机关 来文机关 发出单位 发布机构 印发单位 通知单位 发布单位 制发机关 制发单位 来文部门 发文部门 发布机关 发文单位名称 来文单位名称 下发单位 发件人 发送人 发件单位 来电单位 来电部门 来话单位",
    "issued_on": "成文日期 发文日期 印发日期 成文时间 发文时间 印发时间 签发日期 制发日期 落款日期",
    "deadline": "办理时限 办理期限 截止时间 截止日期 办结时限 反馈时限 反馈截止时间 要求办结时间 报送时限 报送截止时间 上报截止时间 限办日期 办结日期 报名截止时间 回复期限 完成时限 时限要求",
    "_kept": "会议时间 会议地点 参会人员 参加人员 主持人 会议议题 会议内容 备注 联系人 联系电话 附件 主送 主送单位 主送机关 抄送 正文 内容 摘要",
    "_name": "会议名称 活动名称 培训名称",
    "_passed": "收文日期 来文日期 收文时间 来文时间 登记日期 签收时间 收文编号 登记号 收文号 序号 编号 流水号 密级 紧急程度 缓急程度 公文类型 文种 份数 页数 主题词 办理状态 状态 "
    "当前环节 经办人 承办人 承办科室 主办单位 主办科室 交办人 抄送人 发送时间 拟办意见 批示 收件人 来文类型 发布日期 发布时间 信息来源 索引号 公开方式 主题分类 附件数 接听人 记录人 接电人 来电人 来电时间 接听时间 记录时间 通话时间 发出时间 收件人 保密期限 等级 操作 来源 点击 点击量 点击数 浏览 浏览量 阅读量 访问量 作者 编辑",
}  # fmt: skip
_FIELD_OF: Final = {name: field for field, names in _LABELS.items() for name in names.split()}
_GAPS: Final = re.compile(r"[\s\u3000]+")
_PAIR: Final = re.compile(r"^[【\[]?\s*([\u4e00-\u9fff][\u4e00-\u9fff\s\u3000]{0,12}?)\s*[】\]]?\s*[:：]\s*(.*)$")
_BETWEEN_PAIRS: Final = re.compile(r"\s{3,}|[\s\u3000]+(?=[\u4e00-\u9fff]{2,5}[:：])")
_CALL_RECORD: Final = re.compile(r"[\s\u4e00-\u9fff]{0,30}(?:电话|来电)(?:通知)?记录\s*$")
_TELLING: Final = ("title", "doc_no", "organ")


def form_of(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """What labelled lines say by field, and the lines that remain. Nothing is taken from a single label."""
    found: dict[str, str] = {}
    rest: list[str] = []
    labels = at = 0
    told_by_telephone = any(_CALL_RECORD.match(line) for line in lines[:3])
    while at < len(lines):
        line = lines[at]
        pairs = _pairs(line)
        heads = [field_named(cell) for cell in line.split("\t")] if "\t" in line else []
        if not pairs and len(heads) > 1 and all(heads) and at + 1 < len(lines):
            values = lines[at + 1].split("\t")
            pairs = [(head, value.strip()) for head, value in zip(heads, values, strict=False) if head]
            at += 1
        if told_by_telephone and re.match(r"\s*时间[:：]", line):  # of the call, not of what it calls to
            pairs = [("_passed", "")]
        if not pairs:
            rest.append(line)
        for field, value in pairs:
            labels += 1
            if field in ("_kept", "_name") and line not in rest[-1:]:
                rest.append(line)
            if value and field not in ("_passed", "_kept"):
                found.setdefault(field, value)
        at += 1
    if labels < 2 or not any(name in found for name in _TELLING):
        return {}, rest if told_by_telephone else lines
    return found, rest


def field_named(cell: str) -> str | None:
    """The field that an office system's label means; `_…` where it fills none."""
    return _FIELD_OF.get(_GAPS.sub("", cell).strip("：:【】[]*"))


def _pairs(line: str) -> list[tuple[str, str]]:
    """`label: value` or `label<tab>value…`; [] when the line is none."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    if len(cells) > 1 and len(cells) % 2 == 0 and all(field_named(cell) for cell in cells[::2]) and not all(field_named(cell) for cell in cells):
        return [(str(field_named(name)), value) for name, value in zip(cells[::2], cells[1::2], strict=True)]
    cells = cells if len(cells) > 1 else _BETWEEN_PAIRS.split(line.strip())
    several = [_one_pair(cell) for cell in cells]
    known = [pair for pair in several if pair]
    if len(several) > 1 and (len(known) == len(several) or (len(known) > 1 and all(_PAIR.match(cell.strip()) for cell in cells))):
        return known
    one = _one_pair(line.strip())
    return [one] if one else []


def _one_pair(text: str) -> tuple[str, str] | None:
    found = _PAIR.match(text)
    field = field_named(found[1]) if found else None
    return (field, found[2].strip()) if found and field else None
