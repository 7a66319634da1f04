"""What kind of record a notice calls for: meeting, inspection, report_request or document. The title decides; without one, the words.

An issuer's own name (国家统计局, 督查室, 考核办) never decides, nor do the names of standing bodies that end in 会.
"""

import re
from typing import Final

from .opening import announced, comes, sends_somebody, sent_to_reader
from .organ import lead_organs

# 会 that is a gathering: not a body (委员会, 工会), not a word (社会, 机会), not the beginning of another (会计, 会员).
_GATHERING: Final = (
    r"(?:会(?=议程)|(?<![委员理事监工协学商联妇社机晚宴运博展赛议居村残科])会(?:议(?![室厅中精材纪记桌费系])|(?![议计员费籍务馆同战晤审徽章社址场]))"
    r"|(?:联络|护林|网格|信息|统计|协管|报账|宣传|调解|代理)员会(?:议)?|(?:会商|评议|商议|审议|议事|动员|党员|会员|居民|村民|社员)(?:大)?会(?:议)?(?!员)|委员会(?:第[一二三四五六七八九十\d]+次)?(?:[（(]?扩大[)）]?)?(?:全体)?(?:[（(]?扩大[)）]?)?会议|代表大会|大会"
    r"|(?:联席|例|年|视频|电话|电视电话|专题|工作|党组|常务|办公|扩大[)）]?|全体)会议?|培训班?(?!机构|市场|中心|基地|需求|经费|资金|补贴|情况)|研修(?:班)?|(?:提升|进修|研讨|实训|骨干|示范)班|轮训|学习班|讲座|论坛|沙龙|(?:开幕|闭幕|启动|签约|揭牌|授牌|颁奖|表彰|开工|开班|结业)(?:仪式|式|典礼))"
)
_HELD: Final = r"召开|举办|举行|参加|参训|收看|收听|取消|延期|推迟|调整|变更|改期|更改|组织|开展|做好|提前|邀请|安排|列席|出席|做|办"
_MEETING: Final = re.compile(rf"(?:{_HELD}).*{_GATHERING}[^会训班]{{0,14}}$|{_GATHERING}(?:的)?(?:延期|推迟|改期|取消|暂停|时间|地点|议程|安排|有关事项|预?备?通知).{{0,12}}$|^(?:紧急)?(?:会议|培训|开会)(?:时间.*)?通知|会议通知单?$|{_GATHERING}$")
_MEETING_TAIL: Final = re.compile(r"(?:[（(]第[^）)]{1,4}[)）])?的?(?:紧急|预备?|补充|更正|报名|开班|招生)?(?:通知|函|通告|邀请函|告知书)(?:[（(].*[)）])?$")
_NO_MEETING: Final = re.compile(r"会(?:议)?期间|会议精神|会议(?:材料|纪要)|成员|组成人员|领导小组|管理办法|会议(?:决议|部署)|培训(?:经费|补贴)|会风|会议(?:制度|计划)")
_VISIT: Final = re.compile(r"(?:档案|现场|实地|入户|资料)审核|督查|检查|督导|督察|视察|考核|调研|评估|互评|互查|验收|核查|巡查|巡察|抽查|暗访|明察|业务指导|检评|考评|评查|观摩评比|现场指导|复核|复审|踏勘|评比|审计|执法检查|(?:联合|专项|集中)执法|核验|(?:现场|专家|实地|达标|等级|项目)评审|考察|迎检|迎评|测评|(?:绩效|考核|质量|综合|现场|第三方)评价(?!指标|标准|体系)")
_NO_VISIT: Final = re.compile(
    r"征求[^、]{0,8}意见|(?:人员|干部|公务员|教师|职工|党员|医师|村医|辅警|公益性岗位)[^，。]{0,6}(?:年度|平时|聘期)考核|通报|整改|结果|问题清单|印发|意见$|纪要|请示|批复|办法|公告|反馈(?!意见)|(?:发现|存在)的?问题|报送|填报|上报|提醒|决定|制度|(?:考核|评估|验收|检查)(?:材料|表|资料|指标|细则|标准|准备|得分|申报|人员名单|工作总结)|调研(?:文章|报告)|自评(?:工作)?(?:的|$)|绩效自评|领导小组"
)
_REPORTING: Final = re.compile(
    r"核报|报送|上报|填报|呈报|补报|编报|报表|征集|征求[^、]*意见(?![、等])|年报|季报|月报|周报|旬报|日报(?:制度|表)|快报|摸底|推荐|收集|提供|申报|核对|核实|摸排|填写|催报|报备|统计(?!局|法|执法|业务)|核查表|调查表|汇总表|(?:信息|数据)采集|自评(?!的?函)|报(?:告)?[^名警销废]{0,12}情况|销号清单|台账报|提交|调查(?!队|研究)|普查(?!领导|指导员|员|办|机构|小组)|测算|排查整治?.{0,8}(?:情况|台账|表)"
)
_DOCUMENT_END: Final = re.compile(r"(?:通报|纪要|请示|批复|决定|公告|通告|意见|办法|方案|细则|预案|报告|条例|规定|答复|倡议书?|提示|公示|批示|令|信)(?:的通知)?(?:[（(].*[)）])?$")
# A title that names neither a gathering nor a visit nor a form: the opening of the paper decides.
_NEUTRAL: Final = re.compile(r"(?:工作|事项|事宜|安排|情况|问题|活动)的?(?:补充|紧急)?(?:通知|函|告知书)(?:[（(].*[)）])?$")
# 请各乡镇逐图斑核查: the reader looks himself, and nobody comes.
_BY_THE_READER: Final = re.compile(r"(?:请|由)(?:各[\u4e00-\u9fff（）()]{1,10}|[你贵][\u4e00-\u9fff]{1,4})[^。；]{0,24}(?:逐|对照|组织|实地|认真|自行|完成)[^。；]{0,24}(?:核查|检查|排查|考核|评估|评价|复核|自评|审核)")
_ANYBODY_COMES: Final = re.compile(r"[检督考核验评调查察]组|抽查|前往|进驻|[我省市县区][局委办院厅部][^。；]{0,8}(?:将|拟|定于)|定于|时间[:：]|[省市县区][^，。；]{0,12}将(?:于|对|组织|适时)|陪同|莅临")
# 低保核查, 资格复核: what a body does among its own people, unless the words say that somebody comes.
_CHECKED: Final = re.compile(r"(?:核查|复核|核验|复审|复查|审核)(?:工作)?的?(?:紧急|补充)?(?:通知|函)?(?:[（(].*[)）])?$")
_SOMEBODY: Final = re.compile(r"委托|第三方|带路|配合|(?:入户|实地|现场|上门)(?:核查|复核|核验|复审|复查|审核)")
_SENTENCE: Final = re.compile(r"[。；;！!]")
_PERIODIC: Final = re.compile(r"(?:季度|月度|年度|半年|每[日周月季]|[日周月零]|定期)报告(?:制度|工作)?的(?:通知|函)$")
# 检查中发现…, 接受检查9次: a visit that is over.
_LOOKED_BACK: Final = re.compile(r"[^，,。；;\n]*进行了[^，,。；;\n]{0,8}(?:查|督导|督察|考核|调研|评估|暗访)[^，,。；;\n]*|[^，,。；;\n]*(?:查|督导|督察|考核|调研|评估)[^，,。；;\n]{0,6}(?:发现|\d+\s*[次项场]|结果)[^，,。；;\n]*|[^，。；\n]*情况(?:报告|汇报)如下[^。]*")
_CARRIED_OUT: Final = re.compile(rf"(?:贯彻|落实|实施|执行)[^的]{{0,8}}情况.*(?:{_VISIT.pattern})")
_TELLS: Final = re.compile(rf"关于|{_GATHERING}|{_VISIT.pattern}")
_HELPING: Final = re.compile(r"^关于(?:商请)?(?:协助|配合)(?!.*(?:报送|填报|提供|上报))")
# Getting ready for a visit is the visit's own paper where it says that somebody comes.
_PREPARED: Final = re.compile(rf"(?:做好|迎接).*(?:{_VISIT.pattern}).*(?:准备|迎检|迎评)?(?:相关|有关)?(?:准备)?工作的?(?:通知|函)$")
_MESSAGE_MEETING: Final = re.compile(
    rf"(?:召开|开|参加|收看|举行|改到|改在|推迟|碰头|[\u4e00-\u9fff]{{2}}){_GATHERING}|(?:参加|举办|召开)[^。；\n]{{2,40}}{_GATHERING}|[点时\d](?:半|\d\d)?[^。；\n]{{0,40}}(?:会议室|活动室|礼堂|报告厅|阶梯教室)[^。；\n]{{0,60}}(?:参加|到会|参会)|会议通知|电话会|视频会|开会|碰头会|开[\u4e00-\u9fff“”]{{2,20}}?会(?=[，,。；！!\s]|$)|(?:会议)?时间[:：][^\n]*\n[^\n]*地点[:：]|参会(?:人员|对象)?[:：]|参训"
)
# What a call to a meeting has besides the name of one: 会上点名, 调度会通报 have none of it.
_CALLED_TOGETHER: Final = re.compile(r"召开|举行|举办|开会|参会|参加|参训|到会|出席|列席|会议通知|地\s*点|会议室|收看|收听|腾讯会议|开[\u4e00-\u9fff]{0,16}会")
_MESSAGE_VISIT: Final = re.compile(
    r"(?:来|到(?![位岗期底]).{0,10}|到[^，。；]{2,20}(?:实地|现场)|(?<=[要将拟])(?=.{0,4}我[县镇乡村区院校街])|进行|开展|接受|迎接|进驻).{0,12}(?:检查|督查|督导|视察|考核|调研|验收|核查|暗访|评估|评价|评审|考察|抽查|巡查|巡察|审计|复审|复核|核验|复查|互查|检评|测评|来查|(?<!核|检|督|抽|巡|调|排|自|普)查)|(?:检查|督查|督导|考核|调研|评估|验收|核查|视察)(?:时间)?(?:定于|拟于|将于|初定)|来查|(?:来|到我[县镇乡村区院校街]).{0,8}(?:看(?!望)|查)|抽查|检查组|督导组|督查组|考核组|调研组|验收组|巡察组|督查室"
)
_FORESEEN: Final = re.compile(r"具体(?:是)?(?:哪天|时间|日期)[^，。；]{0,6}(?:没定|未定|待定|没出|未出|另行|等通知)|(?:近日|近期|即将|不久|马上|下月|下个月|下半年)[^。；\d]{0,10}(?:将|要|会)?[^。；\d]{0,12}(?:进驻|来|到|开展|迎来|接受)")
_SLIPS_ONLY: Final = re.compile(r"(?:名单|回执|姓名|电话|人数|人选)[^，。；]{0,10}(?:报|发|送|反馈|告知|函告)")
_COMING: Final = re.compile(r"派出[\u4e00-\u9fff]{0,8}组|[查导核研估价审收察]组.{0,24}(?:将|于|来|到|赴|开展)|(?:来|到)(?:我|镇|乡|村|区|县|校|院|街道)")
_MESSAGE_REPORT: Final = re.compile(r"报送|上报|填报|报给|报我|报到|报至|补[给报交]|报(?:一次|一下|一遍)|(?:库存|[数份]量?|情况|数据|进度).{0,40}接龙|填.{0,10}表|核查表|统计|汇总|报县|报镇|报区|报乡|报街道|发给我|发我|(?:表|名单|数据|照片|材料|情况).{0,40}(?:发[到至给]|交[到至给]?|传[到至给]?|报)|(?:资料|材料|档案|表).{0,60}送[至到]?[\u4e00-\u9fff]{0,10}(?:局|办|委|站|科|股|室|中心|组|所)|(?:方案|总结|台账|资料|报告|小结).{0,20}(?:交[到至给]|交[\u4e00-\u9fff]{2,10}(?:局|办|委|站|科|股|室|中心|组|所|处)|报[到至给]|发[到至给])|(?:报|交|发|送)[^，。]{0,4}(?:总结|方案|报告|小结)")


