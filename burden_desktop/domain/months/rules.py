"""The vocabulary of rules: what a rule is, what it found, what the point says to it.

The program says 疑似 or 提示 and quotes; judging is the commission's.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..texts import label


class Severity(StrEnum):
    """How much a finding rests on: the source's own bound, a sign worth a look, or a figure."""

    QUOTE = "quote"
    REMIND = "remind"
    STATISTIC = "statistic"


SEVERITY_LABELS = {
    Severity.QUOTE: label("对照原文"),
    Severity.REMIND: label("提醒"),
    Severity.STATISTIC: label("统计"),
}

Parameter = int | bool | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the pack. `words` are those of the source where `exact`, else their gist; `published` says where
    the source can be read; `on` and `parameters` are the point's to change."""

    id: str
    title: str
    severity: Severity
    words: str
    exact: bool
    source: str
    published: str
    on: bool
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    local: bool = False


@dataclass(frozen=True, slots=True)
class RulePack:
    """All rules, in the order of the report. `changed` names those that the point set otherwise than the pack."""

    version: str
    rules: tuple[Rule, ...]
    changed: tuple[str, ...] = ()

    def rule(self, id: str) -> Rule | None:
        return next((rule for rule in self.rules if rule.id == id), None)


def identity_of(rule: str, subject: str) -> str:
    """A finding's name that stays from month to month: 16 hex digits of its rule and what it is about."""
    return hashlib.sha256(f"{rule}\n{subject}".encode()).hexdigest()[:16]


class Answer(StrEnum):
    """What the point says to a finding."""

    EXPLAINED = "explained"
    ACCEPTED = "accepted"
    WRONG = "wrong"


ANSWER_LABELS = {
    Answer.EXPLAINED: label("已说明"),
    Answer.ACCEPTED: label("属实"),
    Answer.WRONG: label("不属实"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """The point's own words on a finding, kept in the chain."""

    answer: Answer
    text: str
    at: str
