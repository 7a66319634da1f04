"""Figures as they are written on a page: what is not known is a dash, never a zero."""

from ...domain.months.rates import change_rate


def figure(value: int | None) -> str:
    return "—" if value is None else str(value)


def percent(now: int, base: int | None) -> str:
    """The change against a base, signed."""
    rate = change_rate(now, base)
    return "—" if rate is None else f"{rate:+.1%}"


def heading(words: str) -> str:
    """In two lines where the words can be parted, so that a column is no wider than its figures need."""
    spaces = [place for place, sign in enumerate(words) if sign == " "]
    if not spaces:
        return words
    middle = min(spaces, key=lambda place: abs(2 * place - len(words)))
    return f"{words[:middle]}\n{words[middle + 1:]}"
