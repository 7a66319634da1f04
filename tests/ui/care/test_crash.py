"""An unforeseen error is told, not swallowed."""

import pytest

from burden_desktop.domain.texts import Texts
from burden_desktop.ui.care.crash import CrashDialog


def test_unforeseen_error_is_told_with_its_details(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    hook = CrashDialog(Texts())
    monkeypatch.setattr(CrashDialog, "tell", lambda self, details: told.append(details))
    error = ZeroDivisionError("by zero")
    hook(ZeroDivisionError, error, None)
    assert "by zero" in told[0]
    assert "by zero" in capsys.readouterr().err
