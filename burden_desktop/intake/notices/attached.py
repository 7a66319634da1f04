"""What a plan or rules passed on by a notice (关于印发…的通知) ask of its reader: only sentences that call him by his kind.

The rest of such a plan speaks of others and of years to come and is left alone.
"""

import re
from collections.abc import Sequence
from typing import Final

from .clause import sentences

_KINDS: Final = ("乡镇", "镇", "街道", "村", "社区", "校", "卫生院", "单位")
_END: Final = re.compile(r"附件\s*\d*\s*[:：.．]?|抄送")


def asked_in_attached(attached: Sequence[str], addressee: str) -> str:
    """The sentences of the attached text that begin with, or turn to, 各 and a kind of body that the notice is addressed to."""
    called = [kind for kind in _KINDS if kind in addressee]
    if not called:
        return ""
    reader = re.compile(rf"(?:^|[，,、）)：:]|[^\u4e00-\u9fff])各(?:苏木|嘎查|有关|相关)?(?:{'|'.join(called).replace('校', '(?:中小)?学?校')})[^，。；各]{{0,12}}?(?:于|要|应|须|需|务必|在|结合|根据)")
    own: list[str] = []
    for line in attached:
        if _END.match(line):
            break
        own += [part for part in sentences(line) if reader.search(part)]
    return "\n".join(own)
