"""The directory of bodies against the chain: the entries are gone through once more, and what comes of them must be what
stands there, names, levels and further names alike. Each body is told by the record that brought it or by an entry."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from ..bodies.organs import NEW_BODY
from .history import FOUND
from .strange import Strange, readable, strange
from .told_entries import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..book import Book

BODIES: Final = "bodies"
"""Under this a purge tells bodies that the purged record brought and that stay: [name, level] each."""


@dataclass(frozen=True, slots=True)
class Body:
    """`seq` is the entry that told of it last."""

    seq: int
    level: Any = None
    nature: Any = None
    line: Any = None
    aliases: frozenset[str] = field(default_factory=frozenset)

    @property
    def looks(self) -> tuple[Any, ...]:
        return self.level, self.nature, self.line, sorted(self.aliases)


def told_bodies(book: Book) -> dict[str, Body]:
    """The directory as the chain tells it, by name."""
    bodies: dict[str, Body] = {}
    aliases: set[str] | None = None
    for told in _entries(book):
        for name, level in _brought(told.after):
            if aliases is None:
                aliases = set().union(*(body.aliases for body in bodies.values()))
            if name not in bodies and name not in aliases:
                bodies[name] = Body(told.seq, level)
        if told.number:
            _follow(bodies, told)
            aliases = None
    return bodies


def kept_bodies(book: Book) -> dict[str, Body]:
    """The directory as it stands."""
    aliases: dict[Any, set[str]] = {}
    for name, id in book.rows("SELECT name, organ_id FROM organ_alias"):
        aliases.setdefault(id, set()).add(name)
    rows = book.rows("SELECT id, name, level, nature, line FROM organ")
    return {name: Body(0, level, nature, line, frozenset(aliases.get(id, ()))) for id, name, level, nature, line in rows}


def strange_organs(book: Book, behind: int) -> Iterator[Strange]:
    """Bodies that are not as they were told, that nobody told of, or that are gone."""
    told, kept = told_bodies(book), kept_bodies(book)
    for name in (*told, *(name for name in kept if name not in told)):
        stands, seq = kept.get(name), told[name].seq if name in told else behind
        if stands is None or name not in told or stands.looks != told[name].looks:
            yield strange(seq, f"organ {name}", stands and stands.looks)


def _entries(book: Book) -> Iterator[Told]:
    """Entries that may tell of bodies: those of the directory, and records whose content says that it brings one."""
    rows = book.rows(
        "SELECT seq, at, action, number, before, after FROM history JOIN history_content USING (seq) WHERE kind = 'organ'"
        " UNION ALL SELECT seq, '', '', '', NULL, after FROM history_content WHERE instr(after, ?) OR instr(after, ?) ORDER BY seq",
        (f'"{NEW_BODY}":[', f'"{BODIES}":[['),
    )
    for seq, at, action, number, before, after in rows:
        yield Told(seq, at, action, number, readable(before), readable(after))


def _brought(after: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for pair in (after.get(NEW_BODY), *(after.get(BODIES) or ())):
        if isinstance(pair, list) and len(pair) == 2:
            yield str(pair[0]), pair[1]


def _follow(bodies: dict[str, Body], told: Told) -> None:
    """One entry of the directory: found, merged, parted, renamed, described, or given further names."""
    name, was, now = told.number, told.before, told.after
    if told.action == FOUND:
        bodies[name] = Body(told.seq, *_described(now), frozenset(now.get("aliases", ())))
    elif told.action == "merge":
        gone = bodies.pop(name, Body(0, aliases=frozenset(was.get("aliases", ()))))
        into = bodies.get(str(now.get("name")), Body(0))
        bodies[str(now.get("name"))] = replace(into, seq=told.seq, aliases=into.aliases | gone.aliases | {name})
    elif told.action == "part":
        of = bodies.get(str(was.get("name")), Body(0))
        own = of.aliases & frozenset(now.get("aliases", ()))
        bodies[str(was.get("name"))] = replace(of, seq=told.seq, aliases=of.aliases - own - {name})
        bodies[name] = Body(told.seq, *_described(now), own)
    elif "aliases" in now:
        bodies[name] = replace(bodies.get(name, Body(0)), seq=told.seq, aliases=frozenset(now["aliases"]))
    elif "name" in now:
        former = str(was.get("name"))
        aliases = bodies.pop(former, Body(0)).aliases - {name} | {former}
        bodies[name] = Body(told.seq, *_described(now), aliases)
    elif "level" in now:
        bodies[name] = Body(told.seq, *_described(now), bodies.get(name, Body(0)).aliases)


def _described(state: Mapping[str, Any]) -> tuple[Any, Any, Any]:
    return state.get("level"), state.get("nature"), state.get("line")
