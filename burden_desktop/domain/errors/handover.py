"""What is refused when a ledger is handed over to a successor."""

from ..texts import label
from .family import Refusal


class InTheWay(Refusal):
    code = "in-the-way"
    template = label("{path} 已经存在，内容不同，没有覆盖，也没有接收任何内容。请换一个空文件夹接收。")


class NotAHandover(Refusal):
    code = "not-a-handover"
    template = label("{path} 不是移交文件，没有接收任何内容。移交文件是本程序用“移交”（handover）生成的 .zip。")


class NothingToTake(NotAHandover):
    code = "nothing-to-take"
    template = label("{path} 不是移交文件（.zip），也不是台账备份（.db），没有接收任何内容。")


class DamagedHandover(NotAHandover):
    code = "damaged-handover"
    template = label("移交文件 {path} 已损坏或不完整（{detail}）。没有接收任何内容，请重新复制，或让移交人重新生成。")


class NewerHandover(NotAHandover):
    code = "newer-handover"
    template = label("移交文件 {path} 由更新版本的程序生成。没有接收任何内容，请升级本程序后再接收。")


class HoldsMore(Refusal):
    code = "holds-more"
    template = label(
        "{path} 是先前的移交文件，里面有新的移交文件没有的内容（{what}），没有覆盖。请换一个名称（在命令行确需覆盖的，加 --replace）。"
    )


class UnknownInside(Refusal):
    code = "unknown-inside"
    template = label("{path} 里的 {name} 不是其中的台账签署或收到的文件。没有接收任何内容，请让移交人重新生成。")


class DoesNotFit(Refusal):
    code = "does-not-fit"
    template = label(
        "{path} 里的台账有内容与历史链对不上（{names}），可能在程序之外被改动。没有接收任何内容：请换一份备份，或让移交人检查台账后重新移交。"
    )
