"""What is refused while several records are changed at once."""

from ..texts import label
from .family import Refusal


class RecordRefuses(Refusal):
    code = "record-refuses"
    template = label("{number}不能这样改，其他记录也没有改动。{reason}")
