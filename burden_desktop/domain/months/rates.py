"""How figures change against a base; without a base, or with a base of zero, there is no rate (shown as —)."""


def change_rate(now: int, base: int | None) -> float | None:
    """环比, 同比 = (now - base) / base."""
    return None if not base else (now - base) / base


def reduction_rate(now: int, base: int | None) -> float | None:
    """压减率 = (base - now) / base."""
    rate = change_rate(now, base)
    return None if rate is None else -rate
