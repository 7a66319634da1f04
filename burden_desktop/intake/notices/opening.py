"""What a notice whose title tells nothing (…有关工作的通知) calls for: told by its opening, or not at all.

Only an announcement in so many words counts (定于…听取…汇报, 定于…组织…到…开展…评估, 兹有…前往你镇…), and only where it is what the
notice opens with: a visit named in its last point is a part of the paper, not its purpose.
"""

import re
from typing import Final

_OPENING: Final = 3  # sentences
_FIXED: Final = r"(?:定于|拟于|将于|拟定于|决定于|计划于|兹定于)"
_CALLED: Final = re.compile(
    rf"{_FIXED}.{{2,40}}?(?:召开|举行.{{0,20}}会|举办.{{0,24}}(?:会|培训|班)|听取.{{2,30}}汇报|集中(?:收看|收听|培训|学习|约谈)|进行(?:集中)?(?:约谈|会商|座谈))"
)
_SENT_OUT: Final = re.compile(
    rf"(?:{_FIXED}|决定(?:派出|抽调|组织))(?!.{{0,50}}(?:自查|自评)).{{0,60}}?(?:到|赴|对|前往|进驻)[^。，；]{{1,30}}(?:督查|检查|督导|视察|考核|调研|评估|验收|核查|巡查|抽查|暗访|审计|评审|考察|复核|互查)"
)
_WILL_COME: Final = re.compile(r"(?:定于|拟于|将于|拟定于|计划于|决定于|自)[^。；]{2,24}?(?:对|到|来|赴)?[^。；]{0,40}(?:开展|进行|组织)[^，。；]{0,14}(?:督查|检查|考核|评估|验收|核查|抽查|审计|评审|复核|复审)")
_GOING: Final = re.compile(r"(?:兹有|兹派|兹由|现派|特派|现有).{2,60}?(?:前往|到|赴|来)(?:你|贵|各)[^。；]{0,20}(?:开展|进行|参与|调查|调研|检查|督导|指导|核查|验收|取证|走访|考察|采样)")
_ONLY_TOLD: Final = re.compile(r"提前(?:做好|谋划)准备|另行通知|精神|《|曾|已于|已经|此前|上次|上半年|去年")


def sent_to_reader(body: str) -> bool:
    """Whether a letter introduces people who come to look: 兹有我局工作人员3人前往你镇开展…调查. Who only calls (联系…事宜) does not."""
    return bool(_GOING.search("\n".join(body.split("\n")[:4])))


def comes(body: str) -> bool:
    """Whether somebody will come to look: 定于11月中旬…开展…验收."""
    return any(_SENT_OUT.search(part) or _WILL_COME.search(part) for part in re.split(r"[。；;\n]", body))


def sends_somebody(body: str) -> bool:
    """Whether people are told off to look: 定于…组织4个核查组开展…"""
    return any(re.search(r"(?:组织|派出|抽调|成立)[^，。；]{0,12}[查导核研估价审收察]组[^，。；]{0,16}(?:开展|赴|到|对|进行)", part) for part in re.split(r"[。；;\n]", body))


def announced(body: str) -> str | None:
    """`meeting` or `inspection` where the opening announces one in so many words; None otherwise."""
    if sent_to_reader(body):
        return "inspection"
    for sentence in [part for part in re.split(r"[。；;\n]", body) if part.strip()][:_OPENING]:
        if _ONLY_TOLD.search(sentence):
            continue
        if _CALLED.search(sentence) and re.search(r"\d", sentence):
            return "meeting"
        if _SENT_OUT.search(sentence):
            return "inspection"
    return None
