"""Every key that the window knows, in words, as F1 lists them; a test compares this list with the keys that are bound."""

from typing import Final

from ...domain.texts import Texts, label

EVERYWHERE: Final = (
    ("F1", label("打开说明")),
    ("Ctrl+1 … Ctrl+9", label("打开左边第一到第九页")),
    ("Ctrl+PgUp", label("上一页")),
    ("Ctrl+PgDown", label("下一页")),
    ("Ctrl+L", label("到快速登记框")),
    ("F3", label("在全部记录中查找")),
)
ON_A_RECORD_PAGE: Final = (
    ("Enter", label("保存正在填写的记录；在列表中打开记录")),
    ("Ctrl+S", label("保存")),
    ("Ctrl+N", label("新建一条")),
    ("Ctrl+D", label("照上一条重复")),
    ("Ctrl+F", label("搜索")),
    ("Ctrl+Shift+F", label("筛选")),
    ("Ctrl+Z", label("撤回上一步")),
    ("Ctrl+Y", label("重做")),
    ("Ctrl+Shift+Z", label("重做")),
    ("Ctrl+Shift+N", label("打开下一份待核对的内容")),
    ("Ctrl+K", label("把识别出的通知改为别的类别")),
    ("Alt+Left", label("回到上一份通知")),
    ("Alt+Right", label("跳过这一份通知，先看下一份")),
    ("Delete", label("撤销选中的记录")),
    ("Esc", label("离开表单或搜索框，回到列表；内容保留")),
)
GROUPS: Final = ((label("任何地方"), EVERYWHERE), (label("登记页"), ON_A_RECORD_PAGE))


def as_markdown(t: Texts) -> str:
    """The chapter of the manual that lists them."""
    parts = [f"# {t('键盘快捷键')}"]
    for title, keys in GROUPS:
        parts.append(f"## {t(title)}\n")
        parts.append(f"| {t('按键')} | {t('作用')} |\n|---|---|")
        parts.extend(f"| {key} | {t(words)} |" for key, words in keys)
    return "\n".join(parts).replace("|\n##", "|\n\n##")
