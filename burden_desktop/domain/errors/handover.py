"""What is refused when a ledger is handed over to a successor."""

from ..texts import label
from .family import Refusal


class InTheWay(Refusal):
    code = "in-the-way"
    template = label("{path} 已经存在，内容不同，没有覆盖，也没有接收任何内容。请换一个空文件夹接收。")


class NotAHandover(Refusal):
    code = "not-a-handover"
    template = label("{path} 不是移交文件，或已损坏（{detail}）。没有接收任何内容，请让移交人重新生成。")


class UnknownInside(Refusal):
    code = "unknown-inside"
    template = label("{path} 里的 {name} 不是其中的台账签署或收到的文件。没有接收任何内容，请让移交人重新生成。")
