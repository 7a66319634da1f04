"""A point and a commission, two ledgers: enrolled, two months closed, one corrected, all received, the right history."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest

from ..conftest import StandingClock
from .conftest import Console

PAPER = ("organ=青禾县民政局", "title=关于报送情况的通知")


class Town:
    """A point with its own ledger and key, closing months as a clerk would."""

    def __init__(self, console: Console, code: str = "SQ-01", name: str = "青禾县石桥镇") -> None:
        self.console, self.code = console, code
        self.folder = console.folder / code
        self.folder.mkdir()
        self.console.ledger = self.ledger = self.folder / "a.db"
        (self.folder / "pass").write_text("春风又绿江南岸12", "utf-8")
        self.secret = ("--passphrase-file", self.folder / "pass")
        self._use("init", "--name", name, "--code", code)
        self.p12, self.cer = self.folder / "id.p12", self.folder / f"{code}.cer"
        self._use("identity", "new", "--name", name, "--code", code, "--out", self.p12, *self.secret)
        self._use("identity", "export", self.p12, *self.secret, "--out", self.cer)

    def _use(self, *words: object) -> str:
        self.console.ledger = self.ledger
        return self.console.ok(*words)

    def add(self, day: str) -> None:
        self._use("add", "document", f"received_on={day}", *PAPER)

    def close(self, month: str) -> Path:
        answer = self._use("close", month, "--identity", self.p12, *self.secret, "--out", self.folder / "out", "--json")
        return Path(json.loads(answer)["file"])

    def correct(self, month: str) -> None:
        self._use("correct", month, "--reason", "漏记一件")

    @property
    def fingerprint(self) -> str:
        from burden_desktop.signing.enrolment import look_at

        found = look_at(self.cer.read_bytes())
        assert found is not None
        return found.fingerprint


@pytest.fixture
def town(tmp_path: Path, clock: StandingClock, capsys: pytest.CaptureFixture[str]) -> Town:
    return Town(Console(tmp_path, clock, capsys))


@pytest.fixture
def commission(tmp_path: Path, clock: StandingClock, capsys: pytest.CaptureFixture[str], town: Town) -> Console:
    console = Console(tmp_path, clock, capsys)
    console.ledger = tmp_path / "commission" / "a.db"
    console.ok("init", "--name", "青禾县纪委监委", "--code", "JW-01", "--role", "commission")
    console.ok("points", "enrol", town.cer, "--fingerprint", town.fingerprint.upper())
    return console


def outcomes(console: Console, *paths: Path) -> list[tuple[str, str, int]]:
    _, out, _ = console.run("receive", *paths, "--json")
    told = [json.loads(line) for line in out.splitlines()]
    return [(one["outcome"], one["month"], one["revision"]) for one in told]


def test_two_months_and_a_correction_are_received_with_the_right_history(
    town: Town, commission: Console, clock: StandingClock
) -> None:
    town.add("2026-03-05")
    march = town.close("2026-03")
    clock.set(2026, 5, 2)
    town.add("2026-04-06")
    april = town.close("2026-04")
    town.correct("2026-03")
    town.add("2026-03-07")
    again = town.close("2026-03")
    assert outcomes(commission, april, again, march) == [
        ("accepted", "2026-04", 1), ("noticed", "2026-03", 2), ("noticed", "2026-03", 1),
    ]  # fmt: skip
    row = commission.json("overview")
    assert row["months"]["2026-03"] | {"files": len(row["months"]["2026-03"]["files"])} == {
        "state": "with-notice", "revision": 2, "files": 2,
    }  # fmt: skip
    assert (row["months"]["2026-04"]["state"], row["months"]["2026-02"]["state"]) == ("handed-in", "before")
    for sha256 in row["months"]["2026-03"]["files"]:
        assert (commission.ledger.parent / "received" / f"{sha256}.pdf").is_file()
    assert commission.json("check")["ok"]
    code, told, _ = commission.run("receive", march, "--json")
    again = json.loads(told)
    assert (code, again["outcome"], again["accepted"]) == (0, "known", True) and "收到过" in again["notices"][0]
    heads, first, *_ = commission.ok("overview").splitlines()
    assert heads.split("\t")[-1] == "2026-04" and first.split("\t")[-1] == "已报"


def test_a_correction_received_before_its_first_issue_refuses_the_older(
    town: Town, commission: Console, clock: StandingClock
) -> None:
    town.add("2026-03-05")
    march = town.close("2026-03")
    town.correct("2026-03")
    again = town.close("2026-03")
    assert outcomes(commission, again) == [("noticed", "2026-03", 2)]
    code, out, _ = commission.run("receive", march, "--json")
    assert code == 1 and "旧版不再接受" in out


def test_a_missing_month_and_a_late_one_are_told(town: Town, commission: Console, clock: StandingClock) -> None:
    files = []
    for month, day in (("2026-03", (2026, 4, 3)), ("2026-04", (2026, 5, 3)), ("2026-05", (2026, 6, 3))):
        clock.set(*day)
        town.add(f"{month}-05")
        files.append(town.close(month))
    assert outcomes(commission, files[0]) == [("noticed", "2026-03", 1)]
    notices = json.loads(commission.run("receive", files[2], "--json")[1])["notices"]
    assert "缺月：没有收到2026年4月的月报。" in notices and any("中间缺一段" in told for told in notices)
    notices = json.loads(commission.run("receive", files[1], "--json")[1])["notices"]
    assert any("补报" in told for told in notices) and any("迟报" in told for told in notices)


def test_a_ledger_rebuilt_between_two_months_is_refused(town: Town, commission: Console, clock: StandingClock) -> None:
    town.add("2026-03-05")
    kept = town.ledger.with_name("copy.db")
    shutil.copyfile(town.ledger, kept)
    assert outcomes(commission, town.close("2026-03"))[0][0] == "accepted"
    town.ledger.unlink()
    shutil.rmtree(town.ledger.parent / "reports")
    shutil.copyfile(kept, town.ledger)
    town.add("2026-03-09")
    shutil.rmtree(town.folder / "out")
    other = town.close("2026-03")
    code, out, _ = commission.run("receive", other, "--json")
    assert code == 1 and "两份内容不同" in out
    clock.set(2026, 5, 2)
    code, out, _ = commission.run("receive", town.close("2026-04"), "--json")
    assert code == 1 and "接不上" in out


def test_a_suspended_point_is_refused_and_a_new_key_takes_its_place(
    town: Town, commission: Console, clock: StandingClock
) -> None:
    town.add("2026-03-05")
    march = town.close("2026-03")
    assert "理由" not in commission.ok("points", "suspend", "SQ-01", "--reason", "密钥丢失")
    code, out, _ = commission.run("receive", march, "--json")
    assert code == 1 and "停用" in out and "密钥丢失" in out
    assert "（已停用）" in commission.ok("overview") and commission.json("overview")["suspended"]
    assert "没有登记过" in commission.refused("points", "suspend", "SQ-01", "--reason", "再来")
    assert "已经登记" in commission.refused("points", "enrol", town.cer, "--fingerprint", town.fingerprint)


def test_a_key_that_was_lost_is_replaced_and_old_months_stay(town: Town, commission: Console, clock: StandingClock) -> None:
    town.add("2026-03-05")
    assert outcomes(commission, town.close("2026-03")) == [("accepted", "2026-03", 1)]
    town.p12, town.cer = town.folder / "new.p12", town.folder / "new.cer"
    where = ("--name", "青禾县石桥镇", "--code", "SQ-01")
    town._use("identity", "new", *where, "--out", town.p12, *town.secret)
    town._use("identity", "export", town.p12, *town.secret, "--out", town.cer)
    assert "已有登记" in commission.refused("points", "enrol", town.cer, "--fingerprint", town.fingerprint)
    commission.ok("points", "enrol", town.cer, "--fingerprint", town.fingerprint, "--replace")
    assert [one["suspended_at"] != "" for one in commission.lines("points", "list")] == [True, False]
    clock.set(2026, 5, 2)
    assert outcomes(commission, town.close("2026-04")) == [("accepted", "2026-04", 1)]
    assert commission.json("overview")["months"]["2026-03"]["state"] == "handed-in"


def test_a_folder_is_received_and_what_is_no_month_is_refused_by_name(town: Town, commission: Console) -> None:
    town.add("2026-03-05")
    (town.close("2026-03").parent / "notes.pdf").write_bytes(b"%PDF-1.7 hello")
    code, out, _ = commission.run("receive", town.folder / "out")
    assert code == 1
    assert [line.split("\t")[:2] for line in out.splitlines() if line[0] != "\t"] == [
        ["SQ-01-2026-03-r1.pdf", "接受"], ["notes.pdf", "拒收"],
    ]  # fmt: skip


def test_the_officer_sees_the_fingerprint_of_a_cer_without_a_passphrase(town: Town, commission: Console) -> None:
    told = json.loads(commission.ok("identity", "show", town.cer, "--json"))
    assert (told["fingerprint"], told["code"], told["fault"]) == (town.fingerprint, "SQ-01", None)
    assert commission.run("identity", "show", town.p12)[0] == 2


def test_enrolment_compares_fingerprints_and_takes_certificates_only(town: Town, commission: Console) -> None:
    assert "指纹" in commission.refused("points", "enrol", town.cer, "--fingerprint", "00 11")
    (town.folder / "x.cer").write_text("hello")
    assert "读不出证书" in commission.refused("points", "enrol", town.folder / "x.cer", "--fingerprint", "00")
    town.console.ledger = town.ledger
    assert "不是纪委" in town.console.refused("receive", town.cer)
    assert "不是纪委" in town.console.refused("points", "enrol", town.cer, "--fingerprint", town.fingerprint)


def test_the_sheet_names_the_commission_that_the_ledger_knows(identified: Console) -> None:
    """Without a ledger, or with another point's, the line stays to be filled in by hand."""
    where = (identified.folder / "id.p12", "--passphrase-file", identified.folder / "pass")
    for ledger, told in ((identified.ledger, True), (identified.folder / "none.db", False)):
        identified.ledger, out = ledger, identified.folder / f"sheet-{told}"
        identified.ok("identity", "sheet", *where, "--out", out)
        document = pypdfium2.PdfDocument(out / "SQ-01.pdf")
        assert ("青禾县纪委监委" in document[0].get_textpage().get_text_range()) is told
        document.close()
