"""What is refused when two signed months are laid side by side."""

from ..texts import label
from .family import Refusal


class CannotAudit(Refusal):
    code = "cannot-audit"
    template = label("{file} 不能比对：{reason}")


class OtherPoint(Refusal):
    code = "other-point"
    template = label("两份月报不是同一个监测点的：{old} 与 {new}。")
