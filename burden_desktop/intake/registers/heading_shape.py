"""What a heading means by its build: 来 + 函 + 单位 is the sender, whoever invented the heading.

Asked only where no whole word fits. A shape says what a heading must hold and what it must not: 责任单位 is a
unit too, but no sender.
"""

import re
from typing import Final

_DAY = r"(?:日期|时间|日|年月日)$"
_UNIT = r"(?:单位|机关|部门|机构|主体|方)(?:名称|全称)?$"
_NOT_OURS = r"承办|责任(?!者)|主送|抄送|接收|收文单位|收件|填报|登记单位|拟稿|协办|转办|分送|受检|被检|迎检单位|参会单位|参加单位|存放|所属"
_NOTE: Final = (r"备注|附注|备考|^说明$|其他说明|情况说明", r"领导|日期")
_HANDLING: Final = (
    r"办理|处理|批示|阅办|拟办|落实|环节|节点|状态|流转|完成情况|批办|阅批|传阅|签批|办结情况|处置|阅示|^办结$|意见$",
    r"日期|时间|时限|期限|人$|人员|单位|部门|科室|站所|是否|用时|编号|征求|密|份|方式",
)
_PLACE: Final = (r"地点|地址|会场|场所|场地|会议室|位置", r"存放|归档")
_MINUTES: Final = (r"用时|耗时|时长|花费时间", r"日期")
_STATUS: Final = (r"状态|现状|进度|进展|是否(?:在挂|在用|完成|整改)|使用情况|整改情况", r"日期|时间")
# field → (must hold, must not hold), by kind; matched against a heading without blanks and brackets.
_SHAPES: Final[dict[str, dict[str, tuple[str, str]]]] = {
    "document": {
        "received_on": (rf"(?:收|来|到|接收|签收|登记|送达).{{0,5}}{_DAY}", r"办|成文|发文|回复|反馈|要求|报送|限"),
        "organ": (rf"(?:来|发|制发|印发|行文|呈报|呈送|交办|下发|转来).{{0,5}}{_UNIT}|责任者$|^来[文函电件]$|哪个?单位|哪里来", _NOT_OURS),
        "doc_no": (r"(?:文|字|函|文件|公文)(?:件)?(?:字)?(?:号|编号|号码)$", r"收文|登记|档|流水|顺序|备案|案卷|盒|案由|内部"),
        "title": (
            r"标题|题名|题目|事由|(?:文件|公文|来文|来函|函件|信函|文电|材料|通知)的?(?:名称|名|内容|主题)$|^(?:主要)?内容(?:摘要|概要|提要)?$|摘要$|^主题$",
            r"办理|处理|批示|备注|会议|检查|附件",
        ),
        "copies": (r"份数|^份$|^件数$", ""),
        "pages": (r"页数|^页码$|^张数$", ""),
        "issued_on": (rf"(?:成文|发文|印发|制发|签发|落款|发布|文件).{{0,2}}{_DAY}", r"收|到|办"),
        "channel": (r"(?:收文|来文|收到|接收|来件|送达|传递|收件|发送|传输|递送|怎么收).{0,3}(?:方式|渠道|途径|形式|的)$|^(?:渠道|途径)$", ""),
        "deadline": (r"时限|期限|限时|限办|截止|(?:要求|应).{0,4}(?:办结|完成|回复|报送|反馈).{0,3}(?:日期|时间)?$", r"保密|保管|保存"),
        "characters": (r"字数$", ""),
        "handling": _HANDLING,
        "note": _NOTE,
    },
    "meeting": {
        "starts_at": (r"(?:开始|起始)(?:时间|时刻|日期)?$|^起$", ""),
        "ends_at": (r"(?:结束|终止|截止|散会|闭会)(?:时间|时刻|日期)?$|^[止至迄]$", ""),
        "held_on": (rf"(?:会议|开会|参会|召开|培训|活动|举办|参加|起止).{{0,4}}{_DAY}", r"开始|结束|通知|收文|登记|反馈|时长|用时|报名"),
        "organ": (rf"(?:召集|主办|组织|召开|举办|通知|发起|牵头|来文|发文|举行).{{0,5}}{_UNIT}|^(?:召集|主办)(?:人|者)$", _NOT_OURS),
        "title": (r"(?:会议|培训|活动).{0,4}(?:名称|标题|主题|题目|议题|内容|事项)$|^会议$|^议题$|会名", r"纪要|落实|通知"),
        "duration_minutes": (r"时长|用时|历时|耗时|会期|持续|几个?小时|多长时间", r"路途|往返|路程"),
        "format": (r"(?:会议|召开|参会|参加|开会|举办)?(?:形式|方式)$|^是否.{0,4}视频(?:会议?|形式|方式)?$", r"通知|传达"),
        "place": _PLACE,
        "attendees": (r"(?:参会|参加|出席|与会|参训|到会)的?(?:会议)?(?:人员|人|领导|同志|对象|名单|者|代表)(?:姓名|名单|及职务)?$", r"数|次|单位|级"),
        "headcount": (r"(?:人数|人次)$", r"应到|陪"),
        "note": _NOTE,
    },
    "inspection": {
        "starts_on": (rf"(?:检查|迎检|来访|来检|督查|督导|考核|调研|到访|开始|起始|起止|进驻|实施|评估|验收).{{0,6}}{_DAY}|^开始$", r"结束|反馈|整改|截止|上报"),
        "ends_on": (r"(?:结束|截止|离开|终止).{0,2}(?:日期|时间|日)?$", r"整改|反馈"),
        "organ": (rf"(?:检查|来访|来检|督查|督导|考核|组织|实施|牵头|主办|调研|派出|上级|评估|验收|来).{{0,6}}{_UNIT}|检查组$", _NOT_OURS),
        "title": (r"(?:检查|督查|督导|考核|迎检|来访|调研|评估|验收|活动).{0,8}(?:名称|事项|内容|项目|主题|事由|任务|标题)$", r"整改|反馈|问题|材料|类"),
        "visit_type": (r"(?:检查|督查|迎检|来访|考核|督检|活动).{0,6}(?:类型|类别|方式|形式|性质|种类)$|^(?:性质|类型|类别|方式)$", r"备案"),
        "visitors": (r"(?:检查|来访|来检|来|督查|检查组|考核|调研|带队).{0,4}(?:人数|人次|人员数|人员数量)$|^人数$|人数上级$|上级人数$", r"陪|本级"),
        "escorts": (r"陪.{0,4}(?:人数|人次|人员数)$|人数本级$|本级人数$", ""),
        "filing_no": (r"备案.{0,3}(?:号|文号|编号|号码)$", ""),
        "plan_status": (r"列入.{0,2}计划|计划[内外]|是否.{0,2}计划|备案情况|计划情况", ""),
        "feedback_on": (rf"反馈.{{0,4}}{_DAY}", ""),
        "note": _NOTE,
    },
    "report_request": {
        "title": (r"(?:报表|表格|材料|报送|填报|统计表|表册|表).{0,4}(?:名称|内容|事项|标题)$|^(?:报表|表名)$", r"单位|时间"),
        "organ": (rf"(?:布置|要求|下发|索要|来文|发文|收表|下达|制表|牵头|主管).{{0,5}}{_UNIT}", r"承办|责任|填报单位"),
        "received_on": (rf"(?:收到|布置|下达|接收|来文|下发|登记|通知).{{0,3}}{_DAY}", r"报送|上报"),
        "deadline": (r"时限|期限|截止|(?:报送|上报|填报|提交|完成).{0,2}(?:日期|时间)$", ""),
        "frequency": (r"频次|频率|周期", ""),
        "channel": (r"(?:报送|布置|填报|上报)?(?:渠道|途径|方式)$", ""),
        "items": (r"数据项|指标数|指标项|项数|填报项", ""),
        "minutes": _MINUTES,
        "in_catalogue": (r"目录|清单内", ""),
        "stamp_required": (r"盖章|签章", ""),
        "note": _NOTE,
    },
    "certificate": {
        "title": (r"证明.{0,4}(?:名称|事项|内容|类型|种类|项目)?$", r"单位|日期|时间|依据|情况"),
        "organ": (rf"(?:索要|要求|需求|使用|用证|接收|需要).{{0,6}}{_UNIT}", r"出具单位|开具单位"),
        "requested_on": (rf"(?:开具|申请|索要|办理|登记|受理|出具|要求).{{0,3}}{_DAY}", ""),
        "basis": (r"依据", ""),
        "handling": _HANDLING,
        "note": _NOTE,
    },
    "plaque": {
        "title": (r"(?:牌子|牌匾|挂牌|标牌|牌).{0,2}(?:名称|内容|全称)$|^(?:牌子|牌匾)$", r"单位"),
        "organ": (rf"(?:要求|授牌|挂牌|主管|发牌|上级|制发|授予).{{0,6}}{_UNIT}", r"承办|责任"),
        "status": _STATUS,
        "place": _PLACE,
        "basis": (r"依据", ""),
        "put_up_on": (rf"(?:挂牌|上墙|悬挂|挂出|授牌).{{0,3}}{_DAY}", r"摘"),
        "taken_down_on": (rf"(?:摘|撤|清理).{{0,5}}{_DAY}", ""),
        "note": _NOTE,
    },
    "app_group": {
        "title": (r"(?:群|应用|APP|app|小程序|公众号|平台|软件|系统).{0,6}(?:名称|名)$", r"单位"),
        "organ": (rf"(?:主管|建群|开发|主办|要求|推广|运营|组建|归口|建立).{{0,6}}{_UNIT}", r"责任"),
        "type": (r"类型|类别|种类|^形式$", ""),
        "status": _STATUS,
        "check_in": (r"打卡|积分|排名", ""),
        "created_on": (rf"(?:建立|创建|建群|上线|组建|启用|加入).{{0,3}}{_DAY}", ""),
        "closed_on": (rf"(?:停用|解散|关闭|注销|退出|清理).{{0,3}}{_DAY}", ""),
        "note": _NOTE,
    },
    "problem": {
        "fact": (r"(?:问题|事实).{0,6}(?:表现|事实|描述|内容|情况|摘要)$|^(?:具体)?(?:问题|事实)$|存在问题|问题清单", r"整改|来源|类"),
        "category": (r"(?:问题)?(?:类别|类型|分类)$", ""),
        "found_on": (rf"(?:发现|登记|收到|反映|交办|反馈).{{0,3}}{_DAY}", r"整改|完成"),
        "source": (r"来源|渠道", ""),
        "responsible_unit": (rf"(?:责任|整改).{{0,4}}{_UNIT}|责任科室", ""),
        "responsible_leader": (r"(?:责任|牵头|分管|包保|包案)(?:领导|人)$", ""),
        "deadline": (r"时限|期限|(?:整改|完成).{0,4}(?:日期|时间)$", ""),
        "status": (r"状态|进度|进展|是否(?:完成|整改)", ""),
        "result": (r"结果|成效|措施|整改情况", ""),
        "organ": (rf"(?:涉及|来文|交办|被反映).{{0,3}}{_UNIT}", ""),
        "clause": (r"条款", ""),
        "revisited_on": (rf"(?:回访|回头看).{{0,3}}{_DAY}", ""),
        "note": _NOTE,
    },
}
_COMPILED: Final = {
    kind: {field: (re.compile(holds), re.compile(lacks or "$^")) for field, (holds, lacks) in shapes.items()}
    for kind, shapes in _SHAPES.items()
}
_SECRECY: Final = re.compile(r"密级|涉密|(?:保密|秘密|定密)(?:等级|程度|级别|期限)?$")
_LONGEST: Final = 20


def shaped_like(name: str, kind: str) -> tuple[str, ...]:
    """The fields of `kind` that a bare heading may mean by its build, in the order in which they are asked."""
    short = re.sub(r"[(\[【].*?[)\]】]", "", name)
    if not short or len(short) > _LONGEST:
        return ()
    return tuple(
        field for field, (holds, lacks) in _COMPILED.get(kind, {}).items() if holds.search(short) and not lacks.search(short)
    )


def tells_secrecy(name: str) -> bool:
    """Whether a heading announces a column of secrecy levels."""
    return bool(_SECRECY.search(re.sub(r"[(\[【].*?[)\]】]", "", name)))
