"""What is refused of files to be written."""

from ..texts import label
from .family import Refusal
from .ledger import CannotWrite


class UnknownFileType(Refusal):
    code = "unknown-file-type"
    template = label("不能写成“{suffix}”文件。可以用：{known}。")


class NotAFolder(CannotWrite):
    code = "not-a-folder"
    template = label("{path} 是文件，不是文件夹，不能往里面写。请写一个文件夹。")


class StandsThere(Refusal):
    code = "stands-there"
    template = label("{path} 已经存在，不是本程序先前写下的原样，没有覆盖。请换一个名称或文件夹（在命令行确需覆盖的，加 --replace）。")


class NeverReplaced(Refusal):
    """`what` says what stands there: a ledger, a key, a signed file, no regular file."""

    code = "never-replaced"
    template = label("{path} 是{what}，任何时候都不覆盖。请换一个名称或文件夹。")


class LedgersOwnFolder(Refusal):
    code = "ledgers-own-folder"
    template = label("{path} 在台账自己的文件夹里，那里只放备份、已签署和收到的文件。请换一个文件夹。")


class SampleInTheWay(Refusal):
    code = "sample-in-the-way"
    template = label("{path} 已经存在，不是样例先前做的，没有删除。请换一个空文件夹放样例。")
