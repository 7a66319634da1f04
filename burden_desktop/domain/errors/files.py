"""What is refused of files to be written."""

from ..texts import label
from .family import Refusal


class UnknownFileType(Refusal):
    code = "unknown-file-type"
    template = label("不能写成“{suffix}”文件。可以用：{known}。")
