"""收文: a document received from above. One document through three channels is one document, three receipts."""

from typing import Final

from ..field import YES, YES_NO, Field, FieldType
from ..kind import Kind, Problem, Values
from ..pattern import pattern
from ..reading.written import Value
from ..texts import label, say

ASKS: Final = ("报送贯彻情况", "制定配套", "填表", "签责任状", "留痕佐证")
CHANNELS: Final = ("电子公文", "纸质", "机要交换", "邮件", "工作群", "电话", "其他")
GENRES: Final = (
    *("决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报"),
    *("报告", "请示", "批复", "议案", "函", "纪要", "其他"),
)  # 党政机关公文处理工作条例 (2012), art. 8; the rest is 其他

_FULL_NUMBER = pattern(r".+〔\d{4}〕\d+号|〔\d{4}〕.+字第\d+号|.+令第\d+号")
_ZEROS_BEFORE = pattern(r"(?<=[〕第])0+(?=\d)")
_SAYS_NOTHING = pattern(
    "(?:关于|召开|开展|报送|上报|做好|填报|有关|相关|紧急|重要|补充|会议|座谈会|视频会|会|培训|检查|工作|情况|材料|报表|表格|数据|文件|事项|事宜|的|通知|函|通报)+"
)
_NOT_WORDS = pattern(r"[\W_]+")
_GENRE_AT_END = pattern(
    "(决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[(（].*[)）])?$"
)


def genre_of(title: str) -> str:
    """文种, read from the end of the title; 方案, 办法, 要点 and the like are 其他."""
    found = _GENRE_AT_END.search(title.strip())
    return {"令": "命令"}.get(found[1], found[1]) if found else "其他"


def _same_paper(values: Values) -> str | None:
    """The full 发文字号 says which paper it is, whoever sends it on. Without an organ's code it says nothing: 〔2026〕1号."""
    number = str(values["doc_no"] or "")
    return _ZEROS_BEFORE.sub("", number) if _FULL_NUMBER.fullmatch(number) else None


def _alike(values: Values) -> str | None:
    """Title and first body: a paper without a number, or one that comes through a group without it. A mere 会议通知
    tells nothing: the next one is about something else."""
    title = _NOT_WORDS.sub("", f"{values['title']}")
    return None if _SAYS_NOTHING.fullmatch(title) else title + "|" + str(values["organ"]).split("、")[0]


def _derive(values: Values) -> dict[str, Value]:
    return {"genre": genre_of(str(values["title"]))} if values["title"] else {}


def _check(values: Values) -> tuple[Problem, ...]:
    issued, received = values["issued_on"], values["received_on"]
    if issued and received and str(issued) > str(received):
        return (Problem("issued_on", say("成文日期晚于收文日期，请核对其中一个。")),)
    return ()


DOCUMENT: Final = Kind(
    name="document",
    label=label("收文"),
    mark="收",
    unit=label("件"),
    receipt_unit=label("件次"),
    dated_by="received_on",
    derive=_derive,
    check=_check,
    same_as=_same_paper,
    alike=_alike,
    alike_days=31,
    fields=(
        Field("received_on", label("收文日期"), FieldType.DATE, required=True, in_list=True, in_appendix=True,
              aliases=("收文时间", "收到日期", "收到时间", "来文时间", "来文日期", "登记日期", "接收日期", "接收时间", "日期", "时间")),
        Field("organ", label("来文单位"), FieldType.ORGAN, required=True, in_list=True, in_appendix=True,
              aliases=("发文单位", "发文机关", "来文机关", "发文单位名称", "行文单位", "单位")),
        Field("doc_no", label("发文字号"), in_list=True, in_appendix=True,
              aliases=("文号", "文件编号", "文件号", "来文字号", "来文文号", "字号", "文件字号")),
        Field("title", label("标题"), required=True, in_list=True, in_appendix=True,
              aliases=("文件标题", "来文标题", "公文标题", "文件名称", "文件题名", "事由", "题名", "名称", "来文标题（事由）")),
        Field("carrier", label("形式"), FieldType.CHOICE, choices=("红头", "白头", "便函便笺"), default="红头",
              aliases=("文件形式", "载体")),
        Field("channel", label("渠道"), FieldType.CHOICE, choices=CHANNELS, in_list=True, in_appendix=True,
              aliases=("收文渠道", "来文渠道", "收文方式", "来文方式", "接收方式")),
        Field("copies", label("份数"), FieldType.COUNT),
        Field("issued_on", label("成文日期"), FieldType.DATE, in_appendix=True,
              aliases=("发文日期", "印发日期", "发文时间", "落款日期", "成文时间")),
        Field("addressee", label("主送"), aliases=("主送机关", "主送单位")),
        Field("urgency", label("紧急程度"), FieldType.CHOICE, choices=("特提", "特急", "加急", "平急", "平件"),
              aliases=("缓急", "紧急", "急缓", "等级")),
        Field("pages", label("页数"), FieldType.COUNT),
        Field("characters", label("正文字数"), FieldType.COUNT, aliases=("字数",)),
        Field("scope", label("综合或专项"), FieldType.CHOICE, choices=("综合", "专项")),
        Field("genre", label("文种"), FieldType.CHOICE, choices=GENRES, aliases=("公文种类",)),
        Field("asks", label("要求"), FieldType.FLAGS, choices=ASKS, in_appendix=True, aliases=("有关要求",)),
        Field("deadline", label("办理时限"), FieldType.DATE, in_list=True, in_appendix=True,
              aliases=("办结时限", "截止日期", "截止时间", "限办日期", "报送时限", "时限")),
        Field("counted", label("纳入精简统计"), FieldType.CHOICE, choices=YES_NO, default=YES, in_appendix=True),
        Field("handling", label("办理或退回理由"), FieldType.LONG_TEXT, follow_up=True,
              aliases=("处理情况", "办理情况", "办理结果", "办理/退回理由", "处理结果", "拟办意见", "承办情况")),
        Field("minutes", label("办理用时（分钟）"), FieldType.COUNT, follow_up=True, in_appendix=True, aliases=("办理用时", "用时")),
        Field("note", label("备注"), FieldType.LONG_TEXT, follow_up=True, aliases=("说明", "附注")),
    ),
)

