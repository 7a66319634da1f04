"""What the point says to findings, by the finding's identity: it stays from month to month and leaves an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain.months.rules import Answer, Remark
from .chain.history import Event, History
from .door import taken

if TYPE_CHECKING:
    from .book import Book


class Remarks:
    def __init__(self, book: Book, history: History) -> None:
        self._book = book
        self._history = history

    def all(self) -> dict[str, Remark]:
        """Every remark by the identity of its finding."""
        rows = self._book.rows("SELECT finding, answer, text, at FROM remark")
        return {finding: Remark(taken(f"remark {finding} answer", answer, Answer), text, at) for finding, answer, text, at in rows}

    def set(self, finding: str, rule: str, answer: Answer, text: str) -> Remark:
        """Say something to a finding, in the place of what was said before. Raises CannotWrite."""
        with self._book.writing() as connection:
            before, words = self.all().get(finding), text.strip()
            was = None if before is None else {"answer": before.answer.value, "text": before.text}
            self._history.append("remark", Event("finding", finding, was, {"rule": rule, "answer": answer.value, "text": words}))
            (entry,) = self._history.entries(self._history.head()[0] - 1)
            connection.execute("INSERT OR REPLACE INTO remark VALUES (?, ?, ?, ?, ?)", (finding, rule, answer.value, words, entry.at))
        return Remark(answer, words, entry.at)
