"""What is refused of the directory of bodies."""

from ..texts import label
from .family import Refusal


class NameOfAnother(Refusal):
    code = "name-of-another"
    template = label("{name}已经是{other}的名称。如果是同一个单位，请用“并入”。")


class NameInUse(Refusal):
    code = "name-in-use"
    template = label("还有{count}条记录写的是{name}，不能去掉这个名称。如果是另一个单位，请用“拆出”。")
