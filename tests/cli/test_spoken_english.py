"""With `--language en` a clerk reads English: no sentence of ours leaves a word or a month in Chinese."""

import re

import pytest

from ..conftest import StandingClock
from .conftest import Console

CHINESE = re.compile(r"[\u3001-\u9fff\uff00-\uffef]+")
_PATHS = re.compile(r"\S*(?:草稿|月报|半年回看|移交)\S*")
_NUMBERS = re.compile(r"[收会检报证牌群题]\d{4}-\d{4}")


def _told(console: Console, *words: object) -> str:
    code, out, err = console.run("--language", "en", *words)
    assert code in (0, 1), (words, err)
    told = _PATHS.sub("", _NUMBERS.sub("", out + err)).replace("青禾县", "").replace("石桥镇", "").replace("纪委监委", "")
    assert (out + err).strip() and CHINESE.findall(told) == [], (words, told)
    return told


@pytest.fixture
def english(closing: tuple[object, ...], identified: Console) -> Console:
    c = identified
    for month in ("2025-12", "2026-01", "2026-02", "2026-03"):
        c.ok("add", "document", f"received_on={month}-05", "organ=Water Office", f"title=On matter {month}")
    return c


def test_months_are_named_as_english_names_them(english: Console, closing: tuple[object, ...], clock: StandingClock) -> None:
    c = english
    assert "April 2026 is not over" in _told(c, "close", "2026-04", *closing)
    assert "May 2026" in _told(c, "close", "2026-05", *closing)
    assert "January 2026" in _told(c, "close", "2026-01", *closing)
    assert "February 2026" in _told(c, "close", "2026-03", *closing)
    assert "December 2025" in _told(c, "close", "2025-12", *closing)
    _told(c, "close", "2026-02", *closing)
    for words in (
        ("add", "document", "received_on=2026-02-09", "organ=Water Office", "title=Late"), ("correct", "2026-03", "--reason", "x"),
        ("correct", "2026-01", "--reason", "wrong"), ("figures", "2026-05", "document=3"), ("figures", "2026-02", "document=3"),
        ("purge", "收2026-0002", "--reason", "x"), ("purge", "收2026-0002", "--reason", "x", "--yes"),
        ("factsheet", "2026-03", "--organ", "Water Office", "--out", c.folder / "f"), ("close", "2026-03", *closing),
    ):  # fmt: skip
        assert re.search(r"(?:January|February|March|April|May) 2026|factsheet|recorded", _told(c, *words)), words


def test_what_the_commission_is_told_names_months_too(english: Console, closing: tuple[object, ...], clock: StandingClock) -> None:
    c = english
    for month in ("2026-01", "2026-02", "2026-03"):
        c.run("close", month, *closing)
    clock.advance(days=9)
    out = c.folder / "out"
    (out / "SQ-01-2026-02-r1.pdf").rename(c.folder / "kept.pdf")
    assert "February 2026" in _told(c, "verify", out, "--trust", c.folder / "trust")
    certificate = c.folder / "trust" / "SQ-01.cer"
    finger = re.search(r"[0-9a-f]{64}", c.ok("identity", "show", certificate, "--json").lower())
    assert finger
    c.ledger = c.folder / "c.db"
    c.ok("init", "--name", "Commission", "--code", "JW", "--role", "commission")
    _told(c, "points", "enrol", certificate, "--fingerprint", finger[0])
    assert "February 2026" in _told(c, "receive", out)
    _told(c, "receive", out)
    _told(c, "overview")


def test_other_answers_are_english_to_the_last_word(english: Console) -> None:
    c = english
    register = c.folder / "a.csv"
    register.write_text("收文日期,来文单位,标题\n2026-03-09,Water Office,Dam\n2026-02-30,Water Office,Dike\n", "utf-8")
    (c.folder / "n.txt").write_text("A notice of no kind", "utf-8")
    for words in (
        ("month", "2026-03"), ("check",), ("report", "2026-03", "--out", c.folder / "r"), ("import", register, "--dry-run"),
        ("import", register), ("import", c.folder / "none.csv", "--json"), ("import", c.folder / "none.csv"),
        ("read", c.folder / "none.txt", "--json"), ("read", c.folder / "none.txt"), ("read", c.folder / "n.txt"), ("search", "Dam"),
        ("target", "document", "--base", "9", "--year", "2020", "--percent", "30"), ("target", "document", "--base", "0"),
        ("target", "document", "--base", "0"), ("handover", c.folder / "h.zip"), ("restore", c.folder / "h.zip"),
        ("kin", "收2026-0002"), ("screen-lock", "--off"), ("review", "2026-H1", "--out", c.folder / "v"),
    ):  # fmt: skip
        _told(c, *words)
