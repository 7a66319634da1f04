"""A kind of record, declared once: the declaration drives table, form, list, import, appendix and payload."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeVar, cast

from .errors.entry import InvalidRecord, UnknownField
from .field import Field, FieldType
from .months.month import Month
from .months.stock import Stock
from .reading.personal import mask_personal
from .reading.secrecy import refuse_marked
from .reading.written import Unreadable, Value, read_value
from .texts import Sentence, say

Values = Mapping[str, Value]
Written = TypeVar("Written")
NUMBERS_OF_PAPERS: Final = frozenset({"doc_no", "filing_no"})


class Problem(NamedTuple):
    """What must be mended before a record can be saved, at the field where it shows."""

    field: str
    sentence: Sentence


def no_check(values: Values) -> tuple[Problem, ...]:
    return ()


def no_derivation(values: Values) -> dict[str, Value]:
    return {}


def never_the_same(values: Values) -> str | None:
    return None


class Kind(NamedTuple):
    """`name` is the table and the word in code; `dated_by` the field that decides the month, `titled_by` the one that
    says what it is about. A kind with `stock` belongs to no month: what stands on a month's last day is counted.

    `mark` begins record numbers (收2026-0031). `unit` counts things, `receipt_unit` arrivals of things.
    `check` finds problems between fields, `derive` fills what other fields already say, and `same_as` gives
    a key that records of one and the same thing share (同件) whenever they come. `alike` gives a weaker one, which
    only tells within `alike_days`: the same title a season later is another thing. None where a record stands alone.
    """

    name: str
    label: str
    mark: str
    unit: str
    receipt_unit: str
    dated_by: str
    fields: tuple[Field, ...]
    check: Callable[[Values], tuple[Problem, ...]] = no_check
    derive: Callable[[Values], dict[str, Value]] = no_derivation
    same_as: Callable[[Values], str | None] = never_the_same
    alike: Callable[[Values], str | None] = never_the_same
    alike_days: int = 0
    titled_by: str = "title"
    stock: Stock | None = None
    entered_ahead: bool = False
    """Its date may lie ahead when it is entered: a meeting is known before it is held, a paper before it came is not."""

    @property
    def has_families(self) -> bool:
        """Whether several of its records can be one thing."""
        return self.alike is not never_the_same

    def field(self, name: str) -> Field:
        """The field of that name. Raises UnknownField."""
        for field in self.fields:
            if field.name == name:
                return field
        raise UnknownField(kind=self.label, field=name, known="、".join(f"{f.name}（{f.label}）" for f in self.fields))

    def field_called(self, word: str) -> Field:
        """The field of that name or label, as people write it. Raises UnknownField."""
        return next((field for field in self.fields if field.label == word), None) or self.field(word)

    @property
    def list_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.in_list)

    @property
    def appendix_fields(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.in_appendix)

    @property
    def text_fields(self) -> tuple[Field, ...]:
        """Where people write words: these are searched and examined for secrecy marks."""
        words = (FieldType.TEXT, FieldType.LONG_TEXT, FieldType.ORGAN)
        return tuple(field for field in self.fields if field.type in words)

    def masked(self, written: Mapping[str, Written]) -> dict[str, Written]:
        """As written, but citizens' identity and telephone numbers as asterisks in every text; numbers of papers and
        filings, counts and dates stay."""
        words = {field.name for field in self.text_fields} - NUMBERS_OF_PAPERS
        return {name: cast("Written", mask_personal(value)) if isinstance(value, str) and name in words else value for name, value in written.items()}

    def month_of(self, values: Values) -> Month:
        """The month that the record's own date falls in. Not of a kind with `stock`."""
        return Month.parse(str(values[self.dated_by])[:7])

    def examine(self, written: Mapping[str, object]) -> tuple[dict[str, Value], tuple[Problem, ...]]:
        """Read every field as written → (canonical values of all fields, problems).

        Fields not named get their default. Raises UnknownField, and Classified when a text bears a secrecy
        mark: then nothing of it may be kept.
        """
        for name in written:
            self.field(name)
        refuse_marked(self, written)
        written = self.masked(written)
        values: dict[str, Value] = {}
        problems: list[Problem] = []
        for field in self.fields:
            try:
                values[field.name] = read_value(written.get(field.name, field.default), field)
            except Unreadable as unreadable:
                values[field.name] = None
                problems.append(Problem(field.name, unreadable.sentence))
                continue
            if field.required and values[field.name] is None:
                problems.append(Problem(field.name, say("请填写{field}。", field=field.label)))
        for name, value in self.derive(values).items():
            if values[name] is None:
                values[name] = value
        seen = {problem.field for problem in problems}
        problems.extend(problem for problem in self.check(values) if problem.field not in seen)
        return values, tuple(problems)

    def validate(self, written: Mapping[str, object]) -> dict[str, Value]:
        """The canonical values of all fields. Raises InvalidRecord (with `problems`), UnknownField, Classified."""
        values, problems = self.examine(written)
        if problems:
            raise refusal(self, problems)
        return values


def refusal(kind: Kind, problems: tuple[Problem, ...]) -> InvalidRecord:
    """One error for all problems of a record, each under its field's label."""
    told = "".join(f"{kind.field(problem.field).label}：{problem.sentence}" for problem in problems)
    error = InvalidRecord(problems=told)
    error.problems = problems
    return error
