"""What is refused of files to be read."""

from ..texts import label
from .family import Refusal


class UnreadableFile(Refusal):
    code = "unreadable-file"
    template = label("{file} 打不开（{detail}）。请核对文件类型，或另存后再试。")


class MissingFile(Refusal):
    code = "missing-file"
    template = label("找不到文件 {file}。请核对文件名和所在的文件夹。")


class RecognitionMissing(Refusal):
    code = "recognition-missing"
    template = label(
        "{file} 是图片或扫描件，要先识别文字。请粘贴文字，或请管理员装上识别组件后再读：pip install \"burden-desktop[ocr]\"，约330 MB，装好后不用联网。"
    )


class NoRegister(Refusal):
    code = "no-register"
    template = label("{file} 里没有找到登记表的表头。请确认第一行或前几行写有“标题”“来文单位”等栏目名。")


class TooManyRows(Refusal):
    code = "too-many-rows"
    template = label("{file} 有{rows}行，上限{limit}行。请删去表格下方多余的行，或拆分后再试。")


class FileTooLarge(Refusal):
    code = "file-too-large"
    template = label("{file} 太大（{size}），上限{limit}。请拆分后再试。")