def kind_of(title: str | None, body: str, issuers: tuple[str, ...] = ()) -> str:
    """meeting, inspection, report_request or document."""
    bare = _without_issuers(re.sub(r"\s", "", title or ""), issuers)
    if not title or (len(bare) < 12 and not _TELLS.search(bare)):
        return _kind_of_message(body)
    if re.search(rf"(?:{_VISIT.pattern})(?:工作)?的通告$", bare) and comes(body):
        return "inspection"
    if _DOCUMENT_END.search(bare) and not _PERIODIC.search(bare) and "征求" not in bare and not re.search(r"报送.{2,}(?:方案|办法|报告|意见)的(?:通知|函)$", bare):
        return "document"
    outer = re.sub(r"《[^》]*》", "《》", bare)
    if re.search(r"关于反馈", outer) and announced(body) == "meeting":
        return "meeting"
    if re.search(r"反馈函$|关于反馈.*(?:问题|情况|结果)的(?:函|通知)$", outer):
        return "document"
    if re.match(r"关于(?:撤销|废止|停止执行)", outer):
        return "document"
    if re.match(r"关于(?:报送|上报|填报|催报|补报|报告(?=.*情况的))(?!.*会议?的)", outer):
        return "report_request"
    looked_at = _CARRIED_OUT.search(outer) and not _NO_VISIT.search(bare)
    if not looked_at and re.search(r"贯彻|传达|学习.*精神|印发|放假|值班|组织学习", outer) and not re.search(r"召开|举办|收听|收看", outer):
        return "document"
    if _MEETING.search(_MEETING_TAIL.sub("", bare) if not re.search(r"会议通知", bare) else bare) and not _NO_MEETING.search(bare):
        return "report_request" if re.search(r"报送.*会议?", bare) else "meeting"
    if _PREPARED.search(outer) and comes(body):
        return "inspection"
    if "回头看" in outer and sends_somebody(body):
        return "inspection"
    if _VISIT.search(bare) and not _NO_VISIT.search(bare):
        if _BY_THE_READER.search(body) and not _ANYBODY_COMES.search(body):
            return "report_request" if _MESSAGE_REPORT.search(body) else "document"
        if _CHECKED.search(bare) and _SENTENCE.search(body) and not (_ANYBODY_COMES.search(body) or comes(body) or _COMING.search(body) or _SOMEBODY.search(bare + body)):
            return "report_request" if _MESSAGE_REPORT.search(body) else "document"
        return "inspection" if not re.search(r"自查|自检", bare) or re.search(r"实地|检查组|抽查", body) else "document"
    if _PERIODIC.search(bare) or (_REPORTING.search(bare) and not _HELPING.search(outer)):
        return "report_request"
    told = announced(body)
    return told if told and not (told == "meeting" and _NO_MEETING.search(bare)) else "document"


