"""Why a step cannot be taken back, or be done again."""

from ..texts import label
from .family import Refusal


class CannotUndo(Refusal):
    code = "cannot-undo"
    template = label("这一步不能撤回：{step}。{reason}再按一次撤回，就越过它，撤回更早的一步。")


class CannotRedo(Refusal):
    code = "cannot-redo"
    template = label("这一步不能重做：{step}。{reason}再按一次重做，就越过它。")


class BodyGone(Refusal):
    code = "body-gone"
    template = label("名录中的{name}已不是当时的样子。")
