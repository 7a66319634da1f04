"""What is refused when records are joined to one family."""

from ..texts import label
from .family import Refusal


class NotOneKind(Refusal):
    code = "not-one-kind"
    template = label("{one}和{other}不能归为同件：只有同一类、按件统计的记录可以。")
