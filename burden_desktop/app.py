"""The only place where objects are built and handed over.

Either front is imported when it is called for: the window starts without the command line, and the other way round.
"""

from __future__ import annotations

import gc
from contextlib import ExitStack
from datetime import datetime
from typing import TYPE_CHECKING, Final

from .cli.streams import complain, use_utf8
from .cli.window_call import window_call
from .domain.errors.family import BurdenError
from .domain.errors.ledger import DamagedLedger, LedgerInUse, NotALedger
from .domain.texts import Texts, label, say
from .paths import default_ledger, ledger_file, resources
from .tasks.desk import LedgerDesk
from .tasks.ledger_care import Ledger, new_ledger, open_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from .domain.point import Point


def now() -> datetime:
    """The clock of the running program: this computer's time, with its offset."""
    return datetime.now().astimezone()


CATALOGUES: Final = ("en",)


def texts(language: str) -> Texts:
    """The texts of a language; Chinese is the source and needs no catalogue, nor does a language that we do not have."""
    if language not in CATALOGUES:
        return Texts()
    import gettext  # most starts speak Chinese and need no catalogue

    catalogue = gettext.translation("burden_desktop", resources() / "locale", languages=[language])
    return Texts(catalogue.gettext, language)


def ways_out(path: Path) -> tuple[tuple[str, Callable[[str], None]], ...]:
    """The words of each button and what it does with a reason; a ledger that never had a backup can still be rescued."""
    from .tasks.mend_at_start import good_backup, put_back, rescue_and_put_back  # only a damaged ledger needs it

    rescue = (label("先抢救，再恢复"), lambda reason: rescue_and_put_back(path, now, reason))
    if good_backup(path) is None:
        return (rescue,)
    return (label("恢复最近的完好备份"), lambda reason: put_back(path, now, reason)), rescue


def came_to_front(path: Path) -> bool:
    """Whether the window that has the ledger open heard the call."""
    from .tasks.call_to_front import call_to_front  # only a second start calls

    return call_to_front(path)


def was_called(path: Path) -> bool:
    from .tasks.call_to_front import take_call  # behind the first paint

    return take_call(path)


def open_window(path: Path, language: str) -> int:
    """Open the window on the ledger at `path`, or on the first-run wizard when there is none; the exit code.

    `language` goes before the one that was chosen in the window; empty where none was named."""
    from .ui.start import (  # Qt is only loaded when there is a window to show
        OPEN_AGAIN,
        offer_ways,
        run_window,
        tell_refusal,
    )

    def leave(desk: LedgerDesk) -> None:
        trouble = desk.care.at_exit()
        if trouble is not None:
            complain(texts(language or "zh_CN").of(trouble))

    with ExitStack() as until_closed:

        def desk_on(ledger: Ledger, *, examined: bool) -> LedgerDesk:
            desk = LedgerDesk(ledger, now, examined=examined)
            until_closed.callback(desk.close)
            until_closed.callback(leave, desk)
            return desk

        def create_desk(path: Path, point: Point, role: str) -> LedgerDesk:
            return desk_on(new_ledger(path, point, now, role), examined=True)

        def mend(t: Texts, refused: BurdenError) -> bool:
            """Offer the ways out of a damaged ledger; whoever double-clicked the program sees no terminal."""
            until_closed.close()  # what is put in the place of the ledger finds nobody on it
            ways = ways_out(path) if isinstance(refused, DamagedLedger | NotALedger) else ()
            if not ways:
                tell_refusal(t, refused.sentence)
                return False
            return offer_ways(t, refused.sentence, ways)

        samples: list[LedgerDesk] = []

        def open_sample() -> LedgerDesk:
            from .tasks.sample_ledger import make_sample_desk  # readers of files are heavy at start-up

            for before in samples:
                before.close()
            samples.append(make_sample_desk(path.parent, now))
            until_closed.callback(samples[-1].close)
            return samples[-1]

        def arrive(file: Path) -> LedgerDesk:
            from .tasks import arriving  # once in the life of a ledger

            arriving.arrive(file, path, now)
            return desk_on(open_ledger(path, now), examined=True)

        try:
            desk = desk_on(open_ledger(path, now, examined=False), examined=False) if path.exists() else None
        except BurdenError as refused:
            t = texts(language or "zh_CN")
            if isinstance(refused, LedgerInUse) and came_to_front(path):
                complain(t.of(say("台账已经打开，已切换到那个窗口。")))
                return 0
            complain(t.of(refused.sentence))
            if mend(t, refused):
                return open_window(path, language)
            return 1
        spoken = texts(language or (desk.setting("language", "zh_CN") if desk else "zh_CN"))
        code = run_window(
            desk, create_desk, spoken, path, speak=texts, open_sample=open_sample, arrive=arrive, mend=mend, called=lambda: was_called(path)
        )
    return open_window(path, language) if code == OPEN_AGAIN else code


def screenshots(path: Path, t: Texts, folder: Path) -> tuple[Path, ...]:
    """Pictures of every screen of the ledger at `path`."""
    from .ui.look.offscreen import without_needless_words
    from .ui.screenshots import screenshots as take

    desk = LedgerDesk(open_ledger(path, now), now)
    try:
        with without_needless_words():
            return tuple(take(desk, t, folder))
    finally:
        desk.close()


def start(arguments: Sequence[str]) -> int:
    """Carry out one call of the program; the exit code."""
    use_utf8()
    call = window_call(arguments)
    if call is not None:
        return open_window(ledger_file(call.ledger) if call.ledger else default_ledger(), call.language)
    gc.enable()
    from .cli.main import run
    from .cli.workshop import Workshop

    return run(arguments, Workshop(default_ledger(), now, texts, screenshots))
