"""What the point says to findings, by the finding's identity: it stays from month to month and leaves an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.rules import Answer, Remark
from .history import Event, History

if TYPE_CHECKING:
    from .book import Book


class Remarks:
    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history

    def all(self) -> dict[str, Remark]:
        """Every remark by the identity of its finding."""
        rows = self._book.rows("SELECT finding, answer, text, at FROM remark")
        return {finding: Remark(Answer(answer), text, at) for finding, answer, text, at in rows}

    def set(self, finding: str, rule: str, answer: Answer, text: str) -> Remark:
        """Say something to a finding, in the place of what was said before. Raises CannotWrite."""
        with self._book.writing() as connection:
            before = self.all().get(finding)
            remark = Remark(answer, text.strip(), self._book.now())
            connection.execute(
                "INSERT OR REPLACE INTO remark VALUES (?, ?, ?, ?, ?)", (finding, rule, answer.value, remark.text, remark.at)
            )
            was = None if before is None else {"answer": before.answer.value, "text": before.text}
            self._history.append(
                "remark", Event("finding", finding, was, {"rule": rule, "answer": answer.value, "text": remark.text})
            )
        return remark