def _without_issuers(title: str, issuers: tuple[str, ...]) -> str:
    """The title without the names of those who issue it or are spoken of as bodies."""
    passed_on = re.sub(r"^.*?(?:转发|批转)", "", title)
    for name in sorted({*issuers, *lead_organs(title), *lead_organs(passed_on)}, key=len, reverse=True):
        title = title.replace(name, "")
    return re.sub(r"(?:检查|督查|考核|调研|督导|巡察|统计|调查|普查|监督检查|会议)(?:工作)?(?:领导小组|办公室|委员会|室|处|科|局|总队|大队|支队|队|办|司)", "", title)


def _kind_of_message(body: str) -> str:
    if re.search(r"特此报告|[妥当]否[，,]?请(?:批示|审批|示)", body):  # written upwards
        return "document"
    body = _LOOKED_BACK.sub("", body)
    if sent_to_reader(body):
        return "inspection"
    meeting = _MESSAGE_MEETING.search(body) and not re.search(r"会议纪要|会议精神", body) and ("会后" not in body or re.search(r"召开|开会|定于|通知", body))
    visit = _MESSAGE_VISIT.search(body) and (not re.search(r"核查表|自查", body) or _COMING.search(body))
    if meeting and not _CALLED_TOGETHER.search(body) and _MESSAGE_REPORT.search(body):
        meeting = None
    if not meeting and not visit and _SLIPS_ONLY.search(body) and re.search(r"(?:定于|拟于|将于).{4,40}(?:旁听|参加|出席|观摩|见证|到场)|特邀|诚邀", body):
        return "document"
    if visit and not meeting and _FORESEEN.search(body) and re.search(r"报告|[报计总]表|材料|清单", body) and _MESSAGE_REPORT.search(body):
        visit = None  # the visit is only why something is to be handed in
    if meeting and visit and re.search(r"(?:时间|地点)[:：]|召开|开会|会改期|改期|的会(?:取消|推迟|延期)", body) is None:
        return "inspection"
    if meeting:
        return "meeting"
    if visit:
        return "inspection"
    return "report_request" if _MESSAGE_REPORT.search(body) else "document"
